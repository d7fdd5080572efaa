/** Dragging a box with the pointer, along one axis while shift is held. Escape puts it back. */
import { assign, setup } from 'xstate';

interface Point {
  readonly x: number;
  readonly y: number;
}

const origin: Point = { x: 0, y: 0 };

export const dragAndDropMachine = setup({
  types: {
    context: {} as { box: Point; home: Point; grip: Point },
    events: {} as
      | { type: 'pointer down' | 'pointer move'; x: number; y: number }
      | { type: 'pointer up' | 'shift down' | 'shift up' | 'escape' },
  },
  actions: {
    show: (_args, _box: Point) => {},
    drop: (_args, _box: Point) => {},
    drag: assign({
      box: ({ context: { home, grip } }, to: Point) => ({
        x: home.x + to.x - grip.x,
        y: home.y + to.y - grip.y,
      }),
    }),
  },
}).createMachine({
  id: 'drag',
  context: { box: origin, home: origin, grip: origin },
  initial: 'idle',
  states: {
    idle: {
      on: {
        'pointer down': {
          target: 'dragging',
          actions: assign({
            home: ({ context }) => context.box,
            grip: ({ event }) => ({ x: event.x, y: event.y }),
          }),
        },
      },
    },
    dragging: {
      initial: 'free',
      on: {
        'pointer up': {
          target: 'idle',
          actions: { type: 'drop', params: ({ context }) => context.box },
        },
        escape: {
          target: 'idle',
          actions: [
            assign({ box: ({ context }) => context.home }),
            { type: 'show', params: ({ context }) => context.box },
          ],
        },
      },
      states: {
        free: {
          on: {
            'pointer move': {
              actions: [
                { type: 'drag', params: ({ event: { x, y } }) => ({ x, y }) },
                { type: 'show', params: ({ context }) => context.box },
              ],
            },
            'shift down': 'locked',
          },
        },
        locked: {
          on: {
            'pointer move': {
              actions: [
                { type: 'drag', params: ({ context, event: { x } }) => ({ x, y: context.grip.y }) },
                { type: 'show', params: ({ context }) => context.box },
              ],
            },
            'shift up': 'free',
          },
        },
      },
    },
  },
});
