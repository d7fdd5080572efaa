/** A machine that only one version has in, that as a difference out. */
import type { Chart } from '../../chart/chart.ts';
import type { ChartDiff } from './chart-diff.ts';
import { listed, quote } from './words.ts';

export function aloneDiff(chart: Chart, which: 'old' | 'new'): ChartDiff {
  const states = chart.states.filter(({ kind }) => kind !== 'choice' && kind !== 'history').map(({ id }) => quote(id));
  const about = states.length === 0 ? '' : `: it has ${states.length > MOST_NAMED ? `${states.length} states` : listed(states)}`;
  const place = chart.states[0]?.places.slice(0, 1) ?? [];
  const [kind, mark, words, places] = which === 'new' ? (['machine-added', 'added', `is new${about}`, { old: [], new: place }] as const) : (['machine-removed', 'removed', 'is gone', { old: place, new: [] }] as const);
  return { machine: chart.name, kind: 'different', changes: [{ kind, mark, message: `The machine ${quote(chart.name)} ${words}.`, places }], reasons: [], configurations: 0 };
}

const MOST_NAMED = 6;
