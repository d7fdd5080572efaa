/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// Variables assigned by an object pattern.
export function* m(): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let face = 'x', open = false, tries = 0;
  let spot = { k: 0, face: 'x' };
  while (true) {
    do {
      yield 'A';
      if (0 < tries) {} else {
        ({ k: tries, face: face } = spot);
      }
    } while (open);
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
