/** Whether two types are surely one: types in, a verdict out. */
import { constantText } from '../../chart/label.ts';
import type { Type } from './type.ts';
import { isSettled } from './make.ts';

export function isSame(a: Type, b: Type): boolean {
  if (a.kind === 'literal' && b.kind === 'literal') return a.of === b.of && constantText(a.constant) === constantText(b.constant);
  if (a.kind !== b.kind || a.text !== b.text) return false;
  return isSettled(a) && isSettled(b);
}
