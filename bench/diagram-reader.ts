/**
 * How long it takes to read a Mermaid diagram, as a ratio to Mermaid's own `getDiagramFromText` on the same text in the same process.
 * `npm run bench` writes it into docs/bench.md; exits 1 where a goal is missed.
 */
import { fromMermaid } from '../src/format/mermaid/read/read.ts';
import { parser } from '../test/format/mermaid-judge.ts';
import { median, writePart } from './page.ts';

const sizes = [100, 1_000, 10_000];
const goals = { ratio: 100, exponent: 1.1 };
/** Of ours, for one of Mermaid's. */
const ROUNDS = 15;

const subjects = {
  'flat, four arrows a state': (arrows: number) => ['stateDiagram-v2', '[*] --> s0', ...lines(arrows, '')],
  'ten states in each block': (arrows: number) => ['stateDiagram-v2', '[*] --> b0', ...blocks(arrows)],
};

const parse = await parser('mermaid');
const missed: string[] = [];
const rows: string[] = [];
for (const [name, of] of Object.entries(subjects)) {
  const times: { readonly arrows: number; readonly time: number }[] = [];
  fromMermaid(of(1_000).join('\n'));
  for (const arrows of sizes) {
    const text = `${of(arrows).join('\n')}\n`;
    const theirs: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < Math.min(5, 10_000 / arrows); round++) {
      const before = now();
      const { edges } = await parse(text);
      theirs.push(now() - before);
      for (let again = 0; again < ROUNDS; again++) {
        const start = now();
        const { chart, diagnostics } = fromMermaid(text);
        ours.push(now() - start);
        const read = chart?.states.reduce((sum, state) => sum + state.transitions.length + (state.initial ? 1 : 0), 1);
        if (read !== edges.length || diagnostics.length > 0) throw new Error(`${name}, ${arrows} arrows: Mermaid sees ${edges.length}, we ${read}`);
      }
    }
    const ratio = median(theirs) / median(ours);
    if (ratio < goals.ratio) missed.push(`${name}, ${arrows} arrows: only ${ratio.toFixed(0)} times as fast`);
    times.push({ arrows, time: median(ours) });
    rows.push(`| ${name} | ${arrows.toLocaleString('en')} | ${median(theirs).toFixed(0)} ms | ${median(ours).toFixed(2)} ms | ${ratio.toFixed(0)} |`);
  }
  const [small, large] = [times[0]!, times.at(-1)!];
  const exponent = Math.log(large.time / small.time) / Math.log(large.arrows / small.arrows);
  if (exponent > goals.exponent) missed.push(`${name}: time grows with exponent ${exponent.toFixed(2)}`);
  rows.push(`| | time grows, from ${small.arrows.toLocaleString('en')} to ${large.arrows.toLocaleString('en')}, as size to the power of | | ${exponent.toFixed(2)} | |`);
}

writePart('Reading a Mermaid diagram', [
  'The same text, read by `fromMermaid` into a chart, and by Mermaid\'s own `getDiagramFromText`, in one process.',
  `Goals: at least ${goals.ratio} times as fast; time grows with size to the power of at most ${goals.exponent}.`,
  '',
  `Node ${process.version}, ${process.platform} ${process.arch}, medians of 1 to 5 runs of Mermaid's and ${ROUNDS} times as many of ours in turn, in milliseconds of the processor.`,
  '',
  '| diagram | arrows | Mermaid | yieldchart | times as fast |',
  '|---|---:|---:|---:|---:|',
  ...rows,
]);
for (const goal of missed) process.stderr.write(`Missed: ${goal}.\n`);
if (missed.length > 0) process.exitCode = 1;

/** Every fourth arrow has a guard and an action. */
function lines(arrows: number, prefix: string): readonly string[] {
  const states = Math.ceil(arrows / 4);
  return Array.from({ length: arrows - 1 }, (_, at) => {
    const [from, to] = [Math.floor(at / 4), (Math.floor(at / 4) * 7 + at * 13 + 1) % states];
    return `${prefix}s${from} --> ${prefix}s${to} : e${at % 4}${at % 4 === 3 ? ` [count > ${at}] / count += ${at}` : ''}`;
  });
}

function blocks(arrows: number): readonly string[] {
  const count = Math.ceil(arrows / 40);
  return Array.from({ length: count }, (_, at) => [`state b${at} {`, `[*] --> b${at}s0`, ...lines(38, `b${at}`), '}', `b${at} --> b${(at + 1) % count} : next`]).flat();
}

/** Time of the processor, so that what else the machine does falls on neither. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
