/**
 * A cart, a payment that may be declined, and a refund before it is shipped. Shows an error thrown in and caught
 * around the state in which it can happen, lists that are never changed in place, and three ways to end.
 */
export class PaymentDeclined extends Error {
  override readonly name = 'PaymentDeclined';
}

interface Item {
  readonly name: string;
  readonly cents: number;
}

type CheckoutEvent =
  | { type: 'add'; item: Item }
  | { type: 'remove'; name: string }
  | { type: 'pay' }
  | { type: 'confirmed'; reference: string }
  | { type: 'refund' }
  | { type: 'ship' }
  | { type: 'cancel' };

const totalOf = (items: readonly Item[]) => items.reduce((sum, item) => sum + item.cents, 0);

export function* checkout(
  charge: (cents: number) => void,
  refund: (reference: string) => void,
): Generator<'filling the cart' | 'paying' | 'paid', 'cancelled' | 'refunded' | 'shipped', CheckoutEvent> {
  let items: readonly Item[] = [];
  while (true) {
    const event = yield 'filling the cart';
    if (event.type === 'add') items = [...items, event.item];
    else if (event.type === 'remove') items = items.filter((item) => item.name !== event.name);
    else if (event.type === 'cancel') return 'cancelled';
    else if (event.type === 'pay' && items.length > 0) {
      charge(totalOf(items));
      try {
        // The bank confirms, or throws in that it declines.
        let answer = yield 'paying';
        while (answer.type !== 'confirmed') answer = yield 'paying';

        while (true) {
          const { type } = yield 'paid';
          if (type === 'ship') return 'shipped';
          if (type !== 'refund') continue;
          refund(answer.reference);
          return 'refunded';
        }
      } catch (error) {
        if (!(error instanceof PaymentDeclined)) throw error;
      }
    }
  }
}

export const samples = {
  checkout: {
    args: [() => {}, () => {}],
    events: [
      { type: 'add', item: { name: 'tea', cents: 450 } },
      { type: 'remove', name: 'tea' },
      { type: 'pay' },
      { type: 'confirmed', reference: 'r-1' },
      { type: 'refund' },
      { type: 'ship' },
      { type: 'cancel' },
    ],
  },
};
