/** A chart in, the same with its states and events called otherwise out. */
import type { Chart, Transition, Trigger } from '../chart/chart.ts';
import { isPlace } from './structure/arrow.ts';
import { eventNames } from './event-names.ts';
import { eventTypesOf } from './event-types.ts';
import { fold } from './names.ts';

type Rename = (name: string) => string;

/** The chart with each state called what `state` gives for its id, and each event what `event` gives for its type. */
export function renamed(chart: Chart, state: Rename, event: Rename): Chart {
  const trigger = (one: Trigger): Trigger => (one.kind === 'event' ? { ...one, type: event(one.type) } : one.kind === 'any' ? { ...one, but: one.but.map(event) } : one);
  const way = (transition: Transition): Transition => ({
    ...transition,
    trigger: trigger(transition.trigger),
    ...(transition.target !== undefined && { target: state(transition.target) }),
    ...(transition.also && { also: transition.also.map(state) }),
  });
  return {
    ...chart,
    initial: way(chart.initial),
    states: chart.states.map((one) => ({
      ...one,
      id: state(one.id),
      ...(one.parent !== undefined && { parent: state(one.parent) }),
      ...(one.initial && { initial: way(one.initial) }),
      transitions: one.transitions.map(way),
    })),
  };
}

/**
 * `theirs` by the names of `own`: what is called alike but for case and separators, and what `map` says, by the names of `own`. So a difference is told of
 * what somebody drew as `Basket`, and not that there is no `basket`.
 */
export function inNamesOf(own: Chart, theirs: Chart, map: Readonly<Record<string, string>> = {}): Chart {
  const [ours, others] = [own, theirs].map((chart) => chart.states.filter(isPlace).map(({ id }) => id));
  const states = new Map<string, string>();
  for (const id of ours!) {
    const said = Object.hasOwn(map, id) ? map[id] : undefined;
    const twins = said !== undefined ? others!.filter((other) => fold(other) === fold(said)) : others!.includes(id) ? [] : others!.filter((other) => fold(other) === fold(id) && !ours!.includes(other));
    if (twins.length === 1 && !states.has(twins[0]!)) states.set(twins[0]!, id);
  }
  const { partner, inferred } = eventNames(eventTypesOf(own), new Set(eventTypesOf(theirs)), map);
  const types = new Map([...partner].filter(([type]) => !inferred.some(({ generator }) => generator === type)).map(([type, other]) => [other, type]));
  return renamed(theirs, (id) => states.get(id) ?? id, (type) => types.get(type) ?? type);
}
