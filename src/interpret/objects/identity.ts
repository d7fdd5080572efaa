/**
 * Whose identity is asked for: variables whose objects are told from one another with `===`, or looked for in a collection. What is put
 * in for a name (`[]`, `() => 1`) is another object wherever it stands, so it must not be put in for these.
 *
 *     let heap = coins;  …  coins === heap      →   `coins` and `heap` are remembered by their names
 *
 * Backwards from what is compared, along whatever hands an object on, with the property under which it was found.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Graph, Instruction } from '../../flow/graph.ts';
import { bareOf, rootOf, targetsIn } from '../../flow/places.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Type } from '../../syntax/types/type.ts';
import { walk } from '../../syntax/walk.ts';
import { fixedValue } from '../variables/fixed.ts';
import { isGiven } from './given.ts';
import { listOf } from '../list-of.ts';
import { Unsupported } from '../machine.ts';
import { mutators } from '../code/readers.ts';
import { isPrimitive, membersOf } from '../values/type-parts.ts';
import type { Typing } from '../values/typing.ts';

type Subject = { readonly graph: Graph; readonly typing: Typing };

/** Under any property, or as any item. */
const anywhere = '*';

/** The variables whose objects may be told from others, and those of them that may hold an object of the module or of a parameter. */
export interface Told {
  /** Whether anything in the code of the machine tells objects from one another. */
  readonly isAsked: boolean;
  readonly has: (binding: Binding) => boolean;
  readonly mayBeOfOthers: (binding: Binding) => boolean;
}

/** Refuses the machine where a function of its own is told from others, or a part of a constant of its own. */
export function toldApart(subject: Subject): Told {
  const { graph, typing } = subject;
  const all = expressionsIn(graph);
  const asked = all.flatMap((node) => operandsOf(subject, node));
  if (asked.length === 0) return { isAsked: false, has: () => false, mayBeOfOthers: () => false };
  const given = givenIn(graph, all);
  const found = new Map<Binding, Set<string | undefined>>();
  const takers = new Map<Binding, Set<Binding>>();
  const ofOthers = new Set<Binding>();
  const visit = (binding: Binding, key: string | undefined, by: Binding | undefined): void => {
    if (typing.isPlain(binding)) return;
    if (by) takers.set(binding, (takers.get(binding) ?? new Set()).add(by));
    if (isGiven(graph, binding) && mayBeObject(typing.ofBinding(binding), key)) ofOthers.add(binding);
    const keys = found.get(binding) ?? new Set();
    if (keys.has(key)) return;
    found.set(binding, keys.add(key));
    for (const { value, part } of given.get(binding) ?? []) {
      if (part === 'of it') come(value, key ?? anywhere, binding);
      else if (part === 'whole') come(value, key, binding);
      else if (key !== undefined) for (const one of [undefined, key]) come(value, one, binding);
    }
  };
  const come = (from: Node, key: string | undefined, by: Binding | undefined): void => {
    const node = bareOf(from);
    if (isPrimitive(typing.ofNode(node))) return;
    switch (node.type) {
      case 'Identifier': {
        const binding = graph.bindingOf(node);
        if (binding && graph.isLocal(binding)) visit(binding, key, by);
        else if (binding && by && mayBeObject(typing.ofNode(node), key)) ofOthers.add(by);
        return;
      }
      case 'MemberExpression':
        return come(node.object, key ?? (node.computed || node.property.type !== 'Identifier' ? anywhere : node.property.name), by);
      case 'ConditionalExpression':
        for (const arm of [node.consequent, node.alternate]) come(arm, key, by);
        return;
      case 'LogicalExpression':
        for (const side of [node.left, node.right]) come(side, key, by);
        return;
      case 'AssignmentExpression':
        return come(node.right, key, by);
      case 'SequenceExpression':
        return come(node.expressions.at(-1)!, key, by);
      case 'SpreadElement':
        return come(node.argument, key, by);
      case 'ObjectExpression':
        for (const property of node.properties) {
          if (property.type !== 'Property') come(property as Node, key, by);
          else if (key !== undefined) within(property.value as Node, key, by, property.computed || property.key.type !== 'Identifier' || key === anywhere || property.key.name === key);
        }
        return;
      case 'ArrayExpression':
        if (key !== undefined) for (const element of node.elements) if (element) within(element as Node, key, by, key === anywhere);
        return;
      case 'NewExpression':
        for (const argument of node.arguments) come(argument as Node, key ?? anywhere, by);
        return;
      case 'CallExpression':
        if (bareOf(node.callee).type === 'MemberExpression') come((bareOf(node.callee) as Node & { type: 'MemberExpression' }).object, key ?? anywhere, by);
        for (const argument of node.arguments) if (!isFunction(argument as Node)) come(argument as Node, key, by);
    }
  };
  const within = (part: Node, key: string, by: Binding | undefined, isIt: boolean): void => {
    come(part, key, by);
    if (isIt) come(part, undefined, by);
  };
  for (const operand of asked) come(operand, undefined, undefined);
  for (const [binding, keys] of found) refuseFixed(graph, binding, keys);
  for (const one of ofOthers) for (const taker of takers.get(one) ?? []) ofOthers.add(taker);
  return { isAsked: true, has: (binding) => found.has(binding), mayBeOfOthers: (binding) => ofOthers.has(binding) };
}

/** Whether it may be an object; or, of a key, whether something in it may be. */
function mayBeObject(type: Type, key: string | undefined): boolean {
  return membersOf(type).some((one) => {
    if (one.kind === 'array') return key === undefined || mayBeObject(one.element, undefined);
    if (one.kind === 'object') return key === undefined || one.fields.some((field) => mayBeObject(field.type, undefined) || mayBeObject(field.type, key));
    return one.kind === 'instance' || one.kind === 'unknown';
  });
}

const none: readonly Node[] = [];
const equalities = new Set(['===', '!==', '==', '!=']);
const seekers = new Set('includes indexOf lastIndexOf has get set add delete is'.split(' '));

/** What the node itself tells from other objects. */
function operandsOf({ graph, typing }: Subject, node: Node): readonly Node[] {
  if (node.type !== 'BinaryExpression' && node.type !== 'CallExpression') return none;
  const isAsked = (operand: Node): boolean => {
    const bare = bareOf(operand);
    const binding = bare.type === 'Identifier' ? graph.bindingOf(bare) : undefined;
    return !isPrimitive(typing.ofNode(operand)) && !(binding ? graph.isLocal(binding) && typing.isPlain(binding) : bare.type === 'Identifier' && bare.name === 'undefined');
  };
  if (node.type === 'BinaryExpression') return equalities.has(node.operator) && isAsked(node.left as Node) && isAsked(node.right) ? [node.left as Node, node.right] : none;
  const callee = bareOf(node.callee);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !seekers.has(callee.property.name)) return none;
  const sought = (node.arguments as Node[]).filter(isAsked);
  return sought.length > 0 ? [callee.object, ...sought] : [];
}

/** Whether the expression, or a function in it, tells objects from one another. */
export function tellsApart(subject: Subject, expression: Node): boolean {
  const all = known.get(subject.typing) ?? new Map<Node, boolean>();
  if (all.size === 0) known.set(subject.typing, all);
  const before = all.get(expression);
  if (before !== undefined) return before;
  let found = false;
  walk(expression, (node) => {
    found ||= operandsOf(subject, node).length > 0;
    return !found;
  });
  all.set(expression, found);
  return found;
}

const known = new WeakMap<Typing, Map<Node, boolean>>();

/** What a variable is given: an object, a part of one, or what becomes part of its own. */
interface Given {
  readonly value: Node;
  readonly part: 'whole' | 'of it' | 'into it';
}

function givenIn(graph: Graph, all: readonly Node[]): ReadonlyMap<Binding, readonly Given[]> {
  const found = new Map<Binding, Given[]>();
  const note = (binding: Binding | undefined, value: Node, part: Given['part']): void => {
    if (binding) listOf(found, binding).push({ value, part });
  };
  const give = (target: Node, value: Node, part: 'whole' | 'of it'): void => {
    for (const place of targetsIn(target)) {
      if (place.type === 'Identifier') note(graph.bindingOf(place), value, part === 'of it' || place !== bareOf(target) ? 'of it' : 'whole');
      else note(graph.bindingOf(rootOf(place)), value, 'into it');
    }
  };
  const visit = (one: Instruction): void => {
    if (one.kind === 'attempt') visit(one.instruction);
    if (one.kind === 'bind' && one.value) give(one.target as Node, one.value, 'whole');
  };
  for (const { instructions } of graph.blocks) instructions.forEach(visit);
  for (const node of all) {
    if (node.type === 'AssignmentExpression') give(node.left as Node, node.right, 'whole');
    if (node.type === 'VariableDeclarator' && node.init) give(node.id as Node, node.init, 'whole');
    if (node.type === 'ForOfStatement') give(node.left.type === 'VariableDeclaration' ? (node.left.declarations[0]!.id as Node) : (node.left as Node), node.right, 'of it');
    const callee = node.type === 'CallExpression' ? bareOf(node.callee) : undefined;
    if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') continue;
    for (const argument of node.arguments as Node[]) {
      if (isFunction(argument)) for (const parameter of (argument as Node & { type: 'ArrowFunctionExpression' }).params) give(parameter as Node, callee.object, 'of it');
      else if (callee.property.type === 'Identifier' && mutators.has(callee.property.name)) note(graph.bindingOf(rootOf(callee.object)), argument, 'into it');
    }
  }
  return found;
}

/** Each node of the machine's code, and of what was made of it. */
function expressionsIn(graph: Graph): readonly Node[] {
  const seen = new Set<Node>(graph.nodes);
  const go = (node: Node): void =>
    walk(node, (at) => {
      if (seen.has(at)) return false;
      seen.add(at);
      return true;
    });
  const visit = (one: Instruction): void => {
    if (one.kind === 'attempt') visit(one.instruction);
    if (one.kind === 'bind' && one.value) go(one.value);
    if (one.kind === 'evaluate') go(one.expression);
  };
  for (const { instructions, terminal } of graph.blocks) {
    instructions.forEach(visit);
    const { test, value } = terminal as { test?: Node; value?: Node };
    for (const node of [test, value]) if (node) go(node);
  }
  return [...seen];
}

function refuseFixed(graph: Graph, binding: Binding, keys: ReadonlySet<string | undefined>): void {
  const value = fixedValue(graph, binding);
  if (!value) return;
  if (isFunction(value) ? keys.has(undefined) : [...keys].some((key) => key !== undefined && holdsObject(value, key))) {
    throw new Unsupported(`Telling what is in \`${binding.name}\` from other objects (it could stand outside the machine, as a constant of the module)`, value);
  }
}

/** Whether there is an object, or a function, under the key. */
function holdsObject(from: Node, key: string): boolean {
  const node = bareOf(from);
  const isObject = (value: Node): boolean => ['ObjectExpression', 'ArrayExpression'].includes(bareOf(value).type) || isFunction(bareOf(value));
  if (node.type === 'ArrayExpression') return node.elements.some((element) => element !== null && ((key === anywhere && isObject(element as Node)) || holdsObject(element as Node, key)));
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.some((property) => property.type === 'Property' && (((key === anywhere || property.key.type !== 'Identifier' || property.key.name === key) && isObject(property.value as Node)) || holdsObject(property.value as Node, key)));
}
