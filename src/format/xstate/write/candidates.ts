/**
 * A state in, its transitions by where they stand in XState out, in the order they are asked, with those that only stop something wider: XState hands an event whose
 * candidates all failed on to `*`, and so it does with one that the chart ignores.
 */
import type { State, Transition, Trigger } from '../../../chart/chart.ts';
import { RETURN, SEND, THROW, eventKey } from '../event-name.ts';
import { endsIn, isWider, widerCandidates } from '../wider.ts';

/** What stands at one place: under one key of `on`, under `always`, under one delay, … */
export interface Candidates {
  /** The first of them, which says where they stand. */
  readonly trigger: Trigger;
  /** The key under `on`, if it is there. */
  readonly key: string | undefined;
  readonly transitions: readonly Transition[];
}

export function candidatesOf(state: State): readonly Candidates[] {
  const ignored = new Set(state.transitions.flatMap(({ trigger }) => (trigger.kind === 'any' ? trigger.but : [])));
  const handled = new Set(state.transitions.map(({ trigger }) => (trigger.kind === 'event' ? trigger.type : undefined)));
  const stays = [...ignored].filter((type) => !handled.has(type)).map((type): Transition => ({ trigger: { kind: 'event', type }, actions: [], places: [] }));

  const groups = new Map<string, Transition[]>();
  for (const transition of [...state.transitions, ...stays]) {
    const { trigger } = transition;
    const key = trigger.kind === 'event' ? `event ${trigger.type}` : trigger.kind === 'any' || trigger.kind === 'value' ? trigger.kind : JSON.stringify(trigger);
    const group = groups.get(key);
    if (group) group.push(transition);
    else groups.set(key, [transition]);
  }
  const candidates = new Map<string, { readonly trigger: Trigger; readonly key: string | undefined; readonly transitions: Transition[] }>();
  // Events that travel as bare values are asked for before bare values are.
  const inOrder = [...groups.values()].toSorted((a, b) => Number(isPlainValue(a)) - Number(isPlainValue(b)));
  for (const group of inOrder) {
    const { trigger } = group[0]!;
    const key = eventKey(trigger);
    const place = key === undefined ? JSON.stringify(trigger) : `on ${key}`;
    const list = candidates.get(place) ?? { trigger, key, transitions: [] };
    list.transitions.push(...group, ...(isCaught(group, key, state) ? [{ trigger, actions: [], places: [] }] : []));
    candidates.set(place, list);
  }
  return [...candidates.values()];
}

/** Whether something wider would wrongly be asked when all conditions have failed. */
function isCaught(group: readonly Transition[], key: string | undefined, state: State): boolean {
  const { trigger } = group[0]!;
  if (key === THROW || key === RETURN || group.some(({ guard }) => guard === undefined || guard === 'else')) return false;
  if (key === SEND && !isPlainValue(group)) return true;
  return state.transitions.some((other) => isWider(other.trigger, trigger)) && !endsIn(group, widerCandidates(trigger, state.transitions));
}

function isPlainValue(group: readonly Transition[]): boolean {
  return group[0]?.trigger.kind === 'value';
}
