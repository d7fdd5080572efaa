/** Memory: turn over two cards, by their places; a pair stays open. Returns how many turns it took. */
export function* memoryCards(faces: readonly string[]): Generator<'first card' | 'second card' | 'no match', number, number> {
  const open = new Set<number>();
  let turns = 0;

  const turnOver = (one: number, two: number): boolean => {
    turns += 1;
    if (one === two || faces[one] !== faces[two]) return false;
    open.add(one).add(two);
    return true;
  };

  while (open.size < faces.length) {
    if (!turnOver(yield 'first card', yield 'second card')) yield 'no match';
  }
  return turns;
}

export const samples = {
  memoryCards: {
    args: [['sun', 'moon', 'sun', 'moon']],
    events: [0, 1, 2, 3],
  },
};
