/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// The payload of what arrived is asked again after a loop that asks outside.
export function* m(ask: (about: unknown) => boolean): Generator<unknown, unknown, { type: 'go'; to: 'x' | 'y' } | { type: 'set'; n: number }> {
  while (true) {
    const event1 = yield 'A';
    while (ask(0)) {
      yield 'A';
    }
    if (event1.type === 'go') {} else {
      yield 'A';
    }
  }
}

export const events = [() => ({ type: 'go', to: 'x' }), () => ({ type: 'go', to: 'y' }), () => ({ type: 'set', n: 1 })];
