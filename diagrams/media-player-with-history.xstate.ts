import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const mediaPlayerWithHistory = setup({
  types: {
    events: {} as
      | { type: 'power' }
      | { type: 'play' }
      | { type: 'pause' }
      | { type: 'stop' }
      | Thrown
      | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'mediaPlayerWithHistory',
  description: 'A player that goes on, when it is switched on again, where it was switched off.',
  initial: 'off',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    off: {
      meta: { yields: 'off', at: 'machines/beside-xstate/media-player.ts:7:13' },
      on: { power: { target: 'stopped' } },
    },
    'off mode playing': {
      meta: { yields: 'off', at: 'machines/beside-xstate/media-player.ts:7:13' },
      on: { power: { target: 'playing' } },
    },
    'off mode paused': {
      meta: { yields: 'off', at: 'machines/beside-xstate/media-player.ts:7:13' },
      on: { power: { target: 'paused' } },
    },
    stopped: {
      meta: { yields: 'stopped', at: 'machines/beside-xstate/media-player.ts:9:30' },
      on: {
        power: { target: 'off' },
        play: { target: 'playing' },
      },
    },
    playing: {
      meta: { yields: 'playing', at: 'machines/beside-xstate/media-player.ts:9:30' },
      on: {
        power: { target: 'off mode playing' },
        pause: { target: 'paused' },
        stop: { target: 'stopped' },
      },
    },
    paused: {
      meta: { yields: 'paused', at: 'machines/beside-xstate/media-player.ts:9:30' },
      on: {
        power: { target: 'off mode paused' },
        play: { target: 'playing' },
        stop: { target: 'stopped' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
