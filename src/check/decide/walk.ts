/** A table in, the states that can be reached from its start out, nearest first: a plain breadth-first walk. */
import type { Table } from './table.ts';

/**
 * The states in breadth-first order, inputs tried in their own order. That is the order of the least words that reach them: shorter
 * before longer, and of one length in the order of a dictionary.
 */
export function reached(table: Table): Int32Array {
  const { states, inputs, start, next } = table;
  const order = new Int32Array(states);
  const isSeen = new Uint8Array(states);
  order[0] = start;
  isSeen[start] = 1;
  let end = 1;
  for (let at = 0; at < end; at++) {
    const row = order[at]! * inputs;
    for (let input = 0; input < inputs; input++) {
      const to = next[row + input]!;
      if (to < 0 || isSeen[to]) continue;
      isSeen[to] = 1;
      order[end++] = to;
    }
  }
  return order.subarray(0, end);
}
