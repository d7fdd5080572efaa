/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// A function that is written out looks at a variable by its name: what that was set to is needed.
export function* m() {
  let tries = 0;
  let coins = [];
  let heap = coins;
  const bump = (by) => { tries += by; coins.push(by); };
  yield 'A';
  heap.push(0);
  try {
    coins = heap;
    bump(0);
  } catch {}
}
export const events = [() => 'a', () => 'b', () => 'c'];
