// Types that are printed alike and are not one.
export {};
// What is not printed in full must not be taken for one.
type Mk<T extends string, P = undefined> = P extends undefined ? () => { type: T } : (p: P) => { type: T; p: P };
type Fs = { a: Mk<'a'>; b: Mk<'b', 1>; c: Mk<'c'> };
export function* f1(): Generator<'s', void, ReturnType<Fs[keyof Fs]>> {}
export function* f2(): Generator<'s', Fs, ReturnType<Fs['a'] | Fs['b']>> { throw 1; }
type W<T> = { run: () => T };
export function* f3(): Generator<'s', void, ReturnType<(W<'a'> | W<'b'>)['run']>> {}
type Box<T> = { get(): T; type: 'box' };
export function* f4(): Generator<'s', Box<'a'> | Box<'b'>, ReturnType<(Box<'a'> | Box<'b'>)['get']>> { throw 1; }
export function* f5(): Generator<'s', void, [() => 'a', () => 'b'][number] extends () => infer R ? R : never> {}
type Ps<T> = Promise<() => T>;
export function* f6(): Generator<'s', void, ReturnType<Awaited<Ps<'a'> | Ps<'b'>>>> {}
type L<T> = T extends string ? (() => T)[] : never;
export function* f7(): Generator<'s', void, ReturnType<L<'a' | 'b'>[number]>> {}
const handlers = { a: () => 'A' as const, b: () => 'B' as const, c() { return 'C' as const; } };
export function* f8(): Generator<'s', void, ReturnType<(typeof handlers)[keyof typeof handlers]>> {}
export function* f9(): Generator<'s', void, ReturnType<(typeof handlers)['a' | 'b']>> {}
const list = [() => 'x' as const, () => 'y' as const] as const;
export function* f10(): Generator<'s', void, ReturnType<(typeof list)[number]>> {}
type Same<A, B> = A extends B ? 'same' : 'other';
export function* f11(): Generator<'s', void, Same<Fs['a'], Fs['c']> | Same<W<'a'>, W<'b'>>> {}
export function* f12(): Generator<'s', void, Exclude<Fs['a'] | Fs['c'], Fs['c']> extends never ? 'none' : 'some'> {}
type V<T> = { v: T };
export function* f13(): Generator<'s', void, ReturnType<Exclude<V<() => 'a'> | V<() => 'b'>, V<() => 'b'>>['v']>> {}
type K<T> = T extends { f: () => infer R } ? R : never;
export function* f14(): Generator<'s', void, K<{ f: Mk<'a'> } | { f: Mk<'b'> }>> {}
type Memo<T> = { t: T extends () => infer R ? R : 0 };
export function* f15(): Generator<'s', Memo<Mk<'a'>>, Memo<Mk<'b'>>> { throw 1; }
export function* f16(): Generator<'s', Memo<Promise<Mk<'a'>> extends Promise<infer X> ? X : 0>, Memo<Mk<'b'>>> { throw 1; }
type PA<T> = { t: T extends Promise<infer R> ? (R extends () => infer Q ? Q : 0) : 1 };
export function* f17(): Generator<'s', PA<Promise<Mk<'a'>>>, PA<Promise<Mk<'b'>>>> { throw 1; }
class C1<T> { v!: T; }
type CV<T> = T extends { v: infer V } ? (V extends () => infer R ? R : 0) : 1;
export function* f18(): Generator<'s', CV<C1<Mk<'a'>>>, CV<C1<Mk<'b'>>>> { throw 1; }
export function* f19(): Generator<'s', void, ReturnType<(C1<Mk<'a'>> | C1<Mk<'b'>>)['v']>> { throw 1; }
function loc1() { enum E { X = 'x' } return { E }; } void loc1;
export function mk() { enum A { X = 'x', Y = 'y' } enum B { Z = 'z' } return function* inner(): Generator<'s', void, keyof (typeof A) | keyof typeof B> {}; }
export function mk2() { class A { a = 1 } class B { b = 2 } return function* inner(): Generator<'s', void, keyof A | keyof B> {}; }
export function mk3() { class A { t = 'a' as const } class B { t = 'b' as const } return function* inner(): Generator<'s', (A | B)['t'], { w: A | B }['w']['t']> { throw 1; }; }
export function mk4() { class A<T> { t!: T } return function* inner(): Generator<'s', (A<'a'> | A<'b'>)['t'], void> { throw 1; }; }
export function mk5() { class A<T> { t!: T } return function* inner(): Generator<'s', Awaited<Promise<A<'a'>> | Promise<A<'b'>>>['t'], Set<A<'a'>> extends Set<infer X> ? X : 0> { throw 1; }; }
