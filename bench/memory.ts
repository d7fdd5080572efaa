/**
 * How much memory a process holds that compiles a thousand machines, one after the other and keeping all their charts. `npm run bench` writes it into
 * docs/bench.md; exits 1 where the goal is missed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type * as Compiler from '../src/compile.ts';
import { writePart } from './page.ts';

const MACHINES = 1_000;
const most = 300;

const { compile, toMermaid, toXState } = (await import(new URL('../dist/compile.js', import.meta.url).href)) as typeof Compiler;

const texts = readdirSync('test/ordinary').filter((name) => name.endsWith('.ts')).map((name) => readFileSync(`test/ordinary/${name}`, 'utf8'));
const project = new Map(Array.from({ length: MACHINES }, (_, at) => [`machines/${at}.ts`, `${texts[at % texts.length]!}\n// ${at}\n`]));
const { machines } = compile([...project.keys()], { read: (path) => project.get(path) });
const written = machines.map(({ chart }) => chart && [toMermaid(chart), toXState(chart, { from: 'diagrams' })]);
const charts = written.filter((texts) => texts !== undefined).length;
const highest = Math.round(process.resourceUsage().maxRSS / 1024);

const missed = highest > most;
writePart('Memory', [
  `The most memory that a process held at a time which compiled ${machines.length.toLocaleString('en')} machines in one call (those of \`test/ordinary/\`, again and again; ${charts.toLocaleString('en')} of them charted), wrote Mermaid and XState text of each and kept it all:`,
  `**${highest} MB**, Node itself and what runs this script included. Goal: under ${most} MB.${missed ? ' **Missed.**' : ''}`,
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}.`,
]);
if (missed) {
  process.stderr.write(`Missed: ${highest} MB, not under ${most}.\n`);
  process.exitCode = 1;
}
