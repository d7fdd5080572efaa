/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A counter in an object that never leaves is changed in a `try` whose `catch` waits.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let spot = { k: 0, face: 'x' };
  while (true) {
    try {
      spot.k++;
    } catch {
      yield 'A';
    }
    yield spot.face;
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
