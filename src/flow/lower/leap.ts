/**
 * The ways out of a statement: `break`, `continue`, `return`, `throw`, each through every `finally` on its way.
 */
import type { Descent } from '../../syntax/descent.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { barrierFrom, type Builder, close, emit, enclose, handlerOf, type Leap, newBlock, type NewLeap, refer } from './builder.ts';
import type { BlockId } from '../graph.ts';

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
  for (let leap = barrierFrom(builder.leaps); leap; leap = leap.barrier) {
    if (leap.kind === 'finally') return returnThrough(builder, leap, value, node);
    if (leap.kind === 'frame') return leaveFrame(builder, leap, value, node);
  }
  close(builder, { kind: 'return', value, node });
}

function returnThrough(builder: Builder, cleanup: Leap & { kind: 'finally' }, value: Expression | undefined, node: Node): void {
  emit(builder, { kind: 'bind', target: refer(builder, cleanup.value, node), value, declares: undefined, node });
  emit(builder, { kind: 'note', target: cleanup.completion, value: 'return', node });
  close(builder, { kind: 'goto', target: cleanup.target });
}

/**
 * The value of a `yield*` is what its generator returns. One that ends because it was closed ends whoever delegated to
 * it as well (ECMA-262, 15.5.5, `yield*`, step 7.c).
 */
function leaveFrame(builder: Builder, frame: Leap & { kind: 'frame' }, value: Expression | undefined, node: Node): void {
  emit(builder, { kind: 'bind', target: refer(builder, frame.result, node), value, declares: undefined, node });
  if (frame.closing) {
    const [closed, onward] = [newBlock(builder), newBlock(builder)];
    const own = newBlock(builder);
    close(builder, { kind: 'goto', target: own }, own);
    close(builder, { kind: 'branch', test: refer(builder, frame.closing, node), then: closed, else: onward, node }, closed);
    closeAll(builder, frame.outer, refer(builder, frame.result, node), node);
    builder.current = onward;
  }
  close(builder, { kind: 'goto', target: frame.exit });
}

function closeAll(builder: Builder, from: Leap | undefined, value: Expression, node: Node): void {
  for (let leap = barrierFrom(from); leap; leap = leap.barrier) if (leap.kind === 'finally') return returnThrough(builder, leap, value, node);
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

/** Writes what stands inside `leap`. */
export function* enclosed(builder: Builder, leap: NewLeap, write: Descent<void>): Descent<void> {
  const outer = builder.leaps;
  enclose(builder, leap);
  yield write;
  builder.leaps = outer;
}
