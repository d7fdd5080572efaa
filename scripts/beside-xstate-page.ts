/** In: the machines that are written twice, and what their test expects of them. Out: the Markdown page that shows both, side by side. */
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { type Expected, readExpected } from '../test/machines/beside-xstate/expected.ts';

const folder = 'machines/beside-xstate';

/** Shown in full: one that grows, one with two things going on at once, and one that is short in both. */
const shown = ['snake-game', 'loan-approval', 'media-player'];

export function besideXstatePage(): string {
  const pairs = Object.entries(readExpected()).map(([name, expected]) => ({ name, expected, generator: read(`${name}.ts`), machine: read(`${name}.machine.ts`) }));
  const sum = (side: 'generator' | 'machine', count: 'lines' | 'words'): string => number(pairs.reduce((total, pair) => total + pair[side][count], 0));
  return [
    '# Beside XState',
    '',
    `Written from [${folder}](../${folder}) and its test by \`npm run docs\`. ${pairs.length} machines that XState users know, each written twice: as a generator, and`,
    'as an XState v5 machine by hand, with what is idiomatic there: `setup`, nested and parallel states, history, `always`, guards, `assign`. Neither was made',
    'from the other. They take the same events, wait in the same states, call the outside with the same things in the same order, and end with the same output.',
    '',
    'That they do the same is tried on the real generator and the real machine, side by side, after each event: on every sequence of events up to a length; on',
    'every event in every configuration (state, context, history) of the machine that is found further out, up to five hundred; and on random sequences. One',
    'name must belong to one state, and to no other. That a difference would show is tried by breaking the machine: each transition, guard and action is taken',
    'out in turn, each target and initial state put elsewhere (the last column). Each generator also compiles, and `yieldchart check` finds its diagram and the',
    'XState machine written for it the same as itself. Held against the machine of the other file (`yieldchart check GENERATOR --against MACHINE --accept-names`),',
    'three come out bisimilar and eleven equal on the suite; of the snake game it says that it could not compare what `draw` is given.',
    '',
    `Counted without comments, blank lines and samples, types included, at 120 characters a line: **${sum('generator', 'lines')} lines as generators, ${sum('machine', 'lines')} as machines**.`,
    `Lines hang on how code is broken; words (names, numbers, texts) do not: ${sum('generator', 'words')} and ${sum('machine', 'words')}.`,
    '',
    '| machine | lines: generator, XState | words | states | every sequence of | the same in | broken, noticed |',
    '|---|---|---|---|---|---|---|',
    ...pairs.map(({ name, expected, generator, machine }) => `| ${[
      `[${name}](../${folder}/${name}.ts) · [XState](../${folder}/${name}.machine.ts)`,
      `${generator.lines}, ${machine.lines}`,
      `${generator.words}, ${machine.words}`,
      expected.states,
      `${expected.length} events (${number(expected.sequences)})`,
      sameIn(expected),
      `${expected.caught} of ${expected.mutants}`,
    ].join(' | ')} |`),
    '',
    'The rules of snake are in a file of their own, which both use; it is counted on neither side. A change that nobody could notice stands with its reason',
    'in [the file of its pair](../test/machines/beside-xstate/pairs).',
    '',
    'What a generator has no word for yet is nesting: where the machine is in two states at once, the generator yields a name made of both, and is drawn in as many',
    'states as there are combinations (`word-processor`, `donut-making`); where the machine has history, it has a variable, and is drawn in a state for each value',
    'of it (`media-player`).',
    ...pairs.filter(({ name }) => shown.includes(name)).toSorted((a, b) => shown.indexOf(a.name) - shown.indexOf(b.name)).flatMap(({ name, generator, machine }) => [
      '',
      `## ${name}`,
      '',
      fenced(generator),
      '',
      fenced(machine),
    ]),
    '',
  ].join('\n');
}

const fenced = ({ text }: Source): string => `\`\`\`ts\n${text}\n\`\`\``;

const sameIn = ({ all, configurations }: Expected): string => (all ? `all ${configurations} configurations` : `${number(configurations)} configurations, and there are more`);

const number = (count: number): string => count.toLocaleString('en');

interface Source {
  readonly text: string;
  readonly lines: number;
  readonly words: number;
}

function read(file: string): Source {
  const text = readFileSync(`${folder}/${file}`, 'utf8').trimEnd();
  const { comments, program } = parseSync(file, text);
  const samples = program.body.filter((node) => node.type === 'ExportNamedDeclaration' && /^export const samples\b/.test(text.slice(node.start)));
  const code = [...comments, ...samples].toSorted((a, b) => a.start - b.start).reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return { text, lines: code.split('\n').filter((line) => line.trim() !== '').length, words: code.match(/'[^']*'|`[^`]*`|[\w$]+/g)!.length };
}
