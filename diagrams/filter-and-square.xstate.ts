import { assign, setup } from 'xstate';

type Sent = { type: 'coroutine.send'; value: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const filterAndSquare = setup({
  types: {
    context: {} as { out: (line: string) => void },
    events: {} as Sent | Thrown | Returned,
    input: {} as ((line: string) => void) | undefined,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'if (number % 2 === 0) out(`Even squared: ${number ** 2}`)': ({ context, event }) => {
      const { out } = context;
      const number = (event as Sent).value;
      if (number % 2 === 0) out(`Even squared: ${number ** 2}`);
    },
  },
}).createMachine({
  id: 'filterAndSquare',
  description:
    'Prints the squares of the even numbers it is sent. Shows a guard on a bare value: the odd ones change ' +
    'nothing.',
  context: ({ input: out = console.log }) => ({ out }),
  initial: 'waiting',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    waiting: {
      meta: { yields: undefined, at: 'machines/filter-and-square.ts:4:20' },
      on: {
        'coroutine.send': {
          target: 'waiting',
          actions: 'if (number % 2 === 0) out(`Even squared: ${number ** 2}`)',
        },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
