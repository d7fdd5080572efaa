/**
 * Which bindings a condition may still ask about before the machine waits again: a backward analysis like liveness, that
 * starts from the tests alone. A statement that changes none of them may stay whole.
 */
import { add, backward, has, join, type Numbering, numbersOf, readIn, remove, type Row } from '../../flow/backward.ts';
import { type BlockId, type Graph, successors } from '../../flow/graph.ts';
import { instructionUsage, kills, terminalUsage, type Usage } from '../../flow/usage.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';

/** For the block of a region: what is asked after it. */
export function askedAfter(graph: Graph, usage: (node: Node) => Usage): (block: BlockId, binding: Binding) => boolean {
  const made: { now?: Asked } = {};
  return (id, binding) => {
    // Not all machines have a statement that may stay whole.
    const { numbering, rows } = (made.now ??= askedIn(graph, usage));
    const { terminal } = graph.blocks[id]!;
    const one = numbering.of(binding);
    return one !== undefined && has(rows[terminal.kind === 'region' ? terminal.exit : id]!, one);
  };
}

interface Asked {
  readonly numbering: Numbering;
  /** What is asked from the start of each block on. */
  readonly rows: readonly Row[];
}

function askedIn(graph: Graph, usage: (node: Node) => Usage): Asked {
  const numbering = readIn(graph, usage);
  const numbers = (bindings: Iterable<Binding>): readonly number[] => numbersOf(numbering, bindings);
  const asks = graph.blocks.map(({ terminal }) => (terminal.kind === 'branch' || terminal.kind === 'yield' ? numbers(terminalUsage(terminal, usage).reads) : []));
  const moves = graph.blocks.map(({ instructions }) => instructions.toReversed().map((instruction) => {
    const { reads, writes } = instructionUsage(instruction, usage, graph);
    return { killed: numbers(kills(instruction, usage, graph)), read: numbers(reads), written: numbers(writes) };
  }));
  const rows = backward(graph, numbering, (now, { id, terminal }, at) => {
    if (terminal.kind !== 'yield') for (const next of successors(terminal)) join(now, at(next));
    for (const one of asks[id]!) add(now, one);
    for (const { killed, read, written } of moves[id]!) {
      if (!written.some((one) => has(now, one))) continue;
      for (const one of killed) remove(now, one);
      for (const one of read) add(now, one);
    }
  });
  return { numbering, rows };
}
