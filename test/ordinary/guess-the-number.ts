/** Guess the number; the answer is a hint, and at the end how many guesses it took. */
type Hint = 'guess' | 'higher' | 'lower';

export function* guessTheNumber(max = 100): Generator<Hint, number, number> {
  const secret = 1 + Math.floor(Math.random() * max);
  let hint: Hint = 'guess';
  for (let tries = 1; ; tries++) {
    const guess: number = yield hint;
    if (guess === secret) return tries;
    hint = guess < secret ? 'higher' : 'lower';
  }
}
