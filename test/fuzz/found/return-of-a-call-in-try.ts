/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// The value of a `return` inside a `try` may throw: the handler takes it.
export function* m(pick: () => 'x' | 'y' | 'z'): Generator<unknown, unknown, 'a' | 'b'> {
  while (true) {
    try {
      yield 'A';
      return pick();
    } catch {
      yield 'B';
    }
  }
}

export const events = [() => 'a', () => 'b'];
