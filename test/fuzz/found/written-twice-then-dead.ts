/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A variable is set by an effect and changed again, read in between, and then dead.
export function* m(roll: () => number): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let tries = 0, left = 0;
  tries = roll();
  left = tries++ + 0;
  yield 'A';
  yield left;
}

export const events = [() => 'a', () => 'b', () => 'c'];
