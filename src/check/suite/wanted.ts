/** What has not been exercised in, what must be sent in which state for it to be seen out. */
import type { Chart } from '../../chart/chart.ts';
import type { Goal } from './coverage.ts';
import { groupOf } from '../inputs/inputs.ts';

/** By the id of a state, the groups of candidates that are wanted there. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

/** What must be sent where for something unfinished to be seen: by its own trigger or, out of a choice, by what leads to the choice. */
export function wantedBy(goals: readonly Goal[], causes: ReadonlyMap<string, Wanted>): Wanted {
  const wanted = new Map<string, Set<string>>();
  for (const { state, transition } of goals) {
    const entries: Wanted = causes.get(state) ?? new Map([[state, new Set([groupOf(transition.trigger)])]]);
    for (const [id, groups] of entries) wanted.set(id, new Set([...(wanted.get(id) ?? []), ...groups]));
  }
  return wanted;
}

/** For each choice, what leads to it, through other choices too. */
export function causesOf(chart: Chart): ReadonlyMap<string, Wanted> {
  const choices = new Map(chart.states.flatMap((state) => (state.kind === 'choice' ? [[state.id, new Map<string, Set<string>>()] as const] : [])));
  const add = (to: Map<string, Set<string>>, id: string, groups: Iterable<string>): boolean => {
    const before = to.get(id)?.size ?? 0;
    to.set(id, new Set([...(to.get(id) ?? []), ...groups]));
    return to.get(id)!.size > before;
  };
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const state of chart.states) {
      for (const { target, trigger } of state.transitions) {
        const into = target === undefined ? undefined : choices.get(target);
        if (!into) continue;
        const from: Wanted = choices.get(state.id) ?? new Map([[state.id, new Set([groupOf(trigger)])]]);
        for (const [id, groups] of from) isChanged = add(into, id, groups) || isChanged;
      }
    }
  }
  return choices;
}
