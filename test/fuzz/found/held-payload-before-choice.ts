/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// The payload of what arrived is asked again after a choice.
export function* m(ask: (about: unknown) => boolean): Generator<unknown, unknown, { type: 'a'; n: number } | { type: 'd' }> {
  while (true) {
    const event = yield 'A';
    if (ask(0) && event.type === 'a') {} else { yield 'A'; }
    while (event.type === 'a' && (event.type === 'a' && event.n > 1)) { yield 'A'; }
  }
}

export const events = [() => ({ type: 'a', n: 0 }), () => ({ type: 'a', n: 3 }), () => ({ type: 'd' })];
