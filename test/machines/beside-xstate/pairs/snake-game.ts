import { snakeGameMachine } from '../../../../machines/beside-xstate/snake-game.machine.ts';
import { snakeGame } from '../../../../machines/beside-xstate/snake-game.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: (act) => snakeGame(4, (board) => act('draw', board)),
  machine: snakeGameMachine,
  input: { size: 4 },
  actions: (act) => ({ draw: ({ context: { snake, food } }: { context: { snake: unknown; food: unknown } }) => act('draw', { snake, food }) }),
  events: [
    { type: 'tick' },
    ...['up', 'down', 'left', 'right'].map((to) => ({ type: 'turn', to })),
    { type: 'restart' },
  ],
  unnoticed: {
    'states.moving.on.turn[3].guard: gone': 'the other three ways are asked for before it',
    'states.moving.on.turn[3].target: moving': 'it begins to the right',
  },
};
