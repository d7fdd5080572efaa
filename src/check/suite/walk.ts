/** A machine's starts in, long sequences at random out: a wrong change of context may show only many steps later. */
import type { Candidate } from '../inputs/inputs.ts';
import { type Searched, type Node, begin, nodeOf } from './run.ts';
import type { Start } from './sequence.ts';

/** How many walks, and how long. */
export interface Walks {
  readonly walks: number;
  readonly walk: number;
}

/** Walks from each start in turn; `offered` is what can be sent in a place. */
export function walksFrom(searched: Searched, starts: readonly Start[], offered: (node: Node) => readonly Candidate[], { walks, walk }: Walks, random: () => number): readonly Node[] {
  if (starts.length === 0) return [];
  return Array.from({ length: walks }, (_, index) => {
    const start = starts[index % starts.length]!;
    const running = begin(searched, start);
    let node = nodeOf(running, { start, steps: [] });
    while (node.snapshot && node.sequence.steps.length < walk) {
      const all = offered(node);
      const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
      const isLikely = random() < 0.95;
      const likely = all.filter((each) => each.kind === 'send' || !isLikely);
      const samples = random() < 0.5 ? likely.filter((each) => each.isSample) : [];
      const from = samples.length > 0 ? samples : likely.length > 0 ? likely : all;
      const group = one([...new Set(from.map((each) => each.group))]);
      const { kind, value } = one(from.filter((each) => each.group === group));
      // What is called outside seldom throws: a walk would not get far.
      running.step({ kind, value, choices: [] }, (of, returning) => (random() < 0.04 ? Math.floor(random() * of) : Math.floor(random() * returning)));
      const choices = running.last().answered.map(({ choice }) => choice);
      node = nodeOf(running, { start, steps: [...node.sequence.steps, { kind, value, choices }] });
    }
    return node;
  });
}

/** A small generator of numbers in [0, 1), the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
