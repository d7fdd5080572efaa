/**
 * What code that changes a list or a collection in place leaves behind, where it plainly does:
 *
 *     queue.push(x)      →   queue.length > 0
 *     queue.length = 0   →   queue.length === 0
 *     open.add(id)       →   open.size > 0, open.has(id)
 *     order.items = []   →   order.items.length === 0
 *
 * Only where the change is the last thing that the code does, on every way through it; and where it belongs to nobody else
 * (`settle` has forgotten all that was known of it, and of every other name that it may have).
 */
import { isFunction } from '../../flow/contents.ts';
import { bareOf } from '../../flow/places.ts';
import type { Node } from '../../syntax/tree.ts';
import { evaluate, type Scope } from '../run/evaluate.ts';
import { binary, constantIn, index, member } from './fold.ts';
import { assume } from './knowledge.ts';
import { placeOf } from '../variables/field.ts';
import { isText, rangeOf, resolve } from './possible.ts';
import { anything, count, exactly, plus, type Range } from './range.ts';
import { presentScope, type Run, scopeOf } from '../run/state.ts';
import { constantTerm, isLate, someTerm, type Term } from './term.ts';

interface Growth {
  readonly receiver: Node;
  readonly property: 'length' | 'size';
  readonly after: Range;
  /** What is known of the parts then, in the names of a scope. */
  readonly parts: (receiver: Term, scope: Scope) => readonly (readonly [term: Term, value: boolean])[];
}

/** Asked before the code is kept; what comes back is called when it has been. */
export function grow(state: Run, nodes: readonly Node[]): () => void {
  const [node, more] = nodes;
  const change = node && !more ? lastChange(state, node.type === 'ExpressionStatement' ? node.expression : node) : undefined;
  const growth = change && growthOf(state, change);
  return () => {
    if (!growth) return;
    const [now, present] = [scopeOf(state), presentScope(state)];
    const receiver = evaluate(now, growth.receiver);
    // Nobody knows what has become of it.
    if (!isLate(receiver)) return;
    for (const [term, value] of said(growth, receiver, now)) assume(state.knowledge, term, value);
    for (const [term, value] of said(growth, evaluate(present, growth.receiver), present)) state.tested.push({ term, value, since: state.versions.count });
  };
}

function said({ property, after, parts }: Growth, receiver: Term, scope: Scope): readonly (readonly [Term, boolean])[] {
  return [...sizeFacts(member(receiver, property, false), after), ...parts(receiver, scope)];
}

/** What a size in the range is known to be, in the words in which it is asked. */
export function sizeFacts(size: Term, { low, high }: Range): readonly (readonly [Term, boolean])[] {
  const than = (operator: string, value: number): Term => binary(operator, size, number(value));
  if (low > high) return [];
  return [...(low === high ? [[than('===', low), true] as const] : []), ...(low > 0 || high === 0 ? [[than('>', 0), low > 0] as const] : [])];
}

function number(value: number): Term {
  return constantTerm({ kind: 'number', value });
}

export type Change = (Node & { type: 'CallExpression' }) | (Node & { type: 'AssignmentExpression' });

/** The one change that the expression makes, last of all: what stands around it only looks at what it gives. */
function lastChange(state: Run, given: Node): Change | undefined {
  const { machine } = state;
  const node = bareOf(given);
  const beside = (inner: Node, others: readonly Node[]): Change | undefined => (others.every((other) => machine.pure(other)) ? lastChange(state, inner) : undefined);
  switch (node.type) {
    case 'CallExpression':
      return methodOf(node) === undefined ? undefined : node;
    case 'AssignmentExpression':
      return node.operator === '=' && node.left.type === 'MemberExpression' ? node : undefined;
    case 'UnaryExpression':
      return node.operator === 'delete' ? undefined : lastChange(state, node.argument);
    case 'BinaryExpression':
      return machine.pure(node.right) ? beside(node.left as Node, [node.right]) : beside(node.right, [node.left as Node]);
    case 'LogicalExpression':
      return beside(node.left, [node.right]);
    case 'ConditionalExpression':
      return beside(node.test, [node.consequent, node.alternate]);
    default:
      return undefined;
  }
}

/** `push` of `list.push(x)`. */
export function methodOf(call: Node & { type: 'CallExpression' }): { object: Node; name: string } | undefined {
  const { callee } = call;
  if (call.optional || callee.type !== 'MemberExpression' || callee.computed || callee.optional || callee.property.type !== 'Identifier') return undefined;
  return { object: callee.object, name: callee.property.name };
}

function growthOf(state: Run, change: Change): Growth | undefined {
  if (change.type === 'AssignmentExpression') return assignedPart(state, change);
  const { object, name } = methodOf(change)!;
  const { graph, typing, pure } = state.machine;
  if (!placeOf(graph, object) || !pure(object)) return undefined;
  const type = typing.ofNode(object);
  if (type.kind === 'array') return grownList(state, object, name, change.arguments as readonly Node[]);
  if (type.kind === 'instance' && (type.name === 'Set' || type.name === 'Map') && !graph.module.scope.bindings.has(type.name)) return grownCollection(state, object, name, type.name, change.arguments as readonly Node[]);
  return undefined;
}

/** `list.length = 0`, `order.items = []`, `order.open = false` */
function assignedPart(state: Run, { left, right }: Node & { type: 'AssignmentExpression' }): Growth | undefined {
  const { machine } = state;
  if (left.type !== 'MemberExpression' || left.computed || left.property.type !== 'Identifier' || !placeOf(machine.graph, left.object) || !machine.pure(right)) return undefined;
  const type = machine.typing.ofNode(left.object);
  const value = evaluate(scopeOf(state), right);
  const constant = constantIn(resolve(state.knowledge, value));
  if (type.kind === 'array') return left.property.name === 'length' && constant?.kind === 'number' ? { receiver: left.object, property: 'length', after: exactly(constant.value), parts: () => [] } : undefined;
  // A setter may do anything.
  if (type.kind !== 'object') return undefined;
  const property = machine.typing.ofNode(left).kind === 'array' ? 'length' : 'size';
  return { receiver: left, property, after: constant ? anything : rangeOf(state.knowledge, member(value, property, false)), parts: (place) => (constant ? [[binary('===', place, constantTerm(constant)), true]] : []) };
}

function grownList(state: Run, receiver: Node, method: string, given: readonly Node[]): Growth | undefined {
  const before = given.every((argument) => looks(state, argument)) ? rangeOf(state.knowledge, member(evaluate(scopeOf(state), receiver), 'length', false)) : count;
  const became = (after: Range, parts: Growth['parts'] = () => []): Growth => ({ receiver, property: 'length', after, parts });
  const isSpread = given.some((argument) => argument.type === 'SpreadElement');
  const plain = given.filter((argument) => argument.type !== 'SpreadElement').length;
  switch (method) {
    case 'push':
    case 'unshift': {
      const edge = method === 'push' ? given.at(-1) : given[0];
      return became(plus(before, { ...count, low: plain, high: isSpread ? Infinity : plain }), (list, scope) => (edge && edge.type !== 'SpreadElement' ? edgeFacts(state, receiver, list, method, edge, scope) : []));
    }
    case 'pop':
    case 'shift':
      return became(fewer(before));
    case 'splice':
      if (given.length === 1 && given[0]?.type === 'Literal' && (given[0] as { value: unknown }).value === 0) return became(exactly(0));
      return isSpread ? undefined : became({ ...count, low: Math.max(0, plain - 2) });
    case 'sort':
    case 'reverse':
    case 'fill':
      return became(before);
    default:
      return undefined;
  }
}

/** Whether evaluating the argument, or what is done with it at once, changes nothing. */
function looks(state: Run, argument: Node): boolean {
  const node = argument.type === 'SpreadElement' ? argument.argument : argument;
  return isFunction(node) ? node.type === 'ArrowFunctionExpression' && node.expression && state.machine.pure(node.body as Node) : state.machine.pure(node);
}

function fewer({ low, high }: Range): Range {
  return { ...count, low: Math.max(low - 1, 0), high: Math.max(high - 1, 0) };
}

/** What was put at the end, or at the beginning, is found there. */
function edgeFacts(state: Run, receiver: Node, list: Term, method: 'push' | 'unshift', edge: Node, scope: Scope): readonly (readonly [Term, boolean])[] {
  const item = steadyTerm(state, receiver, edge, scope);
  const isSame = item && (constantIn(item) !== undefined || isText(state.knowledge, item));
  if (!isSame) return [];
  const at: Term = { kind: 'call', callee: { kind: 'member', object: list, property: 'at', optional: false }, arguments: [number(method === 'push' ? -1 : 0)], isNew: false };
  const element = index(list, method === 'push' ? binary('-', member(list, 'length', false), number(1)) : number(0), false);
  return [[binary('===', at, item), true], [binary('===', element, item), true]];
}

/** An argument that is the same when it is evaluated again after the change. */
function steadyTerm({ machine }: Run, receiver: Node, argument: Node, scope: Scope): Term | undefined {
  const changed = machine.aliases(placeOf(machine.graph, receiver)!.binding);
  if (!machine.pure(argument) || [...machine.usage(argument).reads].some((binding) => changed.has(binding))) return undefined;
  const term = evaluate(scope, argument);
  return someTerm(term, (inner) => inner.kind === 'call' || inner.kind === 'source' || inner.kind === 'object' || inner.kind === 'updated' || inner.kind === 'array' || inner.kind === 'function') ? undefined : term;
}

function grownCollection(state: Run, receiver: Node, method: string, kind: 'Set' | 'Map', given: readonly Node[]): Growth | undefined {
  if (given.some((argument) => argument.type === 'SpreadElement')) return undefined;
  const quiet = given.every((argument) => looks(state, argument));
  const collection = evaluate(scopeOf(state), receiver);
  const before = quiet ? rangeOf(state.knowledge, member(collection, 'size', false)) : count;
  const [key, value] = given;
  const became = (after: Range, has?: boolean): Growth => ({
    receiver,
    property: 'size',
    after,
    parts: (now, scope) => {
      const item = has !== undefined && key ? steadyTerm(state, receiver, key, scope) : undefined;
      if (!item) return [];
      const held = has && kind === 'Map' && value ? constantIn(resolve(state.knowledge, steadyTerm(state, receiver, value, scope) ?? now)) : undefined;
      return [[called(now, 'has', item), has!], ...(held ? [[binary('===', called(now, 'get', item), constantTerm(held)), true] as const] : [])];
    },
  });
  switch (method) {
    case 'add':
    case 'set':
      return became({ ...count, low: Math.max(before.low, 1), high: before.high + 1 }, true);
    case 'delete':
      return became({ ...before, low: Math.max(before.low - 1, 0) }, false);
    case 'clear':
      return became(exactly(0));
    default:
      return undefined;
  }
}

export function called(object: Term, method: string, argument: Term): Term {
  return { kind: 'call', callee: { kind: 'member', object, property: method, optional: false }, arguments: [argument], isNew: false };
}
