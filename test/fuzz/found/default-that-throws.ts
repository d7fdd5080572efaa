/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// The default of a pattern that nobody reads is asked for inside a `try`.
export function* m(roll: () => number): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  const spot: { k: number; n?: number } = { k: 0 };
  yield 'A';
  try {
    const { k, n = roll() } = spot;
  } catch {
    yield 'B';
  }
}
export const events = [() => 'a', () => 'b', () => 'c'];
