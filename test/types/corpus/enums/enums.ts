// Enums.
const K = 'k';
enum Color { Red = 'red', Green = 'green', Blue = 'blue' }
enum Level { Low, Mid = 5, High }
enum One { Only = 'only' }
enum Single { Zero }
const enum Fast { A = 'a', B = 'b' }
declare enum Ambient { X = 1, Y = 2 }
declare enum Open { P, Q }
declare const enum OpenConst { P, Q }
enum Mixed { S = 's', N = 1 }
enum Flags { None = 0, A = 1 << 0, B = 1 << 1, AB = A | B, All = ~0 }
enum Computed { A = 'abc'.length, B = 2 }
enum Concat { A = 'x' + 'y', B = `${Concat.A}z` }
enum Quoted { 'with space' = 'ws', "plain" = 'p' }
enum Negative { A = -1, B, C }
enum Same { A = 'x', B = 'x' }
enum Merged { A = 'a' }
enum Merged { B = 'b' }
enum FromConst { A = K, B = Color.Red }
enum Empty {}
enum Float { Half = 0.5, More }
enum Ref { A = 1, B = A, C = Ref.B + 1, D = -C }
namespace NS { export enum Inner { I = 'i', J = 'j' } }
type Alias = Color.Red | Color.Green;
const table = { [Color.Red]: 1, [Color.Blue]: 2 } as const;
const values = [Color.Red, Color.Green] as const;

export function* color(): Generator<Color, void, Color> {}
export function* member(): Generator<Color.Red, void, Color.Green | Color.Red> {}
export function* alias(): Generator<Alias, void, Exclude<Color, Alias>> {}
export function* level(): Generator<Level, void, Level.High | Level.Mid> {}
export function* one(): Generator<One, void, One.Only> {}
export function* single(): Generator<Single, void, Single.Zero> {}
export function* fast(): Generator<Fast, void, Fast.B> {}
export function* ambient(): Generator<Ambient, void, Ambient.Y> {}
export function* open(): Generator<Open, void, OpenConst> {}
export function* mixed(): Generator<Mixed, void, Mixed.N> {}
export function* flags(): Generator<Flags, void, Flags.AB> {}
export function* all(): Generator<Flags.All, void, Flags.None> {}
export function* computed(): Generator<Computed, void, 'x' | Computed> {}
export function* concat(): Generator<Concat, void, Concat.B> {}
export function* quoted(): Generator<Quoted, void, Quoted.plain> {}
export function* negative(): Generator<Negative, void, Negative.C> {}
export function* same(): Generator<Same, void, Same.B> {}
export function* merged(): Generator<Merged, void, Merged.B> {}
export function* fromConst(): Generator<FromConst, void, FromConst.A> {}
export function* float(): Generator<Float, void, Float.More> {}
export function* ref(): Generator<Ref, void, Ref.C> {}
export function* inner(): Generator<NS.Inner, void, NS.Inner.J> {}
export function* names(): Generator<keyof typeof Color, void, keyof typeof Level> {}
export function* empty(): Generator<Empty, void, keyof typeof Empty> {}
export function* excluded(): Generator<Exclude<Color, Color.Red>, void, Exclude<Color, 'red'>> {}
export function* extracted(): Generator<Extract<Color, 'red'>, void, Extract<'red' | 'x', Color>> {}
export function* numeric(): Generator<Extract<Level, 0>, void, Extract<0 | 5, Level>> {}
export function* withLiteral(): Generator<Color | 'red', void, Level | 0> {}
export function* withString(): Generator<Color | string, void, Level | number> {}
export function* fields(): Generator<'s', void, { type: Color.Red; n: Level } | { type: Color.Blue }> {}
export function* tableKeys(): Generator<keyof typeof table, void, (typeof table)[Color.Red]> {}
export function* tableValues(): Generator<(typeof values)[number], void, (typeof values)[0]> {}
export function* typeofMember(): Generator<typeof Color.Red, void, (typeof Color)['Green']> {}
export function* typeofEnum(): Generator<(typeof Color)[keyof typeof Color], void, (typeof Level)['Low' | 'High']> {}
export function* text(): Generator<`${Color}`, void, `${Level}`> {}
export function* record(): Generator<keyof Record<Color, 1>, void, Record<Color.Red, 'x'>> {}
export function* cond(): Generator<Color extends string ? 'y' : 'n', void, Level extends number ? 'y' : 'n'> {}
export function* cond2(): Generator<'red' extends Color ? 'y' : 'n', void, 0 extends Level ? 'y' : 'n'> {}
export function* meet(): Generator<Color & string, void, Color & 'red'> {}
export function* meet2(): Generator<Color & Color.Red, void, Level & 0> {}
export function* meet3(): Generator<Color & Level, void, Color.Red & Color.Blue> {}
export function* reverse(): Generator<(typeof Level)[Level.Low], void, (typeof Level)[0]> {}
export function* up(): Generator<Uppercase<Color>, void, Capitalize<Color.Red>> {}
