/**
 * Whether code does something outside the machine: any call that is not known, a change of what is not its own.
 */
import { isFunction } from '../../flow/contents.ts';
import { targetsIn } from '../../flow/places.ts';
import type { Node } from '../../syntax/tree.ts';
import { children, pushChildren } from '../../syntax/walk.ts';
import { isForeign } from '../objects/given.ts';
import type { Machine } from '../machine.ts';
import { mutators } from './readers.ts';
import { rootsOf } from '../objects/roots.ts';
import { isOutside, type Run } from '../run/state.ts';
import { callsBack, isCollection } from './synchronous.ts';

export function hasEffect(state: Run, node: Node): boolean {
  const { machine } = state;
  const stack: Node[] = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    switch (at.type) {
      case 'CallExpression': {
        if (machine.pure(at)) break;
        const callee = at.callee;
        const inPlace = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && mutators.has(callee.property.name) && isCollection(machine, callee.object);
        if ((inPlace && belongsToOthers(state, callee)) || (!inPlace && !callsBack(machine, at))) return true;
        for (const argument of at.arguments) stack.push(...(isFunction(argument as Node) ? children(argument as Node) : [argument as Node]));
        if (callee.type === 'MemberExpression') stack.push(callee.object);
        continue;
      }
      case 'NewExpression':
        if (!machine.pure(at)) return true;
        break;
      case 'AssignmentExpression':
        if (isEffectOn(state, at.left as Node)) return true;
        break;
      case 'UpdateExpression':
        if (isEffectOn(state, at.argument as Node)) return true;
        break;
      case 'UnaryExpression':
        if (at.operator === 'delete' && isEffectOn(state, at.argument)) return true;
        break;
      case 'TaggedTemplateExpression':
      case 'ThrowStatement':
      case 'AwaitExpression':
      case 'ImportExpression':
        return true;
    }
    if (!isFunction(at)) pushChildren(stack, at);
  }
  return false;
}

/** An assignment to it is seen by others. */
export function isEffectOn(state: Run, target: Node): boolean {
  return targetsIn(target).some((place) => {
    if (place.type === 'MemberExpression') return belongsToOthers(state, place);
    const binding = state.machine.graph.bindingOf(place);
    return place.type === 'Identifier' && (!binding || !state.machine.graph.isLocal(binding));
  });
}

/** Whether a place is in what came in from outside, or in what the module keeps. */
function belongsToOthers(state: Run, place: Node & { type: 'MemberExpression' }): boolean {
  const { machine } = state;
  let base: Node = place;
  while (base.type === 'MemberExpression' || base.type === 'TSNonNullExpression' || base.type === 'TSAsExpression' || base.type === 'ChainExpression') base = base.type === 'MemberExpression' ? base.object : base.expression;
  const named = base.type === 'Identifier' ? machine.graph.bindingOf(base) : undefined;
  if (base.type === 'Identifier' && (!named || !machine.graph.isLocal(named))) return true;
  return [...rootsOf(machine, base)].some((root) => isForeign(machine.graph, root) || isOutside(state, root));
}

/** Calls of which nobody here knows what they do; they might change what others can reach. */
export function callsUnknown(machine: Machine, node: Node): boolean {
  const stack: Node[] = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'TaggedTemplateExpression' || at.type === 'AwaitExpression') return true;
    if ((at.type === 'CallExpression' || at.type === 'NewExpression') && !machine.pure(at) && !isHarmless(machine, at)) return true;
    pushChildren(stack, at);
  }
  return false;
}

const quietGlobals = new Set('setTimeout clearTimeout setInterval clearInterval queueMicrotask fetch structuredClone Symbol String Number Boolean BigInt Array Map Set Date Error Promise'.split(' '));
const quietNamespaces = new Set('console Math JSON Object Array Number String BigInt Date Symbol Promise Intl crypto performance'.split(' '));

export function isHarmless(machine: Machine, call: Node & { type: 'CallExpression' | 'NewExpression' }): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier') return machine.graph.bindingOf(callee) === undefined && quietGlobals.has(callee.name);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (callee.object.type === 'Identifier' && !machine.graph.bindingOf(callee.object)) return quietNamespaces.has(callee.object.name);
  return isCollection(machine, callee.object);
}
