/** In: the verdicts on several machines. Out: a table of them. */
import type { Verdict } from '../../check/index.ts';
import { palette } from '../../diagnostic/colour.ts';
import { table } from './table.ts';

export function verdictTable(verdicts: readonly Verdict[], colour: boolean): string {
  const rows = verdicts.map(({ machine, kind, counts }) => [machine, String(counts.states), String(counts.transitions), String(counts.sequences), kind]);
  const [head = '', rule = '', ...lines] = table(
    [{ title: 'machine' }, { title: 'states', align: 'right' }, { title: 'transitions', align: 'right' }, { title: 'sequences run', align: 'right' }, { title: 'verdict' }],
    rows,
  ).split('\n');
  const colours = palette(colour);
  const paints = { same: colours.green, different: colours.red, undecided: colours.yellow };
  return [colours.bold(head), rule, ...lines.map((line, index) => paintEnd(line, verdicts[index]!.kind, paints[verdicts[index]!.kind]))].join('\n');
}

/** Only the last word: the columns before it were measured without colours. */
function paintEnd(line: string, word: string, paint: (text: string) => string): string {
  return line.slice(0, -word.length) + paint(word);
}
