/** A chart in, the same chart with every event that its transitions name in its alphabet out: XState's types must know them all. */
import type { Chart } from '../../../chart/chart.ts';

export function withWholeAlphabet(chart: Chart): Chart {
  const { alphabet } = chart;
  const known = new Set(alphabet.events.map((event) => event.type));
  const missing: string[] = [];
  const name = (type: string): void => {
    if (!known.has(type)) missing.push(type);
    known.add(type);
  };
  let takesValues = false;
  for (const state of chart.states) {
    for (const { trigger } of state.transitions) {
      if (trigger.kind === 'event') name(trigger.type);
      else if (trigger.kind === 'any') trigger.but.forEach(name);
      else takesValues ||= trigger.kind === 'value';
    }
  }
  const values = alphabet.values ?? (takesValues && !alphabet.open ? 'unknown' : undefined);
  if (missing.length === 0 && values === alphabet.values) return chart;
  return { ...chart, alphabet: { ...alphabet, values, events: [...alphabet.events, ...missing.map((type) => ({ type, form: 'string' as const, fields: [] }))] } };
}
