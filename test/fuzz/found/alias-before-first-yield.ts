/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A change in place, through an alias, before the first yield.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let spot = { k: 0, face: 'x' };
  const same = spot; same.k += 1;
  yield 'A';
  yield { ...spot };
}

export const events = [() => 'a', () => 'b', () => 'c'];
