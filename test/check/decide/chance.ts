/** Chance that comes out the same each time: tests of large things are drawn from a number. */

/** Whole numbers from 0 up to, without, the one asked for: a linear congruence, its better bits. */
export function wholes(seed: number): (below: number) => number {
  let state = seed | 0;
  const bits = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 8;
  };
  return (below) => Math.floor(((bits() * 2 ** 24 + bits()) / 2 ** 48) * below);
}

/** The same things in another order. */
export function shuffled<T>(list: readonly T[], chance: (below: number) => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = chance(at + 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
