/** A value of a live machine in, the constant that it is out; nothing where it is none. JSON's `{ "implementation": "-0" }` is what it names. */
import type { Constant } from '../../../chart/chart.ts';

export function constantOf(value: unknown): Constant | undefined {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value };
    case 'number':
      return { kind: 'number', value };
    case 'boolean':
      return { kind: 'boolean', value };
    case 'bigint':
      return { kind: 'bigint', value: String(value) };
    case 'object':
      return value === null ? { kind: 'null' } : namedConstant((value as { implementation?: unknown }).implementation);
    default:
      return undefined;
  }
}

function namedConstant(name: unknown): Constant | undefined {
  if (typeof name !== 'string') return undefined;
  if (/^-?\d+n$/.test(name)) return { kind: 'bigint', value: name.slice(0, -1) };
  return /^(?:-0|NaN|-?Infinity)$/.test(name) ? { kind: 'number', value: Number(name) } : undefined;
}
