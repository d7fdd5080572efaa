/**
 * The machines of a module: a module in, every generator function that it exports out, in source order, under the
 * name a person calls it by (`light`, `default`, `Lights.pedestrian`, `devices.pump`).
 */
import type { Binding, Export, Module } from './module.ts';
import type { Project } from './project.ts';
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

interface Candidate {
  readonly node: Node;
  readonly module: Module;
  readonly primed: boolean;
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
  const { node, module, primed } = settle(candidate, project);
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
      return node.properties.flatMap((property) => (property.type === 'Property' && property.kind === 'init' ? member(keyOf(property), property.value) : []));
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.body.body.flatMap((element) => {
        if ((element.type !== 'MethodDefinition' && element.type !== 'PropertyDefinition') || !element.static) return [];
        return element.type === 'MethodDefinition' && element.kind !== 'method' ? [] : member(keyOf(element), element.value);
      });
    default:
      return [];
  }
}

/** Sees through what does not change the value: names, `primed(…)`, `Object.freeze(…)`, `as const`, `satisfies`, `!`. */
function settle(candidate: Candidate, project: Project): Candidate {
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
function valueOf(binding: Binding): Node | undefined {
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
  return !isMember && source.binding.name === 'primed' && source.module.text.includes(PRIMED_KEY);
}

/** The key by which copies of `primed` know each other: what declares it is `primed`, also where it is no package. */
const PRIMED_KEY = "Symbol.for('yieldchart.primed')";

function isFreeze(callee: Node, module: Module): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || callee.object.name !== 'Object') return false;
  return callee.property.type === 'Identifier' && callee.property.name === 'freeze' && !module.bindings.has(callee.object);
}

function keyOf(member: { computed: boolean; key: Node }): string | undefined {
  const { key } = member;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')) return String(key.value);
  return key.type === 'Identifier' && !member.computed ? key.name : undefined;
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
