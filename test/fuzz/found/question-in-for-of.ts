/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// An opaque question in each round of a `for…of` over constants.
export function* m(ask: (about: unknown) => boolean): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  while (true) {
    yield 'C';
    for (const item of [0, 1, 2]) {
      if (ask(1)) yield 'D';
      else yield 'E';
    }
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
