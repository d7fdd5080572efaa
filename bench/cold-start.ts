/**
 * How long a person waits for `yieldchart export … --to mermaid`, as a ratio to starting Node at all. The runs alternate, so
 * that what else the machine does falls on both alike; each figure is a median. `npm run bench` writes it into docs/bench.md.
 */
import { spawnSync } from 'node:child_process';
import { median, writePart } from './page.ts';

const ROUNDS = 41;

const subjects = {
  'node -e 0': ['-e', '0'],
  'yieldchart --help': ['dist/cli/yieldchart.cjs', '--help'],
  'yieldchart list FILE': ['dist/cli/yieldchart.cjs', 'list', 'machines/traffic-light.ts'],
  'yieldchart export FILE --to mermaid': ['dist/cli/yieldchart.cjs', 'export', 'machines/traffic-light.ts', '--to', 'mermaid'],
  'yieldchart export FILE --to xstate': ['dist/cli/yieldchart.cjs', 'export', 'machines/traffic-light.ts', '--to', 'xstate'],
  'yieldchart export FILE --to svg': ['dist/cli/yieldchart.cjs', 'export', 'machines/traffic-light.ts', '--to', 'svg'],
  'yieldchart check FILE': ['dist/cli/yieldchart.cjs', 'check', 'machines/traffic-light.ts'],
} satisfies Record<string, readonly string[]>;

const times = new Map(Object.keys(subjects).map((name) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(subjects)) times.get(name)!.push(timed(args));
}

const base = median(times.get('node -e 0')!);
const rows = [...times].map(([name, all]) => `| \`${name}\` | ${median(all).toFixed(0)} ms | ${(median(all) / base).toFixed(2)} |`);
writePart('How long it takes to start', [
  'Each command as a new process, as a shell runs it.',
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}, medians of ${ROUNDS} alternating runs.`,
  '',
  '| process | median | times `node -e 0` |',
  '|---|---:|---:|',
  ...rows,
]);

function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended in ${status}: ${stderr}`);
  return performance.now() - start;
}
