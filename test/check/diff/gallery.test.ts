/** The difference told of machines as they are: none between a machine and its diagram, and every arrow that is broken is told of its own state. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Chart, State, Transition } from '../../../src/chart/chart.ts';
import { compile } from '../../../src/compile.ts';
import { diffCharts } from '../../../src/check/diff/diff.ts';
import { fromMermaid } from '../../../src/format/mermaid/read/read.ts';
import { toMermaid } from '../../../src/format/mermaid/write/write.ts';

function chartsIn(folder: string): readonly Chart[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('xstate')).map((file) => `${folder}/${file}`).sort();
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  return compile(files, { read: (path) => texts.get(path) }).machines.flatMap(({ chart }) => chart ?? []);
}

const gallery = chartsIn('machines');

test('a machine and its own diagram do the same, as far as a diagram goes', { timeout: 120_000 }, () => {
  const charts = [...gallery, ...chartsIn('test/fixtures')];
  const told = charts.map((chart) => diffCharts(chart, fromMermaid(toMermaid(chart), { name: chart.name, file: '' }).chart!, { drawn: true }));
  expect(told.filter(({ kind }) => kind === 'different').map(({ machine, changes }) => [machine, ...changes.map(({ message }) => message)])).toEqual([]);
  // A diagram leaves out the ends of long actions, and that is said.
  expect([...new Set(told.flatMap(({ reasons }) => reasons))]).toEqual(['the ends of long actions are left out in one of the two, so only what is seen of them was compared']);
  expect(told.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(charts.length * 0.8);
});

const breaks: Readonly<Record<string, (way: Transition, chart: Chart) => readonly Transition[]>> = {
  'is gone': () => [],
  'leads elsewhere': (way, { states }) => states.filter(({ kind, id }) => kind === 'atomic' && id !== way.target).slice(0, 1).map(({ id }): Transition => ({ ...way, target: id, throws: undefined, returns: undefined })),
  'does something else': (way) => [{ ...way, actions: [...way.actions, { name: 'broken()', statements: [{ pieces: ['broken()'] }], writes: [], mutates: [], effect: true }] }],
  'is taken on something else': (way) => (way.trigger.kind === 'event' ? [{ ...way, trigger: { kind: 'event', type: 'something else' } }] : []),
};

test.each(Object.keys(breaks))('an arrow of the gallery that %s is told, of its own state', { timeout: 120_000 }, (how) => {
  const untold: string[] = [];
  let broken = 0;
  for (const chart of gallery) {
    for (const state of chart.states) {
      for (const way of state.transitions) {
        if (isIdle(way) || state.kind !== 'atomic') continue;
        const others = breaks[how]!(way, chart);
        const next: Chart = { ...chart, states: chart.states.map((other): State => (other === state ? { ...state, transitions: state.transitions.flatMap((own) => (own === way ? others : [own])) } : other)) };
        broken += 1;
        // An event that is taken nowhere else is another name for it.
        if (!diffCharts(chart, next).changes.some(({ kind, state: where, event }) => (where === state.id && event !== undefined) || kind === 'event-renamed')) untold.push(`${chart.name}: ${state.id}, ${JSON.stringify(way.trigger)} to ${way.target}`);
      }
    }
  }
  expect(broken).toBeGreaterThan(100);
  expect(untold).toEqual([]);
});

/** An error or a close that only passes on makes the machine fail, or ends it, whether it is written or not. */
function isIdle({ trigger, actions, target, throws }: Transition): boolean {
  return (target === undefined && actions.length === 0 && !throws) || trigger.kind === 'throw' || trigger.kind === 'return';
}
