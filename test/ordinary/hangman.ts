/** Hangman. What is yielded is what the page shows: the word with its gaps, and the lives that are left. */
interface View {
  readonly state: 'guessing';
  readonly shown: string;
  readonly lives: number;
}

export function* hangman(word: string, lives = 6): Generator<View, 'won' | 'lost', string> {
  const guessed = new Set<string>();
  const shown = () => [...word].map((letter) => (guessed.has(letter) ? letter : '_')).join(' ');

  for (;;) {
    const letter = (yield { state: 'guessing', shown: shown(), lives }).toLowerCase();
    if (guessed.has(letter)) continue;
    guessed.add(letter);
    if (!word.includes(letter)) {
      if (--lives === 0) return 'lost';
    } else if ([...word].every((one) => guessed.has(one))) {
      return 'won';
    }
  }
}

export const samples = {
  hangman: {
    args: ['tea', 2],
    events: ['t', 'E', 'a', 'x', 'y'],
  },
};
