/**
 * A type in, a few of its values out, chosen to fall on both sides of what the machine's code compares with.
 *
 * A sample is a recipe, not a value: each side of the check, and each run, makes its own, so that what one changes the
 * other does not see.
 */
import type { Answer, Recorders } from '../drive/recorders.ts';
import { type ValueType, parseType } from './type-text.ts';
import type { Uses } from './use.ts';

export type Sample = (world: World) => unknown;

/** What a recipe may use: the recorders of its side, and the names its side's module exports. */
export interface World {
  readonly recorders: Recorders;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Values worth trying wherever they fit. */
export interface Pool {
  readonly numbers: readonly number[];
  /** What sums and differences are compared with. */
  readonly limits: readonly number[];
  readonly strings: readonly string[];
  /** What may be thrown. */
  readonly errors: readonly Sample[];
  /** How long a list or a text is asked to be: longer than what is tried anyway. */
  readonly lengths: readonly number[];
  /** The text of a type that the module declares, by its name. */
  readonly types: ReadonlyMap<string, string>;
  /** What is made of what no type describes. */
  readonly uses: Uses;
}

/** The most samples of one type: beyond it not every combination of fields is made. */
const MOST = 48;
const DEEPEST = 4;
/** The most ways in which one call is answered. */
const ANSWERS = 6;

/** Samples of a type. `name` is what a function or an opaque thing in it is called in the log. */
export function samplesOf(type: ValueType, pool: Pool, name: string, depth = 0): readonly Sample[] {
  const inner = (part: ValueType, suffix: string): readonly Sample[] => samplesOf(part, pool, name + suffix, depth + 1);
  if (depth > DEEPEST) return [always(undefined)];
  switch (type.kind) {
    case 'constant':
      return [always(type.value)];
    case 'string':
      return pool.strings.map(always);
    case 'number':
      return pool.numbers.map(always);
    case 'boolean':
      return [always(false), always(true)];
    case 'bigint':
      return [always(0n), always(1n)];
    case 'symbol':
      return [() => Symbol('sample')];
    case 'any':
      return [...pool.strings.slice(0, 4), ...pool.numbers.slice(0, 4)].map((value) => always<unknown>(value)).concat([always(undefined), always(null), always(true), always(false)]);
    case 'never':
      return [];
    case 'array': {
      const elements = inner(type.element, '[0]');
      const [first, second] = elements;
      return [() => [], ...elements.slice(0, 4).map((element): Sample => (world) => [element(world)]), ...(first && second ? [(world: World) => [first(world), second(world)]] : []), ...(first ? pool.lengths.map((length) => (world: World) => Array.from({ length }, (_, at) => elements[at % elements.length]!(world))) : [])];
    }
    case 'tuple':
      return combine(type.elements.map((element, index) => inner(element, `[${index}]`)), MOST).map((parts): Sample => (world) => parts.map((part) => part(world)));
    case 'object': {
      // `{}` is whatever there is.
      if (type.fields.length === 0) return [() => ({}), ...pool.strings.slice(0, 4).map(always), ...pool.numbers.slice(0, 4).map(always), always(true), always(false)];
      const fields = type.fields.map((field) => [...inner(field.type, `.${field.name}`), ...(field.optional ? [left] : [])]);
      return combine(fields, MOST).map((parts) => objectOf(type.fields.map((field) => field.name), parts));
    }
    case 'function': {
      const all = inner(type.returns, '()');
      // What differs in its first field only is far apart in the list.
      const answers = ['object', 'tuple', 'named'].includes(type.returns.kind) ? spread(all, ANSWERS) : all.slice(0, ANSWERS);
      return [(world) => world.recorders.recorder(name, made(answers, world), made(pool.errors, world))];
    }
    case 'union':
      return inTurns(type.members.map((member) => samplesOf(member, pool, name, depth))).slice(0, MOST);
    case 'named':
      return namedSamples(type, pool, name, depth);
    case 'opaque':
      return [(world) => world.recorders.anything(name)];
  }
}

function made(samples: readonly Sample[], world: World): readonly Answer[] {
  return samples.map((sample) => () => sample(world));
}

/** The first of each list, then the second of each: however few are taken, each has its share. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

/** At most so many of a list, the first among them, from all over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)]!);
}

/** Stands for a field that is left out. */
const left: Sample = () => undefined;

/** An object with these fields, but for those that are left out. */
export function objectOf(names: readonly string[], parts: readonly Sample[]): Sample {
  return (world) => Object.fromEntries(names.flatMap((name, index) => (parts[index] === left || !parts[index] ? [] : [[name, parts[index](world)]])));
}

export function always<T>(value: T): Sample {
  return () => value;
}

/** Every combination of one sample from each list; where these are too many, each sample at least once, beside the first of the others. */
export function combine<T>(lists: readonly (readonly T[])[], most: number): readonly (readonly T[])[] {
  const count = lists.reduce((product, list) => product * list.length, 1);
  if (count === 0) return [];
  if (count <= most) return lists.reduce<readonly (readonly T[])[]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);
  const longest = Math.max(...lists.map((list) => list.length));
  const diagonal = Array.from({ length: longest }, (_, index) => lists.map((list) => list[index % list.length]!));
  const base: readonly T[] = lists.map((list) => list[0]!);
  const single = lists.flatMap((list, at) => list.slice(1).map((item) => base.with(at, item)));
  const mixed = Array.from({ length: longest }, (_, index) => lists.map((list, at) => list[(index * (at + 2) + at) % list.length]!));
  return [base, ...diagonal, ...mixed, ...single].slice(0, most * 2);
}

function namedSamples(type: Extract<ValueType, { kind: 'named' }>, pool: Pool, name: string, depth: number): readonly Sample[] {
  const [key, item] = type.of.map((part) => samplesOf(part, pool, `${name}[…]`, depth + 1).slice(0, 3));
  switch (type.name) {
    case 'Date':
      return [0, 86_400_000].map((time): Sample => () => new Date(time));
    case 'Map':
    case 'ReadonlyMap':
      return [() => new Map(), ...(key?.[0] && item?.[0] ? [(world: World) => new Map([[key[0]!(world), item[0]!(world)]])] : [])];
    case 'Set':
    case 'ReadonlySet':
      return [() => new Set(), ...(key?.[0] ? [(world: World) => new Set([key[0]!(world)])] : [])];
    case 'Record':
      return [() => ({}), ...(key?.[0] && item?.[0] ? [(world: World) => ({ [String(key[0]!(world))]: item[0]!(world) })] : [])];
    case 'Partial':
      return [() => ({}), ...(type.of[0] ? samplesOf(type.of[0], pool, name, depth + 1) : [])];
    case 'Promise':
    case 'PromiseLike':
      return (key ?? []).slice(0, 2).map((value): Sample => (world) => Promise.resolve(value(world)));
    case 'Error':
      return [() => new Error('sample')];
    case 'TypeError':
      return [() => new TypeError('sample')];
    case 'RangeError':
      return [() => new RangeError('sample')];
    case 'RegExp':
      return [() => /sample/];
    case 'Function':
      return [(world) => world.recorders.recorder(name, [() => undefined], made(pool.errors, world))];
    case 'object':
      return [() => ({})];
  }
  const declared = pool.types.get(type.name);
  if (declared !== undefined && depth < DEEPEST) return samplesOf(parseType(declared), pool, name, depth + 1);
  return [(world) => instance(world, type.name) ?? world.recorders.anything(name)];
}

/** A type that the module exports as a class is made with no arguments, if it can be. */
function instance(world: World, name: string): unknown {
  const maker = world.exports[name];
  if (typeof maker !== 'function') return undefined;
  try {
    return Reflect.construct(maker, []) as unknown;
  } catch {
    // Not a class, or one that wants arguments: what stands for anything will do.
    return undefined;
  }
}
