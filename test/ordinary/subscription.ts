/** A subscription. Its states are symbols, its table a Map of Maps; what is not in it does not happen. */
type Signal = 'paid' | 'declined' | 'expired' | 'cancel';

const Trial = Symbol('trial');
const Active = Symbol('active');
const PastDue = Symbol('past due');
const Cancelled = Symbol('cancelled');

const transitions = new Map<symbol, ReadonlyMap<Signal, symbol>>([
  [Trial, new Map<Signal, symbol>([['paid', Active], ['expired', Cancelled], ['cancel', Cancelled]])],
  [Active, new Map<Signal, symbol>([['declined', PastDue], ['cancel', Cancelled]])],
  [PastDue, new Map<Signal, symbol>([['paid', Active], ['expired', Cancelled], ['cancel', Cancelled]])],
]);

export function* subscription(notify: (text: string) => void): Generator<symbol, void, Signal> {
  let state: symbol = Trial;
  while (state !== Cancelled) {
    const signal: Signal = yield state;
    const next = transitions.get(state)?.get(signal);
    if (next === undefined) continue;
    notify(`now ${next.description}`);
    state = next;
  }
}

export const samples = { subscription: { args: [() => {}], events: ['paid', 'declined', 'expired', 'cancel'] } };
