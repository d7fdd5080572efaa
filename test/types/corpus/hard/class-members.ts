// Members of classes.
export {};
type P2<T, K extends keyof T> = { [P in K]: T[P] };
export function* p2(): Generator<'s', P2<{ a?: 1 } | { a: 2 }, 'a'>, Pick<{ a?: 1 } | { a: 2 }, 'a'>> { throw 1; }
class Acc { accessor type = 'acc' as const; accessor wide = 'w'; static accessor S = 'st' as const; get only(): 'o' { return 'o'; } set wo(v: 'w1') { void v; } get both(): 'g' { return 'g'; } set both(v: 'g' | 's') { void v; } }
abstract class Ab { abstract readonly type: string; abstract get kind(): 'k' | 'l'; abstract m(): void; protected p = 1; readonly lit = 'lit'; readonly n = 1; readonly o = { a: 'x' }; readonly arr = ['x'] as const; static readonly list = ['p', 'q'] as const; declare readonly d: 'dd'; }
class AbA extends Ab { readonly type = 'A'; get kind() { return 'k' as const; } m() {} extra?: 'e'; }
class AbB extends Ab { readonly type = 'B'; kind!: 'l'; override m() {} declare readonly lit: 'lit'; }
class Gen<T extends string, U = T> { constructor(public readonly type: T, readonly u?: U, protected q = 1) {} }
class GenX extends Gen<'x'> { declare readonly u?: 'x'; }
class GenY extends Gen<'y', 1> { constructor() { super('y'); } z = 'z' as const; }
interface Mix { mixed: 'mi' } class Mix { own = 'ow' as const; }
class WithIndex { [k: string]: unknown; type = 'wi' as const; }
class Over { m(a: 'x'): 1; m(a: 'y'): 2; m(a: string): number { return a.length; } f = (a: 'x') => a; type = 'ov' as const; }
class This { type = 'th' as const; self(): this { return this; } with(x: Partial<this>): this { void x; return this; } }
class Ctor { type; constructor() { this.type = 'c' as const; } }
class Infer { a = 1; b = 'x'; c = true; d = null; e = [1, 2]; f = { g: 'h' }; h = new Date(); i = Math.random(); readonly j = `t`; readonly k = -1; readonly l = 1n; readonly m = !0; }
class Computed { ['type'] = 'co' as const; }
class Str { 'quoted-name' = 'q' as const; 0 = 'zero' as const; type = 'str' as const; }
class Outer { static Inner = class { type = 'in' as const; }; static make() { return new Outer(); } kind = 'out' as const; }
class Dec { @((_: unknown, _c: unknown) => {}) type = 'dec' as const; }
export function* acc(): Generator<Acc['type'], keyof Acc, Acc['both'] | Acc['only'] | Acc['wo']> { throw 1; }
export function* acc2(): Generator<typeof Acc.S, { [K in keyof Acc]: Acc[K] }, Pick<Acc, 'type' | 'wide'>> { throw 1; }
export function* ab(): Generator<(AbA | AbB)['type'], (AbA | AbB)['kind'], Omit<AbA, 'm' | 'o' | 'arr'>> { throw 1; }
export function* ab2(): Generator<(typeof Ab.list)[number], keyof AbB, AbB['lit'] | AbA['extra']> { throw 1; }
export function* ab3(): Generator<'s', AbA['lit'] | AbA['n'], AbA['o'] | AbA['arr'][0] | AbA['d']> { throw 1; }
export function* gx(): Generator<GenX['type'], keyof GenX, GenX['u'] | GenY['u'] | GenY['z'] | GenY['type']> { throw 1; }
export function* mix(): Generator<'s', Mix['mixed'], Mix['own']> { throw 1; }
export function* wi(): Generator<'s', WithIndex['type'], WithIndex['zz']> { throw 1; }
export function* ov(): Generator<'s', ReturnType<Over['m']>, ReturnType<Over['f']> | Over['type']> { throw 1; }
export function* th(): Generator<'s', ReturnType<This['self']>['type'], keyof This> { throw 1; }
export function* ctor(): Generator<'s', Ctor['type'], keyof Ctor> { throw 1; }
export function* inf(): Generator<Infer['b'], Pick<Infer, 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'h' | 'i'>, Pick<Infer, 'j' | 'k' | 'l' | 'm'>> { throw 1; }
export function* comp(): Generator<'s', Computed['type'], keyof Computed> { throw 1; }
export function* str(): Generator<'s', Str['quoted-name'] | Str[0] | Str['0'], keyof Str> { throw 1; }
export function* outer(): Generator<'s', InstanceType<typeof Outer.Inner>['type'], ReturnType<typeof Outer.make>['kind']> { throw 1; }
export function* dec(): Generator<'s', Dec['type'], Dec> { throw 1; }
export function* cE(): Generator<'s', AbA extends { type: 'A' } ? 'y' : 'n', AbA extends Ab ? 'y' : 'n'> { throw 1; }
export function* cI(): Generator<'s', AbA extends { readonly type: infer T } ? T : 0, GenX extends Gen<infer T> ? T : 0> { throw 1; }
export function* cU(): Generator<'s', Extract<AbA | AbB, { type: 'A' }>['type'], Exclude<AbA | AbB, { type: 'A' }>['type']> { throw 1; }
export function* cK(): Generator<'s', { [C in AbA | AbB as C['type']]: C['kind'] }, Record<(AbA | AbB)['type'], 1>> { throw 1; }
type AnyCtor = abstract new (...a: any[]) => unknown;
type Reg = { a: typeof AbA; b: typeof AbB };
export function* reg(): Generator<'s', InstanceType<Reg[keyof Reg]>['type'], AnyCtor extends Function ? 'y' : 'n'> { throw 1; }
const registry = { a: AbA, b: AbB } as const;
export function* reg2(): Generator<keyof typeof registry, InstanceType<(typeof registry)[keyof typeof registry]>['type'], void> { throw 1; }
export class M<E extends string> {
  states = ['s1', 's2'] as const; private ev!: E; static readonly EV = { go: 'go', stop: 'stop' } as const;
  *run(): Generator<(this['states'])[number], void, E | 'lit'> {}
  static *srun(): Generator<(typeof M.EV)[keyof typeof M.EV], void, keyof typeof M['EV']> {}
  arrow = (): (() => Generator<'s', void, 'e'>) => function* () {};
  accessor g = function* (this: M<E>): Generator<'s', void, M<'q'>['states'][0]> {};
  #hidden = function* (): Generator<'s', void, 'h'> {};
  static { const f = function* (): Generator<'s', void, (typeof M.EV)['go']> {}; void f; }
  get gen() { return this.#hidden; }
}
export const Anon = class Named { kind = 'an' as const; *run(): Generator<Named['kind'], void, keyof Named> {} };
