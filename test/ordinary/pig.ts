/** Pig, a game of dice for two: roll as often as you dare, or hold to keep what is in the pot. A one loses it. */
const GOAL = 50;

type Player = 'red' | 'blue';
type Move = 'roll' | 'hold';

const other = { red: 'blue', blue: 'red' } as const;

export function* pig(
  roll: () => number = () => 1 + Math.floor(Math.random() * 6),
): Generator<`${Player} to roll`, `${Player} wins`, Move> {
  const scores: Record<Player, number> = { red: 0, blue: 0 };
  let player: Player = 'red';

  game: while (true) {
    for (let pot = 0; ; ) {
      const move: Move = yield `${player} to roll` as const;
      if (move === 'hold') {
        scores[player] += pot;
        if (scores[player] >= GOAL) break game;
        break;
      }
      const die = roll();
      if (die === 1) break;
      pot += die;
    }
    player = other[player];
  }
  return `${player} wins` as const;
}

export const samples = {
  pig: {
    args: [() => 6],
    moreArgs: [[() => 1]],
    events: ['roll', 'hold'],
  },
};
