/**
 * How the time of a compilation grows with the machine: one of many `yield`s, one that nests deeply, one of many control values. Source to chart to Mermaid and
 * XState text; the exponent of time over size is fitted. `npm run bench` writes it into docs/bench.md; exits 1 where a goal is missed.
 */
import type * as Compiler from '../src/compile.ts';
import { exponent, median, timed, writePart } from './page.ts';

const most = 1.1;
const ROUNDS = 4;

const { compile, toMermaid, toXState } = (await import(new URL('../dist/compile.js', import.meta.url).href)) as typeof Compiler;

interface Shape {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly source: (size: number) => string;
  readonly states: (size: number) => number;
}

const repeat = (count: number, text: (at: number) => string): string => Array.from({ length: count }, (_, at) => text(at)).join('\n');
const shapes: readonly Shape[] = [
  {
    name: '`yield`s, one after the other',
    sizes: [1_250, 2_500, 5_000, 10_000, 20_000],
    source: (size) => `export function* line(): Generator<string, void, 'next'> {\n${repeat(size, (at) => `  yield 's${at}';`)}\n}\n`,
    states: (size) => size + 1,
  },
  {
    name: '`if`s, each inside the one before',
    sizes: [125, 250, 500, 1_000, 2_000],
    source: (size) => `export function* nest(): Generator<string, void, 'in' | 'out'> {\n${repeat(size, (at) => `if ((yield 's${at}') === 'in') {`)}\nyield 'middle';\n${'}'.repeat(size)}\n}\n`,
    states: (size) => size + 2,
  },
  {
    name: 'loops, each inside the one before',
    sizes: [125, 250, 500, 1_000, 2_000],
    source: (size) => `export function* nest(): Generator<string, void, 'in' | 'out'> {\n${repeat(size, (at) => `while ((yield 's${at}') === 'in') {`)}\nyield 'middle';\n${'}'.repeat(size)}\n}\n`,
    states: (size) => size + 2,
  },
  {
    name: 'values of one control variable',
    sizes: [32, 63, 125, 250, 500],
    source: (size) => `const NAMES = [${repeat(size, (at) => `'s${at}',`)}] as const;\nexport function* ring(): Generator<string, void, 'next' | 'back'> {\n  let at = 0;\n  while (true) {\n    const event = yield NAMES[at];\n    if (event === 'next') at = (at + 1) % ${size};\n    else if (event === 'back') at = 0;\n  }\n}\n`,
    states: (size) => size,
  },
];

const missed: string[] = [];
const rows = shapes.map(({ name, sizes, source, states }) => {
  const times = new Map<number, number[]>(sizes.map((size) => [size, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const size of sizes) {
      const text = source(size);
      const time = timed(() => {
        const { chart, diagnostics } = compile(['machine.ts'], { read: (path) => (path === 'machine.ts' ? text : undefined) }, { maxValues: 1_000 }).machines[0]!;
        if (chart?.states.length !== states(size)) throw new Error(`${name}, ${size}: ${chart ? `${chart.states.length} states` : diagnostics.map(({ message }) => message).join(' ')}`);
        return [toMermaid(chart), toXState(chart, { from: '.' })];
      });
      if (round >= 0) times.get(size)!.push(time);
    }
  }
  const points = sizes.map((size) => [size, median(times.get(size)!)] as const);
  const power = exponent(points);
  if (power > most) missed.push(`${name}: time grows as size to the power of ${power.toFixed(2)}`);
  return `| ${name} | ${points.map(([size, time]) => `${size.toLocaleString('en')}: ${Math.round(time)}`).join(', ')} | ${power.toFixed(2)} |`;
});

writePart('Large machines', [
  `Source to chart to Mermaid and XState text, of one machine that grows. Goal: the fitted exponent of time over size is at most ${most}.${missed.length > 0 ? ` **Missed**: ${missed.join('; ')}.` : ''}`,
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}, medians of ${ROUNDS} alternating runs, in milliseconds of the processor.`,
  '',
  '| a machine of | size: time | exponent |',
  '|---|---|---:|',
  ...rows,
]);
for (const each of missed) process.stderr.write(`Missed: ${each}.\n`);
if (missed.length > 0) process.exitCode = 1;
