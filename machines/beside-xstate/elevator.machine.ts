/** One cabin and its doors, which serve the calls in the order in which they come. */
import { assign, setup } from 'xstate';

export const elevatorMachine = setup({
  types: {
    context: {} as { floor: number; calls: readonly number[] },
    events: {} as
      | { type: 'call'; floor: number }
      | { type: 'floor passed' }
      | { type: 'opened' | 'close' | 'blocked' | 'closed' },
  },
  actions: {
    rise: assign({ floor: ({ context }) => context.floor + 1 }),
    sink: assign({ floor: ({ context }) => context.floor - 1 }),
    forgetCall: assign({ calls: ({ context }) => context.calls.slice(1) }),
  },
  guards: {
    isCalledHere: ({ context: { calls, floor } }) => calls[0] === floor,
    isCalledAbove: ({ context: { calls, floor } }) => calls[0] !== undefined && calls[0] > floor,
    isCalled: ({ context: { calls } }) => calls[0] !== undefined,
  },
}).createMachine({
  id: 'elevator',
  context: { floor: 0, calls: [] },
  initial: 'idle',
  on: {
    call: { actions: assign({ calls: ({ context, event }) => [...context.calls, event.floor] }) },
  },
  states: {
    idle: {
      always: [
        { guard: 'isCalledHere', target: 'doors' },
        { guard: 'isCalledAbove', target: 'moving.up' },
        { guard: 'isCalled', target: 'moving.down' },
      ],
    },
    moving: {
      initial: 'up',
      always: { guard: 'isCalledHere', target: 'doors' },
      states: {
        up: { on: { 'floor passed': { actions: 'rise' } } },
        down: { on: { 'floor passed': { actions: 'sink' } } },
      },
    },
    doors: {
      initial: 'opening',
      exit: 'forgetCall',
      states: {
        opening: { on: { opened: 'open' } },
        open: { on: { close: 'closing' } },
        closing: {
          on: {
            blocked: 'opening',
            closed: '#elevator.idle',
          },
        },
      },
    },
  },
});
