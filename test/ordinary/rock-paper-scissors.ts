/** Rock, paper, scissors: whoever wins two rounds first. A tie is played again. */
type Hand = 'rock' | 'paper' | 'scissors';

const BEATS = { rock: 'scissors', paper: 'rock', scissors: 'paper' } as const satisfies Record<Hand, Hand>;

export function* rockPaperScissors(
  opponent: () => Hand,
  show: (line: string) => void = console.log,
): Generator<'shoot!', 'you win' | 'you lose', Hand> {
  for (let wins = 0, losses = 0; ; ) {
    const mine = yield 'shoot!';
    const theirs = opponent();
    show(`${mine} against ${theirs}`);
    if (mine === theirs) continue;
    if (BEATS[mine] === theirs) {
      if (++wins === 2) return 'you win';
    } else if (++losses === 2) {
      return 'you lose';
    }
  }
}

export const samples = {
  rockPaperScissors: {
    args: [() => 'rock', () => {}],
    moreArgs: [[() => 'paper', () => {}], [() => 'scissors', () => {}]],
    events: ['rock', 'paper', 'scissors'],
  },
};
