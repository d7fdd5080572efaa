/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// `tries` is another name for `left`, until it is counted up in the very code that looks at it.
export function* m(out: (value: unknown) => void, ask: (about: unknown) => boolean): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let open = true;
  let tries = 3;
  let left = 2;
  yield 'y';
  tries = left;
  open = ask(2);
  out((tries++, ['x', 'y', 'z'][tries % 3]));
  if (open) left = 0;
}
export const events = [() => 'a', () => 'b', () => 'c'];
