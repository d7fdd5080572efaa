/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// Undeclared events: an object with fields is not the string of its `type`.
export function* m() {
  const event = yield 'A';
  if (event === 'a') {} else yield 'A';
  yield 'B';
}

export const events = [() => 'a', () => ({ type: 'a', n: 1 }), () => 'b', () => null];
