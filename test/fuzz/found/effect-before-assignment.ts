/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// An effect before the first yield reads a variable that is assigned after it.
export function* m(out: (...args: unknown[]) => void): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let open = false;
  while (true) {
    out(open);
    open = !open;
    yield 'A';
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
