/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A function of the machine changes what would be control, called with what only the run knows, in what is yielded.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let left: number = 0;
  const shift = (by: number = 1, ...more: number[]) => { left += by + more.length; return left; };
  while (true) {
    const event1 = yield shift((Date.now() % 7), 1, 2);
    if ('a' !== event1 && (event1 !== 'b')) continue;
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
