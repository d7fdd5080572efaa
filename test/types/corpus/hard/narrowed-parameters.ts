// Type parameters inside of a condition that was asked of them, and the modifiers of mapped types.
export {};
type T0 = { a?: 1; b?: 2; readonly c: 3 };
type S1<T, K extends keyof T = keyof T> = K extends keyof T ? { [P in K]: T[P] } : never;
type S2<T, K extends keyof T = keyof T> = K extends unknown ? { [P in K]: T[P] } : never;
type S3<T, K extends keyof T = keyof T> = K extends any ? { [P in K]-?: T[P] } : never;
type S4<T, K extends keyof T = keyof T> = [K] extends [keyof T] ? { [P in K]: T[P] } : never;
type S5<T, K extends keyof T = keyof T> = K extends 'a' ? never : { [P in K]: T[P] };
type S6<T> = [T] extends [string] ? (T extends 'a' ? 1 : 2) : 3;
type S7<T> = T extends object ? { [K in keyof T]: T[K] } : T;
type S8<T> = [T] extends [object] ? { [K in keyof T]-?: T[K] } : T;
type S9<T, K extends keyof T> = T extends unknown ? { [P in K]: T[P] } : never;
type S10<T, K extends keyof T = keyof T> = K extends string ? Pick<T, K> : never;
type S11<T, K extends keyof T = keyof T> = K extends string ? { type: K } & { [P in K as `x_${P}`]: T[P] } : never;
type S12<T, K extends keyof T = keyof T> = K extends string ? () => { [P in K]: T[P] } : never;
type S13<T, K extends keyof T = keyof T> = K extends string ? (x: { [P in K]: T[P] }) => void : never;
type S14<T, K extends keyof T & string = keyof T & string> = { [P in K]: T[P] };
type S15<T, K extends Extract<keyof T, string> = Extract<keyof T, string>> = { [P in K]: T[P] };
type S16<T, K extends keyof T = keyof T> = { [P in (K)]: T[P] };
type S17<T, K extends keyof T = keyof T> = { [P in K | never]: T[P] };
type S18<T, U extends T, K extends keyof U = keyof U> = { [P in K]: U[P] };
type S19<K extends keyof T0> = { [P in K]: T0[P] };
type S20<K extends keyof T0> = { [P in K]+?: T0[P] };
type S21<T, K extends keyof T> = { [P in Exclude<keyof T, K>]: T[P] };
type S22<T, K extends keyof T, L extends K = K> = { [P in L]: T[P] };
export function* s1(): Generator<'s', S1<T0>, S1<T0, 'a'>> { throw 1; }
export function* s2(): Generator<'s', S2<T0>, S2<T0, 'a'>> { throw 1; }
export function* s3(): Generator<'s', S3<T0>, S3<T0, 'a'>> { throw 1; }
export function* s4(): Generator<'s', S4<T0>, S4<T0, 'a'>> { throw 1; }
export function* s5(): Generator<'s', S5<T0>, S5<T0, 'b'>> { throw 1; }
export function* s6(): Generator<S6<'a' | 'b'>, S6<'a'>, S6<1 | 'a'>> { throw 1; }
export function* s7(): Generator<'s', S7<T0>, S7<['x', { q?: 1 }]>> { throw 1; }
export function* s8(): Generator<'s', S8<T0>, S8<{ a?: 1 } | { b?: 2 }>> { throw 1; }
export function* s9(): Generator<'s', S9<T0, 'a' | 'c'>, S9<{ a?: 1 } | { a: 2 }, 'a'>> { throw 1; }
export function* s10(): Generator<'s', S10<T0>, S10<T0, 'a'>> { throw 1; }
export function* s11(): Generator<'s', S11<T0>, S11<T0, 'a'>> { throw 1; }
export function* s12(): Generator<'s', ReturnType<S12<T0>>, ReturnType<S12<T0, 'a'>>> { throw 1; }
export function* s13(): Generator<'s', Parameters<S13<T0, 'a'>>, Parameters<S13<T0, 'a'>>[0]> { throw 1; }
export function* s14(): Generator<'s', S14<T0>, S14<T0, 'a'>> { throw 1; }
export function* s15(): Generator<'s', S15<T0>, S15<T0, 'a'>> { throw 1; }
export function* s16(): Generator<'s', S16<T0>, S16<T0, 'a'>> { throw 1; }
export function* s17(): Generator<'s', S17<T0>, S17<T0, 'a'>> { throw 1; }
export function* s18(): Generator<'s', S18<T0, T0>, S18<T0, T0, 'a'>> { throw 1; }
export function* s19(): Generator<'s', S19<'a'>, S19<'a' | 'c'>> { throw 1; }
export function* s20(): Generator<'s', S20<'a'>, S20<'a' | 'c'>> { throw 1; }
export function* s21(): Generator<'s', S21<T0, 'a'>, S21<T0, 'c'>> { throw 1; }
export function* s22(): Generator<'s', S22<T0, 'a'>, S22<T0, 'a' | 'c', 'c'>> { throw 1; }
type M1<T extends readonly unknown[]> = { [K in keyof T]: { v: T[K] } };
type M2<T> = { [K in keyof T]: T[K] extends string ? K : never };
type M3<T> = { [K in keyof T & string]: T[K] };
type M4<T> = { [K in keyof T as K]: T[K] };
type M5<T> = { [K in keyof T as Exclude<K, 'a'>]: T[K] };
type M6<T> = { [K in keyof T as T[K] extends undefined ? never : K]-?: T[K] };
type M7<T> = { [K in Exclude<keyof T, 'a'>]: T[K] };
type M8<T> = { [K in keyof Required<T>]: T[K] };
type M9<T> = { [K in keyof T]: K }[keyof T];
type M10<T> = { [K in keyof T]-?: K }[keyof T];
type M11<E extends { type: string }> = { [T in E['type']]: Extract<E, { type: T }> };
type M12<E extends { type: string }> = { [T in E as T['type']]: (e: T) => void };
type M13<T> = { [K in keyof T as `${K & string}Changed`]: { type: K; value: T[K] } };
type M14<T> = { [K in 'x' | keyof T]: K };
type M15<T> = { [P in keyof T]: T[P] } & { type: 'm' };
type M16<T extends object> = { [K in keyof T as T[K] extends (...a: any[]) => any ? never : K]: T[K] };
type Keys<T> = keyof T;
type M17<T> = { [K in Keys<T>]: T[K] };
type M18<T, K extends Keys<T> = Keys<T>> = { [P in K]: T[P] };
export function* m1(): Generator<'s', M1<['a', 'b']>, M1<readonly 'x'[]>> { throw 1; }
export function* m2(): Generator<'s', M2<{ a: 'x'; b?: 'y'; c: 1 }>, M2<['a', 1]>> { throw 1; }
export function* m3(): Generator<'s', M3<T0>, M3<{ 0: 1; x?: 2 }>> { throw 1; }
export function* m4(): Generator<'s', M4<T0>, M4<{ a?: 1 } | { b: 2 }>> { throw 1; }
export function* m5(): Generator<'s', M5<T0>, M5<{ a: 1 }>> { throw 1; }
export function* m6(): Generator<'s', M6<T0>, M6<{ a?: 1; b: undefined }>> { throw 1; }
export function* m7(): Generator<'s', M7<T0>, M7<{ a?: 1 }>> { throw 1; }
export function* m8(): Generator<'s', M8<T0>, M8<{ a?: 1 }>> { throw 1; }
export function* m9(): Generator<M9<T0>, void, M9<{ a: 1; b?: 2 }>> { throw 1; }
export function* m10(): Generator<M10<T0>, void, M10<{ a: 1; b?: 2 }>> { throw 1; }
export function* m11(): Generator<'s', M11<{ type: 'a' } | { type: 'b' }>, M11<{ type: 'a' | 'b'; n: 1 }>> { throw 1; }
export function* m12(): Generator<'s', M12<{ type: 'a' } | { type: 'b' }>, Parameters<M12<{ type: 'a'; n: 1 }>['a']>[0]> { throw 1; }
export function* m13(): Generator<'s', M13<T0>, NonNullable<M13<T0>[keyof M13<T0>]>> { throw 1; }
export function* m14(): Generator<'s', M14<T0>, M14<{ a?: 1 }>['a']> { throw 1; }
export function* m15(): Generator<'s', M15<T0>, M15<{ a?: 1 } | { b: 2 }>> { throw 1; }
export function* m16(): Generator<'s', M16<{ a?: 1; f(): void; g: () => 1 }>, M16<{ f?: () => void; x: 1 }>> { throw 1; }
export function* m17(): Generator<'s', M17<T0>, M17<{ a?: 1 } | { a: 2 }>> { throw 1; }
export function* m18(): Generator<'s', M18<T0>, M18<{ a?: 1 }>> { throw 1; }
type C1 = { [K in 'a' | 'b']: { [P in K]: P } }['a' | 'b'];
class Made { a?: 1; b = 2; private c = 3; use() { return this.c; } }
export function* twice(): Generator<'s', C1 & C1, S14<Made, 'a'>> { throw 1; }
export function* made(): Generator<'s', S16<Made, 'a' | 'b'>, S9<Made, 'a'>> { throw 1; }
