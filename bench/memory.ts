/**
 * How much memory a process holds that compiles a thousand machines and keeps their charts: one file after the other, as a server or a watcher does, and all
 * files in one call. `npm run bench` writes it into docs/bench.md; exits 1 where the goal is missed.
 */
import { spawnSync } from 'node:child_process';
import { writePart } from './page.ts';

const MACHINES = 1_000;
const most = 300;

/** Runs in a process of its own: Node, the bundle and nothing else. */
const script = (inOneCall: boolean): string => `
import { readFileSync, readdirSync } from 'node:fs';
const { compile, toMermaid, toXState } = await import(${JSON.stringify(new URL('../dist/compile.js', import.meta.url).href)});
const texts = readdirSync('test/ordinary').filter((name) => name.endsWith('.ts')).map((name) => readFileSync('test/ordinary/' + name, 'utf8'));
const project = new Map(Array.from({ length: ${MACHINES} }, (_, at) => ['machines/' + at + '.ts', texts[at % texts.length] + '\\n// ' + at + '\\n']));
const host = { read: (path) => project.get(path) };
const machines = ${inOneCall ? 'compile([...project.keys()], host).machines' : '[...project.keys()].flatMap((file) => compile([file], host).machines)'};
const written = machines.flatMap(({ chart }) => (chart ? [[toMermaid(chart), toXState(chart, { from: 'diagrams' })]] : []));
console.log(JSON.stringify({ charts: written.length, highest: Math.round(process.resourceUsage().maxRSS / 1024) }));
`;

function highest(inOneCall: boolean): { readonly charts: number; readonly highest: number } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script(inOneCall)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { charts: number; highest: number };
}

const [one, all] = [highest(false), highest(true)];
const missed = Math.max(one.highest, all.highest) > most;
writePart('Memory', [
  `The most memory that a process held at a time which compiled ${MACHINES.toLocaleString('en')} files with a machine each (those of \`test/ordinary/\`, again and again; ${one.charts} charted) and kept the charts, their`,
  `Mermaid and their XState text: **${one.highest} MB** one file after the other, ${all.highest} MB with all files in one call, Node itself included. Goal: under ${most} MB.${missed ? ' **Missed.**' : ''}`,
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}.`,
]);
if (missed) {
  process.stderr.write(`Missed: ${one.highest} and ${all.highest} MB, not under ${most}.\n`);
  process.exitCode = 1;
}
