/**
 * A state in, its transitions by the key they have in XState out, in the order they are asked, with those that only stop something wider: XState hands an event whose
 * candidates all failed on to `*`, and so it does with one that the chart ignores.
 */
import type { State, Transition } from '../../chart/chart.ts';
import { RETURN, SEND, THROW, eventKey } from './event-name.ts';

/** By the key under `on`; those under no key are `always`. */
export function candidatesOf(state: State): ReadonlyMap<string | undefined, readonly Transition[]> {
  const ignored = new Set(state.transitions.flatMap(({ trigger }) => (trigger.kind === 'any' ? trigger.but : [])));
  const hasAny = state.transitions.some(({ trigger }) => trigger.kind === 'any');
  const handled = new Set(state.transitions.map(({ trigger }) => (trigger.kind === 'event' ? trigger.type : undefined)));
  const stays = [...ignored].filter((type) => !handled.has(type)).map((type): Transition => ({ trigger: { kind: 'event', type }, actions: [], places: [] }));

  const groups = new Map<string, Transition[]>();
  for (const transition of [...state.transitions, ...stays]) {
    const { trigger } = transition;
    const key = JSON.stringify([trigger.kind, trigger.kind === 'event' ? trigger.type : '']);
    const group = groups.get(key);
    if (group) group.push(transition);
    else groups.set(key, [transition]);
  }
  const candidates = new Map<string | undefined, Transition[]>();
  // Events that travel as bare values are asked for before bare values are.
  const inOrder = [...groups.values()].toSorted((a, b) => Number(isPlainValue(a)) - Number(isPlainValue(b)));
  for (const group of inOrder) {
    const { trigger } = group[0]!;
    const key = eventKey(trigger);
    const isWider = (hasAny && key !== '*') || (key === SEND && !isPlainValue(group));
    const isCaught = key !== undefined && key !== THROW && key !== RETURN && isWider && group.every(({ guard }) => guard !== undefined && guard !== 'else');
    const list = candidates.get(key) ?? [];
    list.push(...group, ...(isCaught ? [{ trigger, actions: [], places: [] }] : []));
    candidates.set(key, list);
  }
  return candidates;
}

function isPlainValue(group: readonly Transition[]): boolean {
  return group[0]?.trigger.kind === 'value';
}
