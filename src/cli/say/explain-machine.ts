/** In: a machine, charted or refused. Out: where its events, variables and states come from, for a person or a program. */
import type { Chart, Place, State } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { constantText } from '../../chart/label.ts';
import type { Explanation, Machine } from '../../compile.ts';
import { palette } from '../../diagnostic/colour.ts';
import { table } from './table.ts';

export function explainMachine(machine: Machine, colour: boolean): string {
  const { name, file, place, chart, explanation } = machine;
  const { bold } = palette(colour);
  const line = (at: Place): string => `line ${at.line}${at.file === file ? '' : ` of ${at.file}`}`;
  const parts = [
    `${bold(name)} in ${file}, ${line(place)}${chart ? '' : ': refused. This is as far as it was read.'}`,
    columns(['event', 'because', 'looks like'], eventRows(explanation, line)),
    columns(['variable', 'is', 'declared', 'because'], explanation.variables.map(({ name, kind, why, place }) => [name, kind, line(place), why])),
    explanation.waits.length === 0 || explanation.variables.some(({ kind }) => kind !== 'neither') ? '' : 'It remembers nothing: no variable outlives a yield.',
    chart ? columns(['state', 'is', 'where', 'stands for'], stateRows(chart, explanation, line)) : columns(['yield', 'where'], explanation.waits.map((at) => ['waits', line(at)])),
  ];
  return parts.filter(Boolean).join('\n\n');

  function columns(titles: readonly string[], rows: readonly (readonly string[])[]): string {
    if (rows.length === 0) return '';
    const [head = '', ...rest] = table(titles.map((title) => ({ title })), rows).split('\n');
    return [bold(head), ...rest].join('\n');
  }
}

/** The same for a program. */
export function explanationJson({ name, file, place, chart, explanation }: Machine): object {
  const states = chart?.states.map(({ id, kind, value, places }) => ({ id, kind, value, places, holds: holding(id, explanation) }));
  return { name, file, line: place.line, refused: chart === undefined, ...explanation, states: states ?? [] };
}

type Line = (at: Place) => string;

function eventRows({ events }: Explanation, line: Line): string[][] {
  const because = { type: 'its type says so', comparison: 'the code compares with it', open: 'nothing says what else there is' } as const;
  return events.map(({ name, shape, from, place }) => [name, `${because[from]}, ${line(place)}`, shape]);
}

function stateRows({ initial, states }: Chart, explanation: Explanation, line: Line): string[][] {
  const kinds = { atomic: 'waits', compound: 'waits in one of its states', parallel: 'waits in all of its states', choice: 'asks', history: 'goes back', final: 'ends' } as const;
  return states.map((state) => [
    state.id,
    `${kinds[state.kind]}${initial.target === state.id ? ', first' : ''}`,
    [...new Set(state.places.map(line))].join(', '),
    [standsFor(state), ...holding(state.id, explanation)].join('; '),
  ]);
}

function standsFor({ kind, value }: State): string {
  const text = value && (value.kind === 'constant' ? constantText(value.constant) : codeText(value.code).replaceAll(/\s+/g, ' '));
  switch (kind) {
    case 'atomic':
      return text === undefined || text === 'undefined' ? 'a yield of nothing' : `a yield of ${text}`;
    case 'compound':
    case 'parallel':
    case 'history':
      return 'a coroutine that is delegated to';
    case 'choice':
      return 'a question asked on the way';
    case 'final':
      return text === undefined ? 'an end with nothing, or with what is computed' : `a return of ${text}`;
  }
}

function holding(id: string, { states }: Explanation): readonly string[] {
  return states.find((state) => state.id === id)?.holds ?? [];
}
