/** A player that goes on, when it is switched on again, where it was switched off. */
import { setup } from 'xstate';

export const mediaPlayerMachine = setup({
  types: {
    events: {} as { type: 'power' | 'play' | 'pause' | 'stop' },
  },
}).createMachine({
  id: 'mediaPlayer',
  initial: 'off',
  states: {
    off: { on: { power: 'on.last' } },
    on: {
      initial: 'stopped',
      on: {
        power: 'off',
        play: '.playing',
        stop: '.stopped',
      },
      states: {
        stopped: {},
        playing: { on: { pause: 'paused' } },
        paused: {},
        last: { type: 'history' },
      },
    },
  },
});
