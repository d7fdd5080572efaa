/**
 * Which bindings a condition may still ask about before the machine waits again: a backward analysis like liveness, that
 * starts from the tests alone. A statement that changes none of them may stay whole.
 */
import { type BlockId, type Graph, successors } from '../flow/graph.ts';
import { instructionUsage, kills, terminalUsage, type Usage } from '../flow/usage.ts';
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';

/** For the block of a region: what is asked after it. */
export function askedAfter(graph: Graph, usage: (node: Node) => Usage): (block: BlockId, binding: Binding) => boolean {
  const asked: Set<Binding>[] = graph.blocks.map(() => new Set());
  const before: BlockId[][] = graph.blocks.map(() => []);
  for (const block of graph.blocks) for (const next of successors(block.terminal)) before[next]!.push(block.id);
  const pending = new Set(graph.blocks.map((block) => block.id).reverse());
  for (const id of pending) {
    pending.delete(id);
    const block = graph.blocks[id]!;
    const now = new Set<Binding>();
    if (block.terminal.kind !== 'yield') for (const next of successors(block.terminal)) for (const binding of asked[next]!) now.add(binding);
    if (block.terminal.kind === 'branch' || block.terminal.kind === 'yield') for (const binding of terminalUsage(block.terminal, usage).reads) now.add(binding);
    for (const instruction of block.instructions.toReversed()) {
      const { reads, writes } = instructionUsage(instruction, usage, graph);
      if (![...writes].some((binding) => now.has(binding))) continue;
      for (const binding of kills(instruction, usage, graph)) now.delete(binding);
      for (const binding of reads) now.add(binding);
    }
    if (now.size === asked[id]!.size) continue;
    asked[id] = now;
    for (const previous of before[id]!) pending.add(previous);
  }
  return (id, binding) => {
    const { terminal } = graph.blocks[id]!;
    return asked[terminal.kind === 'region' ? terminal.exit : id]!.has(binding);
  };
}
