/**
 * A machine of test/ordinary in, by its name. Out: what comes of it against the chart that was drawn by hand before the
 * compiler was asked. It is exact if both drawings have the same states and arrows, and the generator and the XState
 * machine written for it do the same.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Verdict, checkMachine, tell } from '../../../src/check/index.ts';
import type { Chart } from '../../../src/chart/chart.ts';
import { diskHost } from '../../../src/cli/read/disk.ts';
import { partsOf } from '../../../src/cli/read/parts.ts';
import { type Charted, charted } from '../../../src/cli/read/read.ts';
import { compile, toMermaid } from '../../../src/compile.ts';
import { refuses } from '../../../src/diagnostic/diagnostic.ts';
import { fromMermaid } from '../../../src/format/mermaid/read/read.ts';
import { type Comparison, type Size, compareDrawings } from './compare.ts';

/** A row of the table. */
export type Judgement =
  | { readonly verdict: 'exact' | 'differs'; readonly hand: Size; readonly ours: Size; readonly guards: Comparison['guards']; readonly check: Verdict['kind'] | 'fails' }
  | { readonly verdict: 'refused' | 'hangs'; readonly hand: Size };

/** With what is wrong, line by line; nothing where it is exact. */
export type Judged = Judgement & { readonly wrong: readonly string[] };

const folder = join(import.meta.dirname, '..');

export const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted();

/** Those that the compiler is minutes over: they are not compiled here until that is mended, and count as failures. */
const ENDLESS: ReadonlySet<string> = new Set();

export async function judge(name: string): Promise<Judged> {
  const hand = drawing(readFileSync(join(folder, `${name}.mmd`), 'utf8'));
  if (ENDLESS.has(name)) return { verdict: 'hangs', hand: compareDrawings(hand, hand).hand, wrong: ['the compiler does not come to an end in a minute'] };
  const { machines, diagnostics } = compile([`${name}.ts`], diskHost(folder));
  const [machine, another] = charted(machines);
  if (!machine || another || diagnostics.length > 0) {
    const said = [...diagnostics, ...machines.flatMap((one) => one.diagnostics)].filter(refuses);
    return { verdict: 'refused', hand: compareDrawings(hand, hand).hand, wrong: said.map(({ code, message }) => `${code}: ${message}`) };
  }
  const { missing, unexpected, ...sizes } = compareDrawings(hand, drawing(toMermaid(machine.chart)));
  const { check, story } = await checked(machine);
  const wrong = [...missing.map((text) => `only by hand: ${text}`), ...unexpected.map((text) => `only ours: ${text}`), ...story];
  return { verdict: wrong.length === 0 ? 'exact' : 'differs', ...sizes, check, wrong };
}

/** What `yieldchart check` says, and the story where that is no good. A machine that we fail on must not hide the others. */
async function checked(machine: Charted): Promise<{ check: Verdict['kind'] | 'fails'; story: readonly string[] }> {
  try {
    const verdict = checkMachine(await partsOf(machine, undefined, { cwd: folder, live: false }));
    return { check: verdict.kind, story: verdict.kind === 'different' ? tell(verdict).slice(1) : [] };
  } catch (error) {
    return { check: 'fails', story: [`the check fails: ${String(error)}`] };
  }
}

/** The chart that a diagram shows. */
export function drawing(text: string): Chart {
  const { chart, diagnostics } = fromMermaid(text);
  if (!chart) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return chart;
}
