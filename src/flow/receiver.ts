/**
 * What only means something inside the very function, or the very file: `this`, `arguments`, `super`, `new.target`,
 * `import.meta`. An emitted action would be another function, in another file.
 */
import type { Node } from '../syntax/tree.ts';
import { children, pushChildren } from '../syntax/walk.ts';

export function receiverIn(fn: Node): Node | undefined {
  const stack = children(fn);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === 'ThisExpression' || at.type === 'Super' || at.type === 'MetaProperty' || (at.type === 'Identifier' && at.name === 'arguments') || isPathImport(at)) return at;
    if (at.type !== 'FunctionExpression' && at.type !== 'FunctionDeclaration' && at.type !== 'ClassExpression' && at.type !== 'ClassDeclaration') pushChildren(stack, at);
  }
  // `function* (this: Door)`: declared is as good as used, and the other parameters stand one further on.
  const [first] = 'params' in fn ? (fn.params as readonly Node[]) : [];
  return first?.type === 'Identifier' && first.name === 'this' ? first : undefined;
}

/** `import('./x.ts')`, or of what is only known when the machine runs: the written file stands elsewhere. */
function isPathImport(node: Node): boolean {
  return node.type === 'ImportExpression' && !(node.source.type === 'Literal' && typeof node.source.value === 'string' && !/^[./]/.test(node.source.value));
}

export function wordFor(receiver: Node): string {
  if (receiver.type === 'Identifier') return receiver.name === 'this' ? 'A parameter `this`' : '`arguments`';
  if (receiver.type === 'ThisExpression') return '`this`';
  if (receiver.type === 'Super') return '`super`';
  if (receiver.type === 'ImportExpression') return 'A dynamic `import` of a path';
  return receiver.type === 'MetaProperty' ? `\`${receiver.meta.name}.${receiver.property.name}\`` : receiver.type;
}
