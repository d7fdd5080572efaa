/**
 * Expressions with a `yield` in them, taken apart in the order in which ECMAScript evaluates them.
 * An expression without a `yield`, and without an assignment inside a larger expression, is left as the node it is.
 */
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { descend, type Descent } from '../../syntax/descent.ts';
import { lowerAssignment, lowerUpdate } from './assignment.ts';
import { branch, emitGuarded } from './attempt.ts';
import { lowerChain, lowerChainEffect, lowerDelete } from './chain.ts';
import { barrierFrom, type Builder, close, emit, handlerOf, newBlock, refer, remade, temporary } from './builder.ts';
import type { BlockId } from '../graph.ts';
import { contents } from '../contents.ts';
import { settle } from './kept.ts';
import { isIteration, lowerDelegation, lowerOwnCall, notThrowable } from './delegate.ts';
import { arrival, leaveByThrow } from './leap.ts';
import { inPlaceOf, lowerOperands } from './operands.ts';
import { lowerEffect, lowerExpression, unsupported } from './parts.ts';
import { mustSplit } from './split.ts';
import { isChoiceOfNames, isThere, lowerChoice, lowerLogical, lowerTest } from './condition.ts';

export function lowerAnyExpression(builder: Builder, node: Expression, hint: string): Expression {
  const own = lowerOwnCall(builder, node, hint);
  if (own) return own;
  if (!mustSplit(node)) return node;
  if (contents(node).splits > DEEPEST) return unsupported(builder, `A \`yield\` or an assignment more than ${DEEPEST} deep in an expression`, node);
  switch (node.type) {
    case 'YieldExpression': {
      if (node.delegate) return lowerDelegation(builder, node, hint);
      const lowered = node.argument && (isChoiceOfNames(node.argument) ? lowerChoice(builder, node.argument) : lowerExpression(builder, node.argument));
      const value = lowered && handlerOf(builder.leaps) ? settle(builder, lowered) : (lowered ?? undefined);
      return wait(builder, value, node, hint);
    }
    case 'AssignmentExpression':
      return lowerAssignment(builder, node, hint);
    case 'UpdateExpression':
      return lowerUpdate(builder, node);
    case 'LogicalExpression':
      return lowerLogical(builder, node, hint);
    case 'ConditionalExpression':
      return lowerChoice(builder, node, hint);
    case 'SequenceExpression': {
      for (const expression of node.expressions.slice(0, -1)) lowerEffect(builder, expression);
      return lowerExpression(builder, node.expressions.at(-1)!, hint);
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return remade(builder, { ...node, expression: inPlaceOf(builder, lowerExpression(builder, node.expression, hint), node.expression) } as Expression);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return node;
    case 'AwaitExpression':
      return unsupported(builder, '`await`', node);
    case 'ChainExpression':
      return lowerChain(builder, node, hint);
    case 'UnaryExpression':
      return node.operator === 'delete' && node.argument.type === 'ChainExpression' ? lowerDelete(builder, node, node.argument) : lowerOperands(builder, node);
    default:
      return lowerOperands(builder, node);
  }
}

/** Taking apart goes down as deep as the expression does. */
const DEEPEST = 500;

export function lowerAnyEffect(builder: Builder, node: Expression): void {
  descend(lowerEffects(builder, node));
}

function* lowerEffects(builder: Builder, node: Expression): Descent<void> {
  if (node.type === 'AssignmentExpression') lowerAssignment(builder, node, 'event', false);
  else if (node.type === 'UpdateExpression') lowerUpdate(builder, node, false);
  else if (node.type === 'ChainExpression' && mustSplit(node)) lowerChainEffect(builder, node, (rest) => evaluateFor(builder, rest, node));
  else if (node.type === 'YieldExpression') lowerExpression(builder, node);
  else if (node.type === 'SequenceExpression') for (const expression of node.expressions) yield lowerEffects(builder, expression);
  else if (node.type === 'LogicalExpression' || node.type === 'ConditionalExpression') {
    const [then, other, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
    if (node.type === 'ConditionalExpression') lowerTest(builder, node.test, then, other);
    else if (node.operator === '&&') lowerTest(builder, node.left, then, exit);
    else if (node.operator === '||') lowerTest(builder, node.left, exit, then);
    else branch(builder, isThere(settle(builder, lowerExpression(builder, node.left)), node), exit, then, node);
    builder.current = then;
    yield lowerEffects(builder, node.type === 'ConditionalExpression' ? node.consequent : node.right);
    close(builder, { kind: 'goto', target: exit }, other);
    if (node.type === 'ConditionalExpression') yield lowerEffects(builder, node.alternate);
    close(builder, { kind: 'goto', target: exit }, exit);
  } else evaluateFor(builder, lowerExpression(builder, node), node);
}

function evaluateFor(builder: Builder, lowered: Expression, node: Node): void {
  const inside = contents(lowered);
  if (inside.calls || inside.writes || inside.reads) emitGuarded(builder, { kind: 'evaluate', expression: lowered, node });
}

/** Suspends: the block ends, and the received value is what comes back. */
function wait(builder: Builder, value: Expression | undefined, node: Expression & { type: 'YieldExpression' }, hint: string): Expression {
  const received = temporary(builder, hint);
  const handler = handlerOf(builder.leaps);
  let cleanup = barrierFrom(builder.leaps);
  while (cleanup && cleanup.kind !== 'finally') cleanup = cleanup.barrier;
  const thrown = isIteration(node) ? refuseThrown(builder, node) : handler && { target: noting(builder, false, arrival(builder, handler, 'throw', node), node), error: handler.kind === 'catch' ? handler.error : handler.value };
  const returned = cleanup?.kind === 'finally' ? { target: noting(builder, true, arrival(builder, cleanup, 'return', node), node), value: cleanup.value } : undefined;
  const resume = newBlock(builder);
  close(builder, { kind: 'yield', value, node, resume: noting(builder, false, resume, node), received, thrown, returned }, resume);
  return refer(builder, received, node);
}

/** Whoever is resumed inside a generator that is delegated to notes whether that closes it. */
function noting(builder: Builder, closes: boolean, target: BlockId, node: Node): BlockId {
  const holders: Binding[] = [];
  for (let leap = barrierFrom(builder.leaps); leap; leap = leap.barrier) if (leap.kind === 'frame' && leap.closing) holders.push(leap.closing);
  if (holders.length === 0) return target;
  const back = builder.current;
  const stub = newBlock(builder);
  builder.current = stub;
  for (const holder of holders) emit(builder, { kind: 'note', target: holder, value: closes, node });
  close(builder, { kind: 'goto', target }, back);
  return stub;
}

function refuseThrown(builder: Builder, node: Node): { target: BlockId; error: Binding } {
  const back = builder.current;
  const start = newBlock(builder);
  builder.current = start;
  leaveByThrow(builder, notThrowable(node), node);
  builder.current = back;
  return { target: noting(builder, false, start, node), error: temporary(builder, 'error') };
}
