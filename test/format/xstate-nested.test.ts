/** Charts with states within states, there and back: the laws of the XState format. */
import fc from 'fast-check';
import { createMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/chart.ts';
import { toXStateJson } from '../../src/format/xstate/write/json.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';
import { statecharts } from '../statechart.ts';
import { xstateConfigs } from '../xstate-config.ts';
import { load } from './xstate-written.ts';

const fromJson = (json: string) => fromXState(createMachine(JSON.parse(json)));

/** Random charts, and those that random configs are read as. */
const charts: fc.Arbitrary<Chart> = fc.oneof(statecharts(), xstateConfigs().map(({ chart }) => chart));

function withoutUnseen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnseen);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'meta' && key !== 'description').map(([key, each]) => [key, withoutUnseen(each)]));
}

describe('any chart whatever', () => {
  test('reads back from its JSON as it was written, and is written the same again', { timeout: 60_000 }, () => {
    fc.assert(fc.property(charts, (chart) => {
      const json = toXStateJson(chart);
      const { chart: back, diagnostics } = fromJson(json);
      expect(diagnostics).toEqual([]);
      expect(back).toEqual(chart);
      expect(toXStateJson(back)).toBe(json);
    }), { numRuns: 300 });
  });

  test('reads the same without what nobody sees', { timeout: 60_000 }, () => {
    const placed = (chart: Chart): Chart => ({ ...chart, description: 'a chart', states: chart.states.map((state, at) => ({ ...state, note: 'a state', places: [{ file: 'a.ts', line: at + 1, column: 1 }] })) });
    fc.assert(fc.property(charts, (chart) => {
      const config = JSON.parse(toXStateJson(placed(chart))) as object;
      expect(fromXState(createMachine(withoutUnseen(config) as never)).chart).toEqual(chart);
    }), { numRuns: 100 });
  });

  test('reads back from its module as it was written', { timeout: 120_000 }, () => {
    fc.assert(fc.property(charts, (chart) => {
      const { chart: back, diagnostics } = fromXState(load(toXState(chart)));
      expect(diagnostics).toEqual([]);
      expect(back).toEqual(chart);
    }), { numRuns: 40 });
  });
});

test('a config in any style reads as the chart that it writes down', { timeout: 60_000 }, () => {
  fc.assert(fc.property(xstateConfigs(), ({ config, chart }) => {
    expect(fromXState(createMachine(config as never))).toEqual({ chart, diagnostics: [] });
  }), { numRuns: 300 });
});
