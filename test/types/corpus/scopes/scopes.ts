// One name, several meanings.
type T = 'outer';
interface I { outer: 1 }
enum E { Outer = 'outer' }
const v = 'outer';
class C { outer = 1; }

export function* outer(): Generator<T, void, I> {}
export function inFunction() {
  type T = 'inner';
  interface I { inner: 2 }
  function* inner(): Generator<T, void, I> {}
  return inner;
}
export function inBlock() {
  const made = [];
  { type T = 'block'; made.push(function* a(): Generator<T, void, 'x'> {}); }
  made.push(function* b(): Generator<T, void, 'x'> {});
  if (made.length > 1) { interface I { inIf: 1 } made.push(function* c(): Generator<'s', void, I> {}); }
  return made;
}
export function byParameter<T extends string, I>() { return function* inner(): Generator<'s', void, T | I> {}; }
export function byOwnParameter() { return function* inner<T>(): Generator<'s', void, T | I> {}; }
export function byEnum() { enum E { Inner = 'inner' } return function* inner(): Generator<E, void, keyof typeof E> {}; }
export function byClass() { class T { own = 'own' as const; } return function* inner(): Generator<'s', void, T> {}; }
export function byClassI() { class I { own = 'own' as const; } return function* inner(): Generator<'s', void, I['own']> {}; }
export function valueOnly() { const T = 'value'; return function* inner(): Generator<typeof T, void, T> {}; }
export function valueHoisted() { return function* inner(): Generator<typeof v, void, typeof w> {}; var w = 'hoisted' as const; }
export function typeBelow() { return function* inner(): Generator<Below, void, T> {}; type Below = 'below'; }
type Below = 'module';
export function bodyType(): Generator<T, void, T> {
  type T = 'body';
  function* inner(): Generator<T, void, T> {}
  return inner() as never;
}
export function* annotationSeesOutside(): Generator<T, void, T> { type T = 'body'; const x: T = 'body'; void x; }
export function paramSeesOutside(p: T): void { type T = 'body'; const made = function* inner(): Generator<typeof p, void, T> {}; void made; }
export class Methods<T> {
  *own(): Generator<'s', void, T> {}
  *over<T extends 'm'>(): Generator<'s', void, T> {}
  static *still(): Generator<T2, void, I> {}
}
type T2 = 't2';
export const conditional = function* <X>(): Generator<'s', void, X extends infer T ? T : never> {};
export function* inferShadow(): Generator<('a' extends infer T ? T : never), void, T> {}
export function* mappedShadow(): Generator<'s', void, { [T in 'p']: T }['p'] | T> {}
export function* functionShadow(): Generator<'s', void, ReturnType<<T>(x: T) => T> | T> {}
type Gen<T> = { inner: T; outer: E };
export function* genericShadow(): Generator<'s', void, Gen<T>> {}
export function deep() {
  type A = 'a1' | T;
  return () => {
    type T = 'deep';
    type B = A | T;
    return function* inner(): Generator<A, void, B> {};
  };
}
export function sibling() { type Only = 'only'; return function* inner(): Generator<Only, void, 'x'> {}; }
type Only = 'other';
export function* siblingOuter(): Generator<Only, void, C> {}
export function forLoop() { for (let T = 0; T < 1; T++) { type I = 'loop'; return function* inner(): Generator<T2, void, I> {}; } return undefined; }
export function switchCase(n: number) { switch (n) { case 1: type T = 'case'; return function* inner(): Generator<T, void, 'x'> {}; default: return function* other(): Generator<T, void, 'y'> {}; } }
export function mergedLocal() { interface M { a: 1 } { interface M { b: 2 } } interface M { c: 3 } return function* inner(): Generator<'s', void, M> {}; }
interface M { z: 1 }
export function* mergedOuter(): Generator<keyof M, void, M> {}
