/** Reading back what was written gives the same chart, for charts with the most hostile words there are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, State } from '../../src/chart/chart.ts';
import { escape, unescape } from '../../src/format/mermaid/escape.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { toMermaid } from '../../src/format/mermaid/write/write.ts';
import { all } from '../charts.ts';
import { statecharts } from '../statechart.ts';
import { charts, text } from './mermaid-random.ts';
import { view } from './mermaid-view.ts';

function read(diagram: string): Chart {
  const { chart, diagnostics } = fromMermaid(diagram, { name: 'random' });
  expect(diagnostics).toEqual([]);
  return chart!;
}

const withoutRemarks = (diagram: string): string => diagram.replace(/^ *%%.*\n/gm, '');
const withoutContext = (chart: Chart): Chart => ({ ...chart, parameters: [], context: [] });

describe('for random charts with hostile words', () => {
  it('reading back what was written gives the same states, notes, arrows and labels', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        expect(view(read(toMermaid(chart)))).toEqual(view(chart));
      }),
      { numRuns: 1500 },
    );
  });

  it('writing what was read gives the same text', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const written = toMermaid(withoutContext(chart));
        expect(toMermaid(read(written))).toBe(written);
      }),
      { numRuns: 1500 },
    );
  });

  it('remarks say nothing', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const written = toMermaid(chart);
        const bare = withoutRemarks(written);
        expect(bare).not.toContain('drawn by yieldchart');
        expect(view(read(bare))).toEqual(view(chart));
        expect(withoutRemarks(toMermaid(read(bare)))).toBe(withoutRemarks(toMermaid(read(written))));
      }),
      { numRuns: 300 },
    );
  });
});

describe('for random charts of all kinds of states', () => {
  it('reading back what was written gives the same chart, and writing that the same text, without remarks too', () => {
    fc.assert(
      fc.property(statecharts(), (chart) => {
        const written = toMermaid(chart);
        for (const text of [written, withoutRemarks(written)]) {
          expect(view(read(text))).toEqual(view(chart));
          expect(withoutRemarks(toMermaid(read(text)))).toBe(withoutRemarks(written));
        }
      }),
      { numRuns: 250 },
    );
  }, 120_000);
});

describe('for the sample charts', () => {
  it.each(all.map((chart) => [chart.name, chart] as const))('%s reads back as it was written', (_, chart) => {
    expect(view(read(toMermaid(chart)))).toEqual(view(chart));
    const written = toMermaid(withoutContext(chart));
    expect(toMermaid({ ...read(written), name: chart.name, file: chart.file })).toBe(written);
  });
});

it('states that nothing leaves keep their places when the text is read and written again', () => {
  const dead = (id: string): State => ({ kind: 'atomic', id, note: `about ${id}`, places: [], transitions: [] });
  const chart: Chart = { ...all[0]!, states: [dead('x'), dead('a b'), dead('y'), ...all[0]!.states, dead('c d')] };
  const written = toMermaid(chart);
  expect(toMermaid({ ...read(written), name: chart.name, file: chart.file })).toBe(written);
});

describe('escaping', () => {
  it.each(['state', 'arrow', 'note'] as const)('any %s text reads back as itself, on one line, without a semicolon of its own', (spot) => {
    fc.assert(
      fc.property(text, (words) => {
        const written = escape(words, spot);
        expect(unescape(written.replaceAll('<br/>', '\n'))).toBe(words);
        expect(written).not.toMatch(spot === 'state' ? /[\n"]/ : /\n/);
        expect(written.replace(/#\d+;/g, '')).not.toContain(';');
      }),
      { numRuns: 2000 },
    );
  });
});
