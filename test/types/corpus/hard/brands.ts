// Types that only a brand tells from others.
export {};
declare const tag: unique symbol;
type Brand<T, B extends string> = T & { readonly __brand: B };
type Tagged<T, B> = T & { readonly [tag]: B };
type UserId = Brand<string, 'UserId'>;
type Cents = Tagged<number, 'cents'>;
type Ev = { type: 'buy'; id: UserId; price: Cents } | { type: 'sell'; id: UserId };
type Opaque<T, K> = T & { __opaque__: K };
export function* brand(): Generator<UserId, void, Ev> {}
export function* brandLit(): Generator<Brand<'a' | 'b', 'x'>, void, Opaque<'go' | 'stop', 'ev'>> {}
export function* brandType(): Generator<'s', void, Ev['type']> {}
export function* brandKey(): Generator<'s', void, keyof Brand<{ a: 1 }, 'x'>> {}
export function* brandObj(): Generator<'s', void, Brand<{ type: 'a' }, 'x'> | Brand<{ type: 'b' }, 'y'>> {}
export function* weak(): Generator<'s', void, 'a' | 'b' | (string & {})> {}
export function* weak2(): Generator<'s', void, 'a' | 'b' | (string & Record<never, never>)> {}
export function* weak3(): Generator<'s', void, { type: 'a' | (string & {}) }> {}
export function* numBrand(): Generator<1 & { __b: 1 }, void, (1 | 2) & { b?: never }> {}
export function* symb(): Generator<typeof tag, void, { [tag]: 1; type: 'x' }> {}
interface Nominal { readonly [tag]: 'N'; type: 'n' }
export function* nominal(): Generator<Nominal['type'], void, Nominal | 'x'> {}
export function* nominalOmit(): Generator<'s', void, Omit<Nominal, typeof tag>> {}
class Priv { private brand!: true; type = 'p' as const; }
export function* priv(): Generator<'s', void, { [K in keyof Priv]: Priv[K] }> {}
export function* privI(): Generator<'s', void, Priv & { extra: 1 }> {}
export function* privE(): Generator<'s', void, Extract<Priv | { type: 'q' }, { type: 'p' }>['type']> {}
