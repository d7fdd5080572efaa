/** Two charts in, made ready to be held against each other out: what each can do, and which name of one is which of the other. */
import type { Chart, Trigger } from '../../chart/chart.ts';
import { eventNames } from '../event-names.ts';
import { createNames } from '../names.ts';
import type { Between } from './bisimilar.ts';
import { sideOf } from './side.ts';

export interface Compare {
  /** Whether one of them is a drawing: then no more is compared than a drawing shows. */
  readonly drawn?: boolean;
  /** What the second calls a state or an event of the first. */
  readonly map?: Readonly<Record<string, string>>;
}

export function betweenCharts(a: Chart, b: Chart, { drawn = false, map = {} }: Compare = {}): Between {
  const sides = { a: sideOf(drawn ? withValues(a, b) : a, { drawn }), b: sideOf(drawn ? withValues(b, a) : b, { drawn }) };
  return { ...sides, states: createNames(sides.a.names, sides.b.names, map), events: eventNames(sides.a.events, new Set(sides.b.events), map) };
}

/** A drawing cannot tell a bare value from an event: what the other chart takes as a value is one. */
function withValues(chart: Chart, other: Chart): Chart {
  const values = new Set(other.states.flatMap(({ transitions }) => transitions.flatMap(({ trigger }) => (trigger.kind === 'value' ? [trigger.name] : []))));
  const known = new Set(other.alphabet.events.map(({ type }) => type));
  const read = (trigger: Trigger): Trigger => (trigger.kind === 'event' && values.has(trigger.type) && !known.has(trigger.type) ? { kind: 'value', name: trigger.type } : trigger);
  return values.size === 0 ? chart : { ...chart, states: chart.states.map((state) => ({ ...state, transitions: state.transitions.map((transition) => ({ ...transition, trigger: read(transition.trigger) })) })) };
}
