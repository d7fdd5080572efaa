import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const pedestrianCrossing = setup({
  types: {
    events: {} as { type: 'button' } | { type: 'timeout' } | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'pedestrianCrossing',
  description:
    'Lights at a crossing with a button. Shows a timer as an event, and a request that is remembered until it ' +
    'is served.',
  initial: 'cars go',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'cars go': {
      description: 'Cars keep their green for one timeout at least, and until somebody asks.',
      meta: { yields: 'cars go', at: 'machines/pedestrian-crossing.ts:9:32' },
      on: { button: { target: 'cars go, someone waits' } },
    },
    'cars go, someone waits': {
      description: 'Cars keep their green for one timeout at least, and until somebody asks.',
      meta: { yields: 'cars go, someone waits', at: 'machines/pedestrian-crossing.ts:9:32' },
      on: { timeout: { target: 'cars stop' } },
    },
    'cars stop': {
      meta: { yields: 'cars stop', at: 'machines/pedestrian-crossing.ts:13:13' },
      on: { timeout: { target: 'walk' } },
    },
    walk: {
      meta: { yields: 'walk', at: 'machines/pedestrian-crossing.ts:15:13' },
      on: { timeout: { target: 'hurry' } },
    },
    hurry: {
      description: 'Too late to start walking: a button pressed now is for the next round.',
      meta: { yields: 'hurry', at: 'machines/pedestrian-crossing.ts:18:15' },
      on: {
        button: { target: 'hurry requested' },
        timeout: { target: 'cars go' },
      },
    },
    'hurry requested': {
      description: 'Too late to start walking: a button pressed now is for the next round.',
      meta: { yields: 'hurry', at: 'machines/pedestrian-crossing.ts:18:15' },
      on: { timeout: { target: 'cars go, someone waits' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
