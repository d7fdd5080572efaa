/**
 * How long a machine takes from source to chart to Mermaid and XState text, warm, as a ratio to what others take to turn the same files into
 * JavaScript without generators (which is less: they need not know what the code does). `npm run bench` writes it into docs/bench.md; exits 1 where a
 * goal is missed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { transformSync as babel } from '@babel/core';
import { transformSync as swc } from '@swc/core';
import { parseSync } from 'oxc-parser';
import ts from 'ts59';
import type * as Compiler from '../src/compile.ts';
import { median, timed, writePart } from './page.ts';

const ROUNDS = 7;
/** Rounds beforehand that do not count: V8 goes on for long with compiling what has much code. */
const WARM = 25;
const leastTimesTypeScript = 5;
const leastMachines = 2000;
/** How long a machine is that a person writes. */
const [SHORTEST, LONGEST] = [25, 60];

// What users run: the bundle.
const { compile, toMermaid, toXState } = (await import(new URL('../dist/compile.js', import.meta.url).href)) as typeof Compiler;

const texts = new Map(['machines', 'test/ordinary'].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name): [string, string] => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')])));
const host = { read: (path: string) => texts.get(path) };
const files = [...texts].filter(([file, text]) => isOrdinary(text) && compile([file], host).machines.some(({ chart }) => chart));
const lines = files.reduce((sum, [, text]) => sum + linesOf(text), 0) / files.length;
const machines = files.reduce((sum, [file]) => sum + compile([file], host).machines.filter(({ chart }) => chart).length, 0);

const TRANSFORMS = ['parameters', 'destructuring', 'for-of', 'block-scoping', 'regenerator'].map((name) => `@babel/plugin-transform-${name}`);
const tools: Readonly<Record<string, (text: string, file: string) => unknown>> = {
  yieldchart(_, file) {
    return compile([file], host).machines.map(({ chart }) => chart && [toMermaid(chart), toXState(chart, { from: 'diagrams' })]);
  },
  [`TypeScript ${ts.version}, transpileModule to ES5`]: (text) => ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.ESNext, downlevelIteration: true } }),
  [`SWC ${versionOf('@swc/core')}, transformSync to ES5`]: (text, filename) => swc(text, { filename, jsc: { parser: { syntax: 'typescript' }, target: 'es5' } }),
  [`Babel ${versionOf('@babel/core')}, regenerator and what it needs`]: (text, filename) => babel(text, { filename, babelrc: false, configFile: false, presets: ['@babel/preset-typescript'], plugins: TRANSFORMS }),
};

/** What it cannot do without, alone. */
const charts = new Map(files.map(([file]) => [file, compile([file], host).machines.flatMap(({ chart }) => chart ?? [])]));
const needed: Readonly<Record<string, (text: string, file: string) => unknown>> = {
  'of which the parser': (text, file) => parseSync(file, text, { astType: 'ts' }).program,
  'of which writing both texts': (_, file) => charts.get(file)!.map((chart) => [toMermaid(chart), toXState(chart, { from: 'diagrams' })]),
};

const times = Object.fromEntries(Object.keys({ ...tools, ...needed }).map((name) => [name, [] as number[]]));
for (const run of Object.values({ ...tools, ...needed })) for (let round = 0; round < WARM; round++) files.forEach(([file, text]) => run(text, file));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries({ ...tools, ...needed })) times[name]!.push(timed(() => files.forEach(([file, text]) => run(text, file))));
}
const [own, typescript] = Object.keys(tools);
const ratioTo = (name: string): number => median(times[name]!.map((time, round) => time / times[own!]![round]!));
const second = Math.round((1_000 * machines) / median(times[own!]!));

const missed = [
  ...(ratioTo(typescript!) < leastTimesTypeScript ? [`${ratioTo(typescript!).toFixed(2)} times as fast as TypeScript's transform, not ${leastTimesTypeScript}`] : []),
  ...(second < leastMachines ? [`${second} machines a second, not ${leastMachines}`] : []),
];
writePart('Reading a machine', [
  `From source to chart to Mermaid and XState text, warm, in one process, as a ratio to what others take for the same files: ${files.length} machines of ${SHORTEST} to ${LONGEST} lines (${Math.round(lines)} on the average), those of`,
  '`machines/` and `test/ordinary/`. The others only write the generator as a state machine in JavaScript.',
  `Goals: at least ${leastTimesTypeScript} times as fast as TypeScript, and ${leastMachines.toLocaleString('en')} machines a second; ahead of SWC is the aim.${missed.length > 0 ? ` **Missed**: ${missed.join('; ')}.` : ''}`,
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}, medians of ${ROUNDS} alternating rounds after ${WARM} of each that do not count, in milliseconds of the processor for one file.`,
  '',
  '| | a file | its time, as a multiple of yieldchart’s |',
  '|---|---:|---:|',
  ...[own!, ...Object.keys(needed), ...Object.keys(tools).slice(1)].map((name) => `| ${name} | ${(median(times[name]!) / files.length).toFixed(2)} | ${ratioTo(name).toFixed(2)} |`),
  '',
  `yieldchart reads ${second} machines a second on one core.`,
]);
for (const each of missed) process.stderr.write(`Missed: ${each}.\n`);
if (missed.length > 0) process.exitCode = 1;

function isOrdinary(text: string): boolean {
  return linesOf(text) >= SHORTEST && linesOf(text) <= LONGEST;
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
}
