import { assign, setup } from 'xstate';
import { missing, prices } from '../machines/vending/prices.ts';
import type { Product } from '../machines/vending/prices.ts';

type Coin = { type: 'coin'; cents: number };
type Select = { type: 'select'; product: 'water' | 'crisps' | 'chocolate' };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const vendingMachine = setup({
  types: {
    context: {} as {
      drop: (product: Product) => void;
      payOut: (cents: number) => void;
      stock: { water: number; crisps: number; chocolate: number };
      credit: number;
    },
    events: {} as Coin | Select | { type: 'cancel' } | Thrown | Returned,
    input: {} as [drop: (product: Product) => void, payOut: (cents: number) => void],
    output: {} as {} | null | undefined,
  },
  guards: {
    '!(stock[event.product] === 0 || missing(event.product, credit) > 0)': ({ context, event: message }) => {
      const { stock, credit } = context;
      const event = message as Select;
      return !(stock[event.product] === 0 || missing(event.product, credit) > 0);
    },
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'credit = coin.cents': assign({ credit: ({ event }) => (event as Coin).cents }),
    'credit += event.cents': assign({ credit: ({ context, event }) => context.credit + (event as Coin).cents }),
    'stock = { ...stock, [event.product]: stock[event.product] - 1 }': assign(({ context, event: message }) => {
      let { stock } = context;
      const event = message as Select;
      stock = { ...stock, [event.product]: stock[event.product] - 1 };
      return { stock };
    }),
    'drop(event.product), payOut(credit - prices[event.product])': ({ context, event: message }) => {
      const { drop, payOut, credit } = context;
      const event = message as Select;
      drop(event.product);
      payOut(credit - prices[event.product]);
    },
    'payOut(credit)': ({ context }) => {
      const { payOut, credit } = context;
      payOut(credit);
    },
  },
}).createMachine({
  id: 'vendingMachine',
  description:
    'Takes coins, sells what is in stock, gives change. Shows prices and a helper imported from another file, ' +
    'and stock updated as a new object.',
  context: ({ input: [drop, payOut] }) => ({
    drop,
    payOut,
    stock: { water: 5, crisps: 5, chocolate: 1 },
    credit: undefined!,
  }),
  initial: 'ready',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    ready: {
      meta: { yields: 'ready', at: 'machines/vending-machine.ts:12:18' },
      on: { coin: { target: 'has credit', actions: 'credit = coin.cents' } },
    },
    'has credit': {
      meta: { yields: 'has credit', at: 'machines/vending-machine.ts:17:21' },
      on: {
        coin: { target: 'has credit', actions: 'credit += event.cents' },
        select: {
          guard: '!(stock[event.product] === 0 || missing(event.product, credit) > 0)',
          target: 'ready',
          actions: [
            'stock = { ...stock, [event.product]: stock[event.product] - 1 }',
            'drop(event.product), payOut(credit - prices[event.product])',
          ],
        },
        cancel: { target: 'ready', actions: 'payOut(credit)' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
