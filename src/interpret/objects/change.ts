/**
 * What a piece of code may change in place: `stack.push(x)`, `model.on = true`, `tasks.shift()`, `fill(list)`.
 *
 * Code in, the machine's variables out whose objects, or parts of them, it may change: found by the shape of the code, and by which
 * variables may share an object (`alias.ts`). What is not known to leave an object alone may change it.
 */
import { isFunction } from '../../flow/contents.ts';
import { bareOf, targetsIn } from '../../flow/places.ts';
import { readType } from '../../syntax/types/annotation.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { pushChildren } from '../../syntax/walk.ts';
import { parameterLeftAlone } from './alone.ts';
import { isFixed } from '../variables/fixed.ts';
import { isForeign } from './given.ts';
import type { Machine } from '../machine.ts';
import { onceInGraph } from '../code/once.ts';
import { mutators } from '../code/readers.ts';
import { functionIn, rootsOf } from './roots.ts';
import { excludeConstants, isOf, isSteadyType } from '../values/type-parts.ts';

type Asked = Pick<Machine, 'graph' | 'typing' | 'pure' | 'aliases' | 'project'>;

/** The variables whose objects the code may change in place; those of others (parameters) are left out. */
export const changedIn = onceInGraph((machine: Asked, node): ReadonlySet<Binding> => {
  const found = new Set<Binding>();
  for (const root of touchedIn(machine, node)) {
    for (const other of machine.aliases(root)) if (!isForeign(machine.graph, other) && !isFixed(machine.graph, other)) found.add(other);
  }
  return found;
});

/** Which changes are asked for: those that the code makes itself, those that whoever it gives an object to may make, or both. */
type Made = 'itself' | 'by others' | 'at all';

/** The variables, whoever's they are, through which the code reaches what it may change. */
export function touchedIn(machine: Asked, node: Node, made: Made = 'at all'): ReadonlySet<Binding> {
  return touching[made](machine, node);
}

const touching = {
  itself: onceInGraph((machine: Asked, node) => reachedIn(machine, node, 'itself', new Set())),
  'by others': onceInGraph((machine: Asked, node) => reachedIn(machine, node, 'by others', new Set())),
  'at all': onceInGraph((machine: Asked, node) => reachedIn(machine, node, 'at all', new Set())),
};

function reachedIn(machine: Asked, node: Node, made: Made, seen: Set<Node>): ReadonlySet<Binding> {
  const found = new Set<Binding>();
  if (seen.has(node)) return found;
  seen.add(node);
  const touch = (at: Node): void => {
    for (const root of rootsOf(machine, at)) found.add(root);
  };
  const stack: Node[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (made !== 'by others') for (const target of targetsOf(at)) touch(target);
    if (at.type === 'CallExpression' || at.type === 'NewExpression') for (const target of givenAway(machine, at, made)) touch(target);
    if (made !== 'by others' && at.type === 'MemberExpression' && !machine.pure(at) && machine.pure(at.object)) touch(at.object);
    if (made !== 'itself' && at.type === 'TaggedTemplateExpression') at.quasi.expressions.forEach(touch);
    if (at.type === 'Identifier') {
      const body = ownFunction(machine, at);
      if (body) for (const root of reachedIn(machine, body, made, seen)) found.add(root);
    }
    pushChildren(stack, at);
  }
  return found;
}

/** The objects whose parts are assigned to, counted up or deleted. */
function targetsOf(node: Node): Node[] {
  switch (node.type) {
    case 'AssignmentExpression':
    case 'ForOfStatement':
    case 'ForInStatement':
      return membersIn(node.left as Node);
    case 'UpdateExpression':
      return membersIn(node.argument as Node);
    case 'UnaryExpression':
      return node.operator === 'delete' ? membersIn(node.argument) : [];
    default:
      return [];
  }
}

/** The variables whose objects' parts a target assigns to: `a.b`, `[a.b, c]`, `{ x: a.b = 1 }`. */
export function assignedTo(machine: Asked, target: Node): Set<Binding> {
  return new Set(membersIn(target).flatMap((object) => [...rootsOf(machine, object)]));
}

function membersIn(target: Node): Node[] {
  return targetsIn(target).flatMap((place) => (place.type === 'MemberExpression' ? [place.object] : []));
}

/** The function of the machine that a name stands for. */
function ownFunction(machine: Asked, name: Node): Node | undefined {
  const binding = machine.graph.bindingOf(name);
  return binding && machine.graph.isLocal(binding) ? functionIn(binding) : undefined;
}

/** What of its receiver and its arguments a call may change. */
function givenAway(machine: Asked, call: Node & { type: 'CallExpression' | 'NewExpression' }, made: Made): Node[] {
  if (machine.pure(call)) return [];
  const known = inPlace(machine, call);
  if (known) return made === 'by others' ? [] : known;
  if (made === 'itself') return [];
  const spread = call.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  const places = call.arguments.map((argument, at) => ({ node: (argument.type === 'SpreadElement' ? argument.argument : argument) as Node, at: spread < 0 || at < spread ? at : Infinity })).filter(({ node }) => !isFunction(node));
  const given = places.map(({ node }) => node);
  const callee = bareOf(call.callee);
  if (callee.type === 'Identifier') {
    const binding = machine.graph.bindingOf(callee);
    if (!binding) return harmless.has(callee.name) || call.type === 'NewExpression' ? [] : given;
    // What a function of the machine does is looked for where it is named; its parameters share with its arguments.
    if (machine.graph.isLocal(binding) && ownFunction(machine, callee)) return [];
    const leavesAlone = (at: number): boolean => (machine.graph.isLocal(binding) ? takesToRead(machine, binding, at) : parameterLeftAlone(binding, at, machine.graph.homeOf(binding), machine.project));
    return places.flatMap(({ node, at }) => (leavesAlone(at) ? [] : [node]));
  }
  if (callee.type !== 'MemberExpression') return [...given, callee];
  if (made === 'by others') return callee.object.type === 'Identifier' && !machine.graph.bindingOf(callee.object) && readers.has(callee.object.name) ? [] : given;
  if (callee.computed || callee.property.type !== 'Identifier') return [...given, callee.object];
  if (callee.object.type === 'Identifier' && !machine.graph.bindingOf(callee.object)) return readers.has(callee.object.name) ? [] : given;
  return [...given, callee.object];
}

/** Whether a function that came in says that it only reads what it takes there: `(tune: readonly string[]) => void`. */
function takesToRead({ graph, project }: Asked, callee: Binding, at: number): boolean {
  const annotation = (callee.identifier as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation?.typeAnnotation;
  const parameter = annotation?.type === 'TSFunctionType' ? (annotation.params[at] as { typeAnnotation?: { typeAnnotation: Node } | null } | undefined) : undefined;
  return Boolean(parameter?.typeAnnotation) && isSteadyType(readType(parameter!.typeAnnotation!.typeAnnotation as never, graph.moduleOf(callee.identifier), project));
}

/** What a method that everyone has changes in place; nothing where nobody knows the method. */
function inPlace(machine: Asked, call: Node & { type: 'CallExpression' | 'NewExpression' }): Node[] | undefined {
  const callee = bareOf(call.callee);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined;
  const method = callee.property.name;
  if (callee.object.type === 'Identifier' && !machine.graph.bindingOf(callee.object)) return changers[callee.object.name]?.has(method) ? (call.arguments.slice(0, 1) as Node[]) : undefined;
  const type = excludeConstants(machine.typing.ofNode(callee.object), [{ kind: 'null' }, { kind: 'undefined' }]);
  if (isOf(type, 'string') || isOf(type, 'number') || isOf(type, 'boolean') || isOf(type, 'bigint')) return [];
  if (type.kind === 'array' || (type.kind === 'instance' && ['Map', 'Set', 'WeakMap', 'WeakSet'].includes(type.name))) return mutators.has(method) ? [callee.object] : [];
  if (type.kind === 'instance' && type.name === 'Date') return method.startsWith('set') ? [callee.object] : [];
  return type.kind === 'instance' && type.name === 'RegExp' ? [callee.object] : undefined;
}

/** Functions that everyone has, and that change nothing they are given. */
const harmless = new Set('Array String Number Boolean BigInt Symbol parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent setTimeout clearTimeout setInterval clearInterval queueMicrotask requestAnimationFrame cancelAnimationFrame fetch structuredClone alert confirm prompt btoa atob'.split(' '));

const changers: Readonly<Record<string, ReadonlySet<string>>> = {
  Object: new Set('assign defineProperty defineProperties setPrototypeOf freeze seal preventExtensions'.split(' ')),
  Reflect: new Set('set defineProperty deleteProperty setPrototypeOf preventExtensions apply construct'.split(' ')),
};
const readers = new Set('console Math JSON Object Reflect Array Number String BigInt Date Symbol Promise Intl crypto performance'.split(' '));
