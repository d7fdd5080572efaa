/**
 * What a type says, as far as it is plain: finite unions, objects, arrays, primitives. Anything else is `unknown`, never a
 * guess. Our own reading of annotations makes it, and so does whoever asks the user's TypeScript.
 */
import type { Constant } from './chart.ts';

export type Type = { /** As TypeScript, meaningful in the module that declares the machine. */ readonly text: string } & (
  /** With `of`, a member of that enum: another type than its value alone. */
  | { readonly kind: 'literal'; readonly constant: Constant; readonly of?: string }
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
  /** With `said`, nobody could say more: it is written `any`, `unknown` or `void`, or it is a type that has no other kind here. */
  | { readonly kind: 'unknown'; readonly said?: true }
);

export interface TypeField {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  /** What `keyof` makes of the name, where that is not the string: `1`, `Color.Red`. */
  readonly key?: Type;
}
