/**
 * A value in, its text out: the same text for values that are deeply equal, and one a person can read.
 *
 * Values of the generator's run and of the actor's are never the same objects, so they are compared by this text:
 * class, entries and order of a `Map` or `Set`, `NaN`, `-0`, holes and cycles are in it; the order of an object's
 * properties, what a function does, private fields and the stack of an error are not.
 */

export function valueText(value: unknown): string {
  return written(value, []);
}

function written(value: unknown, above: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return value.toString();
    case 'function':
      return `${/^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'function'} ${value.name || '(anonymous)'}`;
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      return value === null ? 'null' : objectText(value, above);
  }
}

function objectText(value: object, above: readonly object[]): string {
  const cycle = above.lastIndexOf(value);
  if (cycle >= 0) return `(the object ${above.length - cycle} above)`;
  const inside = [...above, value];
  const text = (part: unknown): string => written(part, inside);
  if (Array.isArray(value)) return `[${Array.from({ length: value.length }, (_, index) => (index in value ? text(value[index]) : '(hole)')).join(', ')}]`;
  const name = className(value);
  const fields = properties(value, text);
  const named = (content: string): string => [name, content, fields && `{ ${fields} }`].filter(Boolean).join(' ');
  if (value instanceof Error) return `${value.name}${value.name !== name && name !== 'Error' ? ` (${name})` : ''}: ${value.message}${fields && ` { ${fields} }`}`;
  if (value instanceof Date) return named(Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString());
  if (value instanceof RegExp) return `${String(value)}${value.lastIndex > 0 ? ` at ${value.lastIndex}` : ''}`;
  if (value instanceof Map) return named(`{${[...value].map(([key, item]) => ` ${text(key)} => ${text(item)}`).join(',')} }`);
  if (value instanceof Set) return named(`{${[...value].map((item) => ` ${text(item)}`).join(',')} }`);
  if (ArrayBuffer.isView(value)) return named(`[${Array.from(value as Uint8Array).join(', ')}]`);
  if (boxed.test(Object.prototype.toString.call(value))) return named(text(value.valueOf()));
  return `${name === 'Object' ? '' : `${name} `}${fields ? `{ ${fields} }` : '{}'}`;
}

/** Own enumerable properties, `type` first and the others by name. */
function properties(value: object, text: (part: unknown) => string): string {
  const skip = ArrayBuffer.isView(value) || boxed.test(Object.prototype.toString.call(value)) ? /^\d+$/ : value instanceof Error ? /^(?:name|message|stack)$/ : /^$/;
  const keys = Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key) && !(typeof key === 'string' && key !== '' && skip.test(key)));
  const rank = (key: string | symbol): string => (key === 'type' ? '' : ` ${String(key)}`);
  return keys
    .toSorted((x, y) => (rank(x) < rank(y) ? -1 : 1))
    .map((key) => `${typeof key === 'symbol' ? `[${String(key)}]` : /^[\w$]+$/.test(key) ? key : `'${key}'`}: ${text(Reflect.get(value, key))}`)
    .join(', ');
}

function className(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return '(no prototype)';
  const maker: unknown = (prototype as { constructor?: unknown }).constructor;
  return typeof maker === 'function' && maker.name ? maker.name : '(anonymous class)';
}

/** `new Number(1)` and the like. */
const boxed = /^\[object (?:Number|String|Boolean)\]$/;
