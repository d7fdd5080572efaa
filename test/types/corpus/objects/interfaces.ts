// Interfaces that merge and extend.
interface A { type: 'a' }
interface A { extra: number }
interface B extends A { type: 'a'; more: string }
interface C { x: string; y?: number }
interface C { z: 'z' }
interface D extends C { x: 'narrow'; y: 1 }
interface E extends Pick<C, 'x' | 'z'> { own: true }
interface F extends Omit<D, 'x'> {}
interface G<T> { value: T; type: 'g' }
interface G<T> { list: T[] }
interface H extends G<'h'> { type: 'g' }
interface I<T = 'i'> { i: T }
interface J extends I, I<'i'> {}
type Alias = { al: 1; x: 'alias' };
interface K extends Alias { k: 1 }
interface L { f(): 1 }
interface L { f(): 2 }
interface M { [key: string]: unknown; type: 'm' }
interface N extends Array<'n'> { type: 'n' }
interface O { self: O; type: 'o' }
interface P { next?: Q }
interface Q { prev: P; type: 'q' }
interface R extends Record<'r1' | 'r2', 1> {}
interface S { (): 1 }
interface T1 extends Map<string, 1> { t: 1 }
interface Events { go: { to: string }; stop: {} }
interface Events { pause: { ms: number } }
type FromEvents = { [Name in keyof Events]: { type: Name } & Events[Name] }[keyof Events];
interface Base<T> { type: T }
interface Go extends Base<'go'> { n: 1 }
interface Stop extends Base<'stop'> {}
interface Two extends A, C {}

export function* a(): Generator<A['type'], void, A> {}
export function* b(): Generator<'s', void, B> {}
export function* c(): Generator<keyof C, void, C> {}
export function* d(): Generator<keyof D, void, D> {}
export function* e(): Generator<keyof E, void, E> {}
export function* f(): Generator<keyof F, void, F> {}
export function* g(): Generator<'s', void, G<1> | G<'x'>> {}
export function* h(): Generator<'s', void, H> {}
export function* i(): Generator<I['i'], void, I | I<'j'>> {}
export function* j(): Generator<'s', void, J> {}
export function* k(): Generator<'s', void, K> {}
export function* l(): Generator<'s', void, L> {}
export function* m(): Generator<'s', void, M> {}
export function* n(): Generator<'s', void, N> {}
export function* o(): Generator<'s', void, O> {}
export function* q(): Generator<'s', void, Q> {}
export function* r(): Generator<'s', void, R> {}
export function* s(): Generator<'s', void, S> {}
export function* t(): Generator<'s', void, T1> {}
export function* events(): Generator<keyof Events, void, FromEvents> {}
export function* based(): Generator<(Go | Stop)['type'], void, Go | Stop> {}
export function* two(): Generator<'s', void, Two> {}
export function* local(): Generator<'s', void, Local> {}
interface Local { a: 1 }
export function scope() {
  interface Local { b: 2 }
  interface Local { c: 3 }
  return function* inner(): Generator<'s', void, Local> {};
}
