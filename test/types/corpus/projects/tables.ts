// Tables, as projects keep them.
import type { CartEvent, Mode } from './schemas';
import { creators } from './slice';
export function* cart(): Generator<Mode, void, CartEvent> {}
export function* cartType(): Generator<'s', void, CartEvent['type']> {}
export function* outside(): Generator<'s', void, ReturnType<typeof creators.opened> | ReturnType<(typeof creators)['closed']>> {}
const X = [{ type: 'go', speed: 1 }, { type: 'stop' }, { type: 'turn', to: 'left' }] as const;
export function* table(): Generator<(typeof X)[number]['type'], void, (typeof X)[number]> {}
const steps = [{ id: 'name', next: 'mail' }, { id: 'mail', next: 'end' }] as const satisfies readonly { id: string; next: string }[];
const transitions = { idle: { START: 'running' }, running: { PAUSE: 'paused', STOP: 'idle' }, paused: { RESUME: 'running', STOP: 'idle' } } as const;
type T = typeof transitions;
type EventOf<S extends keyof T> = { [K in S]: keyof T[K] }[S];
export function* byTable(): Generator<keyof T, void, EventOf<keyof T>> {}
type Distrib<S extends keyof T> = S extends unknown ? keyof T[S] : never;
export function* distrib(): Generator<keyof T, void, Distrib<keyof T>> {}
const codes = Object.freeze({ ok: 200, missing: 404 } as const);
export function* frozen(): Generator<(typeof codes)[keyof typeof codes], void, keyof typeof codes> {}
const frozen2 = Object.freeze({ a: 'x', b: 'y' });
export function* frozenPlain(): Generator<keyof typeof frozen2, void, (typeof frozen2)['a']> {}
const list = Object.freeze(['a', 'b'] as const);
export function* frozenList(): Generator<'s', void, (typeof list)[number]> {}
const keys = ['up', 'down'] satisfies ('up' | 'down' | 'left')[];
export function* satisfied(): Generator<'s', void, (typeof keys)[number]> {}
const plainTable = { open: { type: 'open' }, shut: { type: 'shut' } };
export function* widened(): Generator<keyof typeof plainTable, void, (typeof plainTable)['open']> {}
const partly = { open: { type: 'open' as const }, shut: { type: <const>'shut', n: 1 } };
export function* partlyConst(): Generator<'s', void, (typeof partly)[keyof typeof partly]> {}
const tuple = ['a', 1, true] as const;
export function* mixedTuple(): Generator<'s', void, (typeof tuple)[0 | 2]> {}
const spread = [...tuple, 'end'] as const;
export function* spreadTuple(): Generator<'s', void, (typeof spread)[number]> {}
const base = { a: 1, b: 'b' } as const; const more = { ...base, c: 'c' } as const;
export function* spreadObject(): Generator<keyof typeof more, void, (typeof more)[keyof typeof more]> {}
const nested = { user: { login: 'user/login', logout: 'user/logout' }, app: { quit: 'app/quit' } } as const;
type Leaves<O> = O extends string ? O : { [K in keyof O]: Leaves<O[K]> }[keyof O];
export function* leaves(): Generator<'s', void, Leaves<typeof nested>> {}
type Paths<O, P extends string = ''> = { [K in keyof O & string]: O[K] extends string ? `${P}${K}` : Paths<O[K], `${P}${K}.`> }[keyof O & string];
const map = new Map([['a', 1], ['b', 2]] as const);
export function* mapKeys(): Generator<'s', void, typeof map extends Map<infer K, unknown> ? K : never> {}
const set = new Set(['x', 'y'] as const);
export function* setItems(): Generator<'s', void, typeof set extends Set<infer I> ? I : never> {}
const fn = (mode: 'slow' | 'fast' = 'slow') => mode;
export function* returnOf(): Generator<ReturnType<typeof fn>, void, NonNullable<Parameters<typeof fn>[0]>> {}
function tupleOf<const A extends readonly string[]>(...all: A): A { return all; }
const made = tupleOf('p', 'q');
export function* constParam(): Generator<'s', void, (typeof made)[number]> {}
function enumOf<K extends string>(...keys: K[]): { [P in K]: P } { return Object.fromEntries(keys.map((k) => [k, k])) as { [P in K]: P }; }
const Ev = enumOf('START', 'STOP');
type Ev = keyof typeof Ev;
export function* keyMirror(): Generator<'s', void, Ev> {}
export function* keyMirrorValue(): Generator<'s', void, (typeof Ev)[Ev]> {}
