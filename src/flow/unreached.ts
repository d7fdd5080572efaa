/**
 * Code that is never reached says nothing about a machine: its blocks are left empty, so that whoever goes through all blocks
 * does not see it.
 */
import { type Block, type BlockId, successors } from './graph.ts';

export function emptyUnreached(blocks: readonly Block[], start: BlockId): void {
  const reached = new Set([start]);
  for (const id of reached) for (const next of successors(blocks[id]!.terminal)) reached.add(next);
  for (const block of blocks) {
    if (reached.has(block.id)) continue;
    block.instructions.length = 0;
    block.terminal = { kind: 'goto', target: block.id };
  }
}
