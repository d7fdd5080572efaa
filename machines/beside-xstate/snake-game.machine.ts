/** Snake: a step with each tick, longer with each bite, over when it hits the wall or itself. */
import { assign, setup } from 'xstate';
import type { Cell, Direction, Snake } from './snake/rules.ts';
import { crashes, eats, foodFor, hatched, headOf } from './snake/rules.ts';

export const snakeGameMachine = setup({
  types: {
    input: {} as { size: number },
    context: {} as { size: number; direction: Direction; snake: Snake; food: Cell },
    events: {} as { type: 'tick' } | { type: 'turn'; to: Direction } | { type: 'restart' },
  },
  actions: {
    /** Provided by the page: shows the snake and the food of the context. */
    draw: () => {},
    face: assign({ direction: (_, params: { direction: Direction }) => params.direction }),
    move: assign({
      snake: ({ context: { snake, direction } }) => [headOf(snake, direction), ...snake.slice(0, -1)],
    }),
    eat: assign(({ context: { snake, direction, size } }) => {
      const longer = [headOf(snake, direction), ...snake];
      return { snake: longer, food: foodFor(longer, size) };
    }),
    hatch: assign({
      snake: hatched,
      food: ({ context }) => foodFor(hatched, context.size),
    }),
  },
  guards: {
    turnsTo: ({ event }, params: { direction: Direction }) => event.type === 'turn' && event.to === params.direction,
    willCrash: ({ context: { snake, direction, size } }) => crashes(snake, headOf(snake, direction), size),
    willEat: ({ context: { snake, direction, food } }) => eats(headOf(snake, direction), food),
  },
}).createMachine({
  id: 'snake',
  context: ({ input: { size } }) => ({
    size,
    direction: 'right',
    snake: hatched,
    food: foodFor(hatched, size),
  }),
  initial: 'moving',
  states: {
    moving: {
      entry: 'draw',
      initial: 'right',
      on: {
        tick: [
          { guard: 'willCrash', target: 'gameOver' },
          { guard: 'willEat', actions: ['eat', 'draw'] },
          { actions: ['move', 'draw'] },
        ],
        turn: [
          { guard: { type: 'turnsTo', params: { direction: 'up' } }, target: '.up' },
          { guard: { type: 'turnsTo', params: { direction: 'down' } }, target: '.down' },
          { guard: { type: 'turnsTo', params: { direction: 'left' } }, target: '.left' },
          { guard: { type: 'turnsTo', params: { direction: 'right' } }, target: '.right' },
        ],
      },
      states: {
        up: {
          entry: { type: 'face', params: { direction: 'up' } },
          on: { turn: { guard: { type: 'turnsTo', params: { direction: 'down' } } } },
        },
        down: {
          entry: { type: 'face', params: { direction: 'down' } },
          on: { turn: { guard: { type: 'turnsTo', params: { direction: 'up' } } } },
        },
        left: {
          entry: { type: 'face', params: { direction: 'left' } },
          on: { turn: { guard: { type: 'turnsTo', params: { direction: 'right' } } } },
        },
        right: {
          entry: { type: 'face', params: { direction: 'right' } },
          on: { turn: { guard: { type: 'turnsTo', params: { direction: 'left' } } } },
        },
      },
    },
    gameOver: {
      on: { restart: { target: 'moving', actions: 'hatch' } },
    },
  },
});
