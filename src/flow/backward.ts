/**
 * Backward data flow (Dragon Book, 9.2.5): what holds of bindings at the start of each block, from what holds at the
 * starts of those that follow, gone over until nothing changes.
 *
 * Sets of bindings are rows of bits, one for each block: ten thousand variables over thirty thousand blocks would be too
 * many to keep one by one.
 */
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { type Block, type BlockId, type Graph, successors } from './graph.ts';
import { instructionUsage, terminalUsage, type Usage } from './usage.ts';

/** A set of bindings, by their numbers. */
export type Row = Uint32Array;

export interface Numbering {
  /** Nothing for a binding that is never asked about. */
  readonly of: (binding: Binding) => number | undefined;
  readonly all: readonly Binding[];
}

/** The bindings that are read anywhere in the graph. */
export function readIn(graph: Graph, usage: (node: Node) => Usage): Numbering {
  const numbers = new Map<Binding, number>();
  const number = (bindings: Iterable<Binding>): void => {
    for (const binding of bindings) if (!numbers.has(binding)) numbers.set(binding, numbers.size);
  };
  for (const { terminal, instructions } of graph.blocks) {
    number(terminalUsage(terminal, usage).reads);
    for (const instruction of instructions) number(instructionUsage(instruction, usage, graph).reads);
  }
  return { of: (binding) => numbers.get(binding), all: [...numbers.keys()] };
}

/** The numbers of those bindings that have one. */
export function numbersOf(numbering: Numbering, bindings: Iterable<Binding>): number[] {
  const found: number[] = [];
  for (const binding of bindings) {
    const number = numbering.of(binding);
    if (number !== undefined) found.push(number);
  }
  return found;
}

export function emptyRow({ all }: Numbering): Row {
  return new Uint32Array((all.length + 31) >> 5);
}

export function has(row: Row, number: number): boolean {
  return (row[number >> 5]! & (1 << (number & 31))) !== 0;
}

export function add(row: Row, number: number): void {
  row[number >> 5]! |= 1 << (number & 31);
}

export function remove(row: Row, number: number): void {
  row[number >> 5]! &= ~(1 << (number & 31));
}

/** Adds all of the other; `but` is left as it is. */
export function join(row: Row, other: Row, but?: number): void {
  const had = but !== undefined && has(row, but);
  for (let word = 0; word < row.length; word++) row[word]! |= other[word]!;
  if (but !== undefined && !had) remove(row, but);
}

export function bindingsIn(row: Row, { all }: Numbering): Set<Binding> {
  const found = new Set<Binding>();
  for (let word = 0; word < row.length; word++) {
    for (let bits = row[word]!; bits !== 0; bits &= bits - 1) found.add(all[(word << 5) + 31 - Math.clz32(bits & -bits)]!);
  }
  return found;
}

/** `transfer` fills a row that is empty with what holds at the start of the block; sets may only grow with those they are made of. */
export function backward(graph: Graph, numbering: Numbering, transfer: (now: Row, block: Block, at: (block: BlockId) => Row) => void): readonly Row[] {
  const rows = graph.blocks.map(() => emptyRow(numbering));
  const follow = graph.blocks.map(({ terminal }) => successors(terminal));
  const before: BlockId[][] = graph.blocks.map(() => []);
  follow.forEach((all, block) => {
    for (const next of all) before[next]!.push(block);
  });
  const isPending = graph.blocks.map(() => true);
  const order = lastFirst(graph.blocks.length, follow);
  const at = (block: BlockId): Row => rows[block]!;
  const now = emptyRow(numbering);
  // Forth and back: in loops within loops, what is found outside has far to go.
  for (let changed = true; changed; order.reverse()) {
    changed = false;
    for (const id of order) {
      if (!isPending[id]) continue;
      isPending[id] = false;
      now.fill(0);
      transfer(now, graph.blocks[id]!, at);
      if (isSame(now, rows[id]!)) continue;
      rows[id]!.set(now);
      for (const previous of before[id]!) isPending[previous] = true;
      changed = true;
    }
  }
  return rows;
}

function isSame(a: Row, b: Row): boolean {
  for (let word = 0; word < a.length; word++) if (a[word] !== b[word]) return false;
  return true;
}

/** Every block, as far as can be after those that follow it. */
function lastFirst(blocks: number, follow: readonly (readonly BlockId[])[]): BlockId[] {
  const order: BlockId[] = [];
  // How many of those that follow a block have been gone to; nothing for one that has not been come to.
  const gone: (number | undefined)[] = Array.from({ length: blocks });
  const stack: BlockId[] = [];
  const open = (block: BlockId): void => {
    if (gone[block] !== undefined) return;
    gone[block] = 0;
    stack.push(block);
  };
  for (let id = 0; id < blocks; id++) {
    open(id);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = follow[top]![gone[top]!++];
      if (next !== undefined) open(next);
      else order.push(stack.pop()!);
    }
  }
  return order;
}
