/** Two players and nine cells. Returns who has won, if anyone, and the board as it stands then. */
type Player = 'x' | 'o';
type Cell = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
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

export function* ticTacToeGame(): Generator<
  { state: `playing ${Player}`; board: Board },
  { winner: Player | null; board: Board },
  { type: 'play'; cell: Cell }
> {
  let board: Board = Array(9).fill(null);
  let player: Player = 'x';
  while (true) {
    const { cell } = yield { state: `playing ${player}`, board };
    if (board[cell] !== null) continue;
    board = board.with(cell, player);
    if (hasWon(board, player)) return { winner: player, board };
    if (isFull(board)) return { winner: null, board };
    player = player === 'x' ? 'o' : 'x';
  }
}
