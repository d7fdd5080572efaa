// Generator functions with type parameters.
type Ev = 'go' | 'stop';
export function* any<T>(): Generator<T, void, T> {}
export function* withEv<T>(): Generator<'s', void, Ev | T> {}
export function* constrained<T extends 'a' | 'b'>(): Generator<T, void, 'x' | T> {}
export function* shadowing<Ev>(): Generator<'s', void, Ev> {}
export function* shadowConstraint<Ev extends 'inner'>(): Generator<'s', void, Ev | 'x'> {}
export function* field<T extends { type: 'a' }>(): Generator<'s', void, T['type']> {}
export function* defaulted<T = 'd'>(): Generator<'s', void, T> {}
export function* keys<T extends { a: 1; b: 2 }>(): Generator<keyof T, void, keyof T & string> {}
export function* wrapped<T extends string>(): Generator<'s', void, { type: T } | { type: 'fixed' }> {}
export function* template<T extends 'a' | 'b'>(): Generator<`${T}!`, void, `x${T}`> {}
export function* extract<T extends Ev>(): Generator<'s', void, Extract<Ev, T>> {}
export function* exclude<T extends string>(): Generator<'s', void, Exclude<T, 'a'>> {}
export function* known<T>(): Generator<'s', void, Pick<{ a: 1; b: 2 }, 'a'> | T> {}
export function* unused<_T>(): Generator<'s', void, Ev> {}
export function* list<T extends readonly string[]>(_list: T): Generator<'s', void, T[number]> {}
export function* maps<T extends string>(): Generator<'s', void, { [K in T]: K }> {}
export function* conditional<T>(): Generator<'s', void, T extends string ? 'str' : 'other'> {}
export function* record<T extends string>(): Generator<'s', void, Record<T, 1>> {}
export function* partial<T extends { a: 1 }>(): Generator<'s', void, Partial<T>> {}
export function* meets<T extends string>(): Generator<'s', void, T & 'a'> {}
type Of<T> = { [K in keyof T]: { type: K } & T[K] }[keyof T];
export function* of<M extends Record<string, {}>>(): Generator<'s', void, Of<M>> {}
export function* ofKnown<_M>(): Generator<'s', void, Of<{ a: { n: 1 }; b: {} }>> {}
export class Box<T extends string> {
  *method(): Generator<T, void, T | 'boxed'> {}
  *own<Ev>(): Generator<'s', void, Ev> {}
  *plain(): Generator<'s', void, Ev> {}
}
export function outer<T extends string>(_t: T) {
  type Local = T | 'local';
  return function* inner(): Generator<'s', void, Local> {};
}
