import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const trafficLightByFlow = setup({
  types: {
    events: {} as { type: 'next' } | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'trafficLightByFlow',
  description:
    'The traffic light with no variable at all, only loops and yields. Shows that where the code waits is ' +
    'state enough.',
  initial: 'RED',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    RED: {
      meta: { yields: 'RED', at: 'machines/traffic-light-by-flow.ts:4:13' },
      on: { next: { target: 'GREEN' } },
    },
    GREEN: {
      meta: { yields: 'GREEN', at: 'machines/traffic-light-by-flow.ts:5:13' },
      on: { next: { target: 'YELLOW' } },
    },
    YELLOW: {
      meta: { yields: 'YELLOW', at: 'machines/traffic-light-by-flow.ts:6:13' },
      on: { next: { target: 'RED' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
