// What functions take and give.
export {};
declare function define<const T extends readonly string[]>(list: T): T;
declare function config<const C extends Record<string, { on: readonly string[] }>>(c: C): C;
const LIST = define(['a', 'b']);
const CONF = config({ idle: { on: ['go', 'stop'] }, busy: { on: ['done'] } });
declare function over(a: 'x'): 'X'; declare function over(a: 'y'): 'Y';
function impl(a: 'p'): 'P'; function impl(a: 'q'): 'Q'; function impl(a: string): string { return a; }
declare function many(a: 'one', b?: 'two', ...rest: 'three'[]): Promise<'four'>;
const arrow = (a: 'm' | 'n', [b, c]: ['u', 'v'], { d }: { d: 'w' } = { d: 'w' }) => ({ type: 'made', a } as const);
async function asyncFn() { return 'x' as const; }
function* gen(): Generator<'y', 'r', 'n'> { yield 'y'; return 'r'; }
export function* constParam(): Generator<(typeof LIST)[number], void, (typeof CONF)['idle']['on'][number]> {}
export function* constKeys(): Generator<keyof typeof CONF, void, (typeof CONF)[keyof typeof CONF]['on'][number]> {}
export function* overR(): Generator<'s', void, ReturnType<typeof over>> {}
export function* overP(): Generator<'s', void, Parameters<typeof over>[0]> {}
export function* implR(): Generator<'s', void, ReturnType<typeof impl> | Parameters<typeof impl>[0]> {}
export function* manyP(): Generator<Parameters<typeof many>[0], void, Parameters<typeof many>[1]> {}
export function* manyR(): Generator<'s', void, Parameters<typeof many>[2] | Parameters<typeof many>[number]> {}
export function* manyA(): Generator<'s', void, Awaited<ReturnType<typeof many>>> {}
export function* manyAll(): Generator<'s', void, Parameters<typeof many>> {}
export function* arrowP(): Generator<Parameters<typeof arrow>[0], void, Parameters<typeof arrow>[1]> {}
export function* arrowR(): Generator<'s', void, ReturnType<typeof arrow>> {}
export function* arrowD(): Generator<'s', void, Parameters<typeof arrow>[2]> {}
export function* asyncR(): Generator<'s', void, Awaited<ReturnType<typeof asyncFn>>> {}
export function* genR(): Generator<'s', void, ReturnType<typeof gen> extends Generator<infer Y, infer R, infer N> ? Y | R | N : 0> {}
export function* inst(): Generator<'s', void, ReturnType<typeof define<['q']>>> {}
export function* self<E extends 'a' | 'b'>(e: E): Generator<E, void, E | 'c'> { void e; }
export function* constG<const E extends readonly string[]>(e: E): Generator<E[number], void, E[number]> { void e; }
export function* defG<E = 'x' | 'y'>(e?: E): Generator<'s', void, E> { void e; }
export function* noInf<E extends string>(a: E, b: NoInfer<E>): Generator<E, void, NoInfer<'a' | E>> { void a; void b; }
export const fe = function* <T extends { type: string }>(this: { t: T }): Generator<T['type'], void, T> {};
function maker<E extends string>() { return function* inner(): Generator<'s', void, E | 'extra'> {}; }
export const made = maker<'p' | 'q'>();
type Creator<T extends string, P = undefined> = P extends undefined ? () => { type: T } : (payload: P) => { type: T; payload: P };
declare const creators: { go: Creator<'go'>; put: Creator<'put', number> };
export function* actions(): Generator<'s', void, ReturnType<(typeof creators)[keyof typeof creators]>> {}
const plain = { go: () => ({ type: 'go' as const }), put: (n: number) => ({ type: 'put' as const, n }), both(a: string) { return { type: 'both' as const, a }; } };
export function* actions2(): Generator<'s', void, ReturnType<(typeof plain)[keyof typeof plain]>> {}
export function* actions3(): Generator<keyof typeof plain, void, { [K in keyof typeof plain]: ReturnType<(typeof plain)[K]> }[keyof typeof plain]['type']> {}
function cond(flag: boolean) { if (flag) return { type: 'a' as const }; return { type: 'b' as const, n: 1 }; }
export function* condR(): Generator<'s', void, ReturnType<typeof cond>> {}
function maybe(flag: boolean) { if (flag) return 'x' as const; }
export function* maybeR(): Generator<'s', void, ReturnType<typeof maybe>> {}
function sw(k: 'a' | 'b') { switch (k) { case 'a': return 1 as const; case 'b': return 2 as const; } }
export function* swR(): Generator<'s', void, ReturnType<typeof sw>> {}
function tr(): 'x' | 'y' { throw 1; }
export function* trR(): Generator<'s', void, ReturnType<typeof tr>> {}
function guard(x: unknown): x is 'a' { return x === 'a'; }
export function* guardR(): Generator<'s', void, ReturnType<typeof guard>> {}
function dflt(a = 'x' as 'x' | 'y', b = 1, c: 'z' = 'z') { return a; }
export function* dfltR(): Generator<ReturnType<typeof dflt>, void, Parameters<typeof dflt>> {}
export function* dfltP(): Generator<'s', void, Parameters<typeof dflt>[0]> {}
export function* dfltQ(): Generator<'s', void, Parameters<typeof dflt>[2]> {}
abstract class Base<E extends string> { abstract kind: E; abstract run(): Generator<'s', void, E>; protected *loop(): Generator<E, void, { type: E }> {} static create<T>(this: new () => T) { return new this(); } }
class Sub extends Base<'k1' | 'k2'> { kind = 'k1' as const; *run(): Generator<'s', void, this['kind']> {} *other(): Generator<'s', void, Parameters<Sub['take']>[0]> {} take(x: 't1' | 't2') { return x; } }
export function* sub(): Generator<Sub['kind'], void, ReturnType<Sub['take']>> {}
export function* ctor(): Generator<'s', void, InstanceType<typeof Sub>['kind']> {}
export function* ctorP(): Generator<'s', void, ConstructorParameters<typeof Sub>> {}
