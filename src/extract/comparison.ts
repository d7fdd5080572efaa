/**
 * The strings that what arrives (or its `type`) is compared with: a graph in, the names of events out. Where the event is
 * handed to a function of the code, the comparisons in that function are the machine's too.
 */
import { isFunction } from '../flow/contents.ts';
import { type Graph, type Instruction } from '../flow/graph.ts';
import { fixedValue } from '../interpret/variables/fixed.ts';
import { constantOf } from '../syntax/constants/constant.ts';
import type { Binding, Module } from '../syntax/module.ts';
import type { Project } from '../syntax/project.ts';
import { standsFor } from '../syntax/constants/stands-for.ts';
import type { Expression, FunctionNode, Node } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';

export interface Compared {
  readonly type: string;
  /** `string` where the event itself is compared, `object` where its `type` is. */
  readonly form: 'string' | 'object';
  /** What it is compared with. */
  readonly node: Node;
}

/** In source order: the machine's own module first, each event where it is compared with first. */
export function comparisonsIn(graph: Graph, project: Project): Compared[] {
  const search: Search = { graph, project, whole: new Set(graph.blocks.flatMap(({ terminal }) => (terminal.kind === 'yield' ? [terminal.received] : []))), types: new Set(), functions: new Map() };
  const code = graph.blocks.flatMap((block) => [...block.instructions.flatMap(partsOf), ...(block.terminal.kind === 'branch' ? [block.terminal.test] : 'value' in block.terminal && block.terminal.value ? [block.terminal.value] : [])]);
  const everywhere = (look: (node: Node, place: Place) => void): void => {
    for (const node of code) walk(node as Node, (at) => look(at, placeIn(graph, at)));
    for (const [fn, place] of search.functions) walk(fn, (at) => look(at, place));
  };
  for (let before = -1; before !== sizeOf(search); ) {
    before = sizeOf(search);
    for (const block of graph.blocks) for (const instruction of block.instructions) bound(search, instruction);
    everywhere((node, place) => spread(search, node, place));
  }
  const found = new Map<string, Compared & { readonly order: number }>();
  everywhere((node, place) => {
    for (const one of comparedIn(search, node, place)) {
      const key = `${one.form} ${one.type}`;
      const order = (place.module.path === graph.module.path ? 0 : 1e9) + one.node.start;
      if (order < (found.get(key)?.order ?? Number.POSITIVE_INFINITY)) found.set(key, { ...one, order });
    }
  });
  return [...found.values()].sort((a, b) => a.order - b.order);
}

interface Search {
  readonly graph: Graph;
  readonly project: Project;
  /** The names of what has arrived, and those of its `type`. */
  readonly whole: Set<Binding>;
  readonly types: Set<Binding>;
  /** The functions that either is handed to. */
  readonly functions: Map<Node, Place>;
}

/** How the names of a piece of code are looked up. */
interface Place {
  readonly module: Module;
  readonly bindingOf: (node: Node) => Binding | undefined;
}

function placeIn(graph: Graph, node: Node): Place {
  return { module: graph.moduleOf(node), bindingOf: graph.bindingOf };
}

function sizeOf({ whole, types, functions }: Search): number {
  return whole.size + types.size + functions.size;
}

function partsOf(instruction: Instruction): Expression[] {
  if (instruction.kind === 'attempt') return partsOf(instruction.instruction);
  if (instruction.kind === 'evaluate') return [instruction.expression];
  return instruction.kind === 'bind' && instruction.value ? [instruction.value] : [];
}

function bound(search: Search, instruction: Instruction): void {
  if (instruction.kind === 'attempt') bound(search, instruction.instruction);
  else if (instruction.kind === 'bind' && instruction.value) given(search, instruction.target as Node, instruction.value, placeIn(search.graph, instruction.node));
}

/** The names that a node of the source gives to the event: a declaration, an assignment, the parameters of what is called. */
function spread(search: Search, node: Node, place: Place): void {
  if (node.type === 'VariableDeclarator' && node.init) given(search, node.id as Node, node.init, place);
  if (node.type === 'AssignmentExpression' && node.operator === '=') given(search, node.left as Node, node.right, place);
  if (node.type !== 'CallExpression') return;
  const arrived = node.arguments.map((argument) => isWhole(search, argument as Node, place) || isType(search, argument as Node, place));
  if (!arrived.includes(true)) return;
  const called = calledBy(search, node.callee, place);
  if (!called) return;
  search.functions.set(called.fn, called.place);
  for (const [at, parameter] of called.fn.params.entries()) {
    const argument = node.arguments[at] as Node | undefined;
    if (argument && arrived[at]) hand(search, parameter as Node, isWhole(search, argument, place) ? 'whole' : 'types', called.place);
  }
}

function given(search: Search, target: Node, value: Node, place: Place): void {
  const what = isWhole(search, value, place) ? 'whole' : isType(search, value, place) ? 'types' : undefined;
  if (what) hand(search, target, what, place);
}

function hand(search: Search, target: Node, what: 'whole' | 'types', place: Place): void {
  if (target.type === 'AssignmentPattern') return hand(search, target.left as Node, what, place);
  if (target.type === 'Identifier') {
    const binding = place.bindingOf(target);
    if (binding) search[what].add(binding);
  }
  if (target.type !== 'ObjectPattern' || what !== 'whole') return;
  for (const property of target.properties) {
    if (property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name === 'type') hand(search, property.value as Node, 'types', place);
  }
}

/** A function that the call always calls: one of the machine's own, or of its modules. */
function calledBy({ graph, project }: Search, callee: Node, place: Place): { fn: FunctionNode; place: Place } | undefined {
  if (callee.type !== 'Identifier') return undefined;
  const binding = place.bindingOf(callee);
  if (!binding || binding.assignments.length > 0) return undefined;
  const isOurs = graph.isLocal(binding);
  const declared = isOurs ? { binding, module: place.module } : project.lookup(binding, place.module);
  if (!declared || !('binding' in declared)) return undefined;
  const declaration = declared.binding.declarations.find(({ type }) => type === 'FunctionDeclaration') ?? declared.binding.declarations[0];
  const fn = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  if (!fn || !isFunction(fn)) return undefined;
  const { module } = declared;
  return { fn: fn as FunctionNode, place: isOurs ? placeIn(graph, fn) : { module, bindingOf: (node) => module.bindings.get(node) } };
}

function isWhole(search: Search, node: Node, place: Place): boolean {
  const binding = bindingAt(node, place);
  return binding !== undefined && search.whole.has(binding);
}

function isType(search: Search, node: Node, place: Place): boolean {
  const bare = strip(node);
  const binding = bindingAt(bare, place);
  if (binding && search.types.has(binding)) return true;
  // `event && event.type`
  if (bare.type === 'LogicalExpression' && bare.operator === '&&') return isWhole(search, bare.left, place) && isType(search, bare.right, place);
  return bare.type === 'MemberExpression' && !bare.computed && (bare.property as { name?: string }).name === 'type' && isWhole(search, bare.object, place);
}

function bindingAt(node: Node, place: Place): Binding | undefined {
  const bare = strip(node);
  return bare.type === 'Identifier' ? place.bindingOf(bare) : undefined;
}

/** `event === 'go'`, `case 'go':`, `['go', 'run'].includes(event)`, `COMMANDS.has(event)`; with literals, or constants of the code. */
function comparedIn(search: Search, node: Node, place: Place): Compared[] {
  const subject = (at: Node): 'string' | 'object' | undefined => (isWhole(search, at, place) ? 'string' : isType(search, at, place) ? 'object' : undefined);
  const among = (form: 'string' | 'object' | undefined, others: readonly Node[]): Compared[] => (form ? others.flatMap((other) => stringsOf(search, other, place).map((type) => ({ type, form, node: other }))) : []);
  switch (node.type) {
    case 'BinaryExpression':
      if (!['===', '!==', '==', '!='].includes(node.operator)) return [];
      return [...among(subject(node.left as Node), [node.right]), ...among(subject(node.right), [node.left as Node])];
    case 'SwitchStatement':
      return among(subject(node.discriminant), node.cases.flatMap(({ test }) => (test ? [test] : [])));
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier' || node.arguments.length !== 1) return [];
      const form = subject(node.arguments[0] as Node);
      const items = form && itemsOf(search, callee.object, callee.property.name, place);
      return items ? among(form, items.nodes).concat(items.strings.map((type) => ({ type, form: form!, node: callee.object }))) : [];
    }
    default:
      return [];
  }
}

/** What is asked of in `list.includes(…)` and `set.has(…)`: items that are written there, or those of a constant. */
function itemsOf({ graph, project }: Search, given: Node, method: string, { module, bindingOf }: Place): { nodes: readonly Node[]; strings: readonly string[] } | undefined {
  if (method !== 'includes' && method !== 'has') return undefined;
  const binding = bindingOf(given);
  const object = (binding && graph.isLocal(binding) && fixedValue(graph, binding)) || given;
  const found = standsFor({ node: object, module, primed: false }, project);
  const list = method === 'has' ? (found.node.type === 'NewExpression' && found.node.callee.type === 'Identifier' && found.node.callee.name === 'Set' ? found.node.arguments[0] : undefined) : found.node;
  if (!list) return undefined;
  if (list.type === 'ArrayExpression' && found.node === object) return { nodes: list.elements.filter((element) => element !== null) as Node[], strings: [] };
  const value = constantOf(list as Expression, found.module, project);
  return value?.kind === 'array' ? { nodes: [], strings: value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : [])) } : undefined;
}

function stringsOf({ project }: Search, node: Node, { module }: Place): readonly string[] {
  const value = constantOf(node as Expression, module, project);
  return value?.kind === 'string' ? [value.value] : [];
}

function strip(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return strip(node.expression);
    default:
      return node;
  }
}
