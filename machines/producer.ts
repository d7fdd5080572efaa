/** Two halves of a pipeline. Shows a plain generator, which only gives, and a consumer, which only takes. */

/** Counts from 0 to 4 and ends. */
export function* producer(): Generator<number, void, unknown> {
  for (let value = 0; value < 5; value += 1) yield value;
}

/** Prints the double of each value. */
export function* doubler(out: (value: number) => void = console.log): Generator<undefined, never, number> {
  while (true) {
    const value = yield;
    out(value * 2);
  }
}
