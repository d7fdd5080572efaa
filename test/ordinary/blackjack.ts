/** One hand of blackjack against the house, which draws until it has seventeen. */
type Card = 'A' | 'K' | 'Q' | 'J' | number;
type Result = 'bust' | 'win' | 'push' | 'lose';

const valueOf = (card: Card) => (typeof card === 'number' ? card : card === 'A' ? 11 : 10);

function points(hand: readonly Card[]): number {
  let sum = hand.reduce<number>((total, card) => total + valueOf(card), 0);
  for (const card of hand) {
    if (card === 'A' && sum > 21) sum -= 10;
  }
  return sum;
}

export function* blackjack(draw: () => Card): Generator<'your turn', Result, 'hit' | 'stand'> {
  const hand = [draw(), draw()];
  const house = [draw()];

  while (points(hand) < 21) {
    if ((yield 'your turn') === 'stand') break;
    hand.push(draw());
  }
  const mine = points(hand);
  if (mine > 21) return 'bust';

  do house.push(draw());
  while (points(house) < 17);
  const theirs = points(house);

  if (theirs > 21 || mine > theirs) return 'win';
  return mine === theirs ? 'push' : 'lose';
}

export const samples = {
  blackjack: {
    args: [() => 5],
    moreArgs: [[() => 'A'], [() => 'K']],
    events: ['hit', 'stand'],
  },
};
