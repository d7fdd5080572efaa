/** The game, one move at a time. Shows names made of what is remembered, helpers of the same module, and several ends. */
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

export function* ticTacToe(): Generator<`${Player} to move`, `${Player} wins` | 'draw', Cell> {
  let board: Board = Array(9).fill(undefined);
  let player: Player = 'X';
  while (true) {
    const cell = yield `${player} to move` as const;
    if (board[cell] !== undefined) continue;
    board = board.with(cell, player);
    if (hasWon(board, player)) return `${player} wins` as const;
    if (isFull(board)) return 'draw';
    player = player === 'X' ? 'O' : 'X';
  }
}
