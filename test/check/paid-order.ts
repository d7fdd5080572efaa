/** A generator that calls outside on its way: what a machine that only names its actions is held against. */
type OrderEvent = { type: 'pay'; amount: number } | { type: 'ship' | 'cancel' };

interface Bank {
  charge(amount: number): void;
  refund(): void;
}

export function* paidOrder(bank: Bank, notify: (what: { kind: string }) => void): Generator<'cart' | 'paid', 'shipped', OrderEvent> {
  while (true) {
    const event = yield 'cart';
    if (event.type !== 'pay') continue;
    bank.charge(event.amount);
    notify({ kind: 'paid' });
    const { type }: OrderEvent = yield* decided();
    if (type === 'ship') return 'shipped';
    bank.refund();
    notify({ kind: 'refunded' });
  }
}

function* decided(): Generator<'paid', OrderEvent, OrderEvent> {
  while (true) {
    const event = yield 'paid';
    if (event.type === 'ship' || event.type === 'cancel') return event;
  }
}
