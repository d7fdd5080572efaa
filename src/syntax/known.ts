/** Values at compile time while they are being found out: those of `constant.ts`, and what is not known in them. */
import type { Constant } from '../chart/chart.ts';

export type Known =
  | Constant
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Known> }
  | { readonly kind: 'array'; readonly items: readonly Known[] }
  /** A function, an instance, or anything that is only known at run time. */
  | { readonly kind: 'opaque' };

export const opaque: Known = { kind: 'opaque' };

export function isConstant(value: Known): value is Constant {
  return value.kind !== 'object' && value.kind !== 'array' && value.kind !== 'opaque';
}

/** What an object or an array holds directly. */
export function contents(value: Known): readonly Known[] {
  return value.kind === 'object' ? [...value.entries.values()] : value.kind === 'array' ? value.items : value.kind === 'opaque' ? [opaque] : [];
}

/** The object of these entries, in the order in which JavaScript lists keys: whole numbers first. */
export function objectOf(entries: ReadonlyMap<string, Known>): Known {
  const index = (key: string): number => (/^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1 ? Number(key) : Number.POSITIVE_INFINITY);
  if (![...entries.keys()].some((key) => Number.isFinite(index(key)))) return { kind: 'object', entries };
  const sorted = [...entries].sort(([a], [b]) => (index(a) === index(b) ? 0 : index(a) - index(b)));
  return { kind: 'object', entries: new Map(sorted) };
}
