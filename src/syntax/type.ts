/**
 * What a type annotation says, as far as it is written plainly: finite unions, objects, arrays, primitives.
 * Anything else is `unknown`, never a guess.
 */
import type { Constant } from '../chart/chart.ts';

export type Type = { /** As TypeScript, meaningful in the module that declares the machine. */ readonly text: string } & (
  | { readonly kind: 'literal'; readonly constant: Constant }
  /** `boolean` is a primitive here; `finiteValues` knows its two. */
  | { readonly kind: 'primitive'; readonly name: 'string' | 'number' | 'boolean' | 'bigint' | 'symbol' }
  | { readonly kind: 'object'; readonly fields: readonly TypeField[] }
  /** With `items`, a tuple of exactly these; `element` is then their union. */
  | { readonly kind: 'array'; readonly element: Type; readonly mutable: boolean; readonly items?: readonly Type[] }
  /** With `returns`, what it returns is known. */
  | { readonly kind: 'function'; readonly returns?: Type }
  /** An instance of a class or a built-in (`Map`, `Set`, `Date`). */
  | { readonly kind: 'instance'; readonly name: string }
  /** Members in source order, nested unions flattened. */
  | { readonly kind: 'union'; readonly members: readonly Type[] }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' }
);

export interface TypeField {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
}
