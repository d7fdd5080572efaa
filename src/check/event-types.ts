/** A chart in, the events that it speaks of out, in its order: those that it waits for, leaves out, or raises itself. */
import type { Chart, Transition } from '../chart/chart.ts';

export function eventTypesOf({ initial, states }: Pick<Chart, 'initial' | 'states'>): readonly string[] {
  const ways = [initial, ...states.flatMap((state): readonly Transition[] => [...(state.initial ? [state.initial] : []), ...state.transitions])];
  const actions = [...ways.flatMap((way) => way.actions), ...states.flatMap(({ entry = [], exit = [] }) => [...entry, ...exit])];
  const named = ways.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.type] : trigger.kind === 'any' ? trigger.but : []));
  return [...new Set([...named, ...actions.flatMap(({ raises }) => raises ?? [])])];
}
