/**
 * Live variables (Dragon Book, 9.2.5): what may be read before it is written, at the start of each block.
 * A dead local must not split a state.
 *
 * A region adds its `enter`; kept whole or entered, it reads the same.
 */
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { add, backward, bindingsIn, emptyRow, join, numbersOf, readIn, remove, type Row } from './backward.ts';
import { type Block, type BlockId, type Graph, type Instruction, successors, type Terminal } from './graph.ts';
import { instructionUsage, kills, terminalUsage, type Usage } from './usage.ts';

export interface Liveness {
  /** Live at the start of the block. */
  readonly at: (block: BlockId) => ReadonlySet<Binding>;
  /** Live while the machine waits at the block's `yield`: whatever arrives, and what it yields. */
  readonly whileWaiting: (block: BlockId) => ReadonlySet<Binding>;
  /** Live while it waits anywhere. */
  readonly remembered: ReadonlySet<Binding>;
}

export function liveness(graph: Graph, usage: (node: Node) => Usage): Liveness {
  const numbering = readIn(graph, usage);
  const numbers = (bindings: Iterable<Binding>): readonly number[] => numbersOf(numbering, bindings);
  const number = (binding: Binding): number | undefined => numbering.of(binding);
  const asks = graph.blocks.map(({ terminal }) => numbers(terminalUsage(terminal, usage).reads));
  const moves = graph.blocks.map(({ instructions }) => instructions.toReversed().map((instruction) => ({ instruction, killed: numbers(kills(instruction, usage, graph)), read: numbers(instructionUsage(instruction, usage, graph).reads) })));

  const rows = backward(graph, numbering, (now, block, at) => {
    if (block.terminal.kind === 'yield') afterYield(now, block.terminal, at);
    else if (block.terminal.kind === 'region' && block.terminal.guarded) afterGuarded(now, block.terminal, block.terminal.guarded, at);
    else for (const next of successors(block.terminal)) join(now, at(next));
    for (const one of asks[block.id]!) add(now, one);
    for (const { instruction, killed, read } of moves[block.id]!) {
      if (instruction.kind === 'attempt') afterAttempt(now, instruction, block, at);
      for (const one of killed) remove(now, one);
      for (const one of read) add(now, one);
    }
  });
  const waiting = (block: BlockId): Row => {
    const { terminal } = graph.blocks[block]!;
    if (terminal.kind !== 'yield') return rows[block]!;
    const now = emptyRow(numbering);
    afterYield(now, terminal, (next) => rows[next]!);
    return now;
  };
  const ever = emptyRow(numbering);
  for (const { id, terminal } of graph.blocks) if (terminal.kind === 'yield') join(ever, waiting(id));
  return {
    at: (block) => bindingsIn(rows[block]!, numbering),
    whileWaiting: (block) => bindingsIn(waiting(block), numbering),
    remembered: bindingsIn(ever, numbering),
  };

  /** An attempt is the last of its block, and the branch on its outcome follows: each way has its own. */
  function afterAttempt(now: Row, attempt: Instruction & { kind: 'attempt' }, block: Block, at: (block: BlockId) => Row): void {
    const outcome = block.terminal.kind === 'goto' ? graph.blocks[block.terminal.target]!.terminal : block.terminal;
    if (outcome.kind !== 'branch') return;
    now.fill(0);
    join(now, at(outcome.else));
    for (const one of numbers(kills(attempt.instruction, usage, graph))) remove(now, one);
    join(now, at(outcome.then), number(attempt.error));
    const failed = number(attempt.failed);
    if (failed !== undefined) remove(now, failed);
  }

  /** Entered, or kept whole and asked how that went. */
  function afterGuarded(now: Row, { enter, exit }: Terminal & { kind: 'region' }, { failed, error }: { failed: Binding; error: Binding }, at: (block: BlockId) => Row): void {
    const outcome = graph.blocks[exit]!.terminal;
    if (outcome.kind !== 'branch') return;
    join(now, at(outcome.then), number(error));
    join(now, at(outcome.else), number(failed));
    join(now, at(enter));
  }

  /** Each way on overwrites what holds its own arrival. */
  function afterYield(now: Row, { resume, received, thrown, returned }: Terminal & { kind: 'yield' }, at: (block: BlockId) => Row): void {
    join(now, at(resume), number(received));
    if (thrown) join(now, at(thrown.target), number(thrown.error));
    if (returned) join(now, at(returned.target), number(returned.value));
  }
}
