/**
 * What decides: a condition is ways through the graph, a choice between two values is two of them.
 *
 *     (yield a) && g()   →   t = yield a;  if (t) t = g();
 */
import { descend, type Descent } from '../../syntax/descent.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { branch } from './attempt.ts';
import { type Builder, close, literal, newBlock, refer, remade, synthetic, temporary } from './builder.ts';
import type { BlockId } from '../graph.ts';
import { assign, settle } from './kept.ts';
import { inPlaceOf } from './operands.ts';
import { isOwnCall } from './own-call.ts';
import { lowerExpression } from './parts.ts';
import { mustSplit } from './split.ts';

/** A condition: `&&`, `||` and `!` are ways through the graph; a call in it is run first, once. */
export function lowerTest(builder: Builder, node: Expression, then: BlockId, otherwise: BlockId): void {
  descend(lowerAsked(builder, node, then, otherwise));
}

function* lowerAsked(builder: Builder, node: Expression, then: BlockId, otherwise: BlockId): Descent<void> {
  if (node.type === 'ParenthesizedExpression') return yield lowerAsked(builder, node.expression, then, otherwise);
  if (node.type === 'UnaryExpression' && node.operator === '!') return yield lowerAsked(builder, node.argument, otherwise, then);
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const next = newBlock(builder);
    if (node.operator === '&&') yield lowerAsked(builder, node.left, next, otherwise);
    else yield lowerAsked(builder, node.left, then, next);
    builder.current = next;
    return yield lowerAsked(builder, node.right, then, otherwise);
  }
  if (node.type === 'Literal') return close(builder, { kind: 'goto', target: (node as { value: unknown }).value ? then : otherwise });
  const test = settle(builder, lowerExpression(builder, node));
  branch(builder, test, then, otherwise, node);
}

/** `a && b`, `a || b`, `a ?? b` for their value. */
export function lowerLogical(builder: Builder, node: Expression & { type: 'LogicalExpression' }, hint: string): Expression {
  if (!mustSplit(node.right)) return remade(builder, { ...node, left: inPlaceOf(builder, isOwnCall(node.left) ? settle(builder, lowerExpression(builder, node.left, hint)) : lowerExpression(builder, node.left, hint), node.left) });
  const result = temporary(builder, 'result');
  assign(builder, result, lowerExpression(builder, node.left, hint), node);
  const [right, exit] = [newBlock(builder), newBlock(builder)];
  const test = refer(builder, result, node.left);
  if (node.operator === '&&') branch(builder, test, right, exit, node);
  else branch(builder, node.operator === '??' ? isThere(test, node) : test, exit, right, node);
  builder.current = right;
  assign(builder, result, lowerExpression(builder, node.right, hint), node);
  close(builder, { kind: 'goto', target: exit }, exit);
  return refer(builder, result, node);
}

/** `value != null`. */
export function isThere(value: Expression, at: Node): Expression {
  return synthetic('!=', value, literal(null, at), at);
}

/** `test ? a : b` as two ways through the graph. */
export function lowerChoice(builder: Builder, node: Expression & { type: 'ConditionalExpression' }, hint = 'event'): Expression {
  const result = temporary(builder, 'result');
  const [then, other, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
  lowerTest(builder, node.test, then, other);
  for (const [block, arm] of [[then, node.consequent], [other, node.alternate]] as const) {
    builder.current = block;
    assign(builder, result, isChoiceOfNames(arm) ? lowerChoice(builder, arm) : lowerExpression(builder, arm, hint), node);
    close(builder, { kind: 'goto', target: exit }, exit);
  }
  return refer(builder, result, node);
}

/** `open ? 'OPEN' : 'SHUT'`: names two states, so what it asks is known in each. */
export function isChoiceOfNames(node: Expression): node is Expression & { type: 'ConditionalExpression' } {
  if (node.type !== 'ConditionalExpression') return false;
  const arms = [node.consequent, node.alternate];
  for (let arm = arms.pop(); arm; arm = arms.pop()) {
    if (arm.type === 'ConditionalExpression') arms.push(arm.consequent, arm.alternate);
    else if (arm.type !== 'Literal' && arm.type !== 'TemplateLiteral') return false;
  }
  return true;
}
