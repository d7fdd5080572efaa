/** Whether an expression is one that is assigned to: a node and what it hangs below in, a verdict out. */
import type { Node } from './tree.ts';

/** Whether the member stands where it is written, counted up or deleted: also in a pattern, and behind `as`. */
export function isTarget(member: Node, parents: ReadonlyMap<Node, Node>): boolean {
  let node = member;
  let parent = parents.get(node);
  while (parent && /^TS(As|Satisfies|NonNull)Expression$|^TSTypeAssertion$|^ChainExpression$/.test(parent.type)) [node, parent] = [parent, parents.get(parent)];
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'UpdateExpression':
    case 'RestElement':
    case 'ArrayPattern':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'Property':
      return parent.value === node && parents.get(parent)?.type === 'ObjectPattern';
    default:
      return false;
  }
}
