/** In: a machine that was charted. Out: where each state comes from, and what it remembers, for a person. */
import type { Place } from '../chart/chart.ts';
import { codeText } from '../chart/code.ts';
import { constantText } from '../chart/label.ts';
import type { Charted } from './read.ts';
import { table } from './table.ts';

export function explainMachine({ name, file, chart }: Charted): string {
  const states = chart.states.map(({ id, kind, value, places }) => {
    const yields = value === undefined ? '' : value.kind === 'constant' ? constantText(value.constant) : codeText(value.code);
    return [id, WORDS[kind], yields, places.map(position).join(', ')];
  });
  const variables = chart.context.map((variable) => [variable.name, variable.type, variable.initial ? codeText(variable.initial) : '', 'context: it is remembered, and names no state']);
  return [
    `${name} in ${file}`,
    table([{ title: 'state' }, { title: 'is' }, { title: 'value' }, { title: 'where' }], states),
    ...(variables.length === 0 ? [] : [table([{ title: 'variable' }, { title: 'type' }, { title: 'starts as' }, { title: 'is' }], variables)]),
  ].join('\n\n');
}

const WORDS = { atomic: 'waits at a yield', choice: 'asks what only the way there tells', final: 'returns' } as const;

function position({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
