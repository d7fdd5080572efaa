// Conditions that people pass around.
export {};
type Ev = { type: 'a'; x: 1 } | { type: 'b'; y: 2 } | { type: 'c' };
type ByType<E, T> = E extends { type: infer U extends T } ? E : never;
type TypeOf<E> = E extends { type: infer U extends string } ? U : never;
type PayloadOf<E extends { type: string }, T extends E['type']> = Omit<Extract<E, { type: T }>, 'type'>;
type IsAny<T> = 0 extends 1 & T ? true : false;
type IsNever<T> = [T] extends [never] ? true : false;
type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;
type UnionToIntersection<U> = (U extends unknown ? (k: U) => void : never) extends (k: infer I) => void ? I : never;
type LastOf<T> = UnionToIntersection<T extends unknown ? () => T : never> extends () => infer R ? R : never;
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Simplify<T> = { [K in keyof T]: T[K] } & {};
type Merge<A, B> = Omit<A, keyof B> & B;
type RequireOne<T, K extends keyof T = keyof T> = K extends keyof T ? { [P in K]-?: T[P] } & Omit<T, K> : never;
type XOR<A, B> = (A & { [K in keyof B]?: never }) | (B & { [K in keyof A]?: never });
type DistOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Flat<T> = T extends readonly (infer U)[] ? Flat<U> : T;
type If<C extends boolean, A, B> = C extends true ? A : B;
type Includes<T extends readonly unknown[], U> = T extends [infer H, ...infer R] ? (Equal<H, U> extends true ? true : Includes<R, U>) : false;
type Range<N extends number, A extends number[] = []> = A['length'] extends N ? A[number] : Range<N, [...A, A['length']]>;
type Entries<T> = { [K in keyof T]: [K, T[K]] }[keyof T];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type PickByValue<T, V> = { [K in keyof T as T[K] extends V ? K : never]: T[K] };
type KeysOfType<T, V> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T];
type Getters<T> = { [K in keyof T & string as `get${Capitalize<K>}`]: () => T[K] };
type ValueOf<T> = T[keyof T];
export function* byType(): Generator<TypeOf<Ev>, void, ByType<Ev, 'a' | 'b'>> {}
export function* payload(): Generator<'s', void, PayloadOf<Ev, 'a'>> {}
export function* anyQ(): Generator<IsAny<any>, void, IsAny<string> | IsNever<never>> {}
export function* neverQ(): Generator<IsNever<'a'>, void, IsUnion<'a' | 'b'>> {}
export function* unionQ(): Generator<IsUnion<'a'>, void, IsUnion<boolean>> {}
export function* u2i(): Generator<'s', void, UnionToIntersection<{ a: 1 } | { b: 2 }>> {}
export function* last(): Generator<'s', void, LastOf<'a' | 'b'>> {}
export function* equal(): Generator<Equal<'a', 'a'>, void, Equal<'a', 'b'>> {}
export function* simp(): Generator<'s', void, Simplify<{ type: 'a' } & { n: 1 }>> {}
export function* simpU(): Generator<'s', void, Simplify<({ type: 'a' } | { type: 'b' }) & { at: number }>> {}
export function* merge(): Generator<'s', void, Merge<{ type: 'a'; x: 1 }, { x: 2; y?: 3 }>> {}
export function* reqOne(): Generator<'s', void, RequireOne<{ a?: 1; b?: 2 }>> {}
export function* xor(): Generator<'s', void, XOR<{ a: 1 }, { b: 2 }>> {}
export function* distOmit(): Generator<'s', void, DistOmit<Ev, 'x' | 'y'>> {}
export function* flat(): Generator<Flat<'a'[][]>, void, Flat<readonly ('x' | 'y'[])[]>> {}
export function* iff(): Generator<If<true, 'a', 'b'>, void, If<boolean, 'a', 'b'>> {}
export function* incl(): Generator<Includes<['a', 'b'], 'b'>, void, Includes<['a'], 'z'>> {}
export function* range(): Generator<Range<4>, void, { [K in Range<2>]: K }> {}
export function* entries(): Generator<'s', void, Entries<{ a: 1; b?: 2 }>> {}
export function* mutable(): Generator<'s', void, Mutable<{ readonly a: 1; readonly b?: 2 }>> {}
export function* pickBy(): Generator<keyof PickByValue<{ a: 1; b: 's'; c: 2 }, number>, void, PickByValue<{ a: 1; b?: 's'; c: 2 }, number>> {}
export function* keysOf(): Generator<KeysOfType<{ a: 1; b?: 2; c: 's' }, number>, void, KeysOfType<{ a: 1; c: 's' }, number>> {}
export function* getters(): Generator<keyof Getters<{ a: 1; b: 2 }>, void, ReturnType<Getters<{ a: 1 }>['getA']>> {}
export function* valueOf(): Generator<ValueOf<{ a: 'x'; b: 'y' }>, void, ValueOf<{ a: 'x'; b?: 'y' }>> {}
export function* valueOfArr(): Generator<'s', void, ValueOf<'a'[]> extends unknown ? 1 : 2> {}
type Deep<T, N extends unknown[] = []> = N['length'] extends 3 ? T : Deep<{ n: T }, [...N, 0]>;
export function* deep(): Generator<'s', void, Deep<'leaf'>> {}
type Inf<T> = T extends { a: infer A; b: infer A } ? A : never;
type Contra<T> = T extends { f: (x: infer A) => void; g: (x: infer A) => void } ? A : never;
export function* co(): Generator<'s', void, Inf<{ a: 'x'; b: 'y' }>> {}
export function* co2(): Generator<'s', void, Inf<{ a: { type: 'x' }; b: { type: 'y' } }>> {}
export function* contra(): Generator<'s', void, Contra<{ f: (x: 'a' | 'b') => void; g: (x: 'b' | 'c') => void }>> {}
type FirstArg<F> = F extends (a: infer A, ...rest: any[]) => unknown ? A : never;
type Ret<F> = F extends (...a: never[]) => infer R ? R : never;
export function* firstArg(): Generator<FirstArg<(a: 'p', b: 1) => void>, void, Ret<() => 'r'>> {}
export function* firstArgO(): Generator<'s', void, FirstArg<(a?: 'p') => void>> {}
export function* firstArgN(): Generator<'s', void, FirstArg<() => void>> {}
type AwaitedLike<T> = T extends PromiseLike<infer U> ? AwaitedLike<U> : T;
export function* awaitedLike(): Generator<'s', void, AwaitedLike<Promise<'x'>>> {}
type Nest<T> = T extends { k: infer K } ? K extends string ? `k:${K}` : 'no' : 'none';
export function* nest(): Generator<Nest<{ k: 'a' }> | Nest<{ k: 1 }>, void, Nest<{}> | Nest<'x'>> {}
export function* opt(): Generator<'s', void, { a?: 1 } extends { a: 1 } ? 'y' : 'n'> {}
export function* opt2(): Generator<'s', void, { a: 1 } extends { a?: 1 | 2; b?: 3 } ? 'y' : 'n'> {}
export function* excess(): Generator<{ a: 1; z: 1 } extends { a: 1 } ? 'y' : 'n', void, {} extends { a?: 1 } ? 'y' : 'n'> {}
export function* arrs(): Generator<['a'] extends string[] ? 'y' : 'n', void, readonly ['a'] extends string[] ? 'y' : 'n'> {}
export function* tup(): Generator<['a', 'b'] extends [string, ...string[]] ? 'y' : 'n', void, [] extends [string?] ? 'y' : 'n'> {}
export function* tupLen(): Generator<['a', 'b'] extends { length: 2 } ? 'y' : 'n', void, 'abc' extends { length: number } ? 'y' : 'n'> {}
export function* fnObj(): Generator<(() => 1) extends object ? 'y' : 'n', void, 'x' extends object ? 'y' : 'n'> {}
export function* nul(): Generator<null extends undefined ? 'y' : 'n', void, undefined extends void ? 'y' : 'n'> {}
export function* unk(): Generator<unknown extends any ? 'y' : 'n', void, any extends 'x' ? 'y' : 'n'> {}
export function* objNum(): Generator<{ 0: 'a' } extends { '0': 'a' } ? 'y' : 'n', void, { 0: 'a' }['0'] | { '0': 'b' }[0]> {}
export function* distNever(): Generator<'s', void, (never extends string ? 'y' : 'n') | TypeOf<never>> {}
