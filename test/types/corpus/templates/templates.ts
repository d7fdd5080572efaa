// Template literal types.
type Side = 'left' | 'right';
type Speed = 1 | 2;
enum Color { Red = 'red', Blue = 'blue' }
enum Level { Low, High }
export function* go(): Generator<`go-${Side}`, void, `${Side}:${Speed}`> {}
export function* bool(): Generator<`is-${boolean}`, void, `${true}` | `${false}!`> {}
export function* nullish(): Generator<`${null}`, void, `${undefined}-${null}`> {}
export function* open(): Generator<`a${string}`, void, `${number}px`> {}
export function* openWith(): Generator<'a' | `a${string}`, void, 'go' | `on-${string}`> {}
export function* big(): Generator<`${1n}`, void, `${-5n | 3n}`> {}
export function* numbers(): Generator<`${1.50}`, void, `${1e21}` | `${-1}` | `${0x10}`> {}
export function* never(): Generator<`${never}`, void, `a${never}b`> {}
export function* any(): Generator<`${any}`, void, `x${any}`> {}
export function* strings(): Generator<`${string}`, void, `${string}` | 'a'> {}
export function* enums(): Generator<`${Color}`, void, `c-${Color.Red}`> {}
export function* numericEnums(): Generator<`${Level}`, void, `l${Level}`> {}
export function* upper(): Generator<Uppercase<Side>, void, `on${Capitalize<Side>}`> {}
export function* lower(): Generator<Lowercase<'ABC' | 'DeF'>, void, Uncapitalize<'Abc' | 'XYZ'>> {}
export function* upperOpen(): Generator<Uppercase<string>, void, Capitalize<`a${string}`>> {}
export function* sharp(): Generator<Uppercase<'straße'>, void, Lowercase<'İ'>> {}
export function* emoji(): Generator<Capitalize<'𝒶bc'>, void, Uncapitalize<'É'>> {}
export function* nested(): Generator<`${`a${Side}`}b`, void, `${`${Side}` | 'x'}`> {}
export function* keyed(): Generator<`${keyof { a: 1; b: 2 }}-changed`, void, `set-${keyof { x: 1 } & string}`> {}
export function* numberKeys(): Generator<`${keyof { 1: 'a' }}`, void, `k${keyof { 1: 'a'; b: 'c' }}`> {}
export function* escaped(): Generator<`a\n${Side}`, void, `\u0041${Speed}\\`> {}
export function* noHoles(): Generator<`plain`, void, `back\`tick`> {}
type Join<A extends string, B extends string> = `${A}.${B}`;
export function* join(): Generator<Join<'a' | 'b', 'c'>, void, Join<Join<'a', 'b'>, 'c'>> {}
export function* mixedHole(): Generator<`${Side | 1 | true}`, void, `${'a' | null}`> {}
export function* extractTemplate(): Generator<'s', void, Extract<'go-a' | 'go-b' | 'stop', `go-${string}`>> {}
export function* excludeTemplate(): Generator<'s', void, Exclude<'go-a' | 'go-b' | 'stop', `go-${string}`>> {}
export function* twoOpen(): Generator<`${string}:${string}`, void, 'a:b' | `${string}:${string}` | 'c'> {}
export function* openAnd(): Generator<`a${string}` & 'ab', void, `a${string}` & string> {}
export function* openNot(): Generator<`a${string}` & 'b', void, Extract<string | `a${string}`, string>> {}
export function* openFields(): Generator<'s', void, { type: `on-${string}` } | { type: 'go' }> {}
export function* openRecord(): Generator<'s', void, Record<`a${string}`, 1>> {}
export function* openKeys(): Generator<'s', void, `x${`a${string}`}`> {}
export function* openBranches(): Generator<`a${string}` extends string ? 'y' : 'n', void, string extends `a${string}` ? 'y' : 'n'> {}
export function* openOfMany(): Generator<'s', void, `${Side}${string}`> {}
enum Word { Ab = 'ab' }
export function* openMember(): Generator<'s', void, Word | `a${string}`> {}
