/** A campaign in, what is said of it out: on the terminal, and in docs/fuzzing.md. */
import type { Campaign } from './crew.ts';
import { faults } from './faults.ts';
import { laws } from './laws.ts';

export function summary(done: Campaign): string {
  const { seed, run, same, tally } = done;
  return [
    `seed ${seed}: ${run} random programs, ${percent(same, run)} of them charted and the same:`,
    ...tally.map(([what, often]) => `${String(often).padStart(7)}  ${what}`),
    'Of those that are charted have:',
    ...constructs(done).map(([construct, share]) => `${share.padStart(8)}  ${construct}`),
  ].join('\n');
}

/** The page that the last long campaign is shown on. */
export function page(done: Campaign): string {
  const { seed, run, same, steps, tally } = done;
  const failed = tally.filter(([what]) => what.startsWith('FAILED')).reduce((sum, [, often]) => sum + often, 0);
  return `# Random programs, run in four ways

Written by \`npm run fuzz -- --programs ${run} --seed ${seed} --docs\`, with the compiler and the grammar of that day.

**${group(run)} programs, ${group(failed)} failures.** ${percent(same, run)} of the programs are charted; in them, ${group(steps)} steps were compared.

A random generator function is grown from a grammar that leans to what is hard: \`try\` in \`finally\` with a \`yield\` in each, labels, \`yield*\`, closures over
what names the states, destructuring, objects with two names. The generator itself is driven with random events, errors, early returns and answers of the
outside functions, and with the same:

- its **control-flow graph**, each block run as it is, thrown into before it begins and asked again when it is over;
- its **chart**, by its own guards and actions;
- its **XState machine**, as it is written; no snapshot may change once it is taken.

At each step all must have yielded, returned or thrown the same value, and called the same outside functions with the same arguments, in the same order.
A program that is refused must be refused in words, and none may crash the compiler or hang it. What must not change a chart is tried, too: ${laws.map(({ name }) => name).join(', ')}.

What was found once stands, as small as it could be made, in [test/fuzz/found](../test/fuzz/found), and is replayed by \`npm test\`, which tries some new programs as well.

## What became of the programs

| | programs | share |
|---|---:|---:|
${tally.map(([what, often]) => `| ${cell(what === 'same' ? 'charted, and the same' : what)} | ${group(often)} | ${percent(often, run)} |`).join('\n')}

## What is in those that are charted

| construct | share |
|---|---:|
${constructs(done).map(([construct, share]) => `| ${cell(construct)} | ${share} |`).join('\n')}

## The fuzzer is tested

Each of these ${faults.length} faults, planted in the compiler one at a time, is found by the programs of \`npm test\`:

${faults.map(({ name }) => `- ${name}`).join('\n')}
`;
}

function constructs({ same, shows }: Campaign): readonly (readonly [construct: string, share: string])[] {
  return shows.map(([construct, often]) => [construct, percent(often, same)]);
}

function percent(often: number, of: number): string {
  return `${((100 * often) / Math.max(of, 1)).toFixed(1)} %`;
}

function group(number: number): string {
  return number.toLocaleString('en');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
