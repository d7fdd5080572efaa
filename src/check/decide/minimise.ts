/**
 * A table in, the least table that does the same out. States that are never reached are left out; the others are merged by partition
 * refinement (refine.ts), begun from what is seen of a state and on each of its inputs, so that only where they lead is left to refine.
 */
import { numberPairs } from './numbering.ts';
import { refine } from './refine.ts';
import { type Table, checkTable } from './table.ts';
import { reached } from './walk.ts';

export interface Minimal {
  readonly table: Table;
  /** Which state of `table` each state of the given table has become; -1 for one that is never reached. */
  readonly became: Int32Array;
}

/**
 * The least table that does the same, its states in breadth-first order from the start, which is 0. Two tables do the same
 * if and only if they become equal, number by number. Throws a `RangeError` where the table does not hang together.
 *
 * ```ts
 * const twice = { states: 2, inputs: 1, start: 1, next: Int32Array.of(1, 0), output: Int32Array.of(7, 7), mark: Int32Array.of(0, 0) };
 * minimise(twice); // { table: { states: 1, inputs: 1, start: 0, next: [0], output: [7], mark: [0] }, became: [0, 0] }
 * ```
 */
export function minimise(table: Table): Minimal {
  checkTable(table);
  const { inputs } = table;
  const order = reached(table);
  const became = new Int32Array(table.states).fill(-1);
  order.forEach((state, at) => (became[state] = at));
  const { classOf, count } = refine({ states: order.length, labels: inputs, ...transitionsOf(table, order, became), mark: marksOf(table, order) });

  // A walk meets states by the least word that leads to them (walk.ts), and so it meets the classes of them. The classes are numbered in
  // the order in which they are met: the order in which a walk of the least table meets its states.
  const least = { states: count, inputs, start: 0, next: new Int32Array(count * inputs).fill(-1), output: new Int32Array(count * inputs), mark: new Int32Array(count) };
  for (let at = order.length - 1; at >= 0; at--) {
    const state = order[at]!;
    least.mark[classOf[at]!] = table.mark[state]!;
    for (let input = 0; input < inputs; input++) {
      const to = table.next[state * inputs + input]!;
      if (to < 0) continue;
      least.next[classOf[at]! * inputs + input] = classOf[became[to]!]!;
      least.output[classOf[at]! * inputs + input] = table.output[state * inputs + input]!;
    }
  }
  return { table: least, became: became.map((at) => (at < 0 ? -1 : classOf[at]!)) };
}

/** The transitions of the reached states, by their places in `order`, with the input as the label. */
function transitionsOf({ inputs, next }: Table, order: Int32Array, places: Int32Array): Record<'from' | 'label' | 'to', Int32Array> {
  let count = 0;
  for (const state of order) for (let input = 0; input < inputs; input++) if (next[state * inputs + input]! >= 0) count++;
  const from = new Int32Array(count);
  const label = new Int32Array(count);
  const to = new Int32Array(count);
  let end = 0;
  order.forEach((state, at) => {
    for (let input = 0; input < inputs; input++) {
      const target = next[state * inputs + input]!;
      if (target < 0) continue;
      from[end] = at;
      label[end] = input;
      to[end++] = places[target]!;
    }
  });
  return { from, label, to };
}

/** One number for all that is seen of a reached state: its mark, and the output of each input. What is refused refine.ts sees for itself. */
function marksOf({ inputs, next, output, mark }: Table, order: Int32Array): Int32Array {
  let seen = order.map((state) => mark[state]!);
  for (let input = 0; input < inputs; input++) {
    const shown = order.map((state) => (next[state * inputs + input]! < 0 ? 0 : output[state * inputs + input]!));
    seen = numberPairs(seen, shown).numbers;
  }
  return seen;
}
