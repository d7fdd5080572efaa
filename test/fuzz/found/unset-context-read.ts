/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// The payload of an earlier event is read in a later action, where an opaque name was yielded between.
export function* m(pick: () => 'x' | 'y' | 'z'): Generator<unknown, unknown, 'a' | { type: 'c'; n: number }> {
  let tries = 0;
  let spot = { k: 0 };
  const event1 = yield 'A';
  if (event1 !== 'a') spot.k++;
  while (spot.k === 1) {
    const event2 = yield 'C';
    tries += event1 === 'a' ? 0 : event1.n;
    if ((event2 === 'a' ? 0 : event2.n) > spot.k + 2) {
      yield `at ${pick()}`;
      yield 'B';
    }
    for (const item of [0, 1, 2]) {
      yield `n${item}`;
      tries = event1 === 'a' ? 0 : event1.n;
    }
    yield tries;
  }
}

export const events = [() => 'a', () => ({ type: 'c', n: 1 }), () => ({ type: 'c', n: 4 })];
