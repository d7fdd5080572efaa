/**
 * Live variables (Dragon Book, 9.2.5): what may be read before it is written, at the start of each block.
 * A dead local must not split a state.
 *
 * A region adds its `enter`; kept whole or entered, it reads the same.
 */
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { type BlockId, type Graph, type Instruction, successors, type Terminal } from './graph.ts';
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
    if (block.terminal.kind === 'yield') for (const binding of afterYield(block.terminal, (next) => live[next]!)) now.add(binding);
    else for (const next of successors(block.terminal)) for (const binding of live[next]!) now.add(binding);
    for (const binding of terminalUsage(block.terminal, usage).reads) now.add(binding);
    for (const instruction of block.instructions.toReversed()) {
      if (instruction.kind === 'attempt') afterAttempt(now, instruction, block);
      for (const binding of kills(instruction, usage, graph)) now.delete(binding);
      for (const binding of instructionUsage(instruction, usage, graph).reads) now.add(binding);
    }
    if (now.size === live[id]!.size) continue;
    live[id] = now;
    for (const previous of before[id]!) pending.add(previous);
  }
  return { at: (block) => live[block]! };

  /** An attempt is the last of its block, and the branch on its outcome follows: each way has its own. */
  function afterAttempt(now: Set<Binding>, attempt: Instruction & { kind: 'attempt' }, block: Graph['blocks'][number]): void {
    const asks = block.terminal.kind === 'goto' ? graph.blocks[block.terminal.target]!.terminal : block.terminal;
    if (asks.kind !== 'branch') return;
    const overwritten = kills(attempt.instruction, usage, graph);
    now.clear();
    for (const binding of live[asks.else]!) if (!overwritten.has(binding)) now.add(binding);
    for (const binding of live[asks.then]!) if (binding !== attempt.error) now.add(binding);
    now.delete(attempt.failed);
  }
}

/** Each way on overwrites what holds its own arrival. */
function afterYield(terminal: Terminal & { kind: 'yield' }, live: (block: BlockId) => ReadonlySet<Binding>): ReadonlySet<Binding> {
  const all = new Set<Binding>();
  const ways = [
    { target: terminal.resume, holder: terminal.received },
    ...(terminal.thrown ? [{ target: terminal.thrown.target, holder: terminal.thrown.error }] : []),
    ...(terminal.returned ? [{ target: terminal.returned.target, holder: terminal.returned.value }] : []),
  ];
  for (const { target, holder } of ways) for (const binding of live(target)) if (binding !== holder) all.add(binding);
  return all;
}

/** Live while the machine waits at this block's `yield`: whatever arrives, and what it yields. */
export function liveWhileWaiting(graph: Graph, facts: Liveness, block: BlockId): ReadonlySet<Binding> {
  const terminal = graph.blocks[block]!.terminal;
  return terminal.kind === 'yield' ? afterYield(terminal, facts.at) : facts.at(block);
}
