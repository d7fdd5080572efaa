// Enums, classes, namespaces, what is built in.
export enum Kind { A = 'a', B = 'b', C = 'c' }
enum Flags { None = 0, Read = 1 << 0, Write = 1 << 1, Both = Read | Write }
const enum Tiny { One = 1, Two }
enum Mixed { N, S = 's', L = 'abc'.length }
enum Str { P = 'p', Q = `${P}q`, R = `x` }
export function* enums(): Generator<Kind, void, { kind: Kind.A; n: number } | { kind: Kind.B }> {}
export function* flags(): Generator<Flags, void, Flags.Read | Flags.Both> {}
export function* tiny(): Generator<Tiny, void, keyof typeof Tiny> {}
export function* mixed(): Generator<'s', void, Mixed.S | Mixed.N> {}
export function* str(): Generator<Str, void, `${Str}` | `k:${Kind}`> {}
export function* enumKeys(): Generator<keyof typeof Kind, void, (typeof Kind)[keyof typeof Kind]> {}
export function* enumRecord(): Generator<'s', void, { [K in Kind]: { type: K; at: `to-${K}` } }[Kind]> {}
export function* excludeEnum(): Generator<Exclude<Kind, Kind.A>, void, Extract<Kind, 'b'>> {}
class Opened { readonly type = 'opened'; constructor(readonly id: number) {} }
class Closed { readonly type = 'closed' as const; }
class Moved { public type: 'moved' = 'moved'; static of() { return new Moved(); } x = 1; private y = 2; get sum() { return this.x + this.y; } }
export function* classEvents(): Generator<'s', void, Opened | Closed | Moved> {}
export function* classTypes(): Generator<(Opened | Closed | Moved)['type'], void, InstanceType<typeof Opened>['type']> {}
abstract class Base<T extends string> { abstract readonly type: T; at = 0; }
class Saved extends Base<'saved'> { readonly type = 'saved'; }
class Holder { static readonly EVENTS = ['x', 'y'] as const; static KIND = { a: 1 } as const; }
export function* statics(): Generator<'s', void, (typeof Holder.EVENTS)[number] | keyof (typeof Holder)['KIND']> {}
class Emitter { on(_e: 'data', _f: (d: string) => void): this; on(_e: 'end', _f: () => void): this; on(_e: string, _f: (d: string) => void): this { return this; } fire = (e: 'data' | 'end') => e; }
export function* overload(): Generator<'s', void, Parameters<Emitter['on']>[0]> {}
export function* arrowField(): Generator<ReturnType<Emitter['fire']>, void, Parameters<Emitter['fire']>[0]> {}
declare function over(a: 'x'): 'X'; declare function over(a: 'y'): 'Y';
export function* overloadReturn(): Generator<'s', void, ReturnType<typeof over>> {}
interface Merged { type: 'm' } interface Merged { n: number; s?: string } interface Merged { readonly z: 'z' }
export function* merged(): Generator<'s', void, Merged> {}
interface EventMap { open: { id: number }; close: void } interface EventMap { move: { x: number } }
namespace Door { export type Event = { type: 'open' } | Lock; interface Lock { type: 'lock'; code: string } export const names = ['a', 'b'] as const; }
export function* namespaced(): Generator<'s', void, Door.Event | (typeof Door.names)[number]> {}
function Door2() {} namespace Door2 { export type Ev = 'ns'; }
void Door2;
export function* mergedFn(): Generator<'s', void, Door2.Ev> {}
type Constructor<T> = new (...args: any[]) => T;
export function* ctor(): Generator<'s', void, typeof Opened extends Constructor<infer I> ? I : never> {}
export function* ctorParams(): Generator<'s', void, ConstructorParameters<typeof Opened>[0]> {}
export function* domEvents(): Generator<keyof Pick<GlobalEventHandlersEventMap, 'click' | 'keydown'>, void, MouseEvent | KeyboardEvent> {}
export function* builtins(): Generator<'s', void, { type: 'at'; when: Date; by: Map<string, number>; re: RegExp; err: Error; buf: Uint8Array; set: ReadonlySet<'a'> }> {}
export class Machine { *run(): Generator<'s', void, Parameters<this['send']>[0]> {} send(_e: 'a' | 'b') {} }
type Big = `e${0|1|2|3|4|5|6|7|8|9}${0|1|2|3|4|5|6|7|8|9}` | `f${0|1|2|3|4|5|6|7|8|9}`;
export function* big(): Generator<'s', void, Big> {}
export function* bigObjects(): Generator<'s', void, { [K in Big]: { type: K; [n: `n${number}`]: 1 } }[Big]['type']> {}
export function* unknowns(): Generator<unknown, any, never> { return 1; }
export function* anyEvents(): Generator<any, unknown, any> { return 1; }
export function* nullish(): Generator<'s', null, 'a' | null | undefined> { return null; }
export function* promise(): Generator<'s', Awaited<Promise<'p'>>, Awaited<ReturnType<() => Promise<{ type: 'loaded'; rows: string[] }>>>> { return 'p'; }
export function* thisParam(this: { mode: 'a' }): Generator<typeof this.mode, void, 'x'> {}
export function* param(first: 'a' | 'b'): Generator<typeof first, void, typeof first | 'c'> {}
export function* indexAccess(e: { type: 'p' } | { type: 'q' }): Generator<'s', void, (typeof e)['type']> {}
let counter = 0 as 0 | 1; export const inc = () => { counter = 1; return counter; };
export function* letType(): Generator<typeof counter, void, 'x'> {}
const cfg = { states: { a: { on: { GO: 'b' } }, b: { on: { BACK: 'a', END: 'c' } }, c: {} } } as const;
type Cfg = typeof cfg.states;
type On<S> = S extends { on: infer O } ? keyof O : never;
export function* xstateLike(): Generator<keyof Cfg, void, On<Cfg[keyof Cfg]>> {}
