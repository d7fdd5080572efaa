/**
 * Diagrams as people write them by hand: what is read of each, beside it (`UPDATE=1` writes it anew). Those in `lost/` are the ones that Mermaid draws
 * otherwise than they are meant, or that mean nothing a chart can say: there we read what is meant, or say why not.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Chart, State, Transition } from '../../src/chart/chart.ts';
import { constantText, transitionLabel } from '../../src/chart/label.ts';
import { codeText } from '../../src/chart/code.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { toMermaid } from '../../src/format/mermaid/write/write.ts';
import { view } from './mermaid-view.ts';

const FOLDER = join(import.meta.dirname, 'mermaid-by-hand');

function told(chart: Chart): readonly string[] {
  const depth = (state: State): number => (state.parent === undefined ? 1 : 1 + depth(chart.states.find(({ id }) => id === state.parent)!));
  const arrow = ({ target, also = [], reenter, ...transition }: Transition): string => `--> ${[target ?? '(stays)', ...also].join(' & ')}${reenter ? ' anew' : ''} : ${transitionLabel(transition)}`.replace(/ : $/, '').replaceAll('\n', '⏎');
  return [
    `starts ${arrow(chart.initial)}`,
    ...chart.states.flatMap((state) => {
      const lines = [
        `${[state.depth, state.kind].filter(Boolean).join(' ')} ${JSON.stringify(state.id)}${state.value ? ` = ${state.value.kind === 'constant' ? constantText(state.value.constant) : codeText(state.value.code)}` : ''}`,
        ...(state.note ? [`  note ${JSON.stringify(state.note)}`] : []),
        ...(state.entry ?? []).map((action) => `  entry ${action.name}`),
        ...(state.exit ?? []).map((action) => `  exit ${action.name}`),
        ...(state.actors ?? []).map(({ id, source, input }) => `  runs ${source}${input ? ` with ${codeText(input)}` : ''} as ${id}`),
        ...(state.initial ? [`  starts ${arrow(state.initial)}`] : []),
        ...state.transitions.map((transition) => `  ${arrow(transition)}`),
      ];
      return lines.map((line) => '  '.repeat(depth(state) - 1) + line);
    }),
  ];
}

function outcome(text: string): string {
  const { chart, diagnostics } = fromMermaid(text);
  const said = diagnostics.map(({ severity, message, span }) => `${severity}: ${message}${span ? ` (line ${text.slice(0, span.start).split('\n').length})` : ''}`);
  return [...said, ...(chart ? told(chart) : [])].map((line) => `${line}\n`).join('');
}

describe.each(['', 'lost'])('mermaid-by-hand/%s', (inner) => {
  const folder = join(FOLDER, inner);
  const files = readdirSync(folder).filter((file) => file.endsWith('.mmd'));

  it.each(files)('%s is read as told beside it', (file) => {
    const found = outcome(readFileSync(join(folder, file), 'utf8'));
    const expected = join(folder, file.replace(/\.mmd$/, '.txt'));
    if (process.env['UPDATE'] === '1') writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, 'utf8'));
  });

  it.each(files)('%s, written again, says the same', (file) => {
    const { chart, diagnostics } = fromMermaid(readFileSync(join(folder, file), 'utf8'));
    if (!chart) return expect(diagnostics).not.toEqual([]);
    const written = toMermaid(chart);
    const again = fromMermaid(written);
    expect(again.diagnostics).toEqual([]);
    expect(view(again.chart!)).toEqual(view(chart));
    expect(toMermaid(again.chart!)).toBe(written);
  });

  it('has no expectation without its diagram', () => {
    expect(readdirSync(folder).filter((file) => file.endsWith('.txt'))).toEqual(files.map((file) => file.replace(/\.mmd$/, '.txt')).toSorted());
  });
});
