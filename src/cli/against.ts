/** In: the OTHER of `check --against`. Out: what it is: a diagram, an XState machine, or another generator. */
import { resolve } from 'node:path';
import * as xstate from 'xstate';
import type { Chart } from '../chart/chart.ts';
import type { Options } from '../compile.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fromMermaid } from '../format/mermaid/read.ts';
import { type Exit, UsageError, exits } from './command.ts';
import { diskHost } from './disk.ts';
import { machinesIn } from './live-machine.ts';
import { LoadError, createLoader } from './load.ts';
import { type Charted, charted, everythingSaid, readMachines, readingExit } from './read.ts';
import { findTargets } from './targets.ts';

export type Against =
  | { readonly kind: 'diagram'; readonly called: string; readonly chart: Chart }
  | { readonly kind: 'generator'; readonly called: string; readonly machine: Charted }
  | { readonly kind: 'machine'; readonly called: string; readonly path: string; readonly name: string };

/** What OTHER is; or, where it cannot be followed, what is to be said about it. */
export type Found = { readonly against: Against } | { readonly diagnostics: readonly Diagnostic[]; readonly exit: Exit };

/** `name` is the machine that is checked: where OTHER has several, the one of the same name is meant. */
export async function findAgainst(word: string, name: string, cwd: string, options: Options): Promise<Found> {
  const [target, ...more] = findTargets([word], cwd);
  if (!target || target.found || more.length > 0) throw new UsageError(`--against takes one file, and ${word} is a folder.`);
  const text = diskHost(cwd).read(target.file);
  if (text === undefined) throw new UsageError(`There is no file ${target.file}.`);
  if (/\.(?:mmd|mermaid)$/.test(target.file)) {
    const { chart, diagnostics } = fromMermaid(text, { name, file: target.file });
    return chart ? { against: { kind: 'diagram', called: target.file, chart } } : { diagnostics, exit: exits.found };
  }
  if (!/\.[cm]?[jt]sx?$/.test(target.file)) throw new UsageError(`--against takes a diagram (.mmd) or a module with a machine, and ${target.file} is neither.`);

  const machines = await xstateMachines(resolve(cwd, target.file), target.file, text);
  if (machines.length > 0) {
    const only = choose(machines, target.name, name, word);
    return { against: { kind: 'machine', called: word, path: resolve(cwd, target.file), name: only } };
  }
  const reading = await readMachines([word], cwd, options);
  const others = charted(reading.machines);
  if (others.length === 0) return { diagnostics: everythingSaid(reading), exit: readingExit(reading) };
  const only = choose(others.map((machine) => machine.name), target.name, name, word);
  return { against: { kind: 'generator', called: word, machine: others.find((machine) => machine.name === only)! } };
}

/** The names of a module's XState machines. One that never mentions xstate is not run to find out that it has none. */
async function xstateMachines(path: string, called: string, text: string): Promise<readonly string[]> {
  if (!text.includes('xstate')) return [];
  try {
    return machinesIn(await createLoader({ outside: (specifier) => (specifier === 'xstate' ? xstate : undefined) })(path)).map(([key]) => key);
  } catch (error) {
    if (error instanceof LoadError) throw new UsageError(`${called} fails when it is loaded: ${error.message}`);
    throw error;
  }
}

function choose(names: readonly string[], asked: string | undefined, checked: string, word: string): string {
  const wanted = asked ?? (names.includes(checked) ? checked : names.length === 1 ? names[0] : undefined);
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  throw new UsageError(`${word} has ${asked === undefined ? 'several machines' : `no machine ${asked}`}; which one is meant? It has: ${names.join(', ')}.`);
}
