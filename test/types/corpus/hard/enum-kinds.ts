// Enums of every kind.
export {};
const base = 10;
const enum CE { A = 'a', B = 'b' }
enum Num { Z, O, T = 5, F, Neg = -1, After, Shift = 1 << 3, Or = Shift | 1, Ref = O, Par = (2 + 3) * 2, Hex = 0x10, Flt = 1.5, AfterFlt, Not = ~1, Mod = 7 % 4, Exp = 2 ** 3, Minus = -O }
enum Str { X = 'x', Y = `y`, Cat = 'a' + 'b', Tpl = `${X}-t`, Ref = X }
enum Mix { A, B = 'bee', C = 3, D }
enum Calc { L = 'abc'.length, M = Math.floor(1.5), K = base, N = 2 }
enum Quoted { 'not-id' = 'q1', 'two words' = 'q2', ok = 'q3' }
enum Merged { A = 'ma' } enum Merged { B = 'mb' }
enum MergedN { A, B } enum MergedN { C = 2, D }
declare enum Amb { P = 'p', Q = 'q' }
declare const enum AmbC { R = 1, S }
declare enum AmbU { U, V, W = 3 }
enum One { Only = 'only' } enum OneN { Only } enum Empty {}
enum Dup { A = 1, B = 1 } enum DupS { A = 'same', B = 'same' }
namespace NS { export enum In { A = 'nsa' } export enum In { B = 'nsb' } export const enum C { X = 1 } }
enum WithNs { A = 'wa' } namespace WithNs { export const extra = 'ex'; export type T = 't'; }
import Alias = NS.In;
export function* ce(): Generator<CE, CE.A, `${CE}` | CE.B> { throw 1; }
export function* num(): Generator<Num, Num.F, Num.Or | Num.Neg> { throw 1; }
export function* str(): Generator<Str, Str.Cat, `${Str}`> { throw 1; }
export function* str2(): Generator<Str.Tpl, keyof typeof Str, Exclude<Str, Str.X>> { throw 1; }
export function* mix(): Generator<Mix, Mix.B, Exclude<Mix, number>> { throw 1; }
export function* mix2(): Generator<Extract<Mix, string>, Extract<Mix, Mix.A | Mix.D>, { [K in Mix]: K }> { throw 1; }
export function* calc(): Generator<Calc, Calc.N, keyof typeof Calc> { throw 1; }
export function* quo(): Generator<Quoted, (typeof Quoted)['not-id'], keyof typeof Quoted> { throw 1; }
export function* mer(): Generator<Merged, Merged.B, `${Merged}!`> { throw 1; }
export function* merN(): Generator<MergedN, MergedN.D, `${MergedN}`> { throw 1; }
export function* amb(): Generator<Amb, Amb.P, `${Amb}`> { throw 1; }
export function* ambC(): Generator<AmbC, AmbC.S, `${AmbC}`> { throw 1; }
export function* ambU(): Generator<AmbU, AmbU.W, `${AmbU}`> { throw 1; }
export function* one(): Generator<One, One.Only, OneN | `${One}`> { throw 1; }
export function* oneN(): Generator<OneN.Only, Empty, keyof typeof One> { throw 1; }
export function* dup(): Generator<Dup, Dup.B, DupS | Dup.A> { throw 1; }
export function* ns(): Generator<NS.In, NS.In.B, NS.C | NS.C.X> { throw 1; }
export function* alias(): Generator<Alias, Alias.A, keyof typeof Alias> { throw 1; }
export function* withNs(): Generator<WithNs, WithNs.T, typeof WithNs.extra> { throw 1; }
export function* withNs2(): Generator<'s', keyof typeof WithNs, void> { throw 1; }
export function* rec(): Generator<'s', Record<Str.X | Str.Y, 1>, { [K in Num.Z | Num.O]: K }> { throw 1; }
export function* recK(): Generator<'s', keyof Record<CE, 1>, keyof { [K in Mix]: 1 }> { throw 1; }
export function* disc(): Generator<'s', void, { type: CE.A; n: 1 } | { type: CE.B }> { throw 1; }
export function* discE(): Generator<'s', Extract<{ type: CE.A; n: 1 } | { type: CE.B }, { type: 'a' }>, Extract<{ type: CE.A; n: 1 } | { type: CE.B }, { type: CE.A }>> { throw 1; }
export function* typo(): Generator<(typeof CE)['A'], (typeof Num)['T'], typeof Str.X> { throw 1; }
export function* idx(): Generator<'s', (typeof Str)[keyof typeof Str], (typeof Mix)[keyof typeof Mix]> { throw 1; }
export function* ext(): Generator<'s', (Num extends number ? 'y' : 'n') | (Str extends string ? 'y' : 'n'), (1 extends Num ? 'y' : 'n') | ('x' extends Str ? 'y' : 'n')> { throw 1; }
export function* ext2(): Generator<'s', (99 extends Num ? 'y' : 'n'), (0 extends Num.Z ? 'y' : 'n') | (1 extends Num.Z ? 'y2' : 'n2')> { throw 1; }
export function* union(): Generator<'s', Num | 1, Str | 'x' | string> { throw 1; }
export function* inter(): Generator<'s', Num & Num.O, Str & 'x'> { throw 1; }
export function* upper(): Generator<'s', Uppercase<Str>, `${Num.Z | Num.O}:${CE}`> { throw 1; }
const table = { [CE.A]: 'x', [Str.X]: 'y', [Num.O]: 'z' } as const;
export function* tab(): Generator<'s', keyof typeof table, typeof table> { throw 1; }
export function* tabV(): Generator<'s', (typeof table)[CE.A], (typeof table)[Num.O] | (typeof table)['x']> { throw 1; }
interface I { [CE.A]: 'ia'; [Str.X]?: 'ix'; [base]: 'ten' }
export function* int(): Generator<'s', I[CE.A], keyof I> { throw 1; }
export function* int2(): Generator<'s', I, I['a'] | I['x'] | I[10]> { throw 1; }
const f = CE.A; const o = { e: CE.A }, oc = { e: CE.A } as const;
export function* vals(): Generator<'s', typeof f, typeof o | typeof oc> { throw 1; }
export function* vals2(): Generator<'s', (typeof o)['e'], (typeof oc)['e']> { throw 1; }
