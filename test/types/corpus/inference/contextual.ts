// Generators whose type is that of the place they stand in.
type Ev = { type: 'go' } | { type: 'stop' };
type Machine<E> = () => Generator<string, void, E>;
interface MachineI<E> { (): Generator<'A' | 'B', void, E> }
interface Methods { run(): Generator<'A', void, 'run'>; stop: () => Generator<'B', void, 'stop'>; opt?: () => Generator<'C', void, 'opt'> }
declare function defineMachine(body: () => Generator<string, void, Ev>): void;
declare function define<E>(body: () => Generator<string, void, E>): E;
declare function withOptions(options: { events: 'x' | 'y'; body: () => Generator<string, void, 'opt-ev'> }): void;
declare function second(name: string, body: Machine<'second'>): void;
declare function restOf(...bodies: Machine<'rest'>[]): void;
declare function optional(body?: Machine<'optional'>): void;
declare function over(body: () => Generator<'A', void, 'over'>, n: number): void;
declare function over(body: () => Generator<'A', void, 'over2'>): void;
const arrowDefine = (body: Machine<'arrow'>) => body;
class Registry { register(body: Machine<'registered'>) { return body; } static make(body: Machine<'static'>) { return body; } constructor(body?: Machine<'constructed'>) { void body; } }

export const alias: Machine<Ev> = function* () {};
export const iface: MachineI<'i'> = function* () {};
export const inline: () => Generator<'A', void, 'in'> = function* () { yield 'A'; };
export const union: Machine<'u'> | undefined = function* () {};
export const nullable: null | Machine<'n'> = function* () {};
export const params: (n: number) => Generator<'A', void, 'p'> = function* (n) { void n; };
export const own: Machine<Ev> = function* (): Generator<'own', void, Ev | { type: 'more' }> {};
export const methods: Methods = { *run() {}, stop: function* () {}, *opt() {} };
export const record: Record<'a' | 'b', Machine<'rec'>> = { *a() {}, b: function* () {} };
export const recordString: Record<string, Machine<'recs'>> = { a: function* () {} };
export const list: Machine<'list'>[] = [function* () {}];
export const tuple: [Machine<'t0'>, Machine<'t1'>] = [function* () {}, function* () {}];
export const satisfied = function* () {} satisfies Machine<'sat'>;
export const satisfiedTable = { a: function* () {} } satisfies Record<string, Machine<'sattab'>>;
export const asserted = function* () {} as Machine<'as'>;
defineMachine(function* () {});
define<'typed'>(function* () {});
withOptions({ events: 'x', body: function* () {} });
withOptions({ events: 'x', *body() {} });
second('n', function* () {});
restOf(function* () {}, function* () {});
optional(function* () {});
over(function* () {});
export const fromArrow = arrowDefine(function* () {});
export const registered = new Registry().register(function* () {});
export const stat = Registry.make(function* () {});
export const constructed = new Registry(function* () {});
export const paren: Machine<'paren'> = (function* () {});
export const cond: Machine<'cond'> = Math.random() > 0.5 ? function* () {} : function* () {};
export function returning(): Machine<'returned'> { return function* () {}; }
export const arrowReturning = (): Machine<'aret'> => function* () {};
export class Held { machine: Machine<'held'> = function* () {}; static still: Machine<'still'> = function* () {}; readonly #priv: Machine<'priv'> = function* () {}; use() { return this.#priv; } }
export let assigned: Machine<'assigned'>;
assigned = function* () {};
export function withDefault(body: Machine<'default'> = function* () {}) { return body; }
export const iterating: () => Iterator<'A', void, 'iter'> = function* () {};
export const iterable: () => Iterable<'A'> = function* () {};
export const overloaded: { (): Generator<'A', void, 'o1'>; (n: number): Generator<'A', void, 'o2'> } = function* () { throw 0; };
type Def<E = 'dflt'> = Machine<E>;
export const defaulted: Def = function* () {};
export const generic: <T>(t: T) => Generator<T, void, 'g'> = function* () {};
