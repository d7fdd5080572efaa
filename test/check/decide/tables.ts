/** Tables to decide about, and what can be said of them without any cleverness: the oracles of the tests in this folder. */
import * as fc from 'fast-check';
import { shuffled, wholes } from './chance.ts';
import type { Table } from '../../../src/check/decide/table.ts';

/** One step of a table, to write tables down by: refused, or where it leads and what it shows. */
export type Step = 'refused' | { readonly to: number; readonly output: number };

export function tableOf(start: number, marks: readonly number[], steps: readonly (readonly Step[])[]): Table {
  const all = steps.flat();
  return {
    states: marks.length,
    inputs: all.length / marks.length,
    start,
    next: Int32Array.from(all, (step) => (step === 'refused' ? -1 : step.to)),
    // What stands where an input is refused must not matter.
    output: Int32Array.from(all, (step, at) => (step === 'refused' ? at * 17 : step.output)),
    mark: Int32Array.from(marks),
  };
}

/** Small tables with little to see, so that differences hide. */
export function tables(states: number, inputs: number): fc.Arbitrary<Table> {
  return fc.integer({ min: 1, max: states }).chain((count) => {
    const step = fc.oneof({ weight: 8, arbitrary: fc.record({ to: fc.nat(count - 1), output: few }) }, { weight: 1, arbitrary: fc.constant('refused' as const) });
    const steps = fc.array(fc.array(step, { minLength: inputs, maxLength: inputs }), { minLength: count, maxLength: count });
    return fc.tuple(fc.nat(count - 1), fc.array(few, { minLength: count, maxLength: count }), steps).map(([start, marks, steps]) => tableOf(start, marks, steps));
  });
}

const few = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, -5, 2_147_483_647) });

/** A table and one that does the same with more states in another order, with up to two places changed. */
export function related(states: number, inputs: number): fc.Arbitrary<readonly [Table, Table]> {
  const changes = fc.array(fc.record({ kind: fc.constantFrom('to' as const, 'output' as const, 'mark' as const, 'refused' as const), at: fc.nat(), value: fc.nat(3) }), { maxLength: 2 });
  return fc.tuple(tables(states, inputs), fc.integer(), changes).map(([table, seed, changes]) => [table, changes.reduce(changed, spread(table, 3, seed))] as const);
}

export interface Change {
  readonly kind: 'to' | 'output' | 'mark' | 'refused';
  /** Any number: the place is the rest after dividing by how many there are. */
  readonly at: number;
  readonly value: number;
}

export function changed(table: Table, { kind, at, value }: Change): Table {
  const mark = table.mark.slice();
  const next = table.next.slice();
  const output = table.output.slice();
  if (kind === 'mark') mark[at % mark.length] = value;
  else if (kind === 'output') output[at % output.length] = value;
  else next[at % next.length] = kind === 'refused' ? -1 : value % table.states;
  return { ...table, next, output, mark };
}

/** Each state one to `most` times, each copy leading to any copy, all in another order: a table that does the same. */
export function spread(table: Table, most: number, seed: number): Table {
  const { inputs } = table;
  const chance = wholes(seed);
  const originals = shuffled([...table.mark.keys()].flatMap((state) => Array.from({ length: 1 + chance(most) }, () => state)), chance);
  const copies = Array.from({ length: table.states }, (): number[] => []);
  originals.forEach((state, copy) => copies[state]!.push(copy));
  const any = (state: number): number => copies[state]![chance(copies[state]!.length)]!;
  const cells = <T>(of: (state: number, input: number) => T): T[] => originals.flatMap((state) => Array.from({ length: inputs }, (_, input) => of(state, input)));
  return {
    states: originals.length,
    inputs,
    start: any(table.start),
    next: Int32Array.from(cells((state, input) => table.next[state * inputs + input]!), (to) => (to < 0 ? -1 : any(to))),
    output: Int32Array.from(cells((state, input) => table.output[state * inputs + input]!)),
    mark: Int32Array.from(originals, (state) => table.mark[state]!),
  };
}

/** A large table, all of it from one number. */
export function randomTable(states: number, inputs: number, outputs: number, seed: number): Table {
  const chance = wholes(seed);
  return {
    states,
    inputs,
    start: chance(states),
    next: Int32Array.from({ length: states * inputs }, () => chance(states)),
    output: Int32Array.from({ length: states * inputs }, () => chance(outputs)),
    mark: new Int32Array(states),
  };
}

/** State i leads on input 0 to the next, round and round, and stays on input 1. Only the last state's way back to the first shows `shown`. */
export function ring(states: number, shown: number): Table {
  const next = Int32Array.from({ length: 2 * states }, (_, at) => (at % 2 === 1 ? (at - 1) / 2 : (at / 2 + 1) % states));
  const output = new Int32Array(2 * states);
  output[2 * states - 2] = shown;
  return { states, inputs: 2, start: 0, next, output, mark: new Int32Array(states) };
}

/** All that is seen on a word: the start's mark, then of each input that it is refused, or its output and the mark it leads to. */
export function seenOn(table: Table, word: readonly number[]): readonly string[] {
  let state = table.start;
  const seen = [`${table.mark[state]}`];
  for (const input of word) {
    const to = table.next[state * table.inputs + input]!;
    seen.push(to < 0 ? 'refused' : `${table.output[state * table.inputs + input]} ${table.mark[to]}`);
    if (to >= 0) state = to;
  }
  return seen;
}

/** A shortest word on which different things are seen, by trying every word up to a length. */
export function shortestOfAllWords(a: Table, b: Table, longest: number): readonly number[] | undefined {
  let words: (readonly number[])[] = [[]];
  for (let length = 0; length <= longest; length++) {
    const found = words.find((word) => seenOn(a, word).join() !== seenOn(b, word).join());
    if (found) return found;
    words = words.flatMap((word) => Array.from({ length: a.inputs }, (_, input) => [...word, input]));
  }
  return undefined;
}

/** The length of such a word, by a breadth-first walk over all pairs of states; undefined where there is none. */
export function shortestOverPairs(a: Table, b: Table): number | undefined {
  if (a.mark[a.start] !== b.mark[b.start]) return 0;
  const met = new Set([a.start * b.states + b.start]);
  let layer = [...met];
  for (let length = 1; layer.length > 0; length++) {
    const following: number[] = [];
    for (const pair of layer) {
      for (let input = 0; input < a.inputs; input++) {
        const cellA = Math.floor(pair / b.states) * a.inputs + input;
        const cellB = (pair % b.states) * b.inputs + input;
        const [toA, toB] = [a.next[cellA]!, b.next[cellB]!];
        if (toA < 0 && toB < 0) continue;
        if (toA < 0 || toB < 0 || a.output[cellA] !== b.output[cellB] || a.mark[toA] !== b.mark[toB]) return length;
        const met2 = toA * b.states + toB;
        if (!met.has(met2)) following.push(met2);
        met.add(met2);
      }
    }
    layer = following;
  }
  return undefined;
}

/** The same for large tables, by Moore's rounds: after round k, states are alike that no word of length k tells apart. */
export function shortestByRounds(a: Table, b: Table): number | undefined {
  const rows = [rowsOf(a), rowsOf(b)];
  const marks = [a.mark, b.mark].map((list) => Array.from(list, String));
  let [alike, count] = numbered(marks);
  for (let length = 0; ; length++) {
    if (alike[0]![a.start] !== alike[1]![b.start]) return length;
    const known = alike;
    const [finer, more] = numbered(rows.map((table, which) => table.map((row, state) => `${known[which]![state]}:${row.map((step) => (step === 'refused' ? step : `${step.output}>${known[which]![step.to]}`)).join()}`)));
    if (more === count) return undefined;
    [alike, count] = [finer, more];
  }
}

function rowsOf({ states, inputs, next, output }: Table): readonly (readonly Step[])[] {
  const step = (cell: number): Step => (next[cell]! < 0 ? 'refused' : { to: next[cell]!, output: output[cell]! });
  return Array.from({ length: states }, (_, state) => Array.from({ length: inputs }, (_, input) => step(state * inputs + input)));
}

function numbered(lists: readonly (readonly string[])[]): [readonly (readonly number[])[], number] {
  const numbers = new Map<string, number>();
  for (const text of lists.flat()) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return [lists.map((list) => list.map((text) => numbers.get(text)!)), numbers.size];
}
