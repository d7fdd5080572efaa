/** Machines that are refused so far, one for each reason: the docs list them, and a test holds that each is refused, in these words. */
export interface Refused {
  /** What the diagnostic says. */
  readonly says: string;
  readonly source: string;
}

export const refused: readonly Refused[] = [
  {
    says: 'An async generator is not charted yet.',
    source: `export async function* clock(): AsyncGenerator<'tick'> {
  yield 'tick';
}`,
  },
  {
    says: '`yield*` to a generator that is only known when the machine runs is not charted yet.',
    source: `export function* follow(step: () => Generator<'busy', void, 'next'>): Generator<'busy', void, 'next'> {
  yield* step();
}`,
  },
  {
    says: 'A `for…of` over something that is not plainly an array, in which the machine waits or which it leaves is not charted yet.',
    source: `export function* walk(steps: Iterable<string>): Generator<'resting', void, 'next'> {
  for (const step of steps) {
    yield 'resting';
    console.log(step);
  }
}`,
  },
  {
    says: 'A `for…in` that the machine waits or leaves in is not charted yet.',
    source: `export function* visit(rooms: object): Generator<'visiting', void, 'next'> {
  for (const room in rooms) {
    yield 'visiting';
    console.log(room);
  }
}`,
  },
  {
    says: 'A `yield` in an assignment to a property is not charted yet.',
    source: `export function* form(): Generator<'asking', void, string> {
  const answers = { text: '' };
  answers.text += yield 'asking';
  console.log(answers);
}`,
  },
  {
    says: 'A `yield` or an assignment inside `?.` is not charted yet.',
    source: `export function* ask(log?: (word: string) => void): Generator<'asking', void, string> {
  log?.(yield 'asking');
}`,
  },
  {
    says: 'A `yield` inside a class is not charted yet.',
    source: `export function* odd(): Generator<'asking', void, string> {
  console.log(class { [yield 'asking'] = 1; });
}`,
  },
  {
    says: '`eval` is not charted yet.',
    source: `export function* odd(): Generator<'a', void, 'next'> {
  eval('1');
  yield 'a';
}`,
  },
  {
    says: 'A function that shares variables with the machine and is given to other code is not charted yet.',
    source: `export function* counter(button: { on(click: () => void): void }): Generator<'waiting', number, 'stop'> {
  let clicks = 0;
  button.on(() => { clicks += 1; });
  yield 'waiting';
  return clicks;
}`,
  },
  {
    says: 'A default value with an effect is not charted yet.',
    source: `export function* ticket(id = Math.random()): Generator<'open', number, 'close'> {
  yield 'open';
  return id;
}`,
  },
  {
    says: 'This loop can go round without reaching a yield, and the compiler cannot see that it ends.',
    source: `export function* busy(): Generator<'waiting', void, 'go'> {
  let rounds = 0;
  yield 'waiting';
  while (true) rounds += 1;
}`,
  },
];
