/**
 * The kinds of events a random machine is sent: the type it declares for them, what is asked of one, and what is sent.
 *
 * What is declared is always true of what is sent: a compiler may believe a type.
 */
export interface Alphabet {
  /** The third type argument of `Generator`; without one the machine has no annotation. */
  readonly type?: string;
  /** Makes each event anew: two sides must not share one. */
  readonly events: readonly (() => unknown)[];
  /** Conditions on an event that the variable holds. */
  readonly tests: (event: string) => readonly string[];
  readonly numbers?: (event: string) => readonly string[];
  readonly strings?: (event: string) => readonly string[];
  /** What a `switch` asks of it, and the cases. */
  readonly subject: (event: string) => string;
  readonly cases: readonly string[];
  /** The property that a destructured event is taken by. */
  readonly key?: string;
}

export const alphabets: readonly Alphabet[] = [
  {
    type: `'a' | 'b' | 'c'`,
    events: [() => 'a', () => 'b', () => 'c'],
    tests: (e) => [`${e} === 'a'`, `${e} !== 'b'`, `${e} === 'c'`, `'a' !== ${e}`],
    subject: (e) => e,
    cases: [`'a'`, `'b'`, `'c'`],
  },
  {
    type: `{ type: 'a'; n: number } | { type: 'b'; ok: boolean } | { type: 'c'; to: 'x' | 'y' } | { type: 'd' }`,
    events: [() => ({ type: 'a', n: 0 }), () => ({ type: 'a', n: 3 }), () => ({ type: 'b', ok: true }), () => ({ type: 'b', ok: false }), () => ({ type: 'c', to: 'x' }), () => ({ type: 'c', to: 'y' }), () => ({ type: 'd' })],
    tests: (e) => [`${e}.type === 'a'`, `${e}.type === 'a' && ${e}.n > 1`, `${e}.type === 'b' && ${e}.ok`, `${e}.type !== 'd'`, `${e}.type === 'c' && ${e}.to === 'y'`, `${e}.type === 'b' && !${e}.ok`],
    numbers: (e) => [`(${e}.type === 'a' ? ${e}.n : 0)`],
    strings: (e) => [`(${e}.type === 'c' ? ${e}.to : 'z')`],
    subject: (e) => `${e}.type`,
    cases: [`'a'`, `'b'`, `'c'`, `'d'`],
    key: 'type',
  },
  {
    events: [() => 'a', () => 'b', () => 'other'],
    tests: (e) => [`${e} === 'a'`, `${e} !== 'b'`, `${e} === 'a' || ${e} === 'b'`],
    subject: (e) => e,
    cases: [`'a'`, `'b'`],
  },
  {
    type: 'number | null',
    events: [() => null, () => 0, () => 2, () => -1],
    tests: (e) => [`${e} === null`, `${e} !== null && ${e} > 1`, `${e} === 0`, `typeof ${e} === 'number'`],
    numbers: (e) => [`(${e} ?? 1)`, `(${e} === null ? 0 : ${e})`],
    subject: (e) => e,
    cases: ['null', '0', '2'],
  },
  {
    type: `'a' | { type: 'c'; n: number }`,
    events: [() => 'a', () => ({ type: 'c', n: 1 }), () => ({ type: 'c', n: 4 })],
    tests: (e) => [`${e} === 'a'`, `typeof ${e} === 'string'`, `${e} !== 'a' && ${e}.n > 2`, `typeof ${e} === 'object' && ${e}.type === 'c'`],
    numbers: (e) => [`(${e} === 'a' ? 0 : ${e}.n)`],
    subject: (e) => e,
    cases: [`'a'`],
  },
  {
    type: 'boolean',
    events: [() => true, () => false],
    tests: (e) => [e, `!${e}`, `${e} === true`],
    subject: (e) => e,
    cases: ['true', 'false'],
  },
  {
    events: [() => ({ type: 'a', n: 1 }), () => ({ type: 'b', n: 5 }), () => 's', () => null, () => 7, () => undefined, () => ({ type: 'a', n: 3 })],
    tests: (e) => [`${e}?.type === 'a'`, `${e} === 's'`, `${e} === 7`, `${e} === null`, `${e}?.n > 2`, `${e}`],
    numbers: (e) => [`(${e}?.n ?? 0)`],
    subject: (e) => `${e}?.type`,
    cases: [`'a'`, `'b'`],
  },
  {
    type: `{ type: 'go'; to: 'x' | 'y' | 'z' } | { type: 'set'; n: number; f: boolean }`,
    events: [() => ({ type: 'go', to: 'x' }), () => ({ type: 'go', to: 'y' }), () => ({ type: 'go', to: 'z' }), () => ({ type: 'set', n: 1, f: true }), () => ({ type: 'set', n: 5, f: false })],
    tests: (e) => [`${e}.type === 'go'`, `${e}.type === 'go' && ${e}.to !== 'x'`, `${e}.type === 'set' && ${e}.f`, `${e}.type === 'set' && ${e}.n >= 2`],
    numbers: (e) => [`(${e}.type === 'set' ? ${e}.n : 1)`],
    strings: (e) => [`(${e}.type === 'go' ? ${e}.to : 'x')`],
    subject: (e) => `${e}.type`,
    cases: [`'go'`, `'set'`],
    key: 'type',
  },
];
