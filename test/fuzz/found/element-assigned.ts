/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A variable is set to an element of an array that has just grown.
export function* m() {
  let open = false;
  let tries = 0;
  let coins = [];
  while (true) {
    if (open) {} else {
      yield ['x', 'y', 'z'][tries % 3];
    }
    coins = [...coins, 0];
    tries = coins[0] ?? 2;
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
