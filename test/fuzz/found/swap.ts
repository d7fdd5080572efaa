/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// Two variables exchanged by an array pattern, one of them just stored in an array.
export function* m(out: (...args: unknown[]) => void): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let tries = 0, left = 1;
  let coins: number[] = [];
  while (true) {
    coins[0] = left;
    [tries, left] = [left, tries];
    yield 'A';
    out([...coins]);
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
