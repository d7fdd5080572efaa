/** Mermaid 11 and 12 see in every diagram exactly what the chart has: boxes, choices, texts, arrows, notes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, State } from '../../src/chart/chart.ts';
import { arrowsFrom, initialArrow } from '../../src/format/mermaid/arrows.ts';
import { contextNote } from '../../src/format/mermaid/context.ts';
import { mermaidIds } from '../../src/format/mermaid/ids.ts';
import { toMermaid } from '../../src/format/mermaid/write.ts';
import { writeLabel } from '../../src/format/mermaid/write-label.ts';
import { all } from '../charts.ts';
import { type Seen, judge } from './mermaid-judge.ts';
import { charts } from './mermaid-random.ts';

function meant(chart: Chart): Seen {
  const boxes = chart.states.filter((state) => state.kind !== 'final');
  const ids = idsOf(chart, boxes);
  const arrows = [initialArrow(chart), ...boxes.flatMap((state) => arrowsFrom(chart, state))];
  const end = (state: State | undefined, dot: string): string => (state ? ids.get(state.id)! : dot);
  const about = contextNote(chart);
  const start = initialArrow(chart).to;
  return {
    nodes: [
      ...boxes.map((state) => ({ id: ids.get(state.id)!, shape: state.kind === 'choice' ? 'choice' : 'rect', text: state.kind === 'choice' ? ids.get(state.id)! : /^\u200b*$/.test(state.id) ? `${state.id}\u200b` : state.id })),
      { id: 'root_start', shape: 'stateStart', text: 'root_start' },
      ...(arrows.some((arrow) => !arrow.to) ? [{ id: 'root_end', shape: 'stateEnd', text: 'root_end' }] : []),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    edges: arrows.map(({ from, to, label }) => `${end(from, 'root_start')} --> ${end(to, 'root_end')} : ${writeLabel(label, { fromChoice: from?.kind === 'choice', toEnd: !to })}`).toSorted(),
    notes: [
      ...boxes.filter((state) => state.note).map((state) => `right of ${ids.get(state.id)!}----parent ${state.note}`),
      ...(start && about !== '' ? [`left of ${ids.get(start.id)!}----parent ${about}`] : []),
    ].toSorted(),
  };
}

function idsOf(chart: Chart, boxes: readonly State[]): ReadonlyMap<string, string> {
  const moves = (state: State): boolean => arrowsFrom(chart, state).length > 0;
  return mermaidIds([...boxes.filter(moves), ...boxes.filter((state) => !moves(state))]);
}

describe.each(['mermaid', 'mermaid12'] as const)('%s', async (version) => {
  const see = await judge(version);

  it.each(all.map((chart) => [chart.name, chart] as const))('sees what %s has', async (_, chart) => {
    expect(await see(toMermaid(chart))).toEqual(meant(chart));
  });

  it('sees what random charts with hostile words have', async () => {
    await fc.assert(
      fc.asyncProperty(charts, async (chart) => {
        expect(await see(toMermaid(chart))).toEqual(meant(chart));
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});
