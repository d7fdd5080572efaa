import { assign, setup } from 'xstate';

type Pick = { type: 'pick'; item: string };
type Ship = { type: 'ship'; carrier: string; tracking?: string };
type Cancel = { type: 'cancel'; reason: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const order = setup({
  types: {
    context: {} as {
      id: string;
      items: string[];
      missing: readonly string[];
      carrier: string;
      output: unknown;
    },
    events: {} as
      | { type: 'pay'; method: 'card' | 'invoice' }
      | Pick
      | Ship
      | { type: 'deliver' }
      | { type: 'return' }
      | Cancel
      | Thrown
      | Returned,
    input: {} as [id: string, ...items: string[]],
    output: {} as {} | null | undefined,
  },
  guards: {
    'items.length > 0': ({ context }) => context.items.length > 0,
    'missing.filter((item) => item !== event.item).length > 0': ({ context, event }) =>
      context.missing.filter((item) => item !== (event as Pick).item).length > 0,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'missing = items': assign({ missing: ({ context }) => context.items }),
    'return { id, delivered: false, reason: event.reason }': assign({
      output: ({ context, event }) => ({ id: context.id, delivered: false, reason: (event as Cancel).reason }),
    }),
    'missing = missing.filter((item) => item !== event.item)': assign({
      missing: ({ context, event }) => context.missing.filter((item) => item !== (event as Pick).item),
    }),
    "const tracking = event.tracking === undefined ? 'no tracking' :…": assign(({ context, event: message }) => {
      let { carrier } = context;
      const event = message as Ship;
      const tracking = event.tracking === undefined ? 'no tracking' : event.tracking;
      carrier = `${event.carrier} (${tracking})`;
      return { carrier };
    }),
    'return { id, delivered: true, carrier }': assign({
      output: ({ context }) => ({ id: context.id, delivered: true, carrier: context.carrier }),
    }),
    "return { id, delivered: false, reason: 'returned to sender' }": assign({
      output: ({ context }) => ({ id: context.id, delivered: false, reason: 'returned to sender' }),
    }),
  },
}).createMachine({
  id: 'order',
  description:
    'An order from payment to delivery. Shows a straight road with early returns, destructured events, and a ' +
    'rest parameter.',
  context: ({ input: [id, ...items] }) => ({
    id,
    items,
    missing: undefined!,
    carrier: undefined!,
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
      meta: { yields: 'placed', at: 'machines/order.ts:19:19' },
      on: {
        pay: [
          { guard: 'items.length > 0', target: 'picking', actions: 'missing = items' },
          { target: 'ready to ship' },
        ],
        cancel: { target: 'done', actions: 'return { id, delivered: false, reason: event.reason }' },
      },
    },
    picking: {
      meta: { yields: 'picking', at: 'machines/order.ts:26:19' },
      on: {
        pick: [
          {
            guard: 'missing.filter((item) => item !== event.item).length > 0',
            target: 'picking',
            actions: 'missing = missing.filter((item) => item !== event.item)',
          },
          { target: 'ready to ship' },
        ],
        cancel: { target: 'done', actions: 'return { id, delivered: false, reason: event.reason }' },
      },
    },
    'ready to ship': {
      meta: { yields: 'ready to ship', at: 'machines/order.ts:33:19' },
      on: {
        ship: { target: 'on the way', actions: "const tracking = event.tracking === undefined ? 'no tracking' :…" },
      },
    },
    'on the way': {
      meta: { yields: 'on the way', at: 'machines/order.ts:41:22' },
      on: {
        deliver: { target: 'done', actions: 'return { id, delivered: true, carrier }' },
        return: { target: 'done', actions: "return { id, delivered: false, reason: 'returned to sender' }" },
      },
    },
    done: { meta: { at: 'machines/order.ts:20:34' }, type: 'final', output: ({ context }) => context.output },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
