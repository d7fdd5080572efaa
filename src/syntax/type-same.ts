/** Whether two types are surely one: types in, a verdict out. */
import { constantText } from '../chart/label.ts';
import type { Type } from './type.ts';
import { anyArguments, anyType, topType } from './type-make.ts';

/** Whether two of this text are one type: it has a name, or is known down to the last field. */
export function isSettled(type: Type): boolean {
  switch (type.kind) {
    case 'unknown':
      return type === anyType || type === topType || type.text !== 'unknown';
    case 'instance':
      return !/\bunknown\b/.test(type.text);
    case 'function':
      return !type.text.startsWith(anyArguments);
    case 'literal':
    case 'primitive':
    case 'never':
      return true;
    case 'array':
    case 'object':
    case 'union': {
      const known = settled.get(type);
      if (known !== undefined) return known;
      const is = type.kind === 'array' ? isSettled(type.element) : type.kind === 'union' ? type.members.every(isSettled) : type.fields.every((field) => isSettled(field.type));
      settled.set(type, is);
      return is;
    }
  }
}

const settled = new WeakMap<Type, boolean>();

export function isSame(a: Type, b: Type): boolean {
  if (a.kind === 'literal' && b.kind === 'literal') return a.of === b.of && constantText(a.constant) === constantText(b.constant);
  if (a.kind !== b.kind || a.text !== b.text) return false;
  return isSettled(a) && isSettled(b);
}
