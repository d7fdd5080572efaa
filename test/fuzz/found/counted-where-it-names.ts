/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A variable that is control is set inside of what is yielded, and what it was before `++` is read after another yield.
export function* m(out) {
  let tries = 2;
  yield 'A';
  out([(yield yield (tries++, 'z')), tries++, (yield 'A')]);
}
export const events = [() => 'a', () => 'b', () => 'c'];
