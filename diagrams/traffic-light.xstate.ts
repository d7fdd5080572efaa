import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const trafficLight = setup({
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
  id: 'trafficLight',
  description:
    'The smallest machine there is: one variable, which is the state. Shows that the value yielded is the ' +
    "state's name.",
  initial: 'RED',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    RED: {
      meta: { yields: 'RED', at: 'machines/traffic-light.ts:5:21' },
      on: { next: { target: 'GREEN' } },
    },
    GREEN: {
      meta: { yields: 'GREEN', at: 'machines/traffic-light.ts:5:21' },
      on: { next: { target: 'YELLOW' } },
    },
    YELLOW: {
      meta: { yields: 'YELLOW', at: 'machines/traffic-light.ts:5:21' },
      on: { next: { target: 'RED' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
