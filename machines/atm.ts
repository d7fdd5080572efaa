/** A cash machine that asks its bank. Shows calls on an object that came in as input, each answer asked once and then a choice. */
interface Bank {
  verify(card: string, pin: string): boolean;
  withdraw(card: string, amount: number): boolean;
  keep(card: string): void;
}

type AtmEvent =
  | { type: 'card'; number: string }
  | { type: 'pin'; pin: string }
  | { type: 'withdraw'; amount: number }
  | { type: 'eject' }
  | { type: 'timeout' };

const TRIES = 3;

export function* atm(
  bank: Bank,
  dispense: (amount: number) => void,
): Generator<'idle' | 'asking for the PIN' | 'menu' | 'refused', never, AtmEvent> {
  session: while (true) {
    const inserted = yield 'idle';
    if (inserted.type !== 'card') continue;
    const card = inserted.number;

    for (let wrong = 0; ; ) {
      const event = yield 'asking for the PIN';
      if (event.type === 'eject' || event.type === 'timeout') continue session;
      if (event.type !== 'pin') continue;
      if (bank.verify(card, event.pin)) break;
      wrong += 1;
      if (wrong < TRIES) continue;
      bank.keep(card);
      continue session;
    }

    while (true) {
      const event = yield 'menu';
      if (event.type === 'eject' || event.type === 'timeout') break;
      if (event.type !== 'withdraw' || event.amount <= 0) continue;
      if (bank.withdraw(card, event.amount)) dispense(event.amount);
      // The bank says no: shown until the customer has had time to read it.
      else while ((yield 'refused').type !== 'timeout');
    }
  }
}

export const samples = {
  atm: {
    args: [
      { verify: (_card: string, pin: string) => pin === '1234', withdraw: (_card: string, amount: number) => amount <= 100, keep: () => {} },
      () => {},
    ],
    events: [
      { type: 'card', number: '4711' },
      { type: 'pin', pin: '1234' },
      { type: 'pin', pin: '9999' },
      { type: 'withdraw', amount: 50 },
      { type: 'withdraw', amount: 500 },
      { type: 'withdraw', amount: 0 },
      { type: 'eject' },
      { type: 'timeout' },
    ],
  },
};
