/** The picture of a difference: both versions are in it, marked, and Mermaid and Graphviz draw it. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chart, State } from '../../../src/chart/chart.ts';
import { arrowsOf, graphOf } from '../../../src/check/structure/arrow.ts';
import { unionOf } from '../../../src/check/diff/union.ts';
import { markedSvg } from '../../../src/format/dot/svg.ts';
import { markedMermaid } from '../../../src/format/mermaid/write/write.ts';
import { fromMermaid } from '../../../src/format/mermaid/read/read.ts';
import { type Judge, judge } from '../../format/mermaid-judge.ts';
import { statecharts } from '../../statechart.ts';
import { edited } from './edits.ts';

const RUNS = Number(process.env['RUNS'] ?? 80);

/** Two charts that have little in common, or nearly all. */
const pairs = fc.oneof(edited(statecharts({ depth: 3 })).map(([old, next]): readonly [Chart, Chart] => [old, next]), fc.tuple(statecharts({ depth: 2 }), statecharts({ depth: 2 })));

let judges: readonly Judge[];
beforeAll(async () => {
  judges = [await judge('mermaid'), await judge('mermaid12')];
});

describe('the drawing of two versions', () => {
  test('has the whole of the new version in what is not marked as gone', () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => {
        const { chart, marks } = unionOf(old, next);
        const states = chart.states.filter(({ id }) => marks.states.get(id) !== 'removed');
        expect(states.map(({ id }) => id)).toEqual(next.states.map(({ id }) => id));
        expect(states.map(({ transitions }) => transitions.filter((way) => marks.transitions.get(way) !== 'removed'))).toEqual(next.states.map(({ transitions }) => transitions));
      }),
      { numRuns: RUNS },
    );
  });

  test('has as many arrows of the old version as that has, in what is neither marked as new nor as changed', () => {
    fc.assert(
      fc.property(pairs, ([old, next]) => {
        const { chart, marks } = unionOf(old, next);
        const arrows = (whole: Chart, state: State): number => arrowsOf(graphOf(whole), { ...state, transitions: state.transitions.filter((way) => !['added', 'changed'].includes(marks.transitions.get(way) ?? '')) }).length;
        const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
        // What only keeps an event from a wildcard has no arrow, and in the union it may stand beside another wildcard.
        fc.pre(!JSON.stringify([old, next]).includes('"any"'));
        expect(sum(chart.states.filter(({ id }) => marks.states.get(id) !== 'added').map((state) => arrows(chart, state)))).toBe(sum(old.states.map((state) => arrowsOf(graphOf(old), state).length)));
      }),
      { numRuns: RUNS },
    );
  });

  test('is drawn by Mermaid 11 and 12, its marks as signs', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async ([old, next]) => {
        const { chart, marks } = unionOf(old, next);
        const text = markedMermaid(chart, marks);
        for (const see of judges) {
          const { nodes } = await see(text);
          const signs = nodes.map((node) => /^[+−±](?= |$)/.exec(node.text)?.[0]).filter(Boolean);
          const boxes = chart.states.filter(({ kind, id }) => marks.states.has(id) && kind !== 'choice' && kind !== 'final');
          expect(signs.length).toBeGreaterThanOrEqual(boxes.length);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('is drawn as a picture, its marks told apart by signs and by lines', { timeout: 300_000 }, async () => {
    const diagram = (arrows: string): Chart => fromMermaid(`stateDiagram-v2\n  [*] --> cart\n  ${arrows.replaceAll('; ', '\n  ')}\n`, { name: 'shop', file: '' }).chart!;
    const { chart, marks } = unionOf(diagram('cart --> paid : pay; paid --> [*] : ship'), diagram('cart --> paid : pay / log(); paid --> refunding : cancel; refunding --> cart : refunded'));
    const svg = await markedSvg(chart, marks);
    expect(svg).toContain('class="state added"');
    expect(svg).toContain('class="end removed"');
    expect(svg.match(/class="arrow( \w+)?"/g)!.toSorted()).toEqual(['class="arrow added"', 'class="arrow added"', 'class="arrow removed"', 'class="arrow"', 'class="arrow"']);
    for (const words of ['+ refunding', '>+<', '>−<', '>±<']) expect(svg).toContain(words);
    expect(/\.removed[^}]*stroke-dasharray:5 4/.test(svg)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.tuple(statecharts({ depth: 2 }), statecharts({ depth: 2 })), async ([old, next]) => {
        const { chart: both, marks: own } = unionOf(old, next);
        expect(await markedSvg(both, own)).toContain('</svg>');
      }),
      { numRuns: Math.ceil(RUNS / 30) },
    );
  });
});
