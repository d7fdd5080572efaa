/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// The payload of what arrived is asked again after an opaque call in a conditional.
export function* m(pick: () => 'x' | 'y' | 'z'): Generator<unknown, unknown, { type: 'a'; n: number } | { type: 'd' }> {
  let spot = { k: 0, face: 'x' };
  while (true) {
    const event = yield 'A';
    if ((event.type === 'a' ? pick() : 'x') === 'x') {
      yield 'A';
    }
    yield `at ${event.type === 'a' ? spot.face : 'x'}`;
  }
}

export const events = [() => ({ type: 'a', n: 0 }), () => ({ type: 'a', n: 3 }), () => ({ type: 'd' })];
