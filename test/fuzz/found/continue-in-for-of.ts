/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A round of a `for…of` is left by `continue`, after an opaque question.
export function* m(ask: (about: unknown) => boolean): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let open = false;
  while (true) {
    if (open) break;
    yield 'C';
    for (const item1 of [0, 1, 2]) {
      if (ask(1)) {
        yield 'D';
        continue;
      }
      open = !open;
      yield 'E';
    }
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
