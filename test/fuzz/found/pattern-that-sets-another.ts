/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A default in a pattern sets a variable that nobody reads; one of the names of the pattern is read in it.
export function* m(roll) {
  let face = 'x';
  let left = 0;
  while (true) {
    const event1 = yield face;
    const [part2 = (left = 0), part3 = part2] = [roll()];
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
