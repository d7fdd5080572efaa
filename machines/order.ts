/** An order from payment to delivery. Shows a straight road with early returns, destructured events, and a rest parameter. */
type OrderEvent =
  | { type: 'pay'; method: 'card' | 'invoice' }
  | { type: 'pick'; item: string }
  | { type: 'ship'; carrier: string; tracking?: string }
  | { type: 'deliver' }
  | { type: 'return' }
  | { type: 'cancel'; reason: string };

type Outcome =
  | { readonly id: string; readonly delivered: true; readonly carrier: string }
  | { readonly id: string; readonly delivered: false; readonly reason: string };

export function* order(
  id: string,
  ...items: string[]
): Generator<'placed' | 'picking' | 'ready to ship' | 'on the way', Outcome, OrderEvent> {
  while (true) {
    const event = yield 'placed';
    if (event.type === 'cancel') return { id, delivered: false, reason: event.reason };
    if (event.type === 'pay') break;
  }

  let missing: readonly string[] = items;
  while (missing.length > 0) {
    const event = yield 'picking';
    if (event.type === 'cancel') return { id, delivered: false, reason: event.reason };
    if (event.type === 'pick') missing = missing.filter((item) => item !== event.item);
  }

  let carrier: string;
  while (true) {
    const event = yield 'ready to ship';
    if (event.type !== 'ship') continue;
    const { carrier: name, tracking = 'no tracking' } = event;
    carrier = `${name} (${tracking})`;
    break;
  }

  while (true) {
    const { type } = yield 'on the way';
    if (type === 'deliver') return { id, delivered: true, carrier };
    if (type === 'return') return { id, delivered: false, reason: 'returned to sender' };
  }
}

export const samples = {
  order: {
    args: ['o-1', 'tea', 'cup'],
    events: [
      { type: 'pay', method: 'card' },
      { type: 'pick', item: 'tea' },
      { type: 'pick', item: 'cup' },
      { type: 'ship', carrier: 'bike' },
      { type: 'ship', carrier: 'post', tracking: 'T1' },
      { type: 'deliver' },
      { type: 'return' },
      { type: 'cancel', reason: 'too slow' },
    ],
  },
};
