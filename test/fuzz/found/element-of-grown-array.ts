/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A condition on an element of an array that has grown since.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let tries = 0;
  let coins: number[] = [];
  while (true) {
    switch (tries) {
      default: {
        yield 'A';
        coins = [...coins, 0];
      }
    }
    if (tries < (coins[0] ?? 2)) {} else {
      for (const item of ['x', 'y', 'z']) {
        yield item;
      }
    }
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
