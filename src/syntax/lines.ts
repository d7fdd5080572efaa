/** An offset in a module's text in, the line and column a person counts out. */
import type { Place } from '../chart/chart.ts';
import type { Module } from './module.ts';

const starts = new WeakMap<Module, readonly number[]>();

/** Where the line of each number starts; CR LF, LF and CR all end one, and so do the two of Unicode's that TypeScript knows. */
export function lineStarts(module: Module): readonly number[] {
  const known = starts.get(module);
  if (known) return known;
  const made = [0];
  const ends = /\r\n|[\n\r\u2028\u2029]/g;
  while (ends.test(module.text)) made.push(ends.lastIndex);
  starts.set(module, made);
  return made;
}

/** The 0-based number of the line that the offset is on. */
export function lineOf(module: Module, offset: number): number {
  const table = lineStarts(module);
  let low = 0;
  let high = table.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The place of an offset, 1-based, columns in UTF-16 units.
 *
 *     placeOf(module, node.start) // { file: 'light.ts', line: 3, column: 5 }
 */
export function placeOf(module: Module, offset: number): Place {
  const line = lineOf(module, offset);
  return { file: module.path, line: line + 1, column: offset - (lineStarts(module)[line] as number) + 1 };
}
