import { assign, setup } from 'xstate';

type Measured = { type: 'measured'; celsius: number };
type Set = { type: 'set'; celsius: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const thermostat = setup({
  types: {
    context: {} as { wanted: number; now: number },
    events: {} as Measured | Set | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  guards: {
    'event.celsius < wanted': ({ context, event }) => (event as Measured).celsius < context.wanted,
    'now < event.celsius': ({ context, event }) => context.now < (event as Set).celsius,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'now = event.celsius': assign({ now: ({ event }) => (event as Measured).celsius }),
    'wanted = event.celsius': assign({ wanted: ({ event }) => (event as Set).celsius }),
  },
}).createMachine({
  id: 'thermostat',
  description:
    'Heats below the wanted temperature. Shows a state named by a condition on context: the condition becomes ' +
    'the guard.',
  context: () => ({ wanted: 20, now: 20 }),
  initial: 'idle',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    idle: {
      meta: { yields: 'idle', at: 'machines/thermostat.ts:5:19' },
      on: {
        measured: [
          { guard: 'event.celsius < wanted', target: 'heating', actions: 'now = event.celsius' },
          { target: 'idle', actions: 'now = event.celsius' },
        ],
        set: [
          { guard: 'now < event.celsius', target: 'heating', actions: 'wanted = event.celsius' },
          { target: 'idle', actions: 'wanted = event.celsius' },
        ],
      },
    },
    heating: {
      meta: { yields: 'heating', at: 'machines/thermostat.ts:5:19' },
      on: {
        measured: [
          { guard: 'event.celsius < wanted', target: 'heating', actions: 'now = event.celsius' },
          { target: 'idle', actions: 'now = event.celsius' },
        ],
        set: [
          { guard: 'now < event.celsius', target: 'heating', actions: 'wanted = event.celsius' },
          { target: 'idle', actions: 'wanted = event.celsius' },
        ],
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
