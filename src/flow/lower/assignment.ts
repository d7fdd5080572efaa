/**
 * Assignments whose value is used or that have a `yield` in them: the place is found before the value is evaluated, and
 * what the place held before is read before that.
 *
 *     a[yield 'i'] += yield 'j'   →   event = yield 'i';  before = a[event];  event2 = yield 'j';  a[event] = before + event2
 */
import type { Expression, Node } from '../../syntax/tree.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, newBlock, refer, remade, synthetic, temporary } from './builder.ts';
import { isThere } from './condition.ts';
import type { BlockId } from '../graph.ts';
import { assign, capture, hold, settle } from './kept.ts';
import { beforeName } from './naming.ts';
import { inPlaceOf, lowerOperands } from './operands.ts';
import { lowerExpression } from './parts.ts';
import { lowerPattern } from './pattern.ts';
import { bareOf } from '../places.ts';
import { mustSplit } from './split.ts';
import { assigning } from '../synthetic.ts';

type Assignment = Expression & { type: 'AssignmentExpression' };
type Update = Expression & { type: 'UpdateExpression' };

/** The value that it comes to, where that is `used`. */
export function lowerAssignment(builder: Builder, node: Assignment, hint: string, used = true): Expression {
  const left = bareOf(node.left as Node);
  if (left.type === 'MemberExpression') return toProperty(builder, node, left, used);
  if (left.type !== 'Identifier') return toPattern(builder, node, left, hint, used);
  return node.operator === '=' ? toName(builder, node, left, lowerExpression(builder, node.right, left.name)) : compoundName(builder, node, left);
}

type Name = Node & { type: 'Identifier'; name: string };

function toName(builder: Builder, node: Assignment, left: Name, value: Expression): Expression {
  emitGuarded(builder, { kind: 'bind', target: left, value, declares: undefined, node });
  // `seconds = beeps = 0` says 0 of both.
  return value.type === 'Literal' && !('regex' in value) ? value : readOf(builder, left);
}

function toPattern(builder: Builder, node: Assignment, left: Node, hint: string, used: boolean): Expression {
  const value = lowerExpression(builder, node.right, hint);
  const whole = used ? hold(builder, value, 'whole') : value;
  lowerPattern(builder, left, whole, undefined, node);
  return whole;
}

function compoundName(builder: Builder, node: Assignment, left: Name): Expression {
  const now = readOf(builder, left);
  if (!mustSplit(node.right)) {
    emitGuarded(builder, { kind: 'evaluate', expression: node, node });
    return now;
  }
  if (isShort(node)) {
    shortly(builder, node, now, () => void toName(builder, node, left, lowerExpression(builder, node.right, left.name)));
    return now;
  }
  const before = capture(builder, now, [node.right]);
  const value = lowerExpression(builder, node.right);
  if (before === now) {
    emitGuarded(builder, { kind: 'evaluate', expression: remade(builder, { ...node, right: inPlaceOf(builder, value, node.right) }), node });
    return readOf(builder, left);
  }
  return toName(builder, node, left, synthetic(node.operator.slice(0, -1), before, value, node));
}

/** The variable where it is read: the name on the left is where it is written. */
function readOf(builder: Builder, name: Name): Expression {
  const binding = builder.overlay.get(name) ?? builder.module.bindings.get(name);
  return binding ? refer(builder, binding, name) : ({ ...name } as unknown as Expression);
}

function toProperty(builder: Builder, node: Assignment, left: Node & { type: 'MemberExpression' }, used: boolean): Expression {
  const { operator, right } = node;
  if (!mustSplit(left) && !mustSplit(right)) {
    emitGuarded(builder, { kind: 'evaluate', expression: node, node });
    return left;
  }
  const place = lowerOperands(builder, left, [right], operator !== '=');
  if (operator === '=') {
    const value = inPlaceOf(builder, lowerExpression(builder, right), right);
    const kept = used ? hold(builder, value, 'value') : settle(builder, value);
    emitGuarded(builder, { kind: 'evaluate', expression: remade(builder, { ...node, left: place, right: kept } as Expression), node });
    return kept;
  }
  if (!used && !mustSplit(right)) {
    emitGuarded(builder, { kind: 'evaluate', expression: remade(builder, { ...node, left: place } as Expression), node });
    return place;
  }
  const result = temporary(builder, beforeName(left));
  assign(builder, result, remade(builder, around(node.left as Expression, place)), left);
  const change = (value: Expression): void => {
    if (used) assign(builder, result, value, node);
    emitGuarded(builder, { kind: 'evaluate', expression: assigning(place, used ? refer(builder, result, node) : value, node), node });
  };
  const before = refer(builder, result, left);
  if (isShort(node)) shortly(builder, node, before, () => change(lowerExpression(builder, right)));
  else change(synthetic(operator.slice(0, -1), before, lowerExpression(builder, right), node));
  return refer(builder, result, node);
}

/** The place as it is read: with what TypeScript says around it. */
function around(written: Expression, place: Expression): Expression {
  return 'expression' in written && bareOf(written) !== written ? ({ ...written, expression: around(written.expression as Expression, place) } as Expression) : place;
}

function isShort(node: Assignment): boolean {
  return node.operator === '&&=' || node.operator === '||=' || node.operator === '??=';
}

/** `&&=`, `||=`, `??=`: only where what it was before says so. */
function shortly(builder: Builder, node: Assignment, before: Expression, write: () => void): void {
  const [onward, exit] = [newBlock(builder), newBlock(builder)];
  const ask = (test: Expression, then: BlockId, otherwise: BlockId): void => branch(builder, test, then, otherwise, node);
  if (node.operator === '&&=') ask(before, onward, exit);
  else ask(node.operator === '||=' ? before : isThere(before, node), exit, onward);
  builder.current = onward;
  write();
  close(builder, { kind: 'goto', target: exit }, exit);
}

/** `x++` and `++x`, for their value or for their effect. */
export function lowerUpdate(builder: Builder, node: Update, used = true): Expression {
  const target = bareOf(node.argument as Node) as Expression;
  if (target.type === 'MemberExpression') return updateProperty(builder, node, target, used);
  const before = node.prefix || !used ? undefined : temporary(builder, beforeName(target));
  // What is written to must not be taken for what is read.
  const read = target.type === 'Identifier' ? readOf(builder, target) : target;
  if (before) emitGuarded(builder, { kind: 'bind', target: refer(builder, before, node), value: read, declares: 'const', node });
  emitGuarded(builder, { kind: 'evaluate', expression: node, node });
  return before ? refer(builder, before, node) : read;
}

function updateProperty(builder: Builder, node: Update, target: Expression, used: boolean): Expression {
  const place = mustSplit(target) ? lowerOperands(builder, target) : target;
  const changed = remade(builder, { ...node, argument: place } as Expression);
  if (used) return hold(builder, changed, beforeName(target));
  emitGuarded(builder, { kind: 'evaluate', expression: changed, node });
  return place;
}
