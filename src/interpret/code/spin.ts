/**
 * Loops that, once entered, nothing ends: `while (true)` without a `break`, and `while (on) rounds += 1`, where nothing in the loop
 * changes what the condition reads. Such a loop is not kept in an action, which would hang: entered, it is found to spin, unless it
 * is never reached.
 */
import { contents, isFunction } from '../../flow/contents.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { pushChildren, walk } from '../../syntax/walk.ts';
import { touchedIn } from '../objects/change.ts';
import { callsUnknown } from './effect.ts';
import type { Machine } from '../machine.ts';

type Loop = Node & { type: 'WhileStatement' | 'DoWhileStatement' | 'ForStatement' };

/** Whether the code is such a loop, or has one in it. */
export function canSpin(machine: Machine, node: Node): boolean {
  return loopsIn(node).some((loop) => !isLeft(loop) && (!loop.test || staysTrue(machine, loop, loop.test)));
}

const known = new WeakMap<Node, readonly Loop[]>();

function loopsIn(node: Node): readonly Loop[] {
  const before = known.get(node);
  if (before) return before;
  const found: Loop[] = [];
  const stack: Node[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === 'WhileStatement' || at.type === 'DoWhileStatement' || at.type === 'ForStatement') found.push(at);
    if (!isFunction(at)) pushChildren(stack, at);
  }
  known.set(node, found);
  return found;
}

function isLeft(loop: Loop): boolean {
  const { returns, throws, jumps } = contents(loop.body);
  return returns || throws || [...jumps].some((jump) => jump !== 'continue');
}

/** Whether the condition, once it holds, holds for good. */
function staysTrue(machine: Machine, loop: Loop, test: Node): boolean {
  if (test.type === 'Literal') return Boolean((test as { value: unknown }).value);
  if (!machine.pure(test)) return false;
  const round = [test, loop.body, ...(loop.type === 'ForStatement' && loop.update ? [loop.update] : [])];
  const changed = new Set<Binding>();
  for (const part of round) {
    for (const binding of machine.usage(part).writes) changed.add(binding);
    for (const root of touchedIn(machine, part)) for (const other of machine.aliases(root)) changed.add(other);
  }
  const isOpen = round.some((part) => callsUnknown(machine, part));
  let stays = true;
  walk(test, (at) => {
    // What others do to their objects, nobody here knows.
    if (at.type === 'CallExpression' || at.type === 'NewExpression' || (isOpen && at.type === 'MemberExpression')) stays = false;
    const binding = at.type === 'Identifier' ? machine.graph.bindingOf(at) : undefined;
    if (binding && (machine.graph.isLocal(binding) ? changed.has(binding) : binding.kind !== 'const')) stays = false;
  });
  return stays;
}
