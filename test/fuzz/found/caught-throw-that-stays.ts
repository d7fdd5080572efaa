/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A caught throw that changes nothing must not reach the root.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  while (true) {
    try { yield 'A'; } catch {}
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
