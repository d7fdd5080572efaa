/** A stopwatch that is told of the time by ticks. A split holds what is shown while the time goes on. */
import { assign, setup } from 'xstate';

export const stopwatchMachine = setup({
  types: {
    context: {} as { elapsed: number; shown: number },
    events: {} as { type: 'start' | 'stop' | 'split' | 'reset' | 'tick' },
  },
  actions: {
    count: assign({ elapsed: ({ context }) => context.elapsed + 1 }),
    show: assign({ shown: ({ context }) => context.elapsed }),
    clear: assign({ elapsed: 0, shown: 0 }),
  },
}).createMachine({
  id: 'stopwatch',
  context: { elapsed: 0, shown: 0 },
  initial: 'zero',
  states: {
    zero: { on: { start: 'counting' } },
    counting: {
      initial: 'running',
      on: {
        tick: { actions: ['count', 'show'] },
        stop: { target: 'stopped', actions: 'show' },
      },
      states: {
        running: { on: { split: 'split' } },
        split: {
          on: {
            tick: { actions: 'count' },
            split: { target: 'running', actions: 'show' },
          },
        },
      },
    },
    stopped: {
      on: {
        start: 'counting',
        reset: { target: 'zero', actions: 'clear' },
      },
    },
  },
});
