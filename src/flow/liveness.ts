/**
 * Live variables (Dragon Book, 9.2.5): what may be read before it is written, at the start of each block.
 * A dead local must not split a state.
 *
 * A region adds its `enter`; kept whole or entered, it reads the same.
 */
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { type BlockId, type Graph, successors } from './graph.ts';
import { instructionUsage, kills, terminalUsage, type Usage } from './usage.ts';

export interface Liveness {
  /** Live at the start of the block. */
  readonly at: (block: BlockId) => ReadonlySet<Binding>;
}

export function liveness(graph: Graph, usage: (node: Node) => Usage): Liveness {
  const live: Set<Binding>[] = graph.blocks.map(() => new Set());
  const before: BlockId[][] = graph.blocks.map(() => []);
  for (const block of graph.blocks) for (const next of successors(block.terminal)) before[next]!.push(block.id);
  const pending = new Set(graph.blocks.map((block) => block.id).reverse());
  for (const id of pending) {
    pending.delete(id);
    const block = graph.blocks[id]!;
    const now = new Set<Binding>();
    for (const next of successors(block.terminal)) for (const binding of live[next]!) now.add(binding);
    if (block.terminal.kind === 'yield') for (const binding of arrivals(block.terminal)) now.delete(binding);
    for (const binding of terminalUsage(block.terminal, usage).reads) now.add(binding);
    for (const instruction of block.instructions.toReversed()) {
      for (const binding of kills(instruction, usage, graph)) now.delete(binding);
      for (const binding of instructionUsage(instruction, usage, graph).reads) now.add(binding);
    }
    if (now.size === live[id]!.size) continue;
    live[id] = now;
    for (const previous of before[id]!) pending.add(previous);
  }
  return { at: (block) => live[block]! };
}

function arrivals(terminal: Graph['blocks'][number]['terminal'] & { kind: 'yield' }): readonly Binding[] {
  return [terminal.received];
}

/** Live while the machine waits at this block's `yield`: whatever arrives, and what it yields. */
export function liveWhileWaiting(graph: Graph, facts: Liveness, block: BlockId): ReadonlySet<Binding> {
  const terminal = graph.blocks[block]!.terminal;
  if (terminal.kind !== 'yield') return facts.at(block);
  const all = new Set<Binding>(facts.at(terminal.resume));
  all.delete(terminal.received);
  for (const way of [terminal.thrown && { target: terminal.thrown.target, holder: terminal.thrown.error }, terminal.returned && { target: terminal.returned.target, holder: terminal.returned.value }]) {
    if (way) for (const binding of facts.at(way.target)) if (binding !== way.holder) all.add(binding);
  }
  return all;
}
