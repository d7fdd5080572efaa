/**
 * What an emitted module needs of the machine's module: names its code and its types mention, and what these need in turn.
 */
import type { Constant, Dependency } from '../chart/chart.ts';
import { constantText } from '../chart/label.ts';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { bareOf, rootOf, writtenBy } from '../flow/places.ts';
import { classNamed, isSteadyStatic } from '../interpret/code/classes.ts';
import { finiteValues } from '../syntax/types/annotation.ts';
import { enumOf } from '../syntax/constants/constant.ts';
import type { Binding, Module } from '../syntax/module.ts';
import { askOfUses } from '../syntax/observed.ts';
import type { Declared, Project } from '../syntax/project.ts';
import { startReading } from '../syntax/types/read-type.ts';
import type { Node } from '../syntax/tree.ts';
import { isPath, join } from '../syntax/specifier.ts';
import { parentsIn, pushChildren, walk } from '../syntax/walk.ts';
import type { InnerTypes } from './inner-types.ts';
import { ownSpelling, spellingOf } from './spelling.ts';

/** `modules` are those whose code the machine is made of, its own first; none means by a name what another does not. `inner` are the types that its functions declare. */
export function dependenciesOf(texts: readonly string[], modules: readonly Module[], inner: InnerTypes, project: Project, isPure: (binding: Binding) => boolean, machine: string): { dependencies: Dependency[]; diagnostics: Diagnostic[] } {
  const found: { dependency: Dependency; at: number }[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const exported = new Map<Binding, string>();
  for (const module of modules) for (const one of module.exports.values()) if (one.binding && !exported.has(one.binding)) exported.set(one.binding, one.name);

  const pending: { name: string; within?: Module }[] = [...wordsIn(texts)].map((name) => ({ name }));
  for (let item = pending.shift(); item !== undefined; item = pending.shift()) {
    const { name } = item;
    if (seen.has(name)) continue;
    const own = inner.get(name);
    if (own && !modules.some((one) => one.scope.bindings.has(name))) {
      seen.add(name);
      found.push({ at: own.node.start, dependency: { kind: 'copy', name, text: own.text, ...meant(own.binding, own.module, project), typeOnly: true } });
      pending.push(...wordsFor(own.node, own.module, inner));
      continue;
    }
    const module = item.within ?? modules.find((one) => one.scope.bindings.has(name) || one.scope.types.has(name));
    const binding = module && (module.scope.bindings.get(name) ?? module.scope.types.get(name));
    if (!binding) continue;
    seen.add(name);
    const typeOnly = module.scope.bindings.get(name) === undefined || binding.kind === 'type' || binding.kind === 'interface';
    if (binding.imported) {
      const from = project.resolve(binding.imported.from, module.path) ?? (isPath(binding.imported.from) ? join(module.path, binding.imported.from) : undefined);
      const spelt = from === undefined ? undefined : spellingOf(binding, module, from, modules[0]!, project);
      found.push({ at: -1, dependency: { kind: 'import', name, exported: importedAs(binding, module, project), from: from ?? binding.imported.from, package: from === undefined, typeOnly: typeOnly || binding.imported.typeOnly, ...typeText(binding, module, project), ...meant(binding, module, project), ...(spelt && { spelt }) } });
    } else if (exported.has(binding)) {
      const spelt = ownSpelling(module, project);
      found.push({ at: -1, dependency: { kind: 'import', name, exported: standing(exported.get(binding)!), from: module.path, package: false, typeOnly, ...(spelt && { spelt }), ...(typeOnly ? { text: binding.declarations.map((node) => declarationText(node, module)).join('\n') } : {}), ...meant(binding, module, project) } });
    } else if (typeOnly || (copies(binding, isPure) && setBy(binding, module) === undefined && !((binding.kind === 'class' || isFunctionBinding(binding)) && isChanged(binding, module, project)))) {
      const text = binding.declarations.map((node) => declarationText(node, module)).join('\n');
      found.push({ at: binding.declarations[0]!.start, dependency: { kind: 'copy', name, text, ...meant(binding, module, project), typeOnly } });
      pending.push(...binding.declarations.flatMap((node) => wordsFor(node, module, inner)));
    } else {
      const sets = setBy(binding, module);
      const reason = binding.assignments.length > 0 ? 'it is reassigned, so a copy would go its own way' : sets !== undefined ? `it sets ${sets}, so a copy would go its own way` : 'a copy of it might not mean the same';
      diagnostics.push(diagnose('not-exported', { name, reason }, { machine, file: module.path, span: { start: binding.identifier.start, end: binding.identifier.end } }));
    }
  }
  // As in the source: but for functions, a declaration holds only below where it stands.
  return { dependencies: found.sort((a, b) => a.at - b.at).map(({ dependency }) => dependency), diagnostics };
}

/** What an ES module would import for it: `import x = require(…)` is a default, or a namespace where the module exports by names. */
function importedAs(binding: Binding, module: Module, project: Project): string {
  return binding.imported!.name === 'export=' && project.namespace(binding, module) ? '*' : standing(binding.imported!.name);
}

function standing(exported: string): string {
  return exported === 'export=' ? 'default' : exported;
}

/** Constants of literals, functions, enums and classes mean the same wherever they stand. */
function copies(binding: Binding, isPure: (binding: Binding) => boolean): boolean {
  if (binding.assignments.length > 0) return false;
  const [declaration] = binding.declarations;
  // A pattern declares others with it, which might then be declared twice.
  if (declaration?.type === 'VariableDeclarator' && declaration.id.type !== 'Identifier') return false;
  return binding.kind === 'enum' || binding.kind === 'class' || binding.kind === 'type' || binding.kind === 'interface' || isFunctionBinding(binding) || isPure(binding);
}

/** The variable of the module that what is declared here sets: one that is imported cannot be set. */
function setBy(binding: Binding, module: Module): string | undefined {
  for (const other of module.scope.bindings.values()) {
    if (other.assignments.some((node) => binding.declarations.some((declaration) => node.start >= declaration.start && node.end <= declaration.end))) return other === binding ? undefined : other.name;
  }
  return undefined;
}

/** Whether something is kept in a property of a function or a class: then there is only one of it. */
function isChanged(binding: Binding, module: Module, project: Project): boolean {
  const changed = askOfUses(binding, module, isChanged, (one, home) => writtenInto(home).has(one));
  const own = binding.kind === 'class' ? classNamed(binding.name, module, project) : undefined;
  return changed || (own?.node.body.body.some((member) => member.type === 'PropertyDefinition' && member.static && member.key.type === 'Identifier' && !isSteadyStatic(own, member.key.name, project)) ?? false);
}

/** What has a property that is written to, anywhere in the module. */
function writtenInto(module: Module): ReadonlySet<Binding> {
  const before = written.get(module);
  if (before) return before;
  const found = new Set<Binding>();
  walk(module.program as Node, (node) => {
    for (const place of writtenBy(node)) {
      const binding = bareOf(place).type === 'MemberExpression' ? module.bindings.get(rootOf(place)) : undefined;
      if (binding) found.add(binding);
    }
  });
  written.set(module, found);
  return found;
}

const written = new WeakMap<Module, ReadonlySet<Binding>>();

/** A function, or a table of functions, can be copied: what it refers to is copied or imported in turn. */
function isFunctionBinding(binding: Binding): boolean {
  const declaration = binding.declarations[0];
  if (binding.kind === 'function') return true;
  if (binding.kind === 'const' && declaration?.type === 'VariableDeclarator' && declaration.init?.type === 'ObjectExpression') return declaration.init.properties.every((property) => property.type === 'Property' && !property.computed && ['ArrowFunctionExpression', 'FunctionExpression', 'Literal'].includes(property.value.type));
  return binding.kind === 'const' && declaration?.type === 'VariableDeclarator' && (declaration.init?.type === 'ArrowFunctionExpression' || declaration.init?.type === 'FunctionExpression');
}

function wordsIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''").match(/(?<![.\w$])[A-Za-z_$][\w$]*/g) ?? []));
}

/** What a declaration mentions of its module, or of the types within. */
function wordsFor(node: Node, module: Module, inner: InnerTypes): { name: string; within: Module }[] {
  const found: { name: string; within: Module }[] = [];
  const stack = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'Identifier') {
      const binding = module.bindings.get(at);
      if (binding && (binding.scope === module.scope || inner.get(binding.name)?.binding === binding)) found.push({ name: binding.name, within: module });
    }
    pushChildren(stack, at);
  }
  return found;
}

/** What an imported type is declared as. */
function typeText(binding: Binding, module: Module, project: Project): { text?: string } {
  const found = project.lookup(binding, module, 'type');
  if (!found || !('binding' in found) || (found.binding.kind !== 'type' && found.binding.kind !== 'interface')) return {};
  return { text: found.binding.declarations.map((node) => declarationText(node, found.module)).join('\n') };
}

/** The values of a type that is no more than a few constants, and of an enum: the declaration alone does not say them to whoever has but the chart. */
function meant(binding: Binding, module: Module, project: Project): { means?: string } {
  const found = project.lookup(binding, module, 'type');
  if (!found || !('binding' in found)) return {};
  const values = found.binding.kind === 'enum' ? [...enumOf(found, project).values()] : found.binding.kind === 'type' ? valuesOf(found, project) : undefined;
  return values && values.length > 0 && values.every((value) => value !== undefined) ? { means: values.map(constantText).join(' | ') } : {};
}

/** Kinds of types that do not write out what they stand for. */
const derived = new Set(['TSIndexedAccessType', 'TSTypeOperator', 'TSTypeReference', 'TSConditionalType', 'TSTemplateLiteralType', 'TSParenthesizedType']);

function valuesOf({ binding, module }: Declared, project: Project): readonly Constant[] | undefined {
  const alias = binding.declarations.find((node) => node.type === 'TSTypeAliasDeclaration');
  if (!alias || alias.typeParameters || !derived.has(alias.typeAnnotation.type)) return undefined;
  const reading = startReading(module, project);
  return finiteValues(reading.read(alias.typeAnnotation, reading));
}

/** The whole statement that declares it, without `export`. */
function declarationText(node: Node, module: Module): string {
  const parents = parentsIn(module.program);
  const whole = node.type === 'VariableDeclarator' ? parents.get(node)! : node;
  if (whole.type === 'VariableDeclaration' && whole.declarations.length > 1) return `${whole.kind} ${module.text.slice(node.start, node.end)};`;
  return module.text.slice(whole.start, whole.end);
}
