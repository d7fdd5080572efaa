/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A loop goes over an array that a loop before it has pushed to.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let coins: number[] = [];
  while (true) {
    for (let i = 0; i < 3; i++) {
      yield 'A';
      coins.push(0);
    }
    for (const coin of coins) {
      yield `n${coin}`;
    }
    yield 'B';
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
