/** Mermaid 11 and 12 see in every diagram exactly what the chart has, and what our reader sees in it: boxes, blocks, choices, texts, arrows, notes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, State } from '../../src/chart/chart.ts';
import { type Drawing, drawingOf } from '../../src/format/mermaid/write/arrows.ts';
import { contextNote } from '../../src/format/mermaid/write/context.ts';
import { mermaidIds } from '../../src/format/mermaid/write/ids.ts';
import { toMermaid } from '../../src/format/mermaid/write/write.ts';
import { writeLabel } from '../../src/format/mermaid/write/label.ts';
import { all } from '../charts.ts';
import { statecharts } from '../statechart.ts';
import { type Flat, judge } from './mermaid-judge.ts';
import { charts } from './mermaid-random.ts';
import { drawn } from './mermaid-drawn.ts';

function meant(chart: Chart): Flat {
  const drawing = drawingOf(chart);
  const boxes = drawing.boxesIn(undefined);
  const ids = idsOf(drawing, boxes);
  const arrows = [drawing.initialArrow(undefined)!, ...boxes.flatMap(drawing.arrowsFrom)];
  const end = (state: State | undefined, dot: string): string => (state ? ids.get(state.id)! : dot);
  const about = contextNote(chart);
  const start = drawing.initialArrow(undefined)!.to;
  const isLone = (state: State | undefined): boolean => state?.kind === 'atomic' && drawing.arrowsFrom(state).length === 1;
  return {
    nodes: [
      ...boxes.map((state) => ({ id: ids.get(state.id)!, shape: state.kind === 'choice' ? 'choice' : 'rect', text: state.kind === 'choice' ? ids.get(state.id)! : /^\u200b*$/.test(state.id) ? `${state.id}\u200b` : state.id })),
      { id: 'root_start', shape: 'stateStart', text: 'root_start' },
      ...(arrows.some((arrow) => !arrow.to) ? [{ id: 'root_end', shape: 'stateEnd', text: 'root_end' }] : []),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    edges: arrows
      .map(({ from, to, label }) => {
        const text = writeLabel(label, { from: from?.kind === 'choice' ? 'choice' : 'state', toEnd: !to || to.kind === 'final', actors: new Map() });
        return `${end(from, 'root_start')} --> ${end(to, 'root_end')} : ${!to && isLone(from) && (text === '' || text.startsWith('/ return')) ? `always ${text}`.trim() : text}`;
      })
      .toSorted(),
    notes: [
      ...boxes.filter((state) => state.note).map((state) => `right of ${ids.get(state.id)!}----parent ${state.note}`),
      ...(start && about !== '' ? [`left of ${ids.get(start.id)!}----parent ${about}`] : []),
    ].toSorted(),
  };
}

function idsOf(drawing: Drawing, boxes: readonly State[]): ReadonlyMap<string, string> {
  const moves = (state: State): boolean => drawing.arrowsFrom(state).length > 0;
  return mermaidIds([...boxes.filter(moves), ...boxes.filter((state) => !moves(state))]);
}

const BY_HAND = join(import.meta.dirname, 'mermaid-by-hand');
const byHand = readdirSync(BY_HAND).filter((file) => file.endsWith('.mmd'));

describe.each(['mermaid', 'mermaid12'] as const)('%s', async (version) => {
  const see = await judge(version);

  it.each(all.map((chart) => [chart.name, chart] as const))('sees what %s has', async (_, chart) => {
    const text = toMermaid(chart);
    const { tree, ...flat } = await see(text);
    expect(flat).toEqual(meant(chart));
    expect(drawn(text)).toEqual(tree);
  });

  it('sees what random charts with hostile words have', async () => {
    await fc.assert(
      fc.asyncProperty(charts, async (chart) => {
        const { tree: _, ...flat } = await see(toMermaid(chart));
        expect(flat).toEqual(meant(chart));
      }),
      { numRuns: 250 },
    );
  }, 60_000);

  it('sees in random charts of all kinds of states what we read', async () => {
    await fc.assert(
      fc.asyncProperty(statecharts(), async (chart) => {
        const text = toMermaid(chart);
        expect(drawn(text)).toEqual((await see(text)).tree);
      }),
      { numRuns: 25 },
    );
  }, 300_000);

  it.each(byHand)('sees in %s what we read', async (file) => {
    const text = readFileSync(join(BY_HAND, file), 'utf8');
    expect(drawn(text)).toEqual((await see(text)).tree);
  });
});
