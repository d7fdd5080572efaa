// Aliases with parameters.
type Event<Type extends string, Payload = {}> = { type: Type } & Payload;
type Named<T> = { name: T };
type Pair<A, B = A> = [A, B];
type Box<T extends { type: string }> = T['type'];
type Wrap<T> = { inner: T };
type Twice<T> = Wrap<Wrap<T>>;
type Fields<T, K extends keyof T = keyof T> = T[K];
type Shadow<Ev> = Ev | 'shadow';
type Ev = 'outer';
type Swap<A, B> = B | A;
type Later<T, U = T | 'later'> = U;
type Phantom<_T> = 'fixed';
type ListOf<T> = T[];
type OneOf<T extends readonly unknown[]> = T[number];
type KeysOf<T> = keyof T;
type Id<T> = T;
type Deep<T> = Id<Id<Id<T>>>;
type Constrained<T extends 'a' | 'b' = 'a'> = `${T}!`;
type Rec<T> = { value: T; next: Rec<T> | null };

export function* event(): Generator<'s', void, Event<'go'> | Event<'to', { n: number }>> {}
export function* named(): Generator<'s', void, Named<'x'> | Named<'y'>> {}
export function* pair(): Generator<Pair<'a'>, void, Pair<'a', 1>> {}
export function* box(): Generator<'s', void, Box<{ type: 'boxed' } | { type: 'other' }>> {}
export function* twice(): Generator<'s', void, Twice<'t'>> {}
export function* fields(): Generator<Fields<{ a: 1; b: 2 }>, void, Fields<{ a: 1; b: 2 }, 'b'>> {}
export function* shadow(): Generator<Shadow<'inner'>, void, Shadow<Ev>> {}
export function* swap(): Generator<Swap<'a', 'b'>, void, Swap<Swap<1, 2>, 3>> {}
export function* later(): Generator<Later<'x'>, void, Later<'x', 'y'>> {}
export function* phantom(): Generator<Phantom<1>, void, Phantom<any>> {}
export function* listOf(): Generator<ListOf<'a' | 'b'>, void, ListOf<'a'>[number]> {}
export function* oneOf(): Generator<OneOf<['a', 'b']>, void, OneOf<readonly ('x' | 'y')[]>> {}
export function* keysOf(): Generator<KeysOf<{ a: 1 }>, void, KeysOf<{ c: 1; b: 2; a: 3 }>> {}
export function* deep(): Generator<Deep<'d'>, void, Deep<Deep<1>>> {}
export function* constrained(): Generator<Constrained, void, Constrained<'a' | 'b'>> {}
export function* rec(): Generator<'s', void, Rec<1>> {}
export function* recValue(): Generator<'s', void, Rec<'v'>['value']> {}
export function* recNext(): Generator<'s', void, NonNullable<Rec<'v'>['next']>['value']> {}
