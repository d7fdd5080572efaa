// Mapped types.
type Side = 'left' | 'right';
interface Payloads { go: { to: string }; stop: {}; wait?: { ms: number } }
type EventOf<T> = { [K in keyof T]: { type: K; payload: T[K] } }[keyof T];
type Flat<T> = { [K in keyof T]: { type: K } & T[K] }[keyof T];
type Getters<T> = { [K in keyof T as `get${Capitalize<K & string>}`]: () => T[K] };
type Setters<T> = { [K in keyof T as K extends string ? `set${Capitalize<K>}` : never]: T[K] };
type Without<T, X> = { [K in keyof T as Exclude<K, X>]: T[K] };
type ByType<E extends { type: string }> = { [K in E['type']]: Extract<E, { type: K }> };
type AsType<E extends { type: string }> = { [K in E as K['type']]: K };
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Concrete<T> = { [K in keyof T]-?: T[K] };
type Optional<T> = { [K in keyof T]?: T[K] };
type Plus<T> = { +readonly [K in keyof T]+?: T[K] };
type Nullable<T> = { [K in keyof T]: T[K] | null };
type Boxed<T> = { [K in keyof T]: { box: T[K] } };
type Fixed = { [K in 'a' | 'b']: 1 };
type Ev = { type: 'a'; x: 1 } | { type: 'b'; y: 2 };
enum Color { Red = 'red', Blue = 'blue' }
enum Num { One = 1, Two }

export function* fixed(): Generator<keyof Fixed, void, Fixed> {}
export function* sides(): Generator<'s', void, { [S in Side]: { side: S } }[Side]> {}
export function* eventOf(): Generator<'s', void, EventOf<{ a: 1; b: 'x' }>> {}
export function* eventOfOptional(): Generator<'s', void, EventOf<Payloads>> {}
export function* flat(): Generator<'s', void, Flat<{ go: { n: 1 }; stop: {} }>> {}
export function* getters(): Generator<keyof Getters<{ a: 1; bc: 2 }>, void, Getters<{ a: 1 }>> {}
export function* setters(): Generator<keyof Setters<{ a: 1; bc: 2 }>, void, Setters<{ a?: 1 }>> {}
export function* without(): Generator<keyof Without<Payloads, 'go'>, void, Without<{ a: 1; b?: 2 }, 'a'>> {}
export function* byType(): Generator<keyof ByType<Ev>, void, ByType<Ev>['a' | 'b']> {}
export function* asType(): Generator<keyof AsType<Ev>, void, AsType<Ev>> {}
export function* mutable(): Generator<'s', void, Mutable<{ readonly a: 1; readonly b?: 2 }>> {}
export function* concrete(): Generator<'s', void, Concrete<{ a?: 1; b: 2 | undefined; c?: 3 | undefined }>> {}
export function* optional(): Generator<'s', void, Optional<{ a: 1; b: 2 | undefined }>> {}
export function* plus(): Generator<'s', void, Plus<{ a: 1 }>> {}
export function* nullable(): Generator<'s', void, Nullable<{ a: 1; b?: 2 }>> {}
export function* overArray(): Generator<'s', void, Boxed<string[]>> {}
export function* overTuple(): Generator<'s', void, Boxed<[1, 'a']>> {}
export function* overReadonlyTuple(): Generator<'s', void, Mutable<readonly [1, 2]>> {}
export function* overUnion(): Generator<'s', void, Boxed<{ a: 1 } | { b: 2 }>> {}
export function* overNullable(): Generator<'s', void, Boxed<{ a: 1 } | null>> {}
export function* overPrimitive(): Generator<'s', void, Boxed<string>> {}
export function* overAny(): Generator<'s', void, Boxed<any>> {}
export function* overUnknown(): Generator<'s', void, Boxed<unknown>> {}
export function* overNever(): Generator<'s', void, Boxed<never>> {}
export function* overString(): Generator<'s', void, { [K in string]: K }> {}
export function* overStringAnd(): Generator<'s', void, { [K in 'a' | `x${string}`]: 1 }> {}
export function* overEnum(): Generator<keyof { [K in Color]: 1 }, void, { [K in Color]: K }> {}
export function* overNumEnum(): Generator<'s', void, { [K in Num]: K }> {}
export function* overNumbers(): Generator<keyof { [K in 1 | 2]: 1 }, void, { [K in 1 | 2]: K }[1]> {}
export function* inlineKeys(): Generator<'s', void, { [K in keyof { a: 1; b?: 2 }]: K }> {}
export function* inlineArray(): Generator<'s', void, { [K in keyof ['x', 'y']]: 1 }['length']> {}
export function* keyofUnion(): Generator<'s', void, { [K in keyof ({ a: 1; c: 1 } | { b: 2; c: 2 })]: K }> {}
export function* merged(): Generator<'s', void, { [K in 'a' | 'b' as 'same']: K }> {}
export function* dropped(): Generator<'s', void, { [K in 'a' | 'b' as K extends 'a' ? never : K]: K }> {}
export function* several(): Generator<keyof { [K in 'a' as `${K}1` | `${K}2`]: K }, void, { [K in 'a' as `${K}1` | `${K}2`]: K }> {}
export function* nestedMap(): Generator<'s', void, { [K in 'a' | 'b']: { [L in 'x' | 'y']: `${K}${L}` } }['a']['x' | 'y']> {}
export function* shadowed(): Generator<'s', void, { [Side in 'p' | 'q']: Side }[Side2]> {}
type Side2 = 'p' | 'q';
type KeysMatching<T, V> = { [K in keyof T]: T[K] extends V ? K : never }[keyof T];
export function* keysMatching(): Generator<KeysMatching<{ a: string; b: 1; c: 'x' }, string>, void, KeysMatching<{ a: 1; b?: 2 }, number>> {}
type Handlers<T> = { [K in keyof T]: (payload: T[K]) => void };
export function* handlers(): Generator<keyof Handlers<Payloads>, void, Handlers<{ a: 1 }>> {}
export function* mergedKeys(): Generator<'s', void, { [K in 'a' | 'b' as 'same']: [K, 1] }> {}
export function* sameNames(): Generator<keyof { [K in Color | 'red']: K }, void, { [K in Color | 'red']: K }> {}
export function* sameRecord(): Generator<'s', void, Record<Color.Red | 'red', 1>> {}
type MyPick<T, K extends keyof T> = { [P in K]: T[P] };
export function* myPick(): Generator<'s', void, MyPick<Payloads, 'go' | 'wait'>> {}
type KeyOf<T> = keyof T;
export function* throughAlias(): Generator<'s', void, { [K in KeyOf<Payloads>]: Payloads[K] }> {}
type Through<T> = { [K in KeyOf<T>]: T[K] };
export function* throughGeneric(): Generator<'s', void, Through<Payloads>> {}
type AndString<T> = { [K in keyof T & string]: T[K] };
export function* andString(): Generator<'s', void, AndString<Payloads>> {}
