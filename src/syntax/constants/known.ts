/** Values at compile time while they are being found out: those of `constant.ts`, and what is not known in them. */
import type { Constant } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';
import type { Binding, Module } from '../module.ts';
import type { ArrowFunctionExpression, FunctionNode } from '../tree.ts';

export type Known =
  | Constant
  /** `space`: it gathers what a module exports, and cannot itself be changed. */
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Known>; readonly space?: true }
  | { readonly kind: 'array'; readonly items: readonly Known[] }
  /** The pairs of a `Map`, the items of a `Set`, each key once. */
  | { readonly kind: 'map'; readonly entries: readonly { readonly key: Known; readonly value: Known }[] }
  | { readonly kind: 'set'; readonly items: readonly Known[] }
  /** `locals`: what the variables of the functions around it are, where it is one that another has made. */
  | { readonly kind: 'function'; readonly node: FunctionNode | ArrowFunctionExpression; readonly module: Module; readonly locals?: ReadonlyMap<Binding, Known> }
  /** `key` tells it from any other; `binding` declares it, where it has a name of its own. */
  | { readonly kind: 'symbol'; readonly key: string; readonly description: string | undefined; readonly binding?: Binding; readonly module?: Module }
  /** An instance, or anything that is only known at run time; where constants alone are asked for, all but them and their tables. */
  | { readonly kind: 'opaque' };

export const opaque: Known = { kind: 'opaque' };

export function isConstant(value: Known): value is Constant {
  return value.kind !== 'object' && value.kind !== 'array' && value.kind !== 'map' && value.kind !== 'set' && value.kind !== 'function' && value.kind !== 'symbol' && value.kind !== 'opaque';
}

/** Whether there is nothing in it that could be changed. */
export function isWhole(value: Known): boolean {
  return isConstant(value) || value.kind === 'function' || value.kind === 'symbol';
}

/** What tells a value from any other; nothing for what is only like another, and for what is not known. */
export function identityOf(value: Known): string | undefined {
  if (isConstant(value)) return constantText(value);
  if (value.kind === 'symbol') return `symbol ${value.key}`;
  return value.kind === 'function' && !value.locals ? `function ${value.module.path}:${value.node.start}` : undefined;
}

/** A part of it by its name: the constant `undefined` where it has none of that name, nothing where that is not known. */
export function partOf(value: Known, name: string): Known | undefined {
  switch (value.kind) {
    case 'object':
      return value.entries.get(name) ?? (name in Object.prototype ? undefined : { kind: 'undefined' });
    case 'array':
      if (name === 'length') return { kind: 'number', value: value.items.length };
      return /^(0|[1-9]\d*)$/.test(name) ? (value.items[Number(name)] ?? { kind: 'undefined' }) : undefined;
    case 'map':
      return name === 'size' ? { kind: 'number', value: value.entries.length } : undefined;
    case 'set':
      return name === 'size' ? { kind: 'number', value: value.items.length } : undefined;
    case 'symbol':
      return name === 'description' ? (value.description === undefined ? { kind: 'undefined' } : { kind: 'string', value: value.description }) : undefined;
    default:
      return undefined;
  }
}

/** The value, unless it is beyond all measure: a constant may hold another twice, and that another. */
export function measured(value: Known): Known {
  return sizeOf(value) > LARGEST ? opaque : value;
}

const LARGEST = 1_000_000;
const sizes = new WeakMap<Known, number>();

function sizeOf(value: Known): number {
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = contents(value).reduce((sum, part) => sum + (part === opaque ? 1 : sizeOf(part)), 1);
  sizes.set(value, size);
  return size;
}

/** What an object or a collection holds directly. */
export function contents(value: Known): readonly Known[] {
  switch (value.kind) {
    case 'object':
      return [...value.entries.values()];
    case 'array':
    case 'set':
      return value.items;
    case 'map':
      return value.entries.flatMap((entry) => [entry.key, entry.value]);
    case 'opaque':
      return [opaque];
    default:
      return [];
  }
}

/** The object of these entries, in the order in which JavaScript lists keys: whole numbers first. */
export function objectOf(entries: ReadonlyMap<string, Known>): Known {
  const index = (key: string): number => (/^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1 ? Number(key) : Number.POSITIVE_INFINITY);
  if (![...entries.keys()].some((key) => Number.isFinite(index(key)))) return { kind: 'object', entries };
  const sorted = [...entries].sort(([a], [b]) => (index(a) === index(b) ? 0 : index(a) - index(b)));
  return { kind: 'object', entries: new Map(sorted) };
}
