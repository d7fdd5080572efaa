/** An average that can be sent to at once. Shows the priming decorator, and a machine that fails on what it cannot use. */
import { primed } from '../src/index.ts';

export const averager = primed(function* averager(): Generator<number | null, never, unknown> {
  let total = 0, count = 0;
  let average: number | null = null;
  while (true) {
    const value = yield average;
    if (typeof value !== 'number') throw new TypeError(`not a number: ${value}`);
    total += value;
    count += 1;
    average = total / count;
  }
});
