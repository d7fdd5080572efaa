import { assign, setup } from 'xstate';

const RINGS = 2;

type Pay = { type: 'pay'; reference: string };
type Picked = { type: 'picked'; item: string };
type Dispatched = { type: 'dispatched'; tracking: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const orderFulfilment = setup({
  types: {
    context: {} as {
      items: readonly string[];
      refund: (payment: { reference: string }) => void;
      reference: string;
      tracking: undefined | string;
      rings: number;
      missing: readonly string[];
      output: unknown;
    },
    events: {} as
      | Pay
      | Picked
      | { type: 'packed' }
      | { type: 'cancel' }
      | { type: 'refunded' }
      | Dispatched
      | { type: 'nobody home' }
      | { type: 'redeliver' }
      | { type: 'delivered' }
      | Thrown
      | Returned,
    input: {} as [items: readonly string[], refund: (payment: { reference: string }) => void],
    output: {} as {} | null | undefined,
  },
  guards: {
    'items.length > 0': ({ context }) => context.items.length > 0,
    'rings === RINGS': ({ context }) => context.rings === RINGS,
    'missing.filter((item) => item !== event.item).length > 0': ({ context, event }) =>
      context.missing.filter((item) => item !== (event as Picked).item).length > 0,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'reference = event.reference, missing = items': assign(({ context, event: message }) => {
      const { items } = context;
      let { missing, reference } = context;
      const event = message as Pay;
      reference = event.reference;
      missing = items;
      return { missing, reference };
    }),
    'reference = event.reference': assign({ reference: ({ event }) => (event as Pay).reference }),
    "return { status: 'cancelled' }": assign({ output: () => ({ status: 'cancelled' }) }),
    "return { status: 'returned', tracking }": assign({
      output: ({ context }) => ({ status: 'returned', tracking: (context.tracking as string) }),
    }),
    "return { status: 'delivered', tracking }": assign({
      output: ({ context }) => ({ status: 'delivered', tracking: (context.tracking as string) }),
    }),
    'rings++': assign({ rings: ({ context }) => context.rings + 1 }),
    'missing = missing.filter((item) => item !== event.item)': assign({
      missing: ({ context, event }) => context.missing.filter((item) => item !== (event as Picked).item),
    }),
    'refund({ reference })': ({ context }) => {
      const { refund, reference } = context;
      refund({ reference: reference });
    },
    'tracking = event.tracking, rings = 1': assign(({ context, event: message }) => {
      let { rings, tracking } = context;
      const event = message as Dispatched;
      tracking = event.tracking;
      rings = 1;
      return { rings, tracking };
    }),
  },
}).createMachine({
  id: 'orderFulfilment',
  description: 'An order: picked, packed, sent, and sent back when nobody opens the door a second time.',
  context: ({ input: [items, refund] }) => ({
    items,
    refund,
    reference: undefined!,
    tracking: undefined!,
    rings: undefined!,
    missing: undefined!,
    output: undefined,
  }),
  initial: 'placed',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    placed: {
      meta: { yields: 'placed', at: 'machines/beside-xstate/order-fulfilment.ts:25:13' },
      on: {
        pay: [
          { guard: 'items.length > 0', target: 'picking', actions: 'reference = event.reference, missing = items' },
          { target: 'packing', actions: 'reference = event.reference' },
        ],
        cancel: { target: 'done', actions: "return { status: 'cancelled' }" },
      },
    },
    refunding: {
      meta: { yields: 'refunding', at: 'machines/beside-xstate/order-fulfilment.ts:33:13' },
      on: { refunded: { target: 'done', actions: "return { status: 'cancelled' }" } },
    },
    'in transit': {
      meta: { yields: 'in transit', at: 'machines/beside-xstate/order-fulfilment.ts:40:19' },
      on: {
        'nobody home': [
          { guard: 'rings === RINGS', target: 'done', actions: "return { status: 'returned', tracking }" },
          { target: 'at the depot' },
        ],
        delivered: { target: 'done', actions: "return { status: 'delivered', tracking }" },
      },
    },
    'at the depot': {
      meta: { yields: 'at the depot', at: 'machines/beside-xstate/order-fulfilment.ts:44:13' },
      on: { redeliver: { target: 'in transit', actions: 'rings++' } },
    },
    picking: {
      meta: { yields: 'picking', at: 'machines/beside-xstate/order-fulfilment.ts:54:19' },
      on: {
        picked: [
          {
            guard: 'missing.filter((item) => item !== event.item).length > 0',
            target: 'picking',
            actions: 'missing = missing.filter((item) => item !== event.item)',
          },
          { target: 'packing' },
        ],
        cancel: { target: 'refunding', actions: 'refund({ reference })' },
      },
    },
    packing: {
      meta: { yields: 'packing', at: 'machines/beside-xstate/order-fulfilment.ts:61:17' },
      on: {
        packed: { target: 'packed' },
        cancel: { target: 'refunding', actions: 'refund({ reference })' },
      },
    },
    packed: {
      meta: { yields: 'packed', at: 'machines/beside-xstate/order-fulfilment.ts:66:19' },
      on: {
        cancel: { target: 'refunding', actions: 'refund({ reference })' },
        dispatched: { target: 'in transit', actions: 'tracking = event.tracking, rings = 1' },
      },
    },
    done: {
      meta: { at: 'machines/beside-xstate/order-fulfilment.ts:26:34' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
