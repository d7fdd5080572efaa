/**
 * A snapshot in, a text out that two snapshots have in common only if the machine goes on from both alike: what can be read of its context as text, and what
 * such a text leaves out: the order of properties, what is shared, and which of several that look alike.
 *
 * What a machine makes is told by what is in it. What it finds outside (a constant of its module, a function) may be compared with that, and is
 * told by which one it is. The two are told apart by taking a step twice: what is found is the same both times, what is made is not.
 */
import type { AnyMachineSnapshot } from 'xstate';
import { valueText } from '../drive/value-text.ts';

/** What is not told by its text: an object, a function, a symbol. */
type Thing = object | symbol;

export interface Configurations {
  /** Nothing where there may be more to it than can be read. `before` is where the step was taken that came to it; `again` takes it once more. */
  keyOf(snapshot: AnyMachineSnapshot, before: AnyMachineSnapshot | undefined, again: () => AnyMachineSnapshot): string | undefined;
}

/** Texts that are comparable with each other, and with no others. */
export function createConfigurations(): Configurations {
  const found = new Map<Thing, number>();
  const makers = new Map<unknown, number>();
  const makerOf = (value: object): number => {
    const maker: unknown = Object.getPrototypeOf(value);
    const known = makers.get(maker) ?? makers.size;
    makers.set(maker, known);
    return known;
  };
  const shapeOf = (value: unknown, above: Map<Thing, number>): string => {
    if (!isThing(value)) return '';
    const which = found.get(value);
    if (which !== undefined || typeof value === 'symbol') return `#${which}`;
    const before = above.get(value);
    if (before !== undefined) return `^${before}`;
    above.set(value, above.size);
    const state = Object.isFrozen(value) ? 'frozen' : Object.isExtensible(value) ? '' : 'sealed';
    const names = Array.isArray(value) ? Object.keys(value).length : Reflect.ownKeys(value).map((key) => (typeof key === 'symbol' ? shapeOf(key, above) : JSON.stringify(key))).join();
    return `${makerOf(value)}${state}{${names}:${partsOf(value).map((part) => shapeOf(part, above)).join()}}`;
  };

  return {
    keyOf(snapshot, before, again) {
      const { status, value, context } = snapshot;
      const things = thingsIn(context);
      if (!things) return undefined;
      const carried = before && thingsIn(before.context);
      const fresh = [...things].filter((thing) => !carried?.has(thing) && !found.has(thing));
      const others = fresh.length > 0 ? thingsIn(again().context) : undefined;
      for (const thing of fresh) {
        if (others?.has(thing)) found.set(thing, found.size);
        // Nobody sees what a function that was just made holds, and every symbol is another.
        else if (typeof thing !== 'object') return undefined;
      }
      const above = new Map<Thing, number>();
      return `${valueText([status, value, context])} ${Object.values(context as object).map((part) => shapeOf(part, above)).join()}`;
    },
  };
}

/** All that is in a context, however deep; nothing where some of it cannot be looked into. */
function thingsIn(context: unknown): ReadonlySet<Thing> | undefined {
  const things = new Set<Thing>(Object.values(context as object).filter(isThing));
  for (const thing of things) {
    if (typeof thing !== 'object') continue;
    if (!isReadable(thing)) return undefined;
    for (const part of [...Reflect.ownKeys(thing), ...partsOf(thing)]) if (isThing(part)) things.add(part);
  }
  return things;
}

/** Whether its properties and what `valueText` tells are all there is to it. */
function isReadable(thing: object): boolean {
  if (!READABLE.has(Object.prototype.toString.call(thing))) return false;
  const own = Object.getOwnPropertyDescriptors(thing) as Readonly<Record<string | symbol, PropertyDescriptor>>;
  return Reflect.ownKeys(own).every((key) => {
    const { get, enumerable } = own[key]!;
    if (Array.isArray(thing)) return !get && (key === 'length' || (typeof key === 'string' && /^\d+$/.test(key)));
    return !get && (enumerable || UNSEEN.has(key));
  });
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' ? value !== null : typeof value === 'function' || typeof value === 'symbol';
}

function partsOf(value: object): readonly unknown[] {
  const own = Reflect.ownKeys(value).map((key): unknown => Reflect.get(value, key));
  if (value instanceof Map) return [...[...(value as Map<unknown, unknown>)].flat(), ...own];
  return value instanceof Set ? [...(value as Set<unknown>), ...own] : own;
}

const READABLE: ReadonlySet<string> = new Set(['Object', 'Array', 'Map', 'Set', 'Date', 'RegExp', 'Error', 'Number', 'String', 'Boolean', 'Uint8Array', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Float32Array', 'Float64Array'].map((name) => `[object ${name}]`));

/** What `valueText` tells of what is in these, and nobody lists. */
const UNSEEN: ReadonlySet<string | symbol> = new Set(['length', 'lastIndex', 'message', 'stack']);
