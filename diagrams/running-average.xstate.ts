import { assign, setup } from 'xstate';

type Context = { total: number; count: number; average: number | null };
type Sent = { type: 'coroutine.send'; value: number | null };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const runningAverage = setup({
  types: {
    context: {} as Context,
    events: {} as Sent | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  guards: {
    'value === null': ({ event }) => (event as Sent).value === null,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'total += value, count += 1, average = total / count': assign(({ context, event }) => {
      let { average, count, total } = context;
      const value = (event as Sent).value as number;
      total += value;
      count += 1;
      average = total / count;
      return { average, count, total };
    }),
  },
}).createMachine({
  id: 'runningAverage',
  description:
    "The average of all numbers sent so far. Shows context that no state's name depends on, and a sentinel " +
    'that ends it.',
  context: () => ({ total: 0, count: 0, average: null }),
  initial: 'waiting',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    waiting: {
      meta: {
        yields: ({ context }: { context: Context }) => context.average,
        at: 'machines/running-average.ts:6:19',
      },
      on: {
        'coroutine.send': [
          { guard: 'value === null', target: 'done' },
          { target: 'waiting', actions: 'total += value, count += 1, average = total / count' },
        ],
      },
    },
    done: { meta: { at: 'machines/running-average.ts:2:8' }, type: 'final' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
