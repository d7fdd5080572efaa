/** Simon says: repeat a tune of colours that grows by one each round. Returns the longest tune repeated. */
const COLOURS = ['red', 'green', 'blue', 'yellow'] as const;
type Colour = (typeof COLOURS)[number];

export function* simonSays(
  play: (tune: readonly Colour[]) => void,
  random: () => number = Math.random,
): Generator<'your turn', number, Colour> {
  const tune: Colour[] = [];
  while (true) {
    tune.push(COLOURS[Math.floor(random() * COLOURS.length)]!);
    play(tune);
    for (const expected of tune) {
      const pressed = yield 'your turn';
      if (pressed !== expected) return tune.length - 1;
    }
  }
}

export const samples = {
  simonSays: {
    args: [() => {}, () => 0.3],
    events: ['red', 'green', 'blue', 'yellow'],
  },
};
