/**
 * What states are called. The first in the source keeps the plain name; others add what tells them apart, and a running
 * number only where no name exists. Keys stay put when an unrelated line is edited.
 */
import type { Binding } from '../syntax/module.ts';

/** What holds in a state, and of which variable it says so: a part of an object may be called like another variable. */
export interface Mark {
  readonly text: string;
  readonly of: Binding;
}

export interface Nameable {
  /** What is yielded, or asked. */
  readonly plain: string;
  /** Booleans and other control that hold in it: `muted`. */
  readonly marks: readonly Mark[];
  /** The state it is first reached from. */
  readonly after: string | undefined;
}

/** Unique names, in the order given; `taken` are gone already. */
export function nameStates(states: readonly Nameable[], taken: ReadonlySet<string> = new Set()): string[] {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  const alike = new Map<string, Nameable[]>();
  for (const state of states) {
    const all = alike.get(state.plain) ?? [];
    alike.set(state.plain, all);
    all.push(state);
  }
  return states.map((state) => {
    const isIn = (all: readonly Mark[], mark: Mark): boolean => all.some(({ text, of }) => text === mark.text && of === mark.of);
    const all = alike.get(state.plain)!;
    // What all of them say, each of a variable of its own, tells nobody anything.
    const isSaidByAll = (text: string): boolean => all.every(({ marks }) => marks.some((mark) => mark.text === text));
    const telling = state.marks.filter((mark) => all.some((other) => !isIn(other.marks, mark)) && !isSaidByAll(mark.text)).map(({ text }) => text);
    const choices = [state.plain, ...telling.map((mark) => `${state.plain} ${mark}`), ...(telling.length > 1 ? [`${state.plain} ${telling.join(' ')}`] : []), ...(state.after === undefined ? [] : [`${state.plain} after ${state.after}`])];
    const name = choices.find((choice) => !used.has(choice)) ?? numbered(state.plain, used, counts);
    used.add(name);
    return name;
  });
}

/** `counts` says where to go on counting. */
function numbered(plain: string, used: ReadonlySet<string>, counts: Map<string, number>): string {
  for (let count = counts.get(plain) ?? 2; ; count++) {
    if (used.has(`${plain} ${count}`)) continue;
    counts.set(plain, count + 1);
    return `${plain} ${count}`;
  }
}
