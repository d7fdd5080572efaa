/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// What arrived is asked again long after a choice.
export function* m(ask: (about: unknown) => boolean): Generator<unknown, unknown, 'a' | 'b' | 'c'> {
  let open = false;
  while (true) {
    const event = yield 'A';
    if (event === 'a') {
      for (const item of ['x', 'y', 'z']) yield item;
    } else {
      if (ask(0)) {} else {
        do {
          yield 'A';
        } while (event === 'a');
      }
    }
    yield 'B';
    open = event === 'a';
  }
}

export const events = [() => 'a', () => 'b', () => 'c'];
