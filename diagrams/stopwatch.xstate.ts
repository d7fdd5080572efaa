import { assign, setup } from 'xstate';

type Context = { elapsed: number; held: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const stopwatch = setup({
  types: {
    context: {} as Context,
    events: {} as
      | { type: 'start' }
      | { type: 'stop' }
      | { type: 'split' }
      | { type: 'reset' }
      | { type: 'tick' }
      | Thrown
      | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'elapsed = 0, held = 0': assign(({ context }) => {
      let { elapsed, held } = context;
      elapsed = 0;
      held = 0;
      return { elapsed, held };
    }),
    'held = elapsed': assign({ held: ({ context }) => context.elapsed }),
    'elapsed += 1': assign({ elapsed: ({ context }) => context.elapsed + 1 }),
  },
}).createMachine({
  id: 'stopwatch',
  description: 'A stopwatch that is told of the time by ticks. A split holds what is shown while the time goes on.',
  context: () => ({ elapsed: undefined!, held: undefined! }),
  initial: 'zero',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    zero: {
      meta: {
        yields: () => ({ state: 'zero', elapsed: 0, shown: 0 }),
        at: 'machines/beside-xstate/stopwatch.ts:7:13',
      },
      on: { start: { target: 'running', actions: 'elapsed = 0, held = 0' } },
    },
    running: {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'running', elapsed: context.elapsed, shown: context.elapsed }),
        at: 'machines/beside-xstate/stopwatch.ts:13:37',
      },
      on: {
        stop: { target: 'stopped' },
        split: { target: 'split', actions: 'held = elapsed' },
        tick: { target: 'running', actions: 'elapsed += 1' },
      },
    },
    stopped: {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'stopped', elapsed: context.elapsed, shown: context.elapsed }),
        at: 'machines/beside-xstate/stopwatch.ts:13:37',
      },
      on: {
        start: { target: 'running' },
        reset: { target: 'zero' },
      },
    },
    split: {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'split', elapsed: context.elapsed, shown: context.held }),
        at: 'machines/beside-xstate/stopwatch.ts:13:37',
      },
      on: {
        stop: { target: 'stopped' },
        split: { target: 'running', actions: 'held = elapsed' },
        tick: { target: 'split', actions: 'elapsed += 1' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
