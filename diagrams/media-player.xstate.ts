import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const mediaPlayer = setup({
  types: {
    events: {} as
      | { type: 'play' }
      | { type: 'pause' }
      | { type: 'stop' }
      | { type: 'eject' }
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
  id: 'mediaPlayer',
  description: 'Plays, pauses, stops. Shows a labelled loop: how far to leave is how far the state goes back.',
  initial: 'stopped',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    stopped: {
      meta: { yields: 'stopped', at: 'machines/media-player.ts:6:19' },
      on: {
        play: { target: 'playing' },
        eject: { target: 'done' },
      },
    },
    playing: {
      description: 'The only state in which time passes.',
      meta: { yields: 'playing', at: 'machines/media-player.ts:11:22' },
      on: {
        pause: { target: 'paused' },
        stop: { target: 'stopped' },
        eject: { target: 'done' },
      },
    },
    paused: {
      meta: { yields: 'paused', at: 'machines/media-player.ts:18:16' },
      on: {
        play: { target: 'playing' },
        pause: { target: 'playing' },
        stop: { target: 'stopped' },
        eject: { target: 'done' },
      },
    },
    done: { meta: { at: 'machines/media-player.ts:7:28' }, type: 'final' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
