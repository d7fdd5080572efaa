/**
 * Which expressions cannot stay one node: those with a `yield` in them, and those in which a variable is assigned to
 * in the middle (what is read before and after would be two things in one piece of text), or in which a function of the
 * machine is called that does so.
 */
import type { Node } from '../../syntax/tree.ts';
import { pushChildren } from '../../syntax/walk.ts';
import { contents, isFunction } from '../contents.ts';
import { containsOwnCall } from './own-call.ts';
import { writtenBy } from '../places.ts';

/** Whether the expression cannot stay one node. */
export function mustSplit(node: Node): boolean {
  const inside = contents(node);
  return inside.waits || (inside.writes && writesLocally(node)) || (inside.calls && containsOwnCall(node));
}

const localWrites = new WeakMap<Node, boolean>();
function writesLocally(node: Node): boolean {
  const before = localWrites.get(node);
  if (before !== undefined) return before;
  let found = false;
  const stack: Node[] = [node];
  while (stack.length > 0 && !found) {
    const at = stack.pop()!;
    found = (at.type === 'AssignmentExpression' || at.type === 'UpdateExpression') && writtenBy(at).some((place) => place.type !== 'MemberExpression');
    if (!isFunction(at)) pushChildren(stack, at);
  }
  localWrites.set(node, found);
  return found;
}
