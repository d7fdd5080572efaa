/**
 * Nodes of our own, put together from nodes that do not stand beside each other in the source, and how they are written.
 * Whoever prints a node of the source takes its text; a synthetic one has only a layout.
 */
import type { Expression, Node, Statement } from '../syntax/tree.ts';

function made<T>(type: string, fields: object, at: Node): T {
  return { type, ...fields, start: at.start, end: at.end, synthetic: true } as unknown as T;
}

/** `object.key`, or `object[key]`. */
export function memberAt(object: Expression, key: Expression | string, at: Node): Expression {
  const property = typeof key === 'string' ? { type: 'Identifier', name: key, start: at.start, end: at.end } : key;
  return made('MemberExpression', { object, property, computed: typeof key !== 'string', optional: false }, at);
}

/** `left = right`. */
export function assigning(left: Expression, right: Expression, at: Node): Expression {
  return made('AssignmentExpression', { operator: '=', left, right }, at);
}

/** `[...value]`: what is in it now. */
export function listOf(value: Expression, at: Node): Expression {
  return made('ArrayExpression', { elements: [made('SpreadElement', { argument: value }, at)] }, at);
}

/** `{ ...value }`. */
export function fieldsOf(value: Expression, at: Node): Expression {
  return made('ObjectExpression', { properties: [made('SpreadElement', { argument: value }, at)] }, at);
}

/** `Object.keys(value)`. */
export function keysOf(value: Expression, at: Node): Expression {
  return made('CallExpression', { callee: memberAt(nameOf('Object', at), 'keys', at), arguments: [value], optional: false }, at);
}

/** `{ … }`, of properties and rests that are patterns already. */
export function patternOf(properties: readonly Node[], at: Node): Node {
  return made('ObjectPattern', { properties }, at);
}

/** `key: value`, or `[key]: value`, in a pattern. */
export function propertyOf(key: Expression, computed: boolean, value: Node, at: Node): Node {
  return made('Property', { key, value, kind: 'init', computed, shorthand: false, method: false }, at);
}

/** `[, , ...rest]`: what is left of a list after so many. */
export function tailOf(skipped: number, rest: Node, at: Node): Node {
  return made('ArrayPattern', { elements: [...Array.from({ length: skipped }, () => null), rest] }, at);
}

/** `for (; test; update) body`: a loop that has begun. */
export function loopOf(node: Statement & { type: 'ForStatement' }): Statement {
  return made('ForStatement', { init: null, test: node.test, update: node.update, body: node.body }, { start: (node.test ?? node.update ?? node.body).start, end: node.end } as Node);
}

/** A name that the source does not declare: `undefined`, `Object`. */
export function nameOf(name: string, at: Node): Expression {
  return { type: 'Identifier', name, start: at.start, end: at.end } as unknown as Expression;
}

/** A name of ours that stands where it is written to. */
export function written(name: Expression): Expression {
  return Object.assign(name, { written: true });
}

export function isWritten(node: Node): boolean {
  return (node as { written?: boolean }).written === true;
}

/** The text of a synthetic node around the nodes below it. */
export function layoutOf(node: Node): readonly (string | Node)[] {
  switch (node.type) {
    case 'BinaryExpression':
      return [...operand(node.left as Node), ` ${node.operator} `, ...operand(node.right)];
    case 'AssignmentExpression':
      return [node.left as Node, ` ${node.operator} `, ...item(node.right)];
    case 'MemberExpression':
      return [...operand(node.object), ...(node.computed ? ['[', node.property as Node, ']'] : ['.', node.property as Node])];
    case 'CallExpression':
      return [...operand(node.callee), '(', ...listed(node.arguments as readonly Node[]), ')'];
    case 'NewExpression':
      return ['new ', ...operand(node.callee), '(', ...listed(node.arguments as readonly Node[]), ')'];
    case 'ArrayExpression':
    case 'ArrayPattern':
      return ['[', ...listed(node.elements as readonly (Node | null)[]), ']'];
    case 'ObjectExpression':
    case 'ObjectPattern':
      return node.properties.length === 0 ? ['{}'] : ['{ ', ...listed(node.properties as readonly Node[]), ' }'];
    case 'Property':
      return [...(node.computed ? ['[', node.key as Node, ']'] : [node.key as Node]), ': ', node.value as Node];
    case 'SpreadElement':
      return ['...', ...item(node.argument)];
    case 'ForStatement':
      return ['for (; ', ...(node.test ? [node.test] : []), '; ', ...(node.update ? [node.update] : []), ') ', node.body];
    case 'RestElement':
      return ['...', node.argument as Node];
    default:
      return [(node as { raw?: string }).raw ?? ''];
  }
}

function listed(nodes: readonly (Node | null)[]): (string | Node)[] {
  return nodes.flatMap((node, at) => [...(at === 0 ? [] : [', ']), ...(node ? item(node) : [])]);
}

/** Where a comma would end it. */
function item(node: Node): (string | Node)[] {
  return node.type === 'SequenceExpression' ? ['(', node, ')'] : [node];
}

const tight = new Set(['Identifier', 'Literal', 'MemberExpression', 'CallExpression', 'ArrayExpression', 'TemplateLiteral', 'TSNonNullExpression']);

/** Beside an operator, a dot or a call. The source's own parentheses are not part of any node. */
function operand(node: Node): (string | Node)[] {
  return tight.has(node.type) ? [node] : ['(', node, ')'];
}
