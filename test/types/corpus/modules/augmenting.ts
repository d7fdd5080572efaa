import type { Registry } from './augmented';
declare module './augmented' {
  interface Registry { second: { b: 2 } }
}
declare global {
  interface GlobalEvents { fromAugmenting: 1 }
  type GlobalAlias = 'galias';
  var globalVar: 'gv';
}
export function* names(): Generator<keyof Registry, void, Registry['second']> {}
export function* global(): Generator<keyof GlobalEvents, void, GlobalEvents> {}
export function* alias(): Generator<GlobalAlias, void, typeof globalVar> {}
