/**
 * `try`, `catch` and `finally`. A `finally` is entered by every way out, with a completion record (ECMA-262, 6.2.4), and
 * goes on at its end to wherever that says.
 */
import type { Descent } from '../../syntax/descent.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node, Statement } from '../../syntax/tree.ts';
import { branch } from './attempt.ts';
import { type Builder, close, emit, literal, newBlock, refer, synthetic, temporary } from './builder.ts';
import type { BlockId } from '../graph.ts';
import { enclosed, leave, leaveByReturn, leaveByThrow } from './leap.ts';
import { lowered } from './parts.ts';
import { lowerPattern } from './pattern.ts';

export function* lowerTry(builder: Builder, node: Statement & { type: 'TryStatement' }): Descent<void> {
  const exit = newBlock(builder);
  const protectedByFinally = node.finalizer ? { target: newBlock(builder), completion: temporary(builder, 'completion'), value: temporary(builder, 'completed'), jumps: [] as string[] } : undefined;
  const finish = (): void => {
    if (!protectedByFinally) return close(builder, { kind: 'goto', target: exit });
    emit(builder, { kind: 'note', target: protectedByFinally.completion, value: 'normal', node });
    close(builder, { kind: 'goto', target: protectedByFinally.target });
  };
  if (!protectedByFinally) {
    yield lowerBody(builder, node, finish);
    builder.current = exit;
    return;
  }
  yield enclosed(builder, { kind: 'finally', ...protectedByFinally }, lowerBody(builder, node, finish));
  yield lowerFinalizer(builder, node, protectedByFinally, exit);
}

/** What is tried, and the `catch` block; each ends with `finish`. */
function* lowerBody(builder: Builder, node: Statement & { type: 'TryStatement' }, finish: () => void): Descent<void> {
  if (!node.handler) {
    yield lowered(builder, node.block as Statement);
    return finish();
  }
  const handler = node.handler;
  const caught = newBlock(builder);
  const error = temporary(builder, handler.param?.type === 'Identifier' ? handler.param.name : 'error');
  yield enclosed(builder, { kind: 'catch', target: caught, error }, lowered(builder, node.block as Statement));
  finish();
  builder.current = caught;
  if (handler.param && isUsed(builder, handler.param as unknown as Node)) lowerPattern(builder, handler.param as unknown as Node, refer(builder, error, handler.param), 'let', handler.param);
  yield lowered(builder, handler.body as Statement);
  finish();
}

/** The `finally` block, then on to wherever its completion says. */
function* lowerFinalizer(builder: Builder, node: Statement & { type: 'TryStatement' }, record: { target: BlockId; completion: Binding; value: Binding; jumps: string[] }, exit: BlockId): Descent<void> {
  builder.current = record.target;
  const at = node.finalizer!;
  yield lowered(builder, at as Statement);
  const is = (completion: string): Expression => synthetic('===', refer(builder, record.completion, at), literal(completion, at), at);
  const when = (completion: string, write: () => void): void => {
    const [then, next] = [newBlock(builder), newBlock(builder)];
    branch(builder, is(completion), then, next, at);
    builder.current = then;
    write();
    builder.current = next;
  };
  when('throw', () => leaveByThrow(builder, refer(builder, record.value, at), at));
  when('return', () => leaveByReturn(builder, refer(builder, record.value, at), at));
  for (const jump of record.jumps) when(jump, () => leave(builder, jump, at));
  close(builder, { kind: 'goto', target: exit }, exit);
}

/** An error that nobody looks at need not be remembered. */
function isUsed(builder: Builder, parameter: Node): boolean {
  const binding = parameter.type === 'Identifier' ? builder.module.bindings.get(parameter) : undefined;
  return !binding || binding.references.length > 0;
}
