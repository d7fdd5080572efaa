// Templates of several parts, taken apart again.
export {};
type Res = 'user' | 'post'; type Act = 'create' | 'delete'; type St = 'start' | 'done' | 'fail';
export function* three(): Generator<`${Res}/${Act}/${St}`, void, `${Uppercase<Res>}_${Uppercase<Act>}_${Uppercase<St>}`> {}
type Camel<S extends string> = S extends `${infer H}_${infer T}` ? `${H}${Capitalize<Camel<T>>}` : S;
type Kebab<S extends string> = S extends `${infer H}${infer T}` ? T extends Uncapitalize<T> ? `${Uncapitalize<H>}${Kebab<T>}` : `${Uncapitalize<H>}-${Kebab<T>}` : S;
type Split<S extends string, D extends string> = S extends `${infer H}${D}${infer T}` ? [H, ...Split<T, D>] : [S];
type JoinT<T extends readonly string[], D extends string> = T extends readonly [infer H extends string, ...infer R extends string[]] ? R extends [] ? H : `${H}${D}${JoinT<R, D>}` : '';
type Num<S> = S extends `${infer N extends number}` ? N : never;
type Bool<S> = S extends `${infer N extends boolean}` ? N : never;
type Trim<S extends string> = S extends ` ${infer R}` ? Trim<R> : S extends `${infer R} ` ? Trim<R> : S;
type Replace<S extends string, A extends string, B extends string> = S extends `${infer H}${A}${infer T}` ? `${H}${B}${Replace<T, A, B>}` : S;
type Chars<S extends string> = S extends `${infer H}${infer T}` ? H | Chars<T> : never;
type Len<S extends string, A extends 0[] = []> = S extends `${string}${infer T}` ? Len<T, [...A, 0]> : A['length'];
type Rev<S extends string> = S extends `${infer H}${infer T}` ? `${Rev<T>}${H}` : '';
export function* camel(): Generator<Camel<'on_click_now'>, void, Camel<'a_b' | 'c_d_e'>> {}
export function* kebab(): Generator<Kebab<'onClick'>, void, Kebab<'FooBar' | 'x'>> {}
export function* split(): Generator<Split<'a.b.c', '.'>[number], void, Split<'a', '.'>> {}
export function* joinT(): Generator<JoinT<['a', 'b'], '/'>, void, JoinT<readonly ['x', 'y', 'z'], '-'>> {}
export function* num(): Generator<Num<'42'>, void, Num<'1' | '2' | 'x'>> {}
export function* num2(): Generator<Num<'1e3'>, void, Num<'007'>> {}
export function* bool(): Generator<Bool<'true'>, void, Bool<'true' | 'false' | 'maybe'>> {}
export function* trim(): Generator<Trim<'  a '>, void, Trim<' b' | 'c '>> {}
export function* replace(): Generator<Replace<'a b c', ' ', '_'>, void, Replace<'x', 'y', 'z'>> {}
export function* chars(): Generator<Chars<'abc'>, void, Chars<'aab'>> {}
export function* len(): Generator<Len<'abcd'>, void, Len<''>> {}
export function* rev(): Generator<Rev<'abc'>, void, Rev<'ab' | 'cd'>> {}
type Route = '/users/:id' | '/posts/:slug/:page';
type Params<S extends string> = S extends `${string}:${infer P}/${infer R}` ? P | Params<`/${R}`> : S extends `${string}:${infer P}` ? P : never;
export function* params(): Generator<Params<Route>, void, { [K in Params<'/a/:b/:c'>]: string }> {}
export function* adj(): Generator<'abc' extends `${infer A}${infer B}${infer C}` ? [A, B, C] : 0, void, 'a' extends `${infer A}${infer B}${infer C}` ? [A, B, C] : 0> {}
export function* adj2(): Generator<'ab' extends `${infer A}b` ? A : 0, void, 'aXbXc' extends `${infer A}X${infer B}` ? [A, B] : 0> {}
export function* adj3(): Generator<'aXbXc' extends `${infer A}X${infer B}c` ? [A, B] : 0, void, '' extends `${infer A}` ? [A] : 0> {}
export function* adj4(): Generator<'' extends `${infer A}${infer B}` ? [A, B] : 0, void, 'xx' extends `x${infer A}x` ? [A] : 0> {}
export function* adj5(): Generator<'x' extends `x${infer A}x` ? [A] : 0, void, 'abab' extends `${infer A}ab` ? [A] : 0> {}
export function* adj6(): Generator<'a-b' extends `${infer A}-${string}` ? A : 0, void, 'a-1' extends `${infer A}-${number}` ? A : 0> {}
export function* adj7(): Generator<'axbxc' extends `${infer A}${'x'}${infer B}` ? [A, B] : 0, void, 'axb' extends `${infer A}${'x' | 'y'}${infer B}` ? [A, B] : 0> {}
export function* emo(): Generator<'x😀' extends `${infer A}${infer B}` ? [A, B] : 0, void, '日本' extends `${infer A}${infer B}` ? A : 0> {}
export function* same(): Generator<'aa' extends `${infer A}${infer A}` ? A : 0, void, 'ab' extends `${infer A}${infer A}` ? A : 0> {}
export function* upper(): Generator<'ABC' extends Uppercase<string> ? 'y' : 'n', void, 'abc' extends Uppercase<string> ? 'y' : 'n'> {}
export function* upperI(): Generator<'ABC' extends Uppercase<infer A> ? A : 'n', void, Capitalize<string> | 'a'> {}
export function* numeric(): Generator<`${number}` | '1', void, `${number}` | 'x' | '2'> {}
export function* big(): Generator<`${bigint}` | '1', void, `${boolean}-${0 | 1}`> {}
export function* excl(): Generator<Exclude<`${Res}.${Act}`, `user.${string}`>, void, Extract<`${Res}.${Act}`, `${string}.create`>> {}
export function* exclN(): Generator<Exclude<'a1' | 'ab', `a${number}`>, void, Extract<'1' | 'x' | '', `${number}`>> {}
export function* disc(): Generator<'s', void, { type: `on:${Res}`; n: 1 } | { type: `off:${Res}` }> {}
export function* discMap(): Generator<'s', void, { [K in Res]: { type: `${K}.changed`; payload: K } }[Res]> {}
export function* discMap2(): Generator<'s', void, { [K in `${Res}${Capitalize<Act>}d`]: { type: K } }[`${Res}${Capitalize<Act>}d`]> {}
