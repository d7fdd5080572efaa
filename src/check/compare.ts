/**
 * Two charts in, how far they agree out: drawn alike, or doing the same whatever comes in; else what differs between them, and a shortest
 * way on which it shows. Nothing is run but the charts themselves.
 */
import type { Chart } from '../chart/chart.ts';
import { triggerLabel } from '../chart/label.ts';
import type { Names as Called } from './structure/arrow-difference.ts';
import { betweenCharts, type Compare, withValuesOf } from './decide/between.ts';
import { bisimilar, type Dead } from './decide/bisimilar.ts';
import { fold, type Pair } from './names.ts';
import { inNamesOf } from './renamed.ts';
import { compareCharts } from './structure/structure.ts';
import type { Compared } from './verdict.ts';
import { type Way, wayOf } from './way.ts';

export interface Agreement {
  /** `identical`: the same states and arrows. `bisimilar`: the same whatever comes in and whatever the conditions say, code compared as code. */
  readonly level?: 'identical' | 'bisimilar';
  readonly differences: readonly Compared[];
  readonly way?: Way;
  /** Names that are taken for one another, neither alike nor said to be. */
  readonly names: readonly Pair[];
  /** Why nothing was decided. */
  readonly undecided?: string;
}

/** How far two charts agree. `called`: what the two are called where they differ. */
export function agreementOf(a: Chart, b: Chart, called: Called, compare: Compare = {}): Agreement {
  const [left, right] = compare.drawn ? [withValuesOf(b, a), withValuesOf(a, b)] : [a, b];
  const drawnAlike = compareCharts(left, right, called).length === 0;
  // What is only called otherwise is no difference to tell of.
  const differences = drawnAlike ? [] : compareCharts(left, inNamesOf(left, right, compare.map), called).map((difference) => ({ ...difference, between: called }));
  const between = betweenCharts(left, right, compare);
  const found = bisimilar(between);
  switch (found.kind) {
    case 'undecided':
      // Diagrams that are drawn alike are alike, however much there is of it. Elsewhere the order of candidates counts too, and was not looked at.
      return compare.unordered && differences.length === 0 ? { level: 'identical', differences, names: [] } : { differences, names: [], undecided: found.reason };
    case 'different':
      return compare.unordered && differences.length === 0 ? { level: 'identical', differences, names: [] } : { differences, way: wayOf(found.way, between, called), names: found.names };
    case 'same':
      if (drawnAlike) return { level: 'identical', differences, names: found.names };
      return compare.unordered && differences.length > 0 && deadText(found.dead.a) !== deadText(found.dead.b) ? { differences, names: found.names } : { level: 'bisimilar', differences: [], names: found.names };
  }
}

/** A drawing says something even of what nothing leads to: more or less of that is another drawing. */
function deadText({ states, transitions }: Dead): string {
  return [...states.map(({ kind, id }) => `${kind} ${kind === 'choice' || kind === 'final' ? '' : fold(id)}`), ...transitions.map(({ from, transition }) => `${fold(from.id)} ${fold(triggerLabel(transition.trigger))} ${fold(transition.target ?? from.id)}`)].toSorted().join('\n');
}
