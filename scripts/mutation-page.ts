/**
 * `npm run mutation`: breaks each machine of the gallery and hundreds of random charts in every kind of place, and writes docs/mutation.md: what the checker makes of
 * each, against what brute force finds. `--charts N --seed S` says how many, and which. Ends with 1 where something was missed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gallery } from '../test/check/gallery.ts';
import { channels, type Channel } from '../test/mutation/kill.ts';
import { kinds } from '../test/mutation/mutants.ts';
import { add, empty, type Table, ofGallery, ofRandom } from '../test/mutation/table.ts';

const { values } = parseArgs({ options: { charts: { type: 'string', default: '200' }, seed: { type: 'string', default: '4' } } });
const machines = gallery();
const tables = { gallery: empty(), random: empty() };
for (const chart of machines) add(tables.gallery, ofGallery(chart, 4));
let charts = 0;
for (const told of ofRandom(Number(values.charts), Number(values.seed))) {
  charts += 1;
  add(tables.random, told);
}
writeFileSync('docs/mutation.md', page());
for (const table of Object.values(tables)) for (const line of table.missed) console.log(line);
process.exitCode = Object.values(tables).some(({ missed }) => missed.length > 0) ? 1 : 0;

function page(): string {
  return [
    '# Charts broken on purpose',
    '',
    'Written by `npm run mutation`. A checker is only as good as what it catches: here charts are broken in one place each, and the checker is asked what',
    'differs. Brute force says whether it does: every word of events is tried under every way that the conditions may fall, as long as that leads anywhere new.',
    '',
    'Each broken chart is held against the whole one as it is (*chart*), as the diagram that is drawn of it and read back (*diagram*), and as the XState config that',
    'is written of it and read back from the live machine (*config*).',
    '',
    '- *different*: those that brute force can tell apart.',
    '- *named*: of these, caught, and a difference names the place that was broken.',
    '- *shown*: caught by a shortest way on which the two part, and a difference names no place, or another one than was broken.',
    '- *renamed*: the same up to a name that has changed, which is shown; the verdict is undecided until somebody says so.',
    '- *undecided*: the checker says that it cannot tell.',
    '- *missed*: what brute force tells apart, and the checker calls the same.',
    '- *alike*: those that brute force cannot tell apart, or not within its bounds, counted apart; *drawn otherwise*: of these, those of which the checker names a difference',
    '  (code in a state that nothing leads to is drawn too, and the first value of a variable is no step).',
    '- *left out*: what a notation has no words for (the order of arrows in a diagram, which says the whole condition on each), and what goes round for ever.',
    '',
    `## The ${machines.length} machines of the gallery`,
    '',
    ...rows(tables.gallery),
    '',
    `## ${charts} random charts`,
    '',
    'Nested and parallel ones, with histories, choices, ends, entry and exit actions, raised events, delays and wildcards: the same that the readers and writers are tried with.',
    '',
    ...rows(tables.random),
    '',
    'What was missed:',
    '',
    ...(tables.random.missed.length === 0 ? ['- nothing.'] : tables.random.missed.map((line) => `- ${line.replaceAll('<', '&lt;')}`)),
    '',
  ].join('\n');
}

function rows(table: Table): readonly string[] {
  const row = (channel: Channel, kind: string): string => {
    const at = (...fates: readonly string[]): number => fates.reduce((sum, fate) => sum + (table.counts.get(`${channel} ${kind} ${fate}`) ?? 0), 0);
    const caught = [at('named'), at('shown', 'elsewhere'), at('renamed'), at('undecided'), at('missed')];
    return `| ${[channel, kind, caught.reduce((sum, one) => sum + one, 0), ...caught, at('wider', 'equivalent', 'unknown'), at('wider'), at('unwritten', 'endless')].join(' | ')} |`;
  };
  return ['| held against | broken | different | named | shown | renamed | undecided | missed | alike | drawn otherwise | left out |', '|---|---|---|---|---|---|---|---|---|---|---|', ...channels.flatMap((channel) => kinds.map((kind) => row(channel, kind)))];
}
