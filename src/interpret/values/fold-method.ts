/**
 * Methods that everyone has, on constants: computed by JavaScript itself, where the answer is the same everywhere.
 */
import type { Constant } from '../../chart/chart.ts';
import { constant, type Plain, plain } from '../../syntax/constants/constant-fold.ts';

const ofStrings = new Set('at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf replaceAll replace slice startsWith substring toLowerCase toUpperCase trim trimEnd trimStart toString'.split(' '));
const ofLists = new Set('at includes indexOf lastIndexOf join'.split(' '));
const ofMath = new Set('abs ceil floor max min round sign trunc'.split(' '));

/** The answer of a method: of a string, of a list of constants, or of a namespace (`Math`); nothing where it is no constant. */
export function foldMethod(on: Constant | readonly Constant[] | string, method: string, given: readonly Constant[]): Constant | undefined {
  const values = given.map(plain);
  if (values.some((value) => typeof value === 'bigint')) return undefined;
  if (typeof on === 'string') return on === 'Math' && ofMath.has(method) && values.every((value) => typeof value === 'number') ? answer(Math, method, values) : undefined;
  if ('kind' in on) return on.kind === 'string' && ofStrings.has(method) ? answer(on.value, method, values) : undefined;
  return ofLists.has(method) ? answer(on.map(plain), method, values) : undefined;
}

function answer(on: object | string, method: string, given: readonly Plain[]): Constant | undefined {
  const result: unknown = (on as unknown as Record<string, (...values: readonly Plain[]) => unknown>)[method]!(...given);
  return result === null || typeof result !== 'object' ? constant(result as Plain) : undefined;
}
