/**
 * A module's text in portions: by turns what stands before a statement of the module, comments mostly, and the statement; the last is
 * what follows them all. Two texts of one module in, which portions they have in common out: those from the start and those
 * from the end that are the same, character by character. What lies between has changed, however it was edited.
 *
 *      │ import … │ \n │ const a = 1; │ \n// two\n │ export function* b() { … } │ \n
 */
import type { Module } from './module.ts';

export interface Portion {
  readonly start: number;
  readonly end: number;
}

export function portionsOf({ program, text }: Module): readonly Portion[] {
  const portions: Portion[] = [];
  let start = 0;
  for (const statement of program.body) {
    portions.push({ start, end: statement.start }, { start: statement.start, end: statement.end });
    start = statement.end;
  }
  return [...portions, { start, end: text.length }];
}

/** The portion that an offset lies in, by its number: even before a statement, odd in one. */
export function portionAt(portions: readonly Portion[], offset: number): number {
  let low = 0;
  let high = portions.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (portions[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many portions are the same at the start and at the end; none counts twice. */
export interface Common {
  readonly before: number;
  readonly after: number;
}

export function commonPortions(from: Texts, to: Texts): Common {
  const most = Math.min(from.portions.length, to.portions.length);
  const same = sameStart(from.text, to.text);
  let before = 0;
  while (before < most && isSame(from.portions[before]!, to.portions[before]!, 0) && from.portions[before]!.end <= same) before++;
  const shift = to.text.length - from.text.length;
  const until = from.text.length - sameEnd(from.text, to.text);
  let after = 0;
  while (after < most - before && isSame(from.portions.at(-1 - after)!, to.portions.at(-1 - after)!, shift) && from.portions.at(-1 - after)!.start >= until) after++;
  return { before, after };
}

interface Texts {
  readonly text: string;
  readonly portions: readonly Portion[];
}

function isSame(one: Portion, other: Portion, shift: number): boolean {
  return one.start + shift === other.start && one.end + shift === other.end;
}

function sameStart(one: string, other: string): number {
  return longest(Math.min(one.length, other.length), (count) => one.slice(0, count) === other.slice(0, count));
}

function sameEnd(one: string, other: string): number {
  return longest(Math.min(one.length, other.length), (count) => one.slice(one.length - count) === other.slice(other.length - count));
}

/** The greatest count up to `most` that holds, where all below one that holds do: whole texts are compared quicker than characters. */
function longest(most: number, holds: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
