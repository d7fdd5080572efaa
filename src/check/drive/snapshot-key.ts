/**
 * A snapshot in, a text out that two snapshots have in common only if a machine goes on from both alike. Plain data is in it as it is, with the order of properties and
 * what is shared in it; anything else (functions, instances, what is frozen) by which one it is.
 */
import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';

export interface Keys {
  readonly ofSnapshot: (snapshot: AnyMachineSnapshot) => string;
  readonly ofValue: (value: unknown) => string;
  /** Whether there may be more to a value of this text than the text tells. */
  readonly isPartial: (text: string) => boolean;
}

/** Texts that are comparable with each other, and with no others. */
export function createKeys(): Keys {
  const numbers = new WeakMap<object, number>();
  const symbols = new Map<symbol, number>();
  let count = 0;
  const numberOf = (each: object): number => {
    const known = numbers.get(each) ?? (count += 1);
    numbers.set(each, known);
    return known;
  };
  const symbol = (each: symbol): string => {
    const known = symbols.get(each) ?? (count += 1);
    symbols.set(each, known);
    return `symbol ${known}`;
  };
  const ofValue = (value: unknown): string => {
    const before = new Map<object, number>();
    const write = (each: unknown): string => {
      switch (typeof each) {
        case 'string':
          return JSON.stringify(each);
        case 'number':
          return Object.is(each, -0) ? '-0' : String(each);
        case 'bigint':
          return `${each}n`;
        case 'undefined':
        case 'boolean':
          return String(each);
        case 'symbol':
          return symbol(each);
        case 'function':
          return `function ${numberOf(each)}`;
        case 'object':
          return each === null ? 'null' : object(each);
      }
    };
    const object = (each: object): string => {
      const seen = before.get(each);
      if (seen !== undefined) return `^${seen}`;
      before.set(each, before.size);
      if (!isPlain(each)) return `instance ${numberOf(each)}`;
      if (Array.isArray(each)) return `[${each.map(write).join()}]`;
      return `{${Object.keys(each).map((key) => `${JSON.stringify(key)}:${write(Reflect.get(each, key))}`).join()}}`;
    };
    return write(value);
  };
  return {
    ofValue,
    // A string that says so too only makes this too careful.
    isPartial: (text) => text.includes('instance '),
    ofSnapshot: ({ value, context, historyValue }) => {
      const visited = Object.entries(historyValue as Readonly<Record<string, readonly AnyStateNode[]>>);
      return `${ofValue([value, context])} ${visited.map(([id, nodes]) => `${JSON.stringify(id)}:${JSON.stringify(nodes.map((node) => node.id))}`).join()}`;
    },
  };
}

/** Whether a list has no holes, and an object no hidden properties: then what is seen is all there is to it. */
function isPlain(each: object): boolean {
  if (!Object.isExtensible(each)) return false;
  const prototype: unknown = Object.getPrototypeOf(each);
  if (Array.isArray(each)) return prototype === Array.prototype && Reflect.ownKeys(each).length === each.length + 1 && Object.keys(each).length === each.length;
  return prototype === Object.prototype && Reflect.ownKeys(each).length === Object.keys(each).length;
}
