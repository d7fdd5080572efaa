// Tuples that are put together and taken apart.
export {};
type V1 = [...['a', 'b'], ...('c' | 'd')[]];
type V2 = [first: 'a', ...rest: string[], last: 'z'];
type V3<T extends unknown[], U extends unknown[]> = [...T, 'mid', ...U];
type Head<T> = T extends readonly [infer H, ...unknown[]] ? H : never;
type Tail<T> = T extends readonly [unknown, ...infer R] ? R : never;
type Last<T> = T extends readonly [...unknown[], infer L] ? L : never;
type Init<T> = T extends readonly [...infer I, unknown] ? I : never;
type Zip<A, B> = A extends [infer a, ...infer ar] ? B extends [infer b, ...infer br] ? [[a, b], ...Zip<ar, br>] : [] : [];
type RevT<T extends unknown[]> = T extends [infer H, ...infer R] ? [...RevT<R>, H] : [];
type Chunk<T extends readonly unknown[]> = T extends readonly [infer A, infer B, ...infer R] ? [[A, B], ...Chunk<R>] : T extends readonly [] ? [] : [T];
type ToU<T extends readonly unknown[]> = T[number];
type Filter<T extends readonly unknown[], X> = T extends readonly [infer H, ...infer R] ? H extends X ? [H, ...Filter<R, X>] : Filter<R, X> : [];
type IdxOf<T extends readonly unknown[]> = Exclude<keyof T, keyof []>;
const steps = ['one', 'two', 'three'] as const;
export function* v1(): Generator<V1[0], void, V1[number]> {}
export function* v2(): Generator<V2[0], void, V2> {}
export function* v3(): Generator<V3<['a'], ['b']>[number], void, V3<[], ['x', 'y']>> {}
export function* head(): Generator<Head<typeof steps>, void, Tail<typeof steps>[number]> {}
export function* last(): Generator<Last<typeof steps>, void, Init<typeof steps>[number]> {}
export function* zip(): Generator<'s', void, Zip<['a', 'b'], [1, 2]>[number]> {}
export function* revT(): Generator<RevT<['a', 'b', 'c']>[number], void, RevT<['a', 'b']>> {}
export function* chunk(): Generator<'s', void, Chunk<['a', 'b', 'c']>[number]> {}
export function* filt(): Generator<Filter<['a', 1, 'b'], string>[number], void, Filter<readonly [1, 2], string>> {}
export function* idx(): Generator<IdxOf<['a', 'b']>, void, keyof typeof steps & `${number}`> {}
export function* optT(): Generator<'s', ['a', 'b'?]['length'], ['a', 'b'?][1] | Head<['q'?]>> { throw 1; }
export function* roT(): Generator<'s', Readonly<['a', 'b']>, readonly string[] & { length: 2 }> { throw 1; }
export function* lenT(): Generator<'s', (typeof steps)['length'], V1['length']> { throw 1; }
export function* lab(): Generator<'s', [type: 'go', n: number][1], [type: 'go'] | [type: 'stop', why: string]> { throw 1; }
export function* labU(): Generator<'s', ([type: 'go'] | [type: 'stop', why: string])[0], void> { throw 1; }
export function* arrI(): Generator<'s', string[][0], ('a' | 'b')[][number]> { throw 1; }
export function* at2(): Generator<'s', { list: { type: 'a' | 'b'; n: 1 }[] }['list'][number]['type'], { list: { type: 'q' }[] }['list'][0]> { throw 1; }
export function* neg(): Generator<'s', (typeof steps)[Exclude<keyof typeof steps, keyof any[]>], (typeof steps)['0' | '1']> { throw 1; }
export function* mapT(): Generator<'s', { [K in keyof typeof steps]: K }, { [K in keyof typeof steps as K extends `${number}` ? K : never]: (typeof steps)[K] }> { throw 1; }
export function* obj(): Generator<'s', { [S in (typeof steps)[number] as `go:${S}`]: { type: S } }, { [S in (typeof steps)[number]]: { type: `${S}.done` } }[(typeof steps)[number]]> { throw 1; }
export function* strI(): Generator<'s', 'abc'[number], 'abc'['length']> { throw 1; }
export function* tupE(): Generator<'s', [] extends [] ? 'y' : 'n', [1] extends [] ? 'y' : 'n'> { throw 1; }
export function* roE(): Generator<'s', [1] extends readonly [] ? 'y' : 'n', readonly [1] extends readonly [number] ? 'y' : 'n'> { throw 1; }
export function* inferC(): Generator<'s', [1, 'x'] extends [infer A extends string, infer B] ? [A, B] : 'no', ['q', 'x'] extends [infer A extends string, infer B] ? A | B : 'no'> { throw 1; }
export function* inferR(): Generator<'s', string[] extends [infer A, ...infer B] ? 'y' : 'n', ['a'] extends (infer A)[] ? A : 0> { throw 1; }
export function* inferRR(): Generator<'s', ['a', 1] extends [...infer A] ? A : 0, readonly ['a'] extends [...infer A] ? A : 0> { throw 1; }
export function* inferRo(): Generator<'s', readonly ['a'] extends readonly [...infer A] ? A : 0, readonly ['a', 'b'] extends readonly (infer A)[] ? A : 0> { throw 1; }
export function* nestedA(): Generator<'s', { a: ['x', { b: 'deep' }] }['a'][1]['b'], { a?: ['x'] }['a']> { throw 1; }
