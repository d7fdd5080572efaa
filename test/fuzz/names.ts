/** What a random program may refer to: the variables of a machine, closures over them, and what its module declares. */

export interface Local {
  readonly type: string;
  /** What it may begin as. */
  readonly starts: readonly string[];
  /** It is declared after these. */
  readonly needs?: readonly string[];
  readonly constant?: boolean;
  /** Its type is said even where others are not. */
  readonly said?: boolean;
  readonly shows?: readonly string[];
}

const texts = [`'x'`, `'y'`, `'z'`];
const counts = ['0', '1', '2', '3'];
const SPOT = `{ k: number; face: 'x' | 'y' | 'z' }`;

/** In the order of their declarations. */
export const locals: Readonly<Record<string, Local>> = {
  mode: { type: `'x' | 'y' | 'z'`, starts: texts },
  face: { type: `'x' | 'y' | 'z'`, starts: texts },
  open: { type: 'boolean', starts: ['false', 'true'] },
  loud: { type: 'boolean', starts: ['false', 'true'] },
  tries: { type: 'number', starts: counts },
  left: { type: 'number', starts: counts },
  last: { type: 'number | null', starts: ['null', '0', '2'], said: true },
  coins: { type: 'number[]', starts: ['[]', '[1, 2]', '[0]'], said: true, shows: ['an array of the machine'] },
  heap: { type: 'number[]', starts: ['coins'], needs: ['coins'], said: true, shows: ['two variables sharing an object'] },
  spot: { type: SPOT, starts: [`{ k: 0, face: 'x' }`, `{ k: 2, face: 'y' }`], shows: ['an object of the machine'] },
  twin: { type: SPOT, starts: ['spot'], needs: ['spot'], shows: ['two variables sharing an object'] },
  deep: { type: '{ at: { k: number }; list: number[] }', starts: ['{ at: { k: 0 }, list: [1] }', '{ at: { k: 1 }, list: [] }'], shows: ['an object of the machine'] },
  path: { type: 'string[]', starts: [`['x']`, '[]'], said: true, shows: ['an array of the machine'] },
  seen: { type: 'Set<string>', starts: ['new Set<string>()', `new Set<string>(['x'])`], constant: true, shows: ['Set'] },
  book: { type: 'Map<string, number>', starts: ['new Map<string, number>()', `new Map<string, number>([['x', 1]])`], constant: true, shows: ['Map'] },
  big: { type: 'bigint', starts: ['0n', '3n'], shows: ['bigint'] },
  meter: { type: 'Meter', starts: ['new Meter(1)', 'new Meter()', 'new Meter(2)'], constant: true, shows: ['class with methods and getters'] },
  purse: { type: 'Purse', starts: ['new Purse()', 'new Purse(2)'], constant: true, shows: ['class with private members'] },
  model: { type: `{ status: 'x' | 'y' | 'z'; n: number }`, starts: [`{ status: 'x', n: 0 }`, `{ status: 'z', n: 2 }`], said: true, shows: ['an object of the machine'] },
  note: { type: 'string | undefined', starts: ['undefined', `'first'`], said: true },
  when: { type: 'Date', starts: ['new Date(0)', 'new Date(86_400_000)'], shows: ['Date of the machine'] },
  act: { type: '() => void', starts: ['() => {}'], said: true, shows: ['closure in a variable'] },
  dir: { type: 'Dir', starts: ['Dir.Up', 'Dir.Down'], said: true, shows: ['const enum'] },
  level: { type: 'Level', starts: ['Level.Low', 'Level.Mid'], said: true, shows: ['enum'] },
};

/** Functions inside the machine, by what they use. `typed` is `: TYPE` or nothing. */
export interface Closure {
  readonly needs: readonly string[];
  readonly text: (name: (local: string) => string, typed: (type: string) => string) => string;
  readonly shows: readonly string[];
}

export const closures: Readonly<Record<string, Closure>> = {
  go: { needs: ['mode'], text: (name, typed) => `const go = (to${typed(`'x' | 'y' | 'z'`)}) => { ${name('mode')} = to; };`, shows: ['closure that writes'] },
  bump: { needs: ['tries', 'coins'], text: (name, typed) => `const bump = (by${typed('number')}) => { ${name('tries')} += by; ${name('coins')}.push(by); };`, shows: ['closure that writes'] },
  flip: { needs: ['open'], text: (name) => `function flip() { ${name('open')} = !${name('open')}; }`, shows: ['closure that writes'] },
  isLate: { needs: ['tries'], text: (name) => `const isLate = () => ${name('tries')} > 2;`, shows: ['closure that reads'] },
  label: { needs: ['face'], text: (name) => `function label() { return ${name('face')}; }`, shows: ['closure that reads'] },
  shift: { needs: ['left'], text: (name, typed) => `const shift = (by${typed('number')} = 1, ...more${typed('number[]')}) => { ${name('left')} += by + more.length; return ${name('left')}; };`, shows: ['closure that writes', 'default parameter of a helper', 'rest parameter of a helper'] },
};

/** What the machine is given: the type of each, and whether it is a function outside of it. */
export const parameters: Readonly<Record<string, { readonly type: string; readonly text?: (typed: boolean) => string; readonly shows?: readonly string[] }>> = {
  out: { type: '(...args: unknown[]) => void' },
  ask: { type: '(about: unknown) => boolean' },
  pick: { type: `() => 'x' | 'y' | 'z'` },
  roll: { type: '() => number' },
  tint: { type: '(view: { state: string }) => void', shows: ['opaque call that changes what it is given'] },
  enabled: { type: 'boolean', shows: ['parameter of the machine'] },
  hint: { type: 'string', text: (typed) => (typed ? 'hint?: string' : 'hint'), shows: ['parameter of the machine', 'optional parameter of the machine'] },
  limit: { type: 'number', text: () => 'limit = 2', shows: ['parameter of the machine', 'default parameter of the machine'] },
  size: { type: 'never', text: (typed) => `{ size = 1, first = 'y' }${typed ? `: { size?: number; first?: 'x' | 'y' | 'z' }` : ''} = {}`, shows: ['parameter of the machine', 'destructured parameter of the machine'] },
};

export const OPAQUE = ['out', 'ask', 'pick', 'roll', 'tint'] as const;

/** What the module declares beside the machine. Plain where it can be copied, exported where there is only one of it. */
export const items: Readonly<Record<string, { readonly text: string; readonly needs?: readonly string[]; readonly shows: readonly string[] }>> = {
  NEXT: { text: `const NEXT = { x: 'y', y: 'z', z: 'x' } as const;`, shows: ['`as const` table'] },
  FACES: { text: `const FACES = ['x', 'y', 'z'] as const;`, shows: ['`as const` table'] },
  FROZEN: { text: `const FROZEN = Object.freeze({ x: 1, y: 2, z: 0 });`, shows: ['Object.freeze'] },
  RULES: { text: `export const RULES = [\n  { from: 'x', to: 'z', when: (n: number) => n > 1 },\n  { from: 'y', to: 'x', when: () => true },\n  { from: 'x', to: 'y', when: (n: number) => n < 1 },\n] as const;`, shows: ['`as const` table'] },
  WORD: { text: 'const WORD = /^[xy]$/;', shows: ['regular expression in a condition'] },
  Level: { text: 'enum Level { Low, Mid, High }', shows: ['enum'] },
  Dir: { text: `const enum Dir { Up = 'up', Down = 'down' }`, shows: ['const enum'] },
  IDLE: { text: `export const IDLE = Symbol('idle');`, shows: ['symbol as a state name'] },
  BUSY: { text: `export const BUSY = Symbol('busy');`, shows: ['symbol as a state name'] },
  Meter: {
    text: `class Meter {\n  n: number;\n  constructor(n = 0) { this.n = n; }\n  get high() { return this.n > 2; }\n  add(by: number) { this.n += by; return this; }\n  reset() { this.n = 0; }\n}`,
    shows: ['class with methods and getters'],
  },
  Purse: {
    text: `class Purse {\n  private held: number;\n  static readonly most = 3;\n  constructor(held = 0) { this.held = held; }\n  get sum() { return this.held; }\n  put(n: number) { this.held = Math.min(this.held + n, Purse.most); }\n}`,
    shows: ['class with private members'],
  },
  reduce: {
    text: `const reduce = (model: { status: 'x' | 'y' | 'z'; n: number }, n: number): { status: 'x' | 'y' | 'z'; n: number } => {\n  switch (model.status) {\n    case 'x':\n      return n > 0 ? { ...model, status: 'y', n } : model;\n    case 'y':\n      return { status: 'z', n: model.n + 1 };\n    default:\n      return { ...model, status: 'x' };\n  }\n};`,
    shows: ['reducer'],
  },
  view: { text: `const view = (state: 'x' | 'y' | 'z', n: number) => ({ state, n });`, shows: ['function of the module that makes what is yielded'] },
  viewed: { text: `function viewed(n: number, state: 'x' | 'y' | 'z'): { state: 'x' | 'y' | 'z'; n: number; full: boolean } {\n  if (n > 1) return { n: 1, state, full: true };\n  return { state, n, full: false };\n}`, shows: ['function of the module that makes what is yielded'] },
  ranked: { text: `function ranked(n: number): { state: 'x' | 'y'; n: number } {\n  return n > 1 ? { state: 'y', n } : { state: 'x', n: n + 1 };\n}`, shows: ['function of the module that makes what is yielded'] },
  double: { text: 'const double = (n: number) => n * 2;', shows: ['function of the module'] },
  clamp: { text: 'function clamp(n: number, low = 0, high = low + 3) { return Math.min(Math.max(n, low), high); }', shows: ['function of the module', 'default parameter of a helper'] },
  down: { text: 'function down(n: number): number { return n > 0 ? n + down(n - 1) : 0; }', shows: ['recursive helper'] },
  sumOf: { text: 'const sumOf = (...all: number[]) => all.reduce((sum, one) => sum + one, 0);', shows: ['function of the module', 'rest parameter of a helper', 'array method with a callback'] },
  counter: { text: 'let counter = 0;', shows: ['module state'] },
  bumped: { text: 'export function bumped() { counter += 1; return counter; }', needs: ['counter'], shows: ['module state'] },
  counted: { text: 'export const counted = () => counter;', needs: ['counter'], shows: ['module state'] },
};
