/**
 * The machines of a module: a module in, every generator function that it exports out, in source order, under the
 * name a person calls it by (`light`, `default`, `Lights.pedestrian`, `devices.pump`).
 */
import type { Binding, Export, Module } from './module.ts';
import { exportedNames, statementExporting } from './passed-on.ts';
import type { Project } from './project.ts';
import { type Candidate, functionBehind, propertyKey, standsFor, valueOf } from './constants/stands-for.ts';
import type { FunctionNode, Node } from './tree.ts';

export interface Found {
  readonly name: string;
  /** The name for files: for a default export that of its function, else that of the file it stands in. */
  readonly fileStem: string;
  /** The generator function. */
  readonly node: FunctionNode;
  /** The module that the function stands in. */
  readonly module: Module;
  /** What is exported: the function, the class or object that holds it, or the call that primes it; where it is only passed on, the statement that does. */
  readonly exportNode: Node;
  /** The module that exports it. */
  readonly exporter: Module;
  /** Whether the module only passes it on. */
  readonly passedOn: boolean;
  /** Whether it is an async generator, which the compiler refuses. */
  readonly async: boolean;
  /** Whether it went through `primed`. */
  readonly primed: boolean;
  /** The same machine under the other names that the module exports it by. */
  readonly also: readonly Found[];
}

/**
 * The machines that the module exports, those too that it only passes on from another module of the project. A function that is
 * exported several times is found once, under the name that is exported first: a name of its own before `default`, either before
 * a member of a table, and that before a member of `default`.
 *
 *     findMachines(module, project).map((machine) => machine.name) // ['light', 'Lights.pedestrian']
 */
export function findMachines(module: Module, project: Project): Found[] {
  const all = exportedMachines(module, project, new Set());
  const found = new Map<FunctionNode, Found & { readonly also: Found[] }>();
  for (const machine of all.toSorted((a, b) => rank(a) - rank(b))) {
    const first = found.get(machine.node);
    if (first) first.also.push(machine);
    else found.set(machine.node, { ...machine, also: [] });
  }
  const position = (machine: Found): number => (machine.module === module ? machine.node : machine.exportNode).start;
  return [...found.values()].sort((a, b) => position(a) - position(b));
}

function rank({ name }: Found): number {
  if (name.startsWith('default.')) return 3;
  return name.includes('.') ? 2 : name === 'default' || name === 'export=' ? 1 : 0;
}

/** Under every name, in the order of the exports. `gathering`: the modules whose names are being gathered. */
function exportedMachines(module: Module, project: Project, gathering: ReadonlySet<Module>): Found[] {
  if (gathering.has(module)) return [];
  const inner = new Set([...gathering, module]);
  return exportedNames(module, project).flatMap((exported) => {
    const entry = module.exports.get(exported);
    if (entry?.typeOnly) return [];
    const at = ownCandidate(entry, module) ?? passedOn(exported, module, project);
    if (!at) return [];
    const exportNode = at.isOwn ? at.node : statementExporting(exported, module, project);
    const name = exported === 'export=' ? 'default' : exported;
    return machinesIn(at, project, inner).map((machine): Found => {
      const { node, module: home, path, primed } = machine;
      const stem = name === 'default' ? (nameOfDefault(entry, machine) ?? nameOfFile(home.path)) : name;
      return { name: [name, ...path].join('.'), fileStem: [stem, ...path].join('.'), node, module: home, exportNode, exporter: module, passedOn: !at.isOwn, async: node.async, primed, also: [] };
    });
  });
}

type Exported = Candidate & { readonly isOwn: boolean };

/** What the module itself declares for the export. */
function ownCandidate(entry: Export | undefined, module: Module): Exported | undefined {
  if (!entry || entry.from || entry.binding?.kind === 'import') return undefined;
  const node = entry.node ?? (entry.binding && declaredAs(entry.binding));
  return node && { node, module, primed: false, isOwn: true };
}

/** What another module declares for it: its value, or the identifier of the namespace that it is. */
function passedOn(exported: string, module: Module, project: Project): Exported | undefined {
  const found = project.lookupExport(exported, module);
  if (!found || 'package' in found) return undefined;
  const gathered = project.namespace(found.binding, found.module);
  if (gathered) return { node: gathered.program, module: gathered, primed: false, isOwn: false };
  const node = declaredAs(found.binding);
  return node && { node, module: found.module, primed: false, isOwn: false };
}

/** Nothing where it is set anew: then nobody knows which function it is. */
function declaredAs(binding: Binding): Node | undefined {
  return binding.assignments.length > 0 ? undefined : (valueOf(binding) ?? binding.declarations[0]);
}

interface Machine {
  readonly node: FunctionNode;
  readonly module: Module;
  readonly primed: boolean;
  readonly path: readonly string[];
}

/** The generator functions in a value: itself, or the members of an object, a class or a namespace, with the path to each. */
function machinesIn(candidate: Candidate, project: Project, gathering: ReadonlySet<Module>, within: ReadonlySet<Node> = new Set()): Machine[] {
  const { node, module, primed } = standsFor(candidate, project);
  if (within.has(node)) return [];
  const inner = new Set([...within, node]);
  const go = (value: Node): Machine[] => machinesIn({ node: value, module, primed: false }, project, gathering, inner);
  const member = (key: string | undefined, value: Node | null): Machine[] =>
    key === undefined || !value ? [] : go(value).map((machine) => ({ ...machine, path: [key, ...machine.path] }));
  switch (node.type) {
    case 'Program':
      return exportedMachines(module, project, gathering).map((found) => ({ ...found, path: found.name.split('.') }));
    case 'Identifier': {
      const binding = module.bindings.get(node);
      const gathered = binding && project.namespace(binding, module);
      return gathered ? machinesIn({ node: gathered.program, module: gathered, primed: false }, project, gathering, inner) : [];
    }
    case 'MemberExpression': {
      const behind = functionBehind(node, module, project);
      return behind ? machinesIn({ node: behind.fn as Node, module: behind.module, primed: primed || behind.primed }, project, gathering, inner) : [];
    }
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.generator && node.body ? [{ node, module, primed, path: [] }] : [];
    case 'ObjectExpression':
      return node.properties.flatMap((property) => (property.type === 'SpreadElement' ? go(property.argument) : property.kind === 'init' ? member(propertyKey(property), property.value) : []));
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.body.body.flatMap((element) => {
        if ((element.type !== 'MethodDefinition' && element.type !== 'PropertyDefinition') || !element.static) return [];
        // A decorator may make anything of it.
        if (element.decorators.length > 0) return [];
        return element.type === 'MethodDefinition' && element.kind !== 'method' ? [] : member(propertyKey(element), element.value);
      });
    default:
      return [];
  }
}

/** The name of what is exported as default: its own, or that of the variable that holds it. */
function nameOfDefault(entry: Export | undefined, machine: Machine): string | undefined {
  const declared = entry?.binding?.name;
  if (declared !== undefined) return declared;
  if (entry?.node?.type === 'ClassExpression') return entry.node.id?.name;
  return machine.path.length === 0 ? (machine.node.id?.name ?? nameOfArgument(entry?.node)) : undefined;
}

/** `averager` of `primed(averager)`. */
function nameOfArgument(node: Node | undefined): string | undefined {
  const argument = node?.type === 'CallExpression' ? node.arguments[0] : undefined;
  return argument?.type === 'Identifier' ? argument.name : undefined;
}

/** `light` of `machines/light.ts`, of `light.machine.ts` and of `light/index.ts`. */
function nameOfFile(path: string): string {
  const [file = '', folder] = path.split('/').reverse();
  const name = file.replace(/(?:\.machine)?\.[cm]?[jt]sx?$/, '');
  return name === 'index' && folder ? folder : name;
}
