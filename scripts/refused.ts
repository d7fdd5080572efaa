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
    says: '`this` is not charted yet.',
    source: `export const lamp = {
  name: 'desk lamp',
  *run(): Generator<'off' | 'on', void, 'press'> {
    yield 'off';
    console.log(this.name);
    yield 'on';
  },
};`,
  },
  {
    says: '`arguments` is not charted yet.',
    source: `export function* odd(): Generator<'a', void, 'next'> {
  console.log(arguments.length);
  yield 'a';
}`,
  },
  {
    says: '`import.meta` is not charted yet.',
    source: `export function* odd(): Generator<'a', string, 'next'> {
  yield 'a';
  return import.meta.url;
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
    says: '`using` is not charted yet.',
    source: `export function* read(open: () => Disposable): Generator<'open', void, 'close'> {
  using file = open();
  yield 'open';
}`,
  },
  {
    says: 'An `enum` inside the machine is not charted yet.',
    source: `export function* lamp(): Generator<'off', void, 'press'> {
  enum Light { Off, On }
  yield 'off';
  console.log(Light.On);
}`,
  },
  {
    says: '`yield*` to a generator that is only known when the machine runs is not charted yet.',
    source: `export function* follow(step: () => Generator<'busy', void, 'next'>): Generator<'busy', void, 'next'> {
  yield* step();
}`,
  },
  {
    says: '`yield*` to a call with spread arguments is not charted yet.',
    source: `function* step(from: string, to: string): Generator<'moving', void, 'next'> {
  yield 'moving';
  console.log(from, to);
}

export function* move(ends: [string, string]): Generator<'moving', void, 'next'> {
  yield* step(...ends);
}`,
  },
  {
    says: '`this` in a generator that is delegated to is not charted yet.',
    source: `function* step(this: unknown): Generator<'moving', void, 'next'> {
  yield 'moving';
  console.log(this);
}

export function* move(): Generator<'moving', void, 'next'> {
  yield* step();
}`,
  },
  {
    says: 'More than 200 `yield*`s inside each other or beside each other is not charted yet.',
    source: `function* one(): Generator<'a', void, 'next'> {
  yield 'a';
}
function* six(): Generator<'a', void, 'next'> {
  yield* one(); yield* one(); yield* one(); yield* one(); yield* one(); yield* one();
}
function* many(): Generator<'a', void, 'next'> {
  yield* six(); yield* six(); yield* six(); yield* six(); yield* six(); yield* six();
}

export function* more(): Generator<'a', void, 'next'> {
  yield* many(); yield* many(); yield* many(); yield* many(); yield* many(); yield* many();
}`,
  },
  {
    says: 'This `yield*` comes back to the generator that it stands in, and was followed 40 times without reaching an end.',
    source: `function* down(depth: number): Generator<'down' | 'up', void, 'go'> {
  yield 'down';
  yield* down(depth + 1);
  yield 'up';
}

export function* dive(): Generator<'down' | 'up', void, 'go'> {
  yield* down(0);
}`,
  },
  {
    says: 'This `for…of` goes through something that is not plainly an array, and the machine waits or leaves in the middle: write `for (const step of [...steps])`.',
    source: `export function* walk(steps: Iterable<string>): Generator<'resting', void, 'next'> {
  for (const step of steps) {
    yield 'resting';
    console.log(step);
  }
}`,
  },
  {
    says: 'This `for…in` goes through something that is not plainly an object, and the machine waits or leaves in the middle: write `for (const room of Object.keys(rooms))`.',
    source: `export function* visit(rooms: object): Generator<'visiting', void, 'next'> {
  for (const room in rooms) {
    yield 'visiting';
    console.log(room);
  }
}`,
  },
  {
    says: 'This pattern takes apart something that is not plainly an array, and the machine waits or leaves in the middle: write `[a, b] = [...items]`.',
    source: `export function* pair(both: Iterable<string>): Generator<'asking', void, string> {
  const [first = yield 'asking', second] = both;
  console.log(first, second);
}`,
  },
  {
    says: 'A function that sets `clicks` of the machine, and is given to other code, is not charted yet.',
    source: `export function* counter(button: { on(click: () => void): void }): Generator<'waiting', number, 'stop'> {
  let clicks = 0;
  button.on(() => { clicks += 1; });
  yield 'waiting';
  return clicks;
}`,
  },
  {
    says: 'A function of the machine that calls itself is not charted yet.',
    source: `export function* sum(): Generator<'waiting', number, 'go'> {
  let total = 0;
  const add = (n: number): void => {
    if (n > 0) add(n - 1);
    total += n;
  };
  yield 'waiting';
  add(2);
  return total;
}`,
  },
  {
    says: 'A condition inside a function of the machine that only what has run can decide is not charted yet.',
    source: `export function* bell(ring: () => boolean): Generator<'quiet' | 'loud', void, 'press'> {
  let mode: 'quiet' | 'loud' = 'quiet';
  const handlers = {
    press: (): void => {
      if (ring()) mode = 'loud';
    },
  };
  while (true) handlers[yield mode]();
}`,
  },
  {
    says: 'A function that reads `count`, which the machine changes, and is given to other code (it could read a constant: `const now = count`) is not charted yet.',
    source: `export function* counter(show: (read: () => number) => void): Generator<'counting', never, 'add'> {
  let count = 0;
  show(() => count);
  while (true) {
    yield 'counting';
    count += 1;
  }
}`,
  },
  {
    says: "A class with fields among its constructor's parameters, declared inside the machine, is not charted yet.",
    source: `export function* walk(): Generator<'walking', number, 'step'> {
  class Place {
    constructor(public x: number) {}
  }
  let at = new Place(0);
  yield 'walking';
  at = new Place(at.x + 1);
  return at.x;
}`,
  },
  {
    says: "A change in place of an instance of Counter, whose #count cannot be copied (TypeScript's `private` can), is not charted yet.",
    source: `export class Counter {
  #count = 0;
  add(): void { this.#count += 1; }
}
export function* count(): Generator<'counting', never, 'add'> {
  const counter = new Counter();
  while (true) {
    yield 'counting';
    counter.add();
  }
}`,
  },
  {
    says: 'An iterator that `items` holds while the machine waits (it could hold a list, and how far it has come) is not charted yet.',
    source: `export function* walk(list: string[]): Generator<'resting', void, 'next'> {
  const items = list[Symbol.iterator]();
  for (let one = items.next(); !one.done; one = items.next()) {
    console.log(one.value);
    yield 'resting';
  }
}`,
  },
  {
    says: 'What was sent, looked at again after it was changed in place is not charted yet.',
    source: `export function* desk(): Generator<'waiting', void, { type: 'papers'; pages: string[] }> {
  const event = yield 'waiting';
  event.pages.pop();
  console.log(event.pages.length);
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
    says: 'A default that reads `high`, which is a part of another parameter (it can be taken apart in the body) is not charted yet.',
    source: `export function* gauge([low, high]: [number, number], step = high - low): Generator<'a', number, 'go'> {
  yield 'a';
  return step;
}`,
  },
  {
    says: 'Setting `count`, a variable of a module, which whoever imports it cannot (an exported function can), is not charted yet.',
    source: `let count = 0;

export function* counter(): Generator<'waiting', number, 'click'> {
  yield 'waiting';
  count += 1;
  return count;
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
