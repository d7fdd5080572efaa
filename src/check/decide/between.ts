/** Two charts in, made ready to be held against each other out: what each can do, and which name of one is which of the other. */
import type { Chart, Trigger } from '../../chart/chart.ts';
import { eventNames } from '../event-names.ts';
import { createNames } from '../names.ts';
import type { Between } from './bisimilar.ts';
import { sideOf } from './side.ts';

export interface Compare {
  /** Whether one of them shows no more than a drawing does: then no more is compared. */
  readonly drawn?: boolean;
  /** Whether one of them is a diagram, in which the order of arrows says nothing. */
  readonly unordered?: boolean;
  /** What the second calls a state or an event of the first. */
  readonly map?: Readonly<Record<string, string>>;
}

export function betweenCharts(a: Chart, b: Chart, { drawn = false, map = {} }: Compare = {}): Between {
  const sides = { a: sideOf(a, { drawn }), b: sideOf(b, { drawn }) };
  return { ...sides, states: createNames(sides.a.names, sides.b.names, map), events: eventNames(sides.a.events, new Set(sides.b.events), map) };
}

/**
 * The chart with the values that the other takes read as values: a drawing calls them as it calls events. What was read of a live machine does
 * not say what a value is called; then any event that the other does not know may be one.
 */
export function withValuesOf(other: Chart, chart: Chart): Chart {
  const triggers = other.states.flatMap(({ transitions }) => transitions.map(({ trigger }) => trigger));
  const values = new Set(triggers.flatMap((trigger) => (trigger.kind === 'value' ? [trigger.name] : [])));
  if (values.size === 0) return chart;
  const events = new Set([...other.alphabet.events.map(({ type }) => type), ...triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.type] : []))]);
  const isValue = (type: string): boolean => !events.has(type) && (values.has(type) || values.has(UNNAMED));
  const read = (trigger: Trigger): Trigger => (trigger.kind === 'event' && isValue(trigger.type) ? { kind: 'value', name: trigger.type } : trigger);
  return { ...chart, states: chart.states.map((state) => ({ ...state, transitions: state.transitions.map((transition) => ({ ...transition, trigger: read(transition.trigger) })) })) };
}

/** What `fromXState` calls a bare value. */
const UNNAMED = 'coroutine.send';
