/**
 * What an expression always stands for: names are followed to what they are declared as, through imports, and what does
 * not change a value is seen through. Nothing is evaluated.
 */
import type { Binding, Module } from '../module.ts';
import { lookedAtAll } from '../observed.ts';
import type { Declared, Project } from '../project.ts';
import { isTarget } from '../target.ts';
import type { FunctionNode, Node } from '../tree.ts';
import { parentsIn } from '../walk.ts';

export interface Candidate {
  readonly node: Node;
  readonly module: Module;
  readonly primed: boolean;
}

/**
 * The function that an expression always is: a name, `flows.login` of a table or of `import * as flows`, the function
 * itself; nothing where that is only known at run time, or where the table may be changed.
 */
export function functionBehind(node: Node, module: Module, project: Project): { fn: FunctionNode; module: Module; primed: boolean } | undefined {
  const at = standsFor({ node, module, primed: false }, project);
  if (at.node.type === 'FunctionDeclaration' || at.node.type === 'FunctionExpression' || at.node.type === 'ArrowFunctionExpression') return { fn: at.node as FunctionNode, module: at.module, primed: at.primed };
  const member = at.node;
  if (member.type !== 'MemberExpression' || member.computed || member.property.type !== 'Identifier') return undefined;
  const name = member.property.name;
  const gathered = gatheredBy(member.object, at.module, project);
  if (gathered) {
    const found = project.lookupExport(name, gathered);
    const value = found && 'binding' in found ? valueOf(found.binding) : undefined;
    return value && found && 'binding' in found ? functionBehind(value, found.module, project) : undefined;
  }
  const table = tableBehind(member.object, at.module, project);
  const entry = table?.entries.find((one) => one.key === name);
  return entry && table && functionBehind(entry.node, table.module, project);
}

/** The module whose exports an expression gathers: `flows` of `import * as flows`, `all.flows` where it is passed on as a whole. */
function gatheredBy(node: Node, module: Module, project: Project): Module | undefined {
  if (node.type === 'Identifier') {
    const binding = module.bindings.get(node);
    return binding && project.namespace(binding, module);
  }
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const owner = gatheredBy(node.object, module, project);
  const found = owner && project.lookupExport(node.property.name, owner);
  return found && 'binding' in found ? project.namespace(found.binding, found.module) : undefined;
}

/** The entries of a table that stays as it was written: an object, an array, the static members of a class. */
export function tableBehind(node: Node, module: Module, project: Project): { entries: readonly { readonly key: string | number; readonly node: Node }[]; module: Module } | undefined {
  if (!isOnlyReadFrom(node, module, project)) return undefined;
  const passed = passedOn(node, module, project);
  const value = passed && valueOf(passed.binding);
  if (passed && !value) return undefined;
  const at = standsFor(passed && value ? { node: value, module: passed.module, primed: false } : { node, module, primed: false }, project);
  const entries = entriesOf(at.node);
  return entries && { entries, module: at.module };
}

/** What declares the `kit` of `all.kit`, where `all` gathers the exports of a module. */
function passedOn(node: Node, module: Module, project: Project): Declared | undefined {
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const gathered = gatheredBy(node.object, module, project);
  const found = gathered && project.lookupExport(node.property.name, gathered);
  return found && 'binding' in found ? found : undefined;
}

function entriesOf(table: Node): { key: string | number; node: Node }[] | undefined {
  const found: { key: string | number; node: Node }[] = [];
  if (table.type === 'ArrayExpression') {
    for (const [key, node] of table.elements.entries()) {
      if (!node || node.type === 'SpreadElement') return undefined;
      found.push({ key, node: node as Node });
    }
    return found;
  }
  if (table.type === 'ObjectExpression') {
    for (const property of table.properties) {
      const key = property.type === 'Property' && property.kind === 'init' ? propertyKey(property) : undefined;
      if (key === undefined || property.type !== 'Property') return undefined;
      found.push({ key, node: property.value as Node });
    }
    return found;
  }
  if (table.type !== 'ClassDeclaration' && table.type !== 'ClassExpression') return undefined;
  for (const member of table.body.body) {
    if ((member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') || !member.static || !member.value) continue;
    const key = propertyKey(member);
    if (key !== undefined) found.push({ key, node: member.value as Node });
  }
  return found;
}

/** Whether every use of the table's names reads a member of it, or hands it on by export. */
function isOnlyReadFrom(node: Node, module: Module, project: Project): boolean {
  const passed = passedOn(node, module, project);
  if (passed) return onlyReads(passed.binding, passed.module) && isReadThrough(node, module);
  const binding = node.type === 'Identifier' ? module.bindings.get(node) : undefined;
  if (!binding) return node.type === 'ObjectExpression' || node.type === 'ArrayExpression';
  const declared = project.lookup(binding, module);
  if (!declared || !('binding' in declared) || !onlyReads(declared.binding, declared.module)) return false;
  return declared.binding === binding || onlyReads(binding, module);
}

/** Whether all that the module says of `all.kit` only reads a member of it. */
function isReadThrough(node: Node, module: Module): boolean {
  const parents = parentsIn(module.program);
  const names: string[] = [];
  let root = node;
  for (; root.type === 'MemberExpression' && root.property.type === 'Identifier'; root = root.object) names.unshift(root.property.name);
  return (module.bindings.get(root)?.references ?? []).every((reference) => {
    const above = parents.get(reference);
    if (above?.type === 'TSQualifiedName' || above?.type === 'TSTypeQuery' || above?.type.startsWith('Export')) return true;
    let at: Node = reference;
    for (const name of names) {
      const parent = parents.get(at);
      if (parent?.type !== 'MemberExpression' || parent.object !== at || parent.computed || parent.property.type !== 'Identifier') return false;
      if (parent.property.name !== name) return true;
      at = parent;
    }
    return isRead(at, parents.get(at), parents);
  });
}

/** Whether what stands there is only asked for a member. */
function isRead(node: Node, parent: Node | undefined, parents: ReadonlyMap<Node, Node>): boolean {
  return parent?.type === 'MemberExpression' && parent.object === node && !isTarget(parent, parents);
}

function onlyReads(binding: Binding, module: Module): boolean {
  const parents = parentsIn(module.program);
  return binding.references.every((reference) => {
    const parent = parents.get(reference);
    if (parent?.type === 'TSTypeQuery' || parent?.type.startsWith('Export') || parent?.type.startsWith('Import')) return true;
    // `keyof typeof states`, `key in states`
    if (parent?.type === 'BinaryExpression') return parent.operator === 'in';
    return isRead(reference, parent, parents);
  });
}

/** Sees through what does not change the value: names, `primed(…)`, `Object.freeze(…)`, `as const`, `satisfies`, `!`. */
export function standsFor(candidate: Candidate, project: Project): Candidate {
  const seen = new Set<Node>();
  let at = candidate;
  while (!seen.has(at.node)) {
    seen.add(at.node);
    const { node, module } = at;
    switch (node.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
        at = { ...at, node: node.expression };
        break;
      case 'CallExpression': {
        const argument = node.arguments[0];
        const isPrimed = isPrimer(node.callee, module, project);
        if (argument && argument.type !== 'SpreadElement' && (isPrimed || isFreeze(node.callee, module))) at = { node: argument, module, primed: at.primed || isPrimed };
        break;
      }
      case 'Identifier': {
        const binding = module.bindings.get(node);
        const declared = binding && project.lookup(binding, module);
        if (!declared || !('binding' in declared)) break;
        const value = valueOf(declared.binding);
        if (value) at = { ...at, node: value, module: declared.module };
        break;
      }
      default:
        return at;
    }
  }
  return at;
}

/** What a name always means: a function, a class, or the value of a variable that is never assigned to again. */
export function valueOf(binding: Binding): Node | undefined {
  if (binding.assignments.length > 0) return undefined;
  const declaration = binding.declarations.find((node) => node.type === 'FunctionDeclaration') ?? binding.declarations[0];
  if (declaration?.type !== 'VariableDeclarator') return binding.kind === 'import' || binding.kind === 'parameter' ? undefined : declaration;
  return declaration.id.type === 'Identifier' ? (declaration.init ?? undefined) : undefined;
}

/** `primed`, whatever it was imported as, also `yieldchart.primed`. */
function isPrimer(callee: Node, module: Module, project: Project): boolean {
  const isMember = callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier' && callee.property.name === 'primed';
  const identifier = isMember ? callee.object : callee;
  const binding = identifier.type === 'Identifier' ? module.bindings.get(identifier) : undefined;
  const source = binding && project.lookup(binding, module);
  if (!source) return false;
  if ('package' in source) return source.package === 'yieldchart' && source.name === (isMember ? '*' : 'primed');
  if (isMember || source.binding.name !== 'primed') return false;
  lookedAtAll(source.module);
  return source.module.text.includes(PRIMED_KEY);
}

/** The key by which copies of `primed` know each other: what declares it is `primed`, also where it is no package. */
const PRIMED_KEY = "Symbol.for('yieldchart.primed')";

function isFreeze(callee: Node, module: Module): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || callee.object.name !== 'Object') return false;
  return callee.property.type === 'Identifier' && callee.property.name === 'freeze' && !module.bindings.has(callee.object);
}

/** The key of a property or a member, where it is written plainly. */
export function propertyKey(member: { computed: boolean; key: Node }): string | undefined {
  const { key } = member;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')) return String(key.value);
  return key.type === 'Identifier' && !member.computed ? key.name : undefined;
}
