// Namespaces.
namespace A { export type T = 'a'; export interface I { a: 1 } type Hidden = 'hidden'; export type Shown = Hidden | T; export const v = 'av'; }
namespace A { export type U = T | 'u'; export interface I { b: 2 } export namespace Deep { export type D = 'deep' | T; export enum E { X = 'x' } } }
namespace B.C { export type T = 'bc'; export type Up = A.T; }
type T = 'outer';
namespace D { export type Use = T; }
namespace F { export type T = 'f'; export type Use = T; export namespace G { export type Use = T; type T = 'g'; } }
import Short = A.Deep;
import Long = B.C;
export namespace Exported { export type E = 'e'; }
namespace H { export import In = A.Deep; }
namespace WithValue { export const table = { x: 'X', y: 'Y' } as const; export type Key = keyof typeof table; export function make() { return { type: 'made' } as const; } }
class K { k = 'k' as const; }
namespace K { export type Inner = 'inner'; export const stat = 'stat'; }
function fun(): 'fun' { return 'fun'; }
namespace fun { export type Inner = 'fi'; export const prop = 'prop'; }
enum En { A = 'a' }
namespace En { export type Inner = 'ei'; export const extra = 'extra'; }
interface Both { i: 1 }
namespace Both { export type Inner = 'bi'; }
declare namespace Declared { type Implicit = 'implicit'; interface I { d: 1 } const value: 'dv'; }
declare namespace Mixed { type A1 = 'a1'; export type B1 = 'b1'; }

export function* t(): Generator<A.T, void, A.I> {}
export function* shown(): Generator<A.Shown, void, A.U> {}
export function* deep(): Generator<A.Deep.D, void, A.Deep.E> {}
export function* member(): Generator<A.Deep.E.X, void, typeof A.v> {}
export function* dotted(): Generator<B.C.T, void, B.C.Up> {}
export function* outer(): Generator<D.Use, void, F.Use> {}
export function* inner(): Generator<F.G.Use, void, F.T> {}
export function* short(): Generator<Short.D, void, Long.T> {}
export function* exported(): Generator<Exported.E, void, H.In.D> {}
export function* value(): Generator<WithValue.Key, void, (typeof WithValue.table)[WithValue.Key]> {}
export function* made(): Generator<'s', void, ReturnType<typeof WithValue.make>> {}
export function* klass(): Generator<K.Inner, void, K['k'] | typeof K.stat> {}
export function* funs(): Generator<fun.Inner, void, ReturnType<typeof fun> | typeof fun.prop> {}
export function* enums(): Generator<En.Inner, void, En | typeof En.extra> {}
export function* enumKeys(): Generator<'s', void, keyof typeof En> {}
export function* both(): Generator<Both.Inner, void, Both> {}
export function* declared(): Generator<Declared.Implicit, void, Declared.I | typeof Declared.value> {}
export function* implicit(): Generator<Mixed.B1, void, Mixed.A1> {}
export namespace Holder {
  type T = 'held';
  export function* machine(): Generator<T, void, A.T> {}
}
export function* typeofNamespace(): Generator<'s', void, keyof typeof WithValue> {}
