import { assign, setup } from 'xstate';

type Player = 'X' | 'O';

type Cell = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

type Board = readonly (Player | undefined)[];

const lines: readonly (readonly Cell[])[] = [
  [0, 1, 2], [3, 4, 5], [6, 7, 8],
  [0, 3, 6], [1, 4, 7], [2, 5, 8],
  [0, 4, 8], [2, 4, 6],
];

function hasWon(board: Board, player: Player): boolean {
  return lines.some((line) => line.every((cell) => board[cell] === player));
}

function isFull(board: Board): boolean {
  return board.every((mark) => mark !== undefined);
}

type Sent = { type: 'coroutine.send'; value: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const ticTacToe = setup({
  types: {
    context: {} as { board: readonly ('X' | 'O' | undefined)[] },
    events: {} as Sent | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  guards: {
    "board[cell] === undefined && hasWon(board.with(cell, 'X'), 'X')": ({ context, event }) => {
      const { board } = context;
      const cell = (event as Sent).value;
      return Boolean(board[cell] === undefined && hasWon(board.with(cell, 'X'), 'X'));
    },
    "board[cell] === undefined && !hasWon(board.with(cell, 'X'), 'X') && isFull(board.with(cell, 'X'))": ({ context, event }) => {
      const { board } = context;
      const cell = (event as Sent).value;
      return Boolean(board[cell] === undefined && !hasWon(board.with(cell, 'X'), 'X') && isFull(board.with(cell, 'X')));
    },
    "board[cell] === undefined && !hasWon(board.with(cell, 'X'), 'X') && !isFull(board.with(cell, 'X'))": ({ context, event }) => {
      const { board } = context;
      const cell = (event as Sent).value;
      return board[cell] === undefined && !hasWon(board.with(cell, 'X'), 'X') && !isFull(board.with(cell, 'X'));
    },
    "board[cell] === undefined && hasWon(board.with(cell, 'O'), 'O')": ({ context, event }) => {
      const { board } = context;
      const cell = (event as Sent).value;
      return Boolean(board[cell] === undefined && hasWon(board.with(cell, 'O'), 'O'));
    },
    "board[cell] === undefined && !hasWon(board.with(cell, 'O'), 'O') && isFull(board.with(cell, 'O'))": ({ context, event }) => {
      const { board } = context;
      const cell = (event as Sent).value;
      return Boolean(board[cell] === undefined && !hasWon(board.with(cell, 'O'), 'O') && isFull(board.with(cell, 'O')));
    },
    "board[cell] === undefined && !hasWon(board.with(cell, 'O'), 'O') && !isFull(board.with(cell, 'O'))": ({ context, event }) => {
      const { board } = context;
      const cell = (event as Sent).value;
      return board[cell] === undefined && !hasWon(board.with(cell, 'O'), 'O') && !isFull(board.with(cell, 'O'));
    },
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    "board = board.with(cell, 'X')": assign({
      board: ({ context, event }) => context.board.with((event as Sent).value, 'X'),
    }),
    "board = board.with(cell, 'O')": assign({
      board: ({ context, event }) => context.board.with((event as Sent).value, 'O'),
    }),
  },
}).createMachine({
  id: 'ticTacToe',
  description:
    'The game, one move at a time. Shows names made of what is remembered, helpers of the same module, and ' +
    'several ends.',
  context: () => ({ board: Array(9).fill(undefined) }),
  initial: 'X to move',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'X to move': {
      meta: { yields: 'X to move', at: 'machines/tic-tac-toe.ts:24:18' },
      on: {
        'coroutine.send': [
          { guard: "board[cell] === undefined && hasWon(board.with(cell, 'X'), 'X')", target: 'X wins' },
          {
            guard: "board[cell] === undefined && !hasWon(board.with(cell, 'X'), 'X') && isFull(board.with(cell, 'X'))",
            target: 'draw',
          },
          {
            guard: "board[cell] === undefined && !hasWon(board.with(cell, 'X'), 'X') && !isFull(board.with(cell, 'X'))",
            target: 'O to move',
            actions: "board = board.with(cell, 'X')",
          },
        ],
      },
    },
    'O to move': {
      meta: { yields: 'O to move', at: 'machines/tic-tac-toe.ts:24:18' },
      on: {
        'coroutine.send': [
          { guard: "board[cell] === undefined && hasWon(board.with(cell, 'O'), 'O')", target: 'O wins' },
          {
            guard: "board[cell] === undefined && !hasWon(board.with(cell, 'O'), 'O') && isFull(board.with(cell, 'O'))",
            target: 'draw',
          },
          {
            guard: "board[cell] === undefined && !hasWon(board.with(cell, 'O'), 'O') && !isFull(board.with(cell, 'O'))",
            target: 'X to move',
            actions: "board = board.with(cell, 'O')",
          },
        ],
      },
    },
    'X wins': { meta: { at: 'machines/tic-tac-toe.ts:27:32' }, type: 'final', output: 'X wins' },
    draw: { meta: { at: 'machines/tic-tac-toe.ts:28:24' }, type: 'final', output: 'draw' },
    'O wins': { meta: { at: 'machines/tic-tac-toe.ts:27:32' }, type: 'final', output: 'O wins' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
