import { assign, setup } from 'xstate';

type Sent = { type: 'coroutine.send'; value: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const doubler = setup({
  types: {
    context: {} as { out: (value: number) => void },
    events: {} as Sent | Thrown | Returned,
    input: {} as ((value: number) => void) | undefined,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'out(value * 2)': ({ context, event }) => {
      const { out } = context;
      const value = (event as Sent).value;
      out(value * 2);
    },
  },
}).createMachine({
  id: 'doubler',
  description: 'Prints the double of each value.',
  context: ({ input: out = console.log }) => ({ out }),
  initial: 'waiting',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    waiting: {
      meta: { yields: undefined, at: 'machines/producer.ts:11:19' },
      on: { 'coroutine.send': { target: 'waiting', actions: 'out(value * 2)' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
