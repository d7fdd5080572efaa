import { assign, setup } from 'xstate';

type Choose = { type: 'choose'; trip: 'one way' | 'round trip' };
type Depart = { type: 'depart'; date: string };
type Return = { type: 'return'; date: string };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const flightBooker = setup({
  types: {
    context: {} as { today: string; departure: string; returning: string; output: unknown },
    events: {} as Choose | Depart | Return | { type: 'book' } | Thrown | Returned,
    input: {} as string,
    output: {} as {} | null | undefined,
  },
  guards: {
    "event.trip === 'round trip'": ({ event }) => (event as Choose).trip === 'round trip',
    '!(departure < today)': ({ context }) => !(context.departure < context.today),
    "event.trip === 'one way'": ({ event }) => (event as Choose).trip === 'one way',
    '!(departure < today || !(returning >= departure))': ({ context }) =>
      !(context.departure < context.today || !(context.returning >= context.departure)),
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'departure = event.date': assign({ departure: ({ event }) => (event as Depart).date }),
    "return { trip: 'one way', departure }": assign({
      output: ({ context }) => ({ trip: 'one way', departure: context.departure }),
    }),
    'returning = event.date': assign({ returning: ({ event }) => (event as Return).date }),
    "return { trip: 'round trip', departure, returning }": assign({
      output: ({ context }) =>
        ({ trip: 'round trip', departure: context.departure, returning: context.returning }),
    }),
  },
}).createMachine({
  id: 'flightBooker',
  description: 'A flight, one way or there and back, which cannot be booked while its dates make no sense.',
  context: ({ input: today }) => ({ today, departure: today, returning: today, output: undefined }),
  initial: 'one way',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'one way': {
      meta: { yields: 'one way', at: 'machines/beside-xstate/flight-booker.ts:18:32' },
      on: {
        choose: { guard: "event.trip === 'round trip'", target: 'round trip' },
        depart: { target: 'one way', actions: 'departure = event.date' },
        book: { guard: '!(departure < today)', target: 'done', actions: "return { trip: 'one way', departure }" },
      },
    },
    'round trip': {
      meta: { yields: 'round trip', at: 'machines/beside-xstate/flight-booker.ts:18:32' },
      on: {
        choose: { guard: "event.trip === 'one way'", target: 'one way' },
        depart: { target: 'round trip', actions: 'departure = event.date' },
        return: { target: 'round trip', actions: 'returning = event.date' },
        book: {
          guard: '!(departure < today || !(returning >= departure))',
          target: 'done',
          actions: "return { trip: 'round trip', departure, returning }",
        },
      },
    },
    done: {
      meta: { at: 'machines/beside-xstate/flight-booker.ts:31:33' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
