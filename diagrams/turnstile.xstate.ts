import { assign, setup } from 'xstate';

const FARE = 250;

type Coin = { type: 'coin'; cents: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const turnstile = setup({
  types: {
    context: {} as { alarm: () => void; paid: number },
    events: {} as Coin | { type: 'push' } | { type: 'reset' } | Thrown | Returned,
    input: {} as (() => void) | undefined,
    output: {} as {} | null | undefined,
  },
  guards: {
    'paid + event.cents >= FARE': ({ context, event }) => context.paid + (event as Coin).cents >= FARE,
    'paid - FARE >= FARE': ({ context }) => context.paid - FARE >= FARE,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'paid += event.cents': assign({ paid: ({ context, event }) => context.paid + (event as Coin).cents }),
    'alarm()': ({ context }) => {
      const { alarm } = context;
      alarm();
    },
    'paid = 0': assign({ paid: () => 0 }),
    'paid -= FARE': assign({ paid: ({ context }) => context.paid - FARE }),
  },
}).createMachine({
  id: 'turnstile',
  description:
    'Lets one person through for each fare paid. Shows a switch on the event, money as context, and states ' +
    'named by how much there is.',
  context: ({ input: alarm = () => {} }) => ({ alarm, paid: 0 }),
  initial: 'locked',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    locked: {
      description: 'What was paid too much counts for the next person.',
      meta: { yields: 'locked', at: 'machines/turnstile.ts:10:19' },
      on: {
        coin: [
          { guard: 'paid + event.cents >= FARE', target: 'unlocked', actions: 'paid += event.cents' },
          { target: 'locked', actions: 'paid += event.cents' },
        ],
        push: { target: 'locked', actions: 'alarm()' },
        reset: { target: 'locked', actions: 'paid = 0' },
      },
    },
    unlocked: {
      description: 'What was paid too much counts for the next person.',
      meta: { yields: 'unlocked', at: 'machines/turnstile.ts:10:19' },
      on: {
        coin: [
          { guard: 'paid + event.cents >= FARE', target: 'unlocked', actions: 'paid += event.cents' },
          { target: 'locked', actions: 'paid += event.cents' },
        ],
        push: [
          { guard: 'paid - FARE >= FARE', target: 'unlocked', actions: 'paid -= FARE' },
          { target: 'locked', actions: 'paid -= FARE' },
        ],
        reset: { target: 'locked', actions: 'paid = 0' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
