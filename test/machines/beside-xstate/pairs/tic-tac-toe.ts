import { ticTacToeMachine } from '../../../../machines/beside-xstate/tic-tac-toe.machine.ts';
import { ticTacToeGame } from '../../../../machines/beside-xstate/tic-tac-toe.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: () => ticTacToeGame(),
  machine: ticTacToeMachine,
  data: ({ board }: { board: unknown }) => ({ board }),
  events: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((cell) => ({ type: 'play', cell })),
};
