// Types made of types.
declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]: B };
type UserId = Brand<string, 'UserId'>;
export function* branded(): Generator<'s', void, { type: 'login'; id: UserId } | { type: 'logout' }> {}
type Tagged<T, N> = T & { __tag?: N };
export function* tagged(): Generator<'s', void, { type: 'login'; id: Tagged<string, 'u'> }> {}
export function* brandedEvent(): Generator<'s', void, ('a' | 'b') & { __brand: 'x' }> {}
type Suit = 'h' | 's'; type Rank = 1 | 2 | 'K';
export function* product(): Generator<'s', void, `${Suit}${Rank}`> {}
export function* product2(): Generator<'s', void, `${Uppercase<Suit>}:${Rank}` | `joker`> {}
type Event<N extends string, P extends object = {}> = { type: N } & P;
export function* defaults(): Generator<'s', void, Event<'a'> | Event<'b', { n: number }>> {}
type Ev2<N extends string, P = undefined> = P extends undefined ? { type: N } : { type: N; payload: P };
interface Msg<T extends string, D = never> { type: T; data: D }
export function* neverData(): Generator<'s', void, Msg<'a'> | Msg<'b', 1>> {}
type Join<T extends readonly string[], S extends string = '.'> = T extends readonly [infer H extends string, ...infer R extends readonly string[]] ? R['length'] extends 0 ? H : `${H}${S}${Join<R, S>}` : '';
export function* joined(): Generator<'s', void, Join<['a', 'b', 'c']> | Join<['x', 'y'], '/'>> {}
type Split<S extends string, D extends string> = S extends `${infer H}${D}${infer R}` ? H | Split<R, D> : S;
export function* split(): Generator<'s', void, Split<'go|stop|turn', '|'>> {}
type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${Lowercase<A>}${Capitalize<Camel<B>>}` : Lowercase<S>;
type Kebab<S extends string> = S extends `${infer F}${infer R}` ? R extends Uncapitalize<R> ? `${Uncapitalize<F>}${Kebab<R>}` : `${Uncapitalize<F>}-${Kebab<R>}` : S;
export function* kebab(): Generator<'s', void, Kebab<'goHome' | 'stopAll'>> {}
type Tree = { go: null; sub: { x: null; y: null } };
type Dotted<T, P extends string = ''> = { [K in keyof T & string]: T[K] extends null ? `${P}${K}` : `${P}${K}` | Dotted<T[K], `${P}${K}.`> }[keyof T & string];
export function* dotted(): Generator<Dotted<Tree>, void, Exclude<Dotted<Tree>, 'sub'>> {}
type Nat<N extends number, A extends unknown[] = []> = A['length'] extends N ? A[number] : Nat<N, [...A, A['length']]>;
export function* count(): Generator<Nat<5>, void, Nat<3>> {}
type UnionToIntersection<U> = (U extends unknown ? (k: U) => void : never) extends (k: infer I) => void ? I : never;
export function* u2i(): Generator<'s', void, UnionToIntersection<{ type: 'a' } | { n: 1 }>> {}
type Prettify<T> = { [K in keyof T]: T[K] } & {};
export function* pretty(): Generator<'s', void, Prettify<{ type: 'a' } & { n: number }> | Prettify<Event<'b', { s: string }>>> {}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Full = { id: number; type: 'a'; x: 1 } | { id: number; type: 'b' };
export function* distOmit(): Generator<'s', void, DistributiveOmit<Full, 'id'>> {}
export function* plainOmit(): Generator<'s', void, Omit<Full, 'id'>> {}
export function* partialUnion(): Generator<'s', void, Partial<Full>> {}
export function* pickUnion(): Generator<'s', void, Pick<Full, 'type'>> {}
export function* requiredUnion(): Generator<'s', void, Required<{ type: 'a'; n?: number | undefined } | { type: 'b' }>> {}
export function* extract(): Generator<'s', void, Extract<Full, { x: unknown }>> {}
export function* exclude(): Generator<'s', void, Exclude<Full, { type: 'a' }>> {}
type Entries<T> = { [K in keyof T]: [K, T[K]] }[keyof T];
export function* entries(): Generator<'s', void, Entries<{ a: 1; b: 'x' }>> {}
type Mapped = { [K in 'a' | 'b' | '_c' as K extends `_${string}` ? never : `on_${K}`]: { type: K } };
export function* asClause(): Generator<keyof Mapped, void, Mapped[keyof Mapped]> {}
type Invert<T extends Record<string, string>> = { [K in keyof T as T[K]]: K };
export function* inverted(): Generator<keyof Invert<{ a: 'x'; b: 'y' }>, void, Invert<{ a: 'x'; b: 'y' }>['x']> {}
type Discr = { kind: 1; a: string } | { kind: 2 } | { kind: 3; b?: boolean };
export function* numberKind(): Generator<Discr['kind'], void, Discr> {}
type Res<T> = { ok: true; value: T } | { ok: false; error: string };
export function* boolKind(): Generator<'s', void, Res<number>> {}
type Nest = { header: { type: 'a' }; n: 1 } | { header: { type: 'b' } };
export function* nestedKind(): Generator<Nest['header']['type'], void, Nest> {}
type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;
export function* deep(): Generator<'s', void, { type: 'patch'; by: DeepPartial<{ a: { b: number }; c: string[] }> }> {}
type StrictOmit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export function* strictOmit(): Generator<'s', void, StrictOmit<{ type: 'a'; x: 1; y?: 2 }, 'x'>> {}
type Xor<A, B> = (A & { [K in Exclude<keyof B, keyof A>]?: never }) | (B & { [K in Exclude<keyof A, keyof B>]?: never });
export function* xor(): Generator<'s', void, Xor<{ type: 'a'; n: 1 }, { type: 'b'; m: 2 }>> {}
type If<C extends boolean, A, B> = C extends true ? A : B;
type IsNever<T> = [T] extends [never] ? 'never' : 'some';
export function* isNever(): Generator<'s', IsNever<never>, IsNever<'x'>> { return 'never'; }
type IsAny<T> = 0 extends 1 & T ? 'any' : 'not';
export function* isAny(): Generator<'s', IsAny<any>, IsAny<1> | IsAny<unknown>> { return 'any'; }
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function* equal(): Generator<'s', Equal<1, 1>, Equal<'a', string> extends true ? 'y' : 'n'> { return true; }
type Head<T extends unknown[]> = T extends [infer H, ...unknown[]] ? H : never;
type Last<T extends unknown[]> = T extends [...unknown[], infer L] ? L : never;
type Tail<T extends unknown[]> = T extends [unknown, ...infer R] ? R : [];
export function* heads(): Generator<Head<['a', 'b']>, void, Last<['a', 'b', 'c']> | Tail<['p', 'q', 'r']>[number]> {}
export function* variadic<T extends string[]>(..._all: T): Generator<'s', void, T[number]> {}
export function* constrained<E extends { type: string } = { type: 'd' }>(): Generator<'s', void, E> {}
export function* keyed<K extends 'a' | 'b'>(_k: K): Generator<K, void, { type: K }> {}
type Machine<S extends string, E> = Generator<S, void, E>;
export function* aliasGen(): Machine<'x' | 'y', { type: 'e' }> {}
