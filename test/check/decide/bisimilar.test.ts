import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart, Transition } from '../../../src/chart/chart.ts';
import { agreementOf } from '../../../src/check/compare.ts';
import { betweenCharts, withValuesOf } from '../../../src/check/decide/between.ts';
import { alike, bisimilar, bothReact, inputsOf, keyOf, runningIn, type Between } from '../../../src/check/decide/bisimilar.ts';
import { everyWay } from '../../../src/check/decide/ask.ts';
import { asDrawn } from '../../../src/chart/drawn.ts';
import { diskHost } from '../../../src/cli/read/disk.ts';
import { compile } from '../../../src/compile.ts';
import { fromMermaid } from '../../../src/format/mermaid/read/read.ts';
import { toMermaid } from '../../../src/format/mermaid/write/write.ts';
import { statecharts } from '../../statechart.ts';

const gallery: readonly Chart[] = readdirSync('machines', { encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).flatMap((file) => compile([`machines/${file}`], diskHost(process.cwd())).machines.flatMap(({ chart }) => chart ?? []));

const RUNS = Number(process.env['RUNS'] ?? 200);

/** The length of a shortest way on which the two differ, by looking at every pair of configurations that there is. */
function bruteForce(between: Between): number | undefined {
  const met = new Set<string>();
  let level: ({ readonly a: Parameters<typeof keyOf>[0]; readonly b: Parameters<typeof keyOf>[0] } | undefined)[] = [undefined];
  for (let length = 0; level.length > 0; length += 1) {
    const next: typeof level = [];
    for (const pair of level) {
      for (const input of pair ? [...inputsOf(between), ...runningIn(between, pair)] : [undefined]) {
        for (const { result: { left, right } } of everyWay((ask) => bothReact(between, pair, input, ask), 1e6).ways) {
          if (!alike(left, right, between.states)) return length;
          const key = `${keyOf(left.after)} | ${keyOf(right.after)}`;
          if (left.end || met.has(key)) continue;
          met.add(key);
          next.push({ a: left.after, b: right.after });
        }
      }
    }
    level = next;
  }
  return undefined;
}

/** The chart with one transition taken away, led elsewhere, or under another condition. */
function broken(chart: Chart, dice: number, how: number): Chart {
  const all = chart.states.flatMap(({ transitions }) => transitions);
  const one = all[dice % Math.max(all.length, 1)];
  if (!one) return chart;
  const elsewhere = chart.states[(dice * 7) % chart.states.length]!;
  const changed = (): typeof all => {
    if (how === 0) return [];
    if (how === 1) return [{ ...one, actions: [] }];
    if (how === 2) return [{ ...one, guard: { pieces: ['ready && !open'] } }];
    return one.target === undefined || elsewhere.kind === 'history' ? [] : [{ ...one, target: elsewhere.id, also: undefined } as unknown as typeof one];
  };
  return { ...chart, states: chart.states.map((state) => ({ ...state, transitions: state.transitions.flatMap((transition) => (transition === one ? changed() : [transition])) })) };
}

describe('bisimilar', () => {
  test('finds nothing between a chart and itself', { timeout: 120_000 }, () => {
    fc.assert(fc.property(statecharts({ depth: 3 }), (chart) => {
      const found = bisimilar(betweenCharts(chart, chart));
      expect(found.kind === 'undecided' ? found.reason : found.kind).toMatch(/same|cannot be active together|asks too much|ways through/);
    }), { numRuns: RUNS });
  });

  test('finds nothing between a chart of the gallery and the diagram that is drawn of it', () => {
    for (const chart of gallery) {
      const drawing = fromMermaid(toMermaid(chart), { name: chart.name }).chart!;
      expect(bisimilar(betweenCharts(asDrawn(chart), withValuesOf(chart, asDrawn(drawing)), { drawn: true })), chart.name).toMatchObject({ kind: 'same', names: [] });
      expect(bisimilar(betweenCharts(chart, chart)), chart.name).toMatchObject({ kind: 'same', names: [] });
    }
  });

  test('gives up on what goes round and asks anew each time', () => {
    const way = (target: string, words?: string): Transition => ({ trigger: { kind: 'always' }, ...(words && { guard: { pieces: [words] } }), actions: [{ statements: [{ pieces: ['count += 1'] }], writes: ['count'], mutates: [], effect: false, name: 'count += 1' }], target, places: [] });
    const chart: Chart = { name: 'm', file: '', parameters: [], context: [], alphabet: { events: [], open: false }, dependencies: [], initial: way('A'), states: [
      { kind: 'choice', id: 'A', places: [], transitions: [way('B', 'ready'), way('C')] },
      { kind: 'choice', id: 'B', places: [], transitions: [way('A', 'open'), way('C')] },
      { kind: 'atomic', id: 'C', places: [], transitions: [] },
    ] };
    expect(bisimilar(betweenCharts(chart, chart))).toMatchObject({ kind: 'undecided' });
  });

  test('finds what brute force finds, by a way that is as short', { timeout: 120_000 }, () => {
    let [differ, agree] = [0, 0];
    fc.assert(fc.property(statecharts({ depth: 2, without: ['actors'] }), fc.nat(1000), fc.nat(3), (chart, dice, how) => {
      const between = betweenCharts(chart, broken(chart, dice, how));
      const found = bisimilar(between);
      if (found.kind === 'undecided' || chart.states.length > 9) return;
      const length = bruteForce(betweenCharts(chart, broken(chart, dice, how)));
      expect(found.kind === 'different' ? found.way.length - 1 : undefined).toBe(length);
      if (found.kind === 'same') agree += 1;
      else {
        differ += 1;
        const last = found.way.at(-1)!;
        expect(alike(last.a, last.b, between.states)).toBe(false);
      }
    }), { numRuns: RUNS });
    expect(Math.min(differ, agree)).toBeGreaterThan(RUNS / 20);
  });
});

describe('how far two charts agree', () => {
  test('is not said of what asks too much, where the order of candidates may be another', () => {
    const guard = (words: string) => ({ pieces: [words] });
    const many = Array.from({ length: 12 }, (_, at) => `(q${at} && r${at} || s${at})`).join(' && ');
    const go = (words: string, target: string): Transition => ({ trigger: { kind: 'event', type: 'go' }, guard: guard(words), actions: [], target, places: [] });
    const chart = (list: readonly Transition[]): Chart => ({ name: 'm', file: '', parameters: [], context: [], alphabet: { events: [{ type: 'go', form: 'string', fields: [] }], open: false }, dependencies: [], initial: { trigger: { kind: 'always' }, actions: [], target: 'a', places: [] }, states: [
      { kind: 'atomic', id: 'a', places: [], transitions: list },
      { kind: 'atomic', id: 'b', places: [], transitions: [] },
      { kind: 'atomic', id: 'c', places: [], transitions: [] },
    ] });
    const [a, b] = [chart([go(many, 'b'), go('open', 'c')]), chart([go('open', 'c'), go(many, 'b')])];
    expect(agreementOf(a, b, { a: 'one', b: 'other' }).level).toBeUndefined();
  });
});
