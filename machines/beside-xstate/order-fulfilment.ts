/** An order: picked, packed, sent, and sent back when nobody opens the door a second time. */
type FulfilmentEvent =
  | { type: 'pay'; reference: string }
  | { type: 'picked'; item: string }
  | { type: 'packed' | 'cancel' | 'refunded' }
  | { type: 'dispatched'; tracking: string }
  | { type: 'nobody home' | 'redeliver' | 'delivered' };

type Outcome =
  | { readonly status: 'delivered' | 'returned'; readonly tracking: string }
  | { readonly status: 'cancelled' };

const RINGS = 2;

export function* orderFulfilment(
  items: readonly string[],
  refund: (payment: { reference: string }) => void,
): Generator<
  'placed' | 'picking' | 'packing' | 'packed' | 'in transit' | 'at the depot' | 'refunding',
  Outcome,
  FulfilmentEvent
> {
  let event: FulfilmentEvent;
  do {
    event = yield 'placed';
    if (event.type === 'cancel') return { status: 'cancelled' };
  } while (event.type !== 'pay');
  const { reference } = event;

  const tracking = yield* warehouse(items);
  if (tracking === undefined) {
    refund({ reference });
    while ((yield 'refunding').type !== 'refunded');
    return { status: 'cancelled' };
  }

  for (let rings = 1; ; rings++) {
    let type: FulfilmentEvent['type'];
    do {
      ({ type } = yield 'in transit');
      if (type === 'delivered') return { status: 'delivered', tracking };
    } while (type !== 'nobody home');
    if (rings === RINGS) return { status: 'returned', tracking };
    while ((yield 'at the depot').type !== 'redeliver');
  }
}

/** Until it is handed to the carrier: then its tracking number, nothing if it was cancelled. */
function* warehouse(
  items: readonly string[],
): Generator<'picking' | 'packing' | 'packed', string | undefined, FulfilmentEvent> {
  let missing = items;
  while (missing.length > 0) {
    const event = yield 'picking';
    if (event.type === 'cancel') return undefined;
    if (event.type === 'picked') missing = missing.filter((item) => item !== event.item);
  }

  let type: FulfilmentEvent['type'];
  do {
    ({ type } = yield 'packing');
    if (type === 'cancel') return undefined;
  } while (type !== 'packed');

  while (true) {
    const event = yield 'packed';
    if (event.type === 'cancel') return undefined;
    if (event.type === 'dispatched') return event.tracking;
  }
}

export const samples = {
  orderFulfilment: {
    args: [['tea', 'cup'], () => {}],
    events: [
      { type: 'pay', reference: 'r-1' },
      { type: 'picked', item: 'tea' },
      { type: 'picked', item: 'cup' },
      { type: 'packed' },
      { type: 'cancel' },
      { type: 'refunded' },
      { type: 'dispatched', tracking: 't-1' },
      { type: 'nobody home' },
      { type: 'redeliver' },
      { type: 'delivered' },
    ],
  },
};
