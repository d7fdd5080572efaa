/** A chart in, the same chart with every event that its transitions name in its alphabet out: XState's types must know them all. */
import type { Chart } from '../../chart/chart.ts';

export function withWholeAlphabet(chart: Chart): Chart {
  const { alphabet } = chart;
  const triggers = chart.states.flatMap((state) => state.transitions.map((transition) => transition.trigger));
  const named = triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.type] : trigger.kind === 'any' ? trigger.but : []));
  const known = new Set(alphabet.events.map((event) => event.type));
  const missing = [...new Set(named)].filter((type) => !known.has(type));
  const values = alphabet.values ?? (triggers.some((trigger) => trigger.kind === 'value') && !alphabet.open ? 'unknown' : undefined);
  return { ...chart, alphabet: { ...alphabet, values, events: [...alphabet.events, ...missing.map((type) => ({ type, form: 'string' as const, fields: [] }))] } };
}
