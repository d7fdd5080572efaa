import { orderFulfilmentMachine } from '../../../../machines/beside-xstate/order-fulfilment.machine.ts';
import { orderFulfilment } from '../../../../machines/beside-xstate/order-fulfilment.ts';
import type { Pair, Sent } from '../pair.ts';

const items = ['tea', 'cup'];

export const pair: Pair = {
  begin: (act) => orderFulfilment(items, (payment) => act('refund', payment)),
  machine: orderFulfilmentMachine,
  input: { items },
  actions: (act) => ({ refund: (_, payment) => act('refund', payment) }),
  events: [
    { type: 'pay', reference: 'r-1' },
    { type: 'picked', item: 'tea' },
    { type: 'picked', item: 'cup' },
    { type: 'dispatched', tracking: 't-1' },
    ...['packed', 'cancel', 'refunded', 'nobody home', 'redeliver', 'delivered'].map((type): Sent => ({ type })),
  ],
};
