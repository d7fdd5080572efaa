/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A name that nobody reads, declared inside of a `try`: it has to be declared in the action, too.
export function* m(pick: (...args: unknown[]) => unknown): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  try {
    const is1 = pick() === 'x';
  } catch (error2) {
    for (const item3 of ['x', 'y', 'z']) {
      yield item3;
    }
  } finally {}
}

export const events = [() => 'a', () => 'b', () => 'c'];
