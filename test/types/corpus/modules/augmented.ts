// Interfaces that other modules add to: what is imported here, for nothing but that, is seen.
import './augmenting';
export interface Registry { first: { a: 1 } }
export interface Plain { plain: 'p' }
export type Names = keyof Registry;
export function* names(): Generator<Names, void, Registry> {}
export function* plain(): Generator<'s', void, Plain> {}
