/**
 * The ways out of a statement: `break`, `continue`, `return`, `throw`, each through every `finally` on its way.
 */
import type { Expression, Node } from '../syntax/tree.ts';
import { type Builder, close, emit, handlerOf, type Leap, newBlock, refer } from './builder.ts';
import type { BlockId } from './graph.ts';

/** `break`, `break label`, `continue`, `continue label`. */
export function leave(builder: Builder, jump: string, node: Node): void {
  for (let leap = builder.leaps; leap; leap = leap.outer) {
    if (leap.kind === 'finally') {
      if (!leap.jumps.includes(jump)) leap.jumps.push(jump);
      emit(builder, { kind: 'note', target: leap.completion, value: jump, node });
      close(builder, { kind: 'goto', target: leap.target });
      return;
    }
    const target = targetOf(leap, jump);
    if (target !== undefined) {
      close(builder, { kind: 'goto', target });
      return;
    }
  }
  close(builder, { kind: 'unsupported', construct: `A \`${jump}\` that leads nowhere`, node });
}

function targetOf(leap: Leap, jump: string): BlockId | undefined {
  const [word, label] = jump.split(' ') as [string, string | undefined];
  if (leap.kind === 'loop') {
    if (label !== undefined && !leap.labels.includes(label)) return undefined;
    return word === 'break' ? leap.onBreak : leap.onContinue;
  }
  if (leap.kind === 'breakable' && word === 'break') return (label === undefined ? leap.plain : leap.labels.includes(label)) ? leap.onBreak : undefined;
  return undefined;
}

/** `return value`; the value is already evaluated, or free of a `yield`. */
export function leaveByReturn(builder: Builder, value: Expression | undefined, node: Node): void {
  for (let leap = builder.leaps; leap; leap = leap.outer) {
    if (leap.kind !== 'finally') continue;
    emit(builder, { kind: 'bind', target: refer(builder, leap.value, node), value, declares: undefined, node });
    emit(builder, { kind: 'note', target: leap.completion, value: 'return', node });
    close(builder, { kind: 'goto', target: leap.target });
    return;
  }
  close(builder, { kind: 'return', value, node });
}

/** `throw value`. */
export function leaveByThrow(builder: Builder, value: Expression, node: Node): void {
  const handler = handlerOf(builder.leaps);
  if (!handler) {
    close(builder, { kind: 'throw', value, node });
    return;
  }
  const holder = handler.kind === 'catch' ? handler.error : handler.value;
  emit(builder, { kind: 'bind', target: refer(builder, holder, node), value, declares: undefined, node });
  close(builder, { kind: 'goto', target: arrival(builder, handler, 'throw', node) });
}

/** Where an error (or a return) that is already in the handler's own temporary goes in. */
export function arrival(builder: Builder, handler: Leap & { kind: 'catch' | 'finally' }, completion: 'throw' | 'return', node: Node): BlockId {
  if (handler.kind === 'catch') return handler.target;
  const back = builder.current;
  const stub = newBlock(builder);
  builder.current = stub;
  emit(builder, { kind: 'note', target: handler.completion, value: completion, node });
  close(builder, { kind: 'goto', target: handler.target }, back);
  return stub;
}
