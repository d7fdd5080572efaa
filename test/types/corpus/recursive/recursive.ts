// Types that contain themselves, and other hard ones.
interface Tree { type: 'tree'; children: Tree[] }
type List = { head: 'h'; tail: List } | null;
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface A { b: B; type: 'a' }
interface B { a: A; type: 'b' }
type Nested<T, N extends number> = N extends 0 ? T : { n: Nested<T, 0> };
type Count<N extends number, T extends unknown[] = []> = T['length'] extends N ? T['length'] : Count<N, [...T, 1]>;
declare const brand: unique symbol;
type Branded = string & { [brand]: true };
interface Keyed { [brand]: 1; type: 'keyed' }
type Getter = { get: () => Getter; type: 'g' };
type Path<T> = T extends object ? { [K in keyof T]: [K, ...Path<T[K]>] }[keyof T] : [];
type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };
type DeepReadonly<T> = { readonly [K in keyof T]: DeepReadonly<T[K]> };
type Linked<T> = { value: T; next?: Linked<T> };
interface Gen<T> { value: T; wrap: Gen<T[]> }
type X = { x: Y }['x'];
type Y = 'y' | Z;
type Z = X2['z'];
type X2 = { z: 'zz' };

export function* tree(): Generator<Tree['type'], void, Tree> {}
export function* list(): Generator<NonNullable<List>['head'], void, List> {}
export function* json(): Generator<'s', void, Json> {}
export function* mutual(): Generator<A['b']['type'], void, B['a']['b']['a']['type']> {}
export function* mutualWhole(): Generator<'s', void, A> {}
export function* nested(): Generator<'s', void, Nested<'x', 1>> {}
export function* count(): Generator<'s', void, Count<3>> {}
export function* branded(): Generator<'s', void, Branded> {}
export function* keyed(): Generator<Keyed['type'], void, Keyed> {}
export function* getter(): Generator<ReturnType<Getter['get']>['type'], void, Getter> {}
export function* path(): Generator<'s', void, Path<{ a: { b: 1 } }>> {}
export function* deepPartial(): Generator<'s', void, DeepPartial<{ a: { b: 'x' }; c: 1 }>> {}
export function* deepReadonly(): Generator<'s', void, DeepReadonly<{ a: { b: 'x' }; c: 'y'[] }>> {}
export function* linked(): Generator<Linked<'l'>['value'], void, NonNullable<Linked<'l'>['next']>['value']> {}
export function* linkedWhole(): Generator<'s', void, Linked<1 | 2>> {}
export function* gen(): Generator<Gen<'g'>['value'], void, Gen<'g'>['wrap']['value']> {}
export function* chain(): Generator<X, void, Y> {}
export function* uniqueSymbol(): Generator<'s', void, typeof brand> {}
export class Self { type = 'self' as const; *run(): Generator<this['type'], void, this> {} }
export interface Fluent { chain(): this; type: 'fluent' }
export function* fluent(): Generator<'s', void, Fluent> {}
export function* fluentChain(): Generator<'s', void, ReturnType<Fluent['chain']>> {}
export function* keyofThis(): Generator<'s', void, keyof Fluent> {}
