/**
 * What only means something inside the very function: `this`, `arguments`, `super`, `new.target`. An emitted action would
 * be another function.
 */
import type { Node } from '../syntax/tree.ts';
import { children, pushChildren } from '../syntax/walk.ts';

export function receiverIn(fn: Node): Node | undefined {
  const stack = children(fn);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === 'ThisExpression' || at.type === 'Super' || at.type === 'MetaProperty' || (at.type === 'Identifier' && at.name === 'arguments')) return at;
    if (at.type !== 'FunctionExpression' && at.type !== 'FunctionDeclaration' && at.type !== 'ClassExpression' && at.type !== 'ClassDeclaration') pushChildren(stack, at);
  }
  return undefined;
}
