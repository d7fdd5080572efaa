/** Two players and nine cells. Its output says who has won, if anyone, and the board as it stands then. */
import { assign, setup } from 'xstate';

type Player = 'x' | 'o';
type Board = readonly (Player | null)[];

const lines = [
  [0, 1, 2], [3, 4, 5], [6, 7, 8],
  [0, 3, 6], [1, 4, 7], [2, 5, 8],
  [0, 4, 8], [2, 4, 6],
];

export const ticTacToeMachine = setup({
  types: {
    context: {} as { board: Board },
    events: {} as { type: 'play'; cell: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 },
    output: {} as { winner: Player | null; board: Board },
  },
  actions: {
    mark: assign({
      board: ({ context, event }, params: { player: Player }) => context.board.with(event.cell, params.player),
    }),
  },
  guards: {
    isFree: ({ context, event }) => context.board[event.cell] === null,
    hasWon: ({ context }, params: { player: Player }) =>
      lines.some((line) => line.every((cell) => context.board[cell] === params.player)),
    isFull: ({ context }) => !context.board.includes(null),
  },
}).createMachine({
  id: 'ticTacToe',
  context: () => ({ board: Array(9).fill(null) }),
  initial: 'playing',
  states: {
    playing: {
      initial: 'x',
      always: [
        { guard: { type: 'hasWon', params: { player: 'x' } }, target: 'won by x' },
        { guard: { type: 'hasWon', params: { player: 'o' } }, target: 'won by o' },
        { guard: 'isFull', target: 'draw' },
      ],
      states: {
        x: {
          on: {
            play: {
              guard: 'isFree',
              target: 'o',
              actions: { type: 'mark', params: { player: 'x' } },
            },
          },
        },
        o: {
          on: {
            play: {
              guard: 'isFree',
              target: 'x',
              actions: { type: 'mark', params: { player: 'o' } },
            },
          },
        },
      },
    },
    'won by x': { type: 'final', output: 'x' },
    'won by o': { type: 'final', output: 'o' },
    draw: { type: 'final', output: null },
  },
  output: ({ context, event }) => ({
    winner: event.output as Player | null,
    board: context.board,
  }),
});
