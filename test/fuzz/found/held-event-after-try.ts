/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// What arrived is asked again after an opaque value was yielded in a `try`.
export function* m(pick: () => 'x' | 'y' | 'z'): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  const event1 = yield 'A';
  try {
    yield pick();
  } catch {
    yield 'A';
  }
  if ('x' !== 'x' || !(event1 === 'a')) {
    yield 'A';
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
