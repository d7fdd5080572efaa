// Intersections.
type Base = { at: number };
type Ev = ({ type: 'a' } | { type: 'b'; x: 1 }) & Base;
type Brand = string & { readonly __brand: 'id' };
type Narrow = ('a' | 'b' | 'c') & ('b' | 'c' | 'd');
type Clash = { type: 'a' } & { type: 'b' };
type OptionalClash = { type?: 'a' } & { type?: 'b' };
type Same = { a: 'x' | 'y' } & { a: 'y' | 'z' };
type NumStr = { a: string } & { a: number };
type Deep = { a: { b: 1 } } & { a: { c: 2 } };
type WithOptional = { a?: 'x' } & { a: 'x' | 'y' };
type OptOpt = { a?: 'x' | 'y' } & { a?: 'y' };

export function* ev(): Generator<Ev['type'], void, Ev> {}
export function* brand(): Generator<Brand, void, 'x' | Brand> {}
export function* narrow(): Generator<Narrow, void, Narrow & 'b'> {}
export function* clash(): Generator<Clash, void, Clash | 'x'> {}
export function* optionalClash(): Generator<'s', void, OptionalClash> {}
export function* same(): Generator<Same['a'], void, Same> {}
export function* numStr(): Generator<'s', void, NumStr> {}
export function* deep(): Generator<'s', void, Deep> {}
export function* withOptional(): Generator<'s', void, WithOptional> {}
export function* optOpt(): Generator<'s', void, OptOpt> {}
export function* strings(): Generator<string & 'a', void, 'a' & string> {}
export function* never(): Generator<string & number, void, 'a' & never> {}
export function* anyAnd(): Generator<any & 'a', void, unknown & 'a'> {}
export function* anyNever(): Generator<any & never, void, unknown & unknown> {}
export function* empty(): Generator<'a' & {}, void, ('a' | null | undefined) & {}> {}
export function* stringEmpty(): Generator<string & {}, void, 'a' | (string & {})> {}
export function* fns(): Generator<'s', void, (() => 'a') & { type: 'fn' }> {}
export function* fnFn(): Generator<'s', void, ((a: 1) => 'x') & ((a: 2) => 'y')> {}
export function* arrays(): Generator<'s', void, 'a'[] & { extra: 1 }> {}
export function* dates(): Generator<'s', void, Date & { extra: 1 }> {}
export function* indexed(): Generator<'s', void, { [key: string]: 1 } & { a: 1 }> {}
export function* three(): Generator<'s', void, { a: 1 } & { b: 2 } & { c?: 3 }> {}
export function* dist(): Generator<'s', void, ('a' | { x: 1 }) & ('a' | { y: 2 })> {}
export function* bool(): Generator<boolean & true, void, boolean & false> {}
export function* keysOf(): Generator<keyof ({ a: 1 } & { b: 2 }), void, keyof Deep> {}
export function* objectAnd(): Generator<'s', void, object & { a: 1 }> {}
export function* stringObject(): Generator<'s', void, 'a' & object> {}
export function* undef(): Generator<'s', void, (undefined | 'a') & ('a' | null)> {}
export function* discriminant(): Generator<'s', void, ({ type: 'a'; x: 1 } | { type: 'b' }) & { type: 'a' }> {}
export function* readonlyAnd(): Generator<'s', void, { readonly a: 1 } & { a: 1 }> {}
export function* symbolAnd(): Generator<'s', void, symbol & string> {}
export function* tuples(): Generator<'s', void, [1] & [2]> {}
export function* nullAnd(): Generator<'s', void, null & { a: 1 }> {}
export function* numberLit(): Generator<'s', void, 1 & 1n> {}
export function* neverField(): Generator<'s', void, { type: 'a'; no: string } & { no: number }> {}
export function* neverField2(): Generator<'s', void, { type: 'a'; no: 1 } & { no: number }> {}
export function* boolField(): Generator<'s', void, { on: boolean } & { on: true }> {}
export function* arraysOfObjects(): Generator<'s', void, { a: 1 }[] & { a: 1 }[]> {}
export function* arraysAlike(): Generator<'s', void, 'a'[] & 'a'[]> {}
export function* functionsAlike(): Generator<'s', void, { f: () => 'a' } & { f: () => 'a' }> {}
export function* literalAndMapped(): Generator<'s', void, 'a' & { [K in never]: K }> {}
enum Level { Low, High }
export function* enumObject(): Generator<keyof typeof Level, void, typeof Level> {}
export function* enumMapped(): Generator<'s', void, { [K in keyof typeof Level]: K }> {}
