/** An order: picked, packed, sent, and sent back when nobody opens the door a second time. */
import { assign, setup } from 'xstate';

type Outcome =
  | { readonly status: 'delivered' | 'returned'; readonly tracking: string }
  | { readonly status: 'cancelled' };

const RINGS = 2;

export const orderFulfilmentMachine = setup({
  types: {
    input: {} as { items: readonly string[] },
    context: {} as {
      missing: readonly string[];
      reference: string;
      tracking: string;
      rings: number;
    },
    events: {} as
      | { type: 'pay'; reference: string }
      | { type: 'picked'; item: string }
      | { type: 'packed' | 'cancel' | 'refunded' }
      | { type: 'dispatched'; tracking: string }
      | { type: 'nobody home' | 'redeliver' | 'delivered' },
    output: {} as Outcome,
  },
  actions: {
    refund: (_args, _payment: { reference: string }) => {},
    countRing: assign({ rings: ({ context }) => context.rings + 1 }),
  },
  guards: {
    hasAllItems: ({ context }) => context.missing.length === 0,
    wasLastRing: ({ context }) => context.rings + 1 === RINGS,
  },
}).createMachine({
  id: 'order',
  context: ({ input }) => ({ missing: input.items, reference: '', tracking: '', rings: 0 }),
  initial: 'placed',
  states: {
    placed: {
      on: {
        pay: {
          target: 'warehouse',
          actions: assign({ reference: ({ event }) => event.reference }),
        },
        cancel: 'cancelled',
      },
    },
    warehouse: {
      initial: 'picking',
      on: { cancel: 'refunding' },
      states: {
        picking: {
          always: { guard: 'hasAllItems', target: 'packing' },
          on: {
            picked: {
              actions: assign({
                missing: ({ context, event }) => context.missing.filter((item) => item !== event.item),
              }),
            },
          },
        },
        packing: { on: { packed: 'packed' } },
        packed: {
          on: {
            dispatched: {
              target: '#order.delivery',
              actions: assign({ tracking: ({ event }) => event.tracking }),
            },
          },
        },
      },
    },
    delivery: {
      initial: 'inTransit',
      states: {
        inTransit: {
          on: {
            delivered: '#order.delivered',
            'nobody home': [
              { guard: 'wasLastRing', target: '#order.returned' },
              { target: 'atTheDepot', actions: 'countRing' },
            ],
          },
        },
        atTheDepot: { on: { redeliver: 'inTransit' } },
      },
    },
    refunding: {
      entry: { type: 'refund', params: ({ context: { reference } }) => ({ reference }) },
      on: { refunded: 'cancelled' },
    },
    delivered: {
      type: 'final',
      output: ({ context: { tracking } }) => ({ status: 'delivered', tracking }),
    },
    returned: {
      type: 'final',
      output: ({ context: { tracking } }) => ({ status: 'returned', tracking }),
    },
    cancelled: { type: 'final', output: { status: 'cancelled' } },
  },
  output: ({ event }) => event.output as Outcome,
});
