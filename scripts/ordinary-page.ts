/** In: what test/ordinary.test.ts expects of each ordinary machine, and the reasons. Out: the Markdown page of the table. */
import { readExpected } from '../test/ordinary/table/expected.ts';
import type { Judgement } from '../test/ordinary/table/judge.ts';
import { reasons } from '../test/ordinary/table/reasons.ts';

export function ordinaryPage(): string {
  const rows = Object.entries(readExpected());
  const count = (verdict: Judgement['verdict']): number => rows.filter(([, row]) => row.verdict === verdict).length;
  return [
    '# Ordinary machines, held against charts drawn by hand',
    '',
    'Written from the test of these machines by `npm run docs`. Each was written as an experienced programmer would write it, together with the',
    'chart that a person would draw of it, and both were committed before the compiler was asked. What fails is left in.',
    '',
    `**${count('exact')} of ${rows.length} are exact** (${percent(count('exact'), rows.length)}), ${count('differs')} differ, ${count('refused')} are refused${count('hangs') > 0 ? `, ${count('hangs')} not finished in a minute` : ''}.`,
    '',
    'Exact: the two drawings have the same states, waiting and final, by name, and the same arrows, counted as (from, event, to) with choices dissolved',
    'into the arrows through them; and the check of generator against XState machine finds no difference. How a guard is worded decides nothing: the',
    'column *guards* says how many of those on arrows that both have are the same text.',
    '',
    '| machine | verdict | states: hand, ours | arrows: hand, ours | guards | check | reason |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(([name, row]) => `| ${[`[${name}](../test/ordinary/${name}.ts)`, row.verdict, ...sizes(row), (reasons[name] ?? '').replaceAll('|', '\\|')].join(' | ')} |`),
    '',
  ].join('\n');
}

function sizes(row: Judgement): readonly string[] {
  if (!('ours' in row)) return [`${row.hand.states}, –`, `${row.hand.arrows}, –`, '–', '–'];
  const { hand, ours, guards, check } = row;
  return [`${hand.states}, ${ours.states}`, `${hand.arrows}, ${ours.arrows}`, guards.of === 0 ? '–' : `${guards.same} of ${guards.of}`, check];
}

/** Rounded down: 94.9 is not 95. */
function percent(part: number, whole: number): string {
  return `${Math.floor((100 * part) / whole)} %`;
}
