/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A `yield` in the arguments of a call that is kept.
export function* m(out: (...args: unknown[]) => void): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  out(yield 'A');
  try {
    out(yield 'B');
  } catch {}
}

export const events = [() => 'a', () => 'b', () => 'c'];
