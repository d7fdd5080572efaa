/**
 * The instructions and branches of a graph as they are written into a block: one that may throw inside a `try` is
 * attempted, and what follows the throw is a way through the graph.
 */
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { type Builder, close, emit, handlerOf, newBlock, refer, temporary } from './builder.ts';
import { contents } from '../contents.ts';
import type { BlockId, Instruction } from '../graph.ts';
import { arrival } from './leap.ts';
import { failureName } from './naming.ts';

/** An instruction; inside a `try` that has a `yield`, one that may throw is attempted, and its handler follows. */
export function emitGuarded(builder: Builder, instruction: Instruction): void {
  const handler = handlerOf(builder.leaps);
  const risky = instruction.kind === 'bind' ? [instruction.value, instruction.target] : instruction.kind === 'evaluate' ? [instruction.expression] : [];
  if (!handler || !risky.some((node) => node && (contents(node as Node).calls || contents(node as Node).reads))) {
    emit(builder, instruction);
    return;
  }
  const { failed, error, caught } = attempting(builder, instruction.node, failureName(instruction));
  emit(builder, { kind: 'attempt', instruction, failed, error, node: instruction.node });
  const onward = newBlock(builder);
  branch(builder, refer(builder, failed, instruction.node), caught, onward, instruction.node);
  builder.current = onward;
}

/** What an attempt sets, and where its error arrives, inside the innermost `try`. */
export function attempting(builder: Builder, node: Node, name = failureName({ kind: 'evaluate', expression: node as Expression, node })): { readonly failed: Binding; readonly error: Binding; readonly caught: BlockId } {
  const handler = handlerOf(builder.leaps)!;
  return { failed: temporary(builder, name), error: handler.kind === 'catch' ? handler.error : handler.value, caught: arrival(builder, handler, 'throw', node) };
}

/** A branch always has a block of its own: a choice can be resumed there. */
export function branch(builder: Builder, test: Expression, then: BlockId, otherwise: BlockId, node: Node, counts = false): void {
  const own = newBlock(builder);
  close(builder, { kind: 'goto', target: own }, own);
  close(builder, { kind: 'branch', test, then, else: otherwise, node, ...(counts ? { counts } : {}) });
}
