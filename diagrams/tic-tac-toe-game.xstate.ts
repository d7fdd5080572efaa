import { assign, setup } from 'xstate';

type Player = 'x' | 'o';

type Board = readonly (Player | null)[];

const lines = [
  [0, 1, 2], [3, 4, 5], [6, 7, 8],
  [0, 3, 6], [1, 4, 7], [2, 5, 8],
  [0, 4, 8], [2, 4, 6],
];

function hasWon(board: Board, player: Player): boolean {
  return lines.some((line) => line.every((cell) => board[cell] === player));
}

const isFull = (board: Board): boolean => !board.includes(null);

type Context = { board: readonly ('x' | 'o' | null)[]; output: unknown };
type Play = { type: 'play'; cell: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const ticTacToeGame = setup({
  types: {
    context: {} as Context,
    events: {} as Play | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  guards: {
    "board[event.cell] === null && hasWon(board.with(event.cell, 'x'), 'x')": ({ context, event: message }) => {
      const { board } = context;
      const event = message as Play;
      return Boolean(board[event.cell] === null && hasWon(board.with(event.cell, 'x'), 'x'));
    },
    "board[event.cell] === null && !hasWon(board.with(event.cell, 'x'), 'x') && isFull(board.with(event.cell, 'x'))": ({ context, event: message }) => {
      const { board } = context;
      const event = message as Play;
      return Boolean(board[event.cell] === null && !hasWon(board.with(event.cell, 'x'), 'x') && isFull(board.with(event.cell, 'x')));
    },
    "board[event.cell] === null && !hasWon(board.with(event.cell, 'x'), 'x') && !isFull(board.with(event.cell, 'x'))": ({ context, event: message }) => {
      const { board } = context;
      const event = message as Play;
      return board[event.cell] === null && !hasWon(board.with(event.cell, 'x'), 'x') && !isFull(board.with(event.cell, 'x'));
    },
    "board[event.cell] === null && hasWon(board.with(event.cell, 'o'), 'o')": ({ context, event: message }) => {
      const { board } = context;
      const event = message as Play;
      return Boolean(board[event.cell] === null && hasWon(board.with(event.cell, 'o'), 'o'));
    },
    "board[event.cell] === null && !hasWon(board.with(event.cell, 'o'), 'o') && isFull(board.with(event.cell, 'o'))": ({ context, event: message }) => {
      const { board } = context;
      const event = message as Play;
      return Boolean(board[event.cell] === null && !hasWon(board.with(event.cell, 'o'), 'o') && isFull(board.with(event.cell, 'o')));
    },
    "board[event.cell] === null && !hasWon(board.with(event.cell, 'o'), 'o') && !isFull(board.with(event.cell, 'o'))": ({ context, event: message }) => {
      const { board } = context;
      const event = message as Play;
      return board[event.cell] === null && !hasWon(board.with(event.cell, 'o'), 'o') && !isFull(board.with(event.cell, 'o'));
    },
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    "board = board.with(event.cell, 'x')": assign({
      board: ({ context, event }) => context.board.with((event as Play).cell, 'x'),
    }),
    "return { winner: 'x', board }": assign({
      output: ({ context }) => ({ winner: 'x', board: context.board }),
    }),
    'return { winner: null, board }': assign({
      output: ({ context }) => ({ winner: null, board: context.board }),
    }),
    "board = board.with(event.cell, 'o')": assign({
      board: ({ context, event }) => context.board.with((event as Play).cell, 'o'),
    }),
    "return { winner: 'o', board }": assign({
      output: ({ context }) => ({ winner: 'o', board: context.board }),
    }),
  },
}).createMachine({
  id: 'ticTacToeGame',
  description: 'Two players and nine cells. Returns who has won, if anyone, and the board as it stands then.',
  context: () => ({ board: Array(9).fill(null), output: undefined }),
  initial: 'playing x',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'playing x': {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'playing x', board: context.board }),
        at: 'machines/beside-xstate/tic-tac-toe.ts:26:22',
      },
      on: {
        play: [
          {
            guard: "board[event.cell] === null && hasWon(board.with(event.cell, 'x'), 'x')",
            target: 'done',
            actions: ["board = board.with(event.cell, 'x')", "return { winner: 'x', board }"],
          },
          {
            guard: "board[event.cell] === null && !hasWon(board.with(event.cell, 'x'), 'x') && isFull(board.with(event.cell, 'x'))",
            target: 'done',
            actions: ["board = board.with(event.cell, 'x')", 'return { winner: null, board }'],
          },
          {
            guard: "board[event.cell] === null && !hasWon(board.with(event.cell, 'x'), 'x') && !isFull(board.with(event.cell, 'x'))",
            target: 'playing o',
            actions: "board = board.with(event.cell, 'x')",
          },
        ],
      },
    },
    'playing o': {
      meta: {
        yields: ({ context }: { context: Context }) => ({ state: 'playing o', board: context.board }),
        at: 'machines/beside-xstate/tic-tac-toe.ts:26:22',
      },
      on: {
        play: [
          {
            guard: "board[event.cell] === null && hasWon(board.with(event.cell, 'o'), 'o')",
            target: 'done',
            actions: ["board = board.with(event.cell, 'o')", "return { winner: 'o', board }"],
          },
          {
            guard: "board[event.cell] === null && !hasWon(board.with(event.cell, 'o'), 'o') && isFull(board.with(event.cell, 'o'))",
            target: 'done',
            actions: ["board = board.with(event.cell, 'o')", 'return { winner: null, board }'],
          },
          {
            guard: "board[event.cell] === null && !hasWon(board.with(event.cell, 'o'), 'o') && !isFull(board.with(event.cell, 'o'))",
            target: 'playing x',
            actions: "board = board.with(event.cell, 'o')",
          },
        ],
      },
    },
    done: {
      meta: { at: 'machines/beside-xstate/tic-tac-toe.ts:29:32' },
      type: 'final',
      output: ({ context }) => context.output,
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
