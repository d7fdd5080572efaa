/**
 * Assignments whose value is used or that have a `yield` in them: the place is evaluated before the value, and what the
 * place held before is read before the value is.
 */
import type { Expression, Node } from '../syntax/tree.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, newBlock, refer, synthetic, temporary } from './builder.ts';
import { lowerExpression, unsupported } from './expression.ts';
import { capture, settle } from './kept.ts';
import { lowerOperands } from './operands.ts';
import { mustSplit } from './split.ts';
import { isThere } from './condition.ts';

export function lowerAssignment(builder: Builder, node: Expression & { type: 'AssignmentExpression' }, hint: string): Expression {
  const { left, right, operator } = node;
  if (left.type === 'MemberExpression') {
    if (!mustSplit(right) && !mustSplit(left)) {
      emitGuarded(builder, { kind: 'evaluate', expression: node, node });
      return left;
    }
    if (operator !== '=') return unsupported(builder, 'A `yield` in an assignment to a property', node);
    const place = lowerOperands(builder, left as Expression, [right]);
    const value = settle(builder, lowerExpression(builder, right));
    emitGuarded(builder, { kind: 'evaluate', expression: { ...node, left: place, right: value } as unknown as Expression, node });
    return value;
  }
  const name = left.type === 'Identifier' ? left.name : hint;
  if (operator === '=') {
    const value = lowerExpression(builder, right, name);
    if (left.type === 'Identifier') {
      emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value, declares: undefined, node });
      return readOf(builder, left as unknown as Expression);
    }
    const whole = settle(builder, value);
    emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value: whole, declares: undefined, node });
    return whole;
  }
  const target = readOf(builder, left as unknown as Expression);
  if (!mustSplit(right)) {
    emitGuarded(builder, { kind: 'evaluate', expression: node, node });
    return target;
  }
  if (operator === '&&=' || operator === '||=' || operator === '??=') {
    const [assignment, exit] = [newBlock(builder), newBlock(builder)];
    if (operator === '&&=') branch(builder, target, assignment, exit, node);
    else branch(builder, operator === '||=' ? target : isThere(target, node), exit, assignment, node);
    builder.current = assignment;
    emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value: lowerExpression(builder, right, name), declares: undefined, node });
    close(builder, { kind: 'goto', target: exit }, exit);
    return target;
  }
  const before = capture(builder, target, [right]);
  const value = lowerExpression(builder, right);
  emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value: synthetic(operator.slice(0, -1), before, value, node), declares: undefined, node });
  return target;
}

/** `x++` and `++x` for their value. */
export function lowerUpdate(builder: Builder, node: Expression & { type: 'UpdateExpression' }): Expression {
  const before = node.prefix ? undefined : temporary(builder, 'before');
  if (before) emitGuarded(builder, { kind: 'bind', target: refer(builder, before, node), value: readOf(builder, node.argument as Expression), declares: 'const', node });
  emitGuarded(builder, { kind: 'evaluate', expression: node, node });
  return before ? refer(builder, before, node) : readOf(builder, node.argument as Expression);
}

/** The value of a name that is written to where it stands. */
function readOf(builder: Builder, target: Expression): Expression {
  const binding = target.type === 'Identifier' ? builder.module.bindings.get(target) : undefined;
  return binding ? refer(builder, binding, target) : target;
}
