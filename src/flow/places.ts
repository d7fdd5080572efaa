/**
 * The places that a piece of syntax writes to: variables, and properties of objects, whatever stands around them.
 */
import type { Node } from '../syntax/tree.ts';

/** What TypeScript says around an expression, and what only groups it, taken away. */
export function bareOf(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return bareOf(node.expression);
    default:
      return node;
  }
}

/** The names and properties that an assignment to `target` sets: those inside of patterns too. */
export function targetsIn(target: Node): Node[] {
  const bare = bareOf(target);
  switch (bare.type) {
    case 'AssignmentPattern':
      return targetsIn(bare.left as Node);
    case 'RestElement':
      return targetsIn(bare.argument as Node);
    case 'ArrayPattern':
      return bare.elements.flatMap((element) => (element ? targetsIn(element as Node) : []));
    case 'ObjectPattern':
      return bare.properties.flatMap((property) => targetsIn(property.type === 'Property' ? (property.value as Node) : property));
    default:
      return [bare];
  }
}

/** The places that the node itself writes to; what stands inside of it is asked by itself. */
export function writtenBy(node: Node): Node[] {
  switch (node.type) {
    case 'AssignmentExpression':
      return targetsIn(node.left as Node);
    case 'UpdateExpression':
      return targetsIn(node.argument as Node);
    case 'UnaryExpression':
      return node.operator === 'delete' ? [bareOf(node.argument)] : [];
    case 'ForOfStatement':
    case 'ForInStatement':
      return node.left.type === 'VariableDeclaration' ? [] : targetsIn(node.left as Node);
    default:
      return [];
  }
}

/** `order` of `order.lines[0]!.count`: what the place is part of. */
export function rootOf(place: Node): Node {
  const bare = bareOf(place);
  return bare.type === 'MemberExpression' ? rootOf(bare.object) : bare;
}
