/* oxlint-disable */
// @ts-nocheck: kept as it was found.
// The payload of what arrived is asked again after an opaque value was yielded in a `try`.
export function* m(pick: () => 'x' | 'y'): Generator<unknown, unknown, { type: 'go'; to: 'x' | 'y' } | { type: 'set'; n: number }> {
  while (true) {
    const event = yield 'A';
    try { yield pick(); } catch {}
    do { yield event.type === 'go' ? 'x' : pick(); } while (event.type === 'go');
  }
}

export const events = [() => ({ type: 'go', to: 'x' }), () => ({ type: 'go', to: 'y' }), () => ({ type: 'set', n: 1 })];
