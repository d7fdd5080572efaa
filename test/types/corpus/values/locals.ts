// Values in functions, declared values, values that are narrowed.
declare const declared: { a: 'x'; b?: 'y' };
declare let later: 'p' | 'q';
declare function call(): 'called';
declare function over(a: string): 'str';
declare function over(a: number): 'num';
declare const mode: 'dev' | 'prod';
declare class Shape { kind: 'shape'; size(): 1 }
const CONFIG = { mode: 'dark' } as const;

export function* declaredT(): Generator<typeof declared.a, void, typeof declared> {}
export function* laterT(): Generator<typeof later, void, typeof mode> {}
export function* callT(): Generator<ReturnType<typeof call>, void, ReturnType<typeof over>> {}
export function* shape(): Generator<Shape['kind'], void, Shape> {}
export function* ctor(): Generator<'s', void, InstanceType<typeof Shape>> {}
export function inside() {
  const CONFIG = { mode: 'light' } as const;
  const local = ['l', 'm'] as const;
  type Mode = (typeof CONFIG)['mode'];
  return function* inner(): Generator<Mode, void, (typeof local)[number] | (typeof CONFIG)['mode']> {};
}
export function* outside(): Generator<(typeof CONFIG)['mode'], void, typeof CONFIG> {}
export function parameter(side: 'left' | 'right', opt?: 'o', def = 'd', ...more: 'm'[]) {
  return function* inner(): Generator<typeof side, void, typeof opt | typeof def | (typeof more)[number]> {};
}
export function narrowed(value: 'a' | 'b' | 1) {
  if (value === 1) return;
  return function* inner(): Generator<typeof value, void, 'x'> {};
}
export function block() {
  { const CONFIG = 'blocked'; type T = typeof CONFIG; return function* inner(): Generator<T, void, typeof CONFIG> {}; }
}
export function looped() {
  for (const item of ['a', 'b'] as const) {
    return function* inner(): Generator<typeof item, void, 'x'> {};
  }
  return undefined;
}
export function caught() {
  try { return; } catch (error) { return function* inner(): Generator<typeof error, void, 'x'> {}; }
}
export const objects = { *method(): Generator<'s', void, typeof CONFIG.mode> {} };
export function destructured({ a, b = 'b' }: { a: 'x'; b?: 'b' | 'c' }) {
  return function* inner(): Generator<typeof a, void, typeof b> {};
}
export function typedThis(this: { k: 'v' }) {
  return function* inner(): Generator<'s', void, 'x'> {};
}
