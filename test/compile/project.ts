/**
 * A small project whose machines hang together in many ways, in statements, so that edits can be drawn at random: through types, tables, helpers,
 * coroutines, classes, re-exports, and through files that are not there.
 */
export type Files = Readonly<Record<string, readonly string[]>>;

/** What a command line would be given. */
export const asked = ['machines.ts', 'more.ts', 'deep/last.ts', 'plain.js'];

export const project: Files = {
  'machines.ts': [
    `import { type Go, Level, type Shape } from './types.ts';`,
    `import { NEXT, chain } from './tables.js';`,
    `import { twice as doubled, log, keeps } from './helpers';`,
    `import * as parts from './parts/index.ts';`,
    `import { primed } from './priming.ts';`,
    `const limits = { low: 1, high: 3 };`,
    `let rounds = 0;`,
    `/** Counts how often. */\nfunction bump(n: number): number {\n  return n + limits.low;\n}`,
    `/** A lamp. */\nexport function* lamp(): Generator<'off' | 'on', never, Go> {\n  while (true) {\n    // dark\n    yield 'off';\n    yield 'on';\n  }\n}`,
    `export function* counter(): Generator<string, void, 'tick' | 'reset'> {\n  let n = 0;\n  while (n < limits.high) {\n    const event = yield 'counting';\n    n = event === 'tick' ? bump(n) : rounds;\n  }\n}`,
    `export function* signal(): Generator<keyof typeof NEXT, never, 'next'> {\n  let at: keyof typeof NEXT = 'red';\n  while (true) {\n    yield at;\n    at = NEXT[at];\n  }\n}`,
    `export function* shaped(): Generator<'idle' | 'busy', void, Shape> {\n  const event = yield 'idle';\n  if (event.type === 'open') log(event.size);\n  yield 'busy';\n}`,
    `export function* both(): Generator<string, void, 'go'> {\n  yield* parts.first();\n  yield* parts.first();\n  yield 'both';\n}`,
    `export const bell = primed(function* (): Generator<'silent' | 'loud', never, 'press'> {\n  while (true) {\n    yield 'silent';\n    yield 'loud';\n  }\n});`,
  ],
  'more.ts': [
    `import { Level } from './types';`,
    `import { chain, byName } from './tables';`,
    `import { keeps, twice } from './helpers.ts';`,
    `type Event = { type: 'set'; to: 'a' | 'b' } | 'clear';`,
    `const LIST = ['x', 'y'] as const;`,
    `export class Doors {\n  static limit = 2;\n  static *door(): Generator<'shut' | 'open', void, (typeof LIST)[number]> {\n    let left = Doors.limit;\n    while (left > 0) {\n      const e = yield 'shut';\n      if (e === 'x') { yield 'open'; left--; }\n    }\n  }\n}`,
    `export function* leveled(): Generator<Level, void, Event> {\n  // @control\n  let at = Level.Low;\n  for (;;) {\n    const e = yield at;\n    if (e === 'clear') return;\n    at = e.to === 'a' ? Level.Low : Level.High;\n  }\n}`,
    `export function* chained(): Generator<string, void, 'on'> {\n  const items = { list: [1, 2] };\n  if (keeps(items)) yield chain[0];\n  const put = (what: string) => { items.list.push(what.length); };\n  put('three');\n  yield byName.a;\n  yield twice(2) > 3 ? 'more' : 'less';\n}`,
  ],
  'deep/last.ts': [
    `export { lamp as light } from '../machines.ts';`,
    `import { first } from '../parts/index';`,
    `import type { Go } from '../types.js';`,
    `interface Box { kind: 'box' }`,
    `function outside(): void {\n  console.log(first, 'x');\n}`,
    `/**\n * Last of all.\n */\nexport default function* last(start: 'a' | 'b' = 'a'): Generator<string, void, Go> {\n  yield start;\n  try {\n    outside();\n  } finally {\n    yield 'end';\n  }\n}`,
  ],
  'plain.js': [
    `import { words } from './parts/words.js';`,
    `import rows from './rows.json';`,
    `/** @typedef {'go' | 'halt'} Way */`,
    `/** @type {string[]} */\nconst list = ['p', 'q'];`,
    `/**\n * Said in a comment.\n * @returns {Generator<string, void, Way>}\n */\nexport function* plainly() {\n  const way = yield words.begin;\n  if (way === 'go') yield list[0];\n  yield rows.end;\n}`,
    `/** @returns {Generator<string, void, import('./types.ts').Shape>} */\nexport function* asked() {\n  const shape = yield 'asked';\n  yield shape.type;\n}`,
  ],
  'rows.json': [`{ "end": "ended", "more": [1] }`],
  'types.ts': [
    `export type Go = 'go' | Stop;`,
    `type Stop = 'stop';`,
    `export enum Level {\n  Low = 'low',\n  High = 'high',\n}`,
    `export interface Shape { type: 'open'; size: Size }`,
    `type Size = 1 | 2;`,
    `export * from './parts/types.ts';`,
  ],
  'tables.ts': [
    `const base = { green: 'amber' } as const;`,
    `export const NEXT = { red: 'green', green: base.green, amber: 'red' } as const;`,
    `const inner = ['one', 'two'];`,
    `export const chain = [inner[0], 'three'] as const;`,
    `export const byName = Object.fromEntries([['a', 'first'], ['b', 'second']]);`,
  ],
  'helpers.ts': [
    `import { quiet } from './parts/quiet.ts';`,
    `export function twice(n: number): number {\n  return n * factor;\n}`,
    `const factor = 2;`,
    `export function log(what: unknown): void {\n  console.log(what);\n}`,
    `export function keeps(what: { list: number[] }): boolean {\n  return quiet(what);\n}`,
  ],
  'parts/index.ts': [`export { first } from './first.ts';`, `export * from './types.ts';`],
  'parts/first.ts': [`import { words } from './words.ts';`, `export function* first(): Generator<string, void, 'go'> {\n  const mark = () => 'marked';\n  yield words.begin;\n  yield mark();\n}`],
  'parts/words.ts': [`export const words = { begin: 'begun' };`],
  'parts/types.ts': [`export type Color = 'red' | 'blue';`],
  'parts/quiet.ts': [`export function quiet(what: { list: number[] }): boolean {\n  return what.list.length > 0;\n}`],
  'priming.ts': [`const key = Symbol.for('yieldchart.primed');`, `export function primed<T>(fn: T): T {\n  Object.defineProperty(fn, key, { value: fn });\n  return fn;\n}`],
};

/** Statements that turn up somewhere: each changes what another means. */
export const intruders: readonly string[] = [
  `NEXT.red = 'amber';`,
  `limits.low = 2;`,
  `limits.high += rounds;`,
  `rounds = 1;`,
  `base.green = 'red';`,
  `inner.push('more');`,
  `words.begin = 'over';`,
  `Doors.limit = 3;`,
  `bump.calls = 1;`,
  `export { bump };`,
  `export const limits2 = limits;`,
  `const console = { log(what: unknown) { rounds = 2; } };`,
  `const Object = { fromEntries: (list: unknown) => list };`,
  `interface Box { size: 1 }`,
  `export interface Shape { extra?: 'yes' }`,
  `import { Go } from './parts/types.ts';`,
  `export type Go = 'left' | 'right';`,
  `export type Size = 7;`,
  `export { NEXT as default } from './tables.ts';`,
  `export * from './tables.ts';`,
  `export const first = null;`,
  `// only a comment`,
  `/** @context */`,
  `'use strict';`,
  `export function* extra(): Generator<'e', void, Go> {\n  yield 'e';\n}`,
  `namespace Words { export const a = 'a'; }`,
  `enum Level { Low = 'l' }`,
  `declare module './types.ts' { interface Shape { added: 'here' } }`,
  `import './types.ts';`,
  `/** @typedef {'left'} Way */`,
  `/** @typedef {3} Other */`,
];

/** One word for another, each where it stands. */
export const swaps: readonly (readonly [RegExp, string])[] = [
  [/'go'/, `'run'`], [/'off'/, `'OFF'`], [/\b2\b/, '4'], [/\b3\b/, '1'], [/\bconst\b/, 'let'], [/\blet\b/, 'const'], [/\bexport /, ''], [/^(?!export)(?=const|function|type)/, 'export '],
  [/Stop/, `'halt'`], [/\.ts'/, `.js'`], [/\.ts'/, `'`], [/'one'/, `'uno'`], [/limits\.low/, 'limits.high'], [/as const/, ''], [/console\.log\((.*)\)/, 'what.list.pop()'], [/;/, '; '], [/\n/, '\n\n'], [/{/, '{ '], [/\/\/ .*/, '// @context'],
  [/yield '(\w+)'/, `yield '$1s'`], [/\)/, ''], [/\}$/, ''], [/first/, 'second'], [/> 0/, '>= 0'], [/Symbol\.for/, 'Symbol'], [/'quiet'/, `'loud'`], [/what\.list\.length/, 'what.list.push(1)'], [/^import type/, 'import'], [/from '\.\//, `from '../`],
];
