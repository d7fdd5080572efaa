import { assign, setup } from 'xstate';
import { PaymentDeclined } from '../machines/checkout.ts';

interface Item {
  readonly name: string;
  readonly cents: number;
}

const totalOf = (items: readonly Item[]) => items.reduce((sum, item) => sum + item.cents, 0);

type Add = { type: 'add'; item: { name: string; cents: number } };
type Remove = { type: 'remove'; name: string };
type Confirmed = { type: 'confirmed'; reference: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const checkout = setup({
  types: {
    context: {} as {
      error: any;
      refundFailed: boolean;
      charge: (cents: number) => void;
      refund: (reference: string) => void;
      items: readonly { name: string; cents: number }[];
      answer:
        | { type: 'add'; item: { name: string; cents: number } }
        | { type: 'remove'; name: string }
        | { type: 'pay' }
        | { type: 'confirmed'; reference: string }
        | { type: 'refund' }
        | { type: 'ship' }
        | { type: 'cancel' };
    },
    events: {} as
      | Add
      | Remove
      | { type: 'pay' }
      | Confirmed
      | { type: 'refund' }
      | { type: 'ship' }
      | { type: 'cancel' }
      | Thrown
      | Returned,
    input: {} as [charge: (cents: number) => void, refund: (reference: string) => void],
    output: {} as {} | null | undefined,
  },
  guards: {
    'items.length > 0': ({ context }) => context.items.length > 0,
    'thrown instanceof PaymentDeclined': ({ event }) => (event as Thrown).error instanceof PaymentDeclined,
    'refundFailed && error instanceof PaymentDeclined': ({ context }) =>
      context.refundFailed && context.error instanceof PaymentDeclined,
    'refundFailed && !(error instanceof PaymentDeclined)': ({ context }) =>
      context.refundFailed && !(context.error instanceof PaymentDeclined),
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'items = [...items, event.item]': assign({
      items: ({ context, event }) => [...context.items, (event as Add).item],
    }),
    'items = items.filter((item) => item.name !== event.name)': assign({
      items: ({ context, event }) => context.items.filter((item) => item.name !== (event as Remove).name),
    }),
    'charge(totalOf(items))': ({ context }) => {
      const { charge, items } = context;
      charge(totalOf(items));
    },
    'answer = event': assign({ answer: ({ event }) => event as Confirmed }),
    'try refund(answer.reference)': assign(({ context }) => {
      const { refund, answer } = context;
      let { error, refundFailed } = context;
      refundFailed = false;
      try {
        refund((answer as Confirmed).reference);
      } catch (caught) {
        refundFailed = true;
        error = caught;
      }
      return { error, refundFailed };
    }),
    'throw error': assign(({ context }) => {
      throw context.error;
    }),
  },
}).createMachine({
  id: 'checkout',
  description:
    'A cart, a payment that may be declined, and a refund before it is shipped. Shows an error thrown in and ' +
    'caught\n' +
    'around the state in which it can happen, lists that are never changed in place, and three ways to end.',
  context: ({ input: [charge, refund] }) => ({
    error: undefined!,
    refundFailed: undefined!,
    charge,
    refund,
    items: [],
    answer: undefined!,
  }),
  initial: 'filling the cart',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'filling the cart': {
      meta: { yields: 'filling the cart', at: 'machines/checkout.ts:31:19' },
      on: {
        add: { target: 'filling the cart', actions: 'items = [...items, event.item]' },
        remove: { target: 'filling the cart', actions: 'items = items.filter((item) => item.name !== event.name)' },
        pay: { guard: 'items.length > 0', target: 'paying', actions: 'charge(totalOf(items))' },
        cancel: { target: 'cancelled' },
      },
    },
    paying: {
      description: 'The bank confirms, or throws in that it declines.',
      meta: { yields: 'paying', at: 'machines/checkout.ts:39:22' },
      on: {
        confirmed: { target: 'paid', actions: 'answer = event' },
        'coroutine.throw': { guard: 'thrown instanceof PaymentDeclined', target: 'filling the cart' },
      },
    },
    paid: {
      meta: { yields: 'paid', at: 'machines/checkout.ts:43:28' },
      on: {
        refund: { target: 'refundFailed?', actions: 'try refund(answer.reference)' },
        ship: { target: 'shipped' },
        'coroutine.throw': { guard: 'thrown instanceof PaymentDeclined', target: 'filling the cart' },
      },
    },
    'refundFailed?': {
      meta: { at: 'machines/checkout.ts:46:11' },
      always: [
        { guard: 'refundFailed && error instanceof PaymentDeclined', target: 'filling the cart' },
        { guard: 'refundFailed && !(error instanceof PaymentDeclined)', actions: 'throw error' },
        { target: 'refunded' },
      ],
    },
    cancelled: { meta: { at: 'machines/checkout.ts:34:39' }, type: 'final', output: 'cancelled' },
    shipped: { meta: { at: 'machines/checkout.ts:44:32' }, type: 'final', output: 'shipped' },
    refunded: { meta: { at: 'machines/checkout.ts:47:11' }, type: 'final', output: 'refunded' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
