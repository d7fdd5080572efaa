/** Charts in, what became of their mutants out, counted by how each is held against the whole one, what was broken, and what came of it. */
import fc from 'fast-check';
import type { Chart } from '../../src/chart/chart.ts';
import { statecharts } from '../statechart.ts';
import { anyCode, readyAndOpen } from './brute-force.ts';
import { killed, type Told } from './kill.ts';

export interface Table {
  /** `chart dropped named` → how many. */
  readonly counts: Map<string, number>;
  /** What was missed, to read. */
  readonly missed: string[];
}

export function empty(): Table {
  return { counts: new Map(), missed: [] };
}

export function add({ counts, missed }: Table, told: readonly Told[]): void {
  for (const { mutant, channel, fate, word } of told) {
    const key = `${channel} ${mutant.kind} ${fate}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (fate === 'missed') missed.push(`${channel}, ${mutant.kind}: ${mutant.change}, seen by ${word.join(' · ')}`);
  }
}

export function ofGallery(chart: Chart, most: number): readonly Told[] {
  return killed(chart, { pairs: 200, conditions: 6, logic: anyCode, drawn: true }, most);
}

/** Of charts that brute force can get through, and of each kind of mutant one. */
export function* ofRandom(charts: number, seed: number): Iterable<readonly Told[]> {
  const small = statecharts({ depth: 3 }).filter(({ states }) => states.length > 1 && states.length <= 8);
  for (const chart of fc.sample(small, { numRuns: charts, seed })) yield killed(chart, { pairs: 150, conditions: 2, logic: readyAndOpen }, 1);
}
