/**
 * The machines of a module: a module in, every generator function that it exports out, in source order, under the
 * name a person calls it by (`light`, `default`, `Lights.pedestrian`, `devices.pump`).
 */
import type { Export, Module } from './module.ts';
import type { Project } from './project.ts';
import { type Candidate, propertyKey, standsFor, valueOf } from './stands-for.ts';
import type { FunctionNode, Node } from './tree.ts';

export interface Found {
  readonly name: string;
  /** The name for files: for a default export that of its function, else `default`. */
  readonly fileStem: string;
  /** The generator function. */
  readonly node: FunctionNode;
  /** The module that the function stands in. */
  readonly module: Module;
  /** What is exported: the function, the class or object that holds it, or the call that primes it. */
  readonly exportNode: Node;
  /** For a method: the class or the object that is `this` in it. */
  readonly thisObject?: Node;
  /** Whether it is an async generator, which the compiler refuses. */
  readonly async: boolean;
  /** Whether it went through `primed`. */
  readonly primed: boolean;
}

/**
 * The machines that the module exports. A function that is exported twice is found once, under the name that is
 * exported first. What the module only passes on from another one is that one's.
 *
 *     findMachines(module, project).map((machine) => machine.name) // ['light', 'Lights.pedestrian']
 */
export function findMachines(module: Module, project: Project): Found[] {
  const found = new Map<FunctionNode, Found>();
  for (const entry of module.exports.values()) {
    if (entry.typeOnly || entry.from || entry.binding?.kind === 'import') continue;
    const exportNode = entry.node ?? (entry.binding && valueOf(entry.binding)) ?? entry.binding?.declarations[0];
    if (!exportNode) continue;
    for (const machine of machinesIn({ node: exportNode, module, primed: false }, project)) {
      if (found.has(machine.node)) continue;
      const name = [entry.name, ...machine.path].join('.');
      const stem = entry.name === 'default' ? (nameOfDefault(entry, machine) ?? 'default') : entry.name;
      const { node, module: home, thisObject, primed } = machine;
      found.set(node, { name, fileStem: [stem, ...machine.path].join('.'), node, module: home, exportNode, thisObject, async: node.async, primed });
    }
  }
  const position = (machine: Found): number => (machine.module === module ? machine.node : machine.exportNode).start;
  return [...found.values()].sort((a, b) => position(a) - position(b));
}

interface Machine {
  readonly node: FunctionNode;
  readonly module: Module;
  readonly primed: boolean;
  readonly path: readonly string[];
  readonly thisObject?: Node;
}

/** The generator functions in a value: itself, or the members of an object or a class, with the path to each. */
function machinesIn(candidate: Candidate, project: Project, within: ReadonlySet<Node> = new Set()): Machine[] {
  const { node, module, primed } = standsFor(candidate, project);
  if (within.has(node)) return [];
  const inner = new Set([...within, node]);
  const member = (key: string | undefined, value: Node | null): Machine[] =>
    key === undefined || !value
      ? []
      : machinesIn({ node: value, module, primed: false }, project, inner).map((machine) => ({ ...machine, path: [key, ...machine.path], thisObject: machine.thisObject ?? node }));
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.generator && node.body ? [{ node, module, primed, path: [] }] : [];
    case 'ObjectExpression':
      return node.properties.flatMap((property) => (property.type === 'Property' && property.kind === 'init' ? member(propertyKey(property), property.value) : []));
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.body.body.flatMap((element) => {
        if ((element.type !== 'MethodDefinition' && element.type !== 'PropertyDefinition') || !element.static) return [];
        return element.type === 'MethodDefinition' && element.kind !== 'method' ? [] : member(propertyKey(element), element.value);
      });
    default:
      return [];
  }
}

/** The name of what is exported as default: its own, or that of the variable that holds it. */
function nameOfDefault(entry: Export, machine: Machine): string | undefined {
  const declared = entry.binding?.name;
  if (declared !== undefined) return declared;
  if (entry.node?.type === 'ClassExpression') return entry.node.id?.name;
  return machine.path.length === 0 ? (machine.node.id?.name ?? nameOfArgument(entry.node)) : undefined;
}

/** `averager` of `primed(averager)`. */
function nameOfArgument(node: Node | undefined): string | undefined {
  const argument = node?.type === 'CallExpression' ? node.arguments[0] : undefined;
  return argument?.type === 'Identifier' ? argument.name : undefined;
}
