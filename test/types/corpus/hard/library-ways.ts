// zod-like, valibot-like, io-ts-like, and other libraries' ways, written by hand.
interface ZType<O> { readonly _output: O; optional(): ZType<O | undefined>; parse(x: unknown): O }
interface ZLit<T> extends ZType<T> { value: T }
interface ZEnum<T extends readonly string[]> extends ZType<T[number]> { options: T }
type ZShape = Record<string, ZType<unknown>>;
type ZOut<S extends ZShape> = { [K in keyof S]: S[K]['_output'] };
interface ZObj<S extends ZShape> extends ZType<ZOut<S>> { shape: S }
declare const z: { literal<const T extends string | number>(t: T): ZLit<T>; enum<const T extends readonly string[]>(t: T): ZEnum<T>; object<S extends ZShape>(s: S): ZObj<S>; union<const T extends readonly ZType<unknown>[]>(t: T): ZType<T[number]['_output']>; string(): ZType<string> };
declare namespace z { type infer<T extends ZType<unknown>> = T['_output']; type input<T> = T extends ZType<infer O> ? O : never }
const Go = z.object({ type: z.literal('go'), n: z.enum(['p', 'q']) });
const Ev = z.union([Go, z.object({ type: z.literal('stop') })]);
export function* zod(): Generator<z.infer<typeof Go>['n'], z.infer<typeof Go>, z.infer<typeof Ev>> { throw 1; }
export function* zod2(): Generator<'s', z.input<typeof Go>, ZOut<{ a: ZLit<'x'>; b: ZEnum<['p', 'q']> }>> { throw 1; }
type TypeC<A> = { readonly _A: A; readonly _tag: string };
type TypeOf<C extends { _A: unknown }> = C['_A'];
declare const IoGo: TypeC<{ type: 'go' }>; declare const IoStop: TypeC<{ type: 'stop'; why?: string }>;
export function* io(): Generator<'s', TypeOf<typeof IoGo>, TypeOf<typeof IoGo> | TypeOf<typeof IoStop>> { throw 1; }
// A map of payloads, as event emitters have.
interface Events { open: []; data: [chunk: string, n: number]; error: [Error]; close: undefined }
export function* emit(): Generator<keyof Events, Events['data'][1], { [K in keyof Events]: { type: K; args: Events[K] } }[keyof Events]> { throw 1; }
type EventOf<M> = { [K in keyof M & string]: M[K] extends undefined ? { type: K } : { type: K; payload: M[K] } }[keyof M & string];
export function* emit2(): Generator<'s', EventOf<{ go: undefined; put: { n: 1 } }>, EventOf<Events>['type']> { throw 1; }
type ActionMap<M extends Record<string, any>> = { [K in keyof M]: M[K] extends undefined ? { type: K } : { type: K; payload: M[K] } };
enum T { Add = 'ADD', Del = 'DEL' }
type Payloads = { [T.Add]: { id: number; name: string }; [T.Del]: { id: number } };
export function* amap(): Generator<'s', ActionMap<Payloads>[keyof ActionMap<Payloads>]['type'], ActionMap<Payloads>[keyof Payloads]> { throw 1; }
// Redux-toolkit-like.
type PA<P = void, T extends string = string> = { payload: P; type: T };
type AC<P, T extends string> = { type: T; match(a: unknown): a is PA<P, T>; (p: P): PA<P, T> };
declare const setName: AC<string, 'user/set'>; declare const clear: AC<void, 'user/clear'>;
export function* rtk(): Generator<'s', (typeof setName)['type'], ReturnType<typeof setName> | ReturnType<typeof clear>> { throw 1; }
// unions by two fields; optional discriminants
type Two = { kind: 'pointer'; phase: 'down'; x: 1 } | { kind: 'pointer'; phase: 'up' } | { kind: 'key'; phase: 'down'; key: string };
export function* two(): Generator<`${Two['kind']}:${Two['phase']}`, Extract<Two, { kind: 'pointer' }>['phase'], Exclude<Two, { kind: 'pointer'; phase: 'up' }>> { throw 1; }
type Opt = { type?: 'a'; n: 1 } | { type: 'b' } | { type?: undefined; z: 1 };
export function* opt(): Generator<'s', Opt['type'], Opt> { throw 1; }
export function* opt2(): Generator<'s', Extract<Opt, { type: 'a' }> | 'none', Extract<Opt, { type?: 'a' }>> { throw 1; }
export function* opt3(): Generator<'s', NonNullable<Opt['type']>, Required<Opt>> { throw 1; }
// intersections of unions
type IU = ({ a: 1 } | { a: 2 }) & ({ b: 'x' } | { b: 'y' });
type IU2 = ('a' | 'b' | 'c') & ('b' | 'c' | 'd'); type IU3 = { type: 'a' | 'b' } & { type: 'b' | 'c'; n: 1 }; type IU4 = { type: 'a' } & ({ type: 'a'; x: 1 } | { type: 'b' });
export function* iu(): Generator<IU2, IU['a'], IU> { throw 1; }
export function* iu2(): Generator<IU3['type'], IU3, IU4> { throw 1; }
export function* iu3(): Generator<'s', { a?: 1 } & { a: 1 | 2 }, { f(): 'x' } & { f(): 'y' }> { throw 1; }
export function* iu4(): Generator<'s', { a: { b: 1 } } & { a: { c: 2 } }, { a: string } & { a: 'x' | 1 }> { throw 1; }
export function* iu5(): Generator<'s', { type: 'x' } & Partial<{ type: 'x' | 'y'; n: 2 }>, { readonly a: 'p' } & { a: string }> { throw 1; }
export function* iu6(): Generator<'s', string[] & { tag: 1 }, (() => 'r') & { tag: 1 }> { throw 1; }
export function* iu7(): Generator<'s', keyof ({ a: 1 } & { b: 2 }), keyof ({ a: 1; c: 1 } | { b: 2; c: 1 })> { throw 1; }
export function* thisType(): Generator<'s', { type: 't' } & ThisType<{ x: 1 }>, ThisType<1>> { throw 1; }
export function* objs(): Generator<'s', Object, {} | 'a'> { throw 1; }
export function* readon(): Generator<'s', Readonly<{ a: { readonly b: 1 }[] }>, ReadonlyArray<'x'> | readonly ['y']> { throw 1; }
export function* iter(): Generator<'s', Iterable<'x'>, IteratorResult<'y', 'z'>> { throw 1; }
export function* syms(): Generator<'s', symbol, uniq> { throw 1; } type uniq = 'unique';
declare const s1: unique symbol; declare const s2: unique symbol;
export function* syms2(): Generator<typeof s1 | typeof s2, typeof s1, typeof Symbol.iterator | 'x'> { throw 1; }
class SY { static readonly tag: unique symbol = Symbol(); declare [s1]: 1; type = 'sy' as const; }
export function* syms3(): Generator<typeof SY.tag, keyof SY, SY['type']> { throw 1; }
export type { Events };
