/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A closure pushes to the array that a loop goes over.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let tries = 0;
  let coins: number[] = [1, 2];
  const bump = (by: number) => { tries += by; coins.push(by); };
  while (true) {
    for (const coin of coins) {
      const event = yield `n${coin}`;
      if (event === 'a') {
        for (let i = 0; i < 3; i++) { yield 'A'; bump(0); }
      }
    }
    yield 'A';
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
