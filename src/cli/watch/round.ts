/**
 * One round of a watcher: all that is asked for compiled as it is now, and written. What is remembered from round to round makes it
 * quick; it is begun anew where a setting has changed.
 */
import { resolve } from 'node:path';
import type { Chart } from '../../chart/chart.ts';
import type { Compilation, Compiler, Options } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { outputsOf } from '../write/outputs.ts';
import { type Plan, planOutputs } from '../write/plan.ts';
import { projectHost } from '../read/project-host.ts';
import { askedFor, type Charted, everythingSaid, type Reading, select } from '../read/read.ts';
import { findTargets } from '../read/targets.ts';
import type { Terminal } from '../say/terminal.ts';
import { refuseForeign } from '../write/ours.ts';
import { type Output, writeWhole } from '../write/write.ts';
import { createTexts, type Texts } from './texts.ts';

export interface Job {
  readonly words: readonly string[];
  /** Where it is written to, as it was given. */
  readonly folder: string;
  readonly index: boolean;
  readonly options: Options;
}

/** What is remembered. */
export interface World {
  readonly texts: Texts;
  readonly compiler: Compiler;
}

export interface Written {
  readonly plan: Plan;
  readonly said: readonly Diagnostic[];
  readonly files: number;
}

export async function beginWorld({ options }: Job, cwd: string): Promise<World> {
  const looked = new Set<string>();
  const [disk, { createCompiler }] = await Promise.all([projectHost(cwd, (path) => looked.add(path)), import('../../compile.ts')]);
  const texts = createTexts(disk, cwd, looked);
  return { texts, compiler: createCompiler(texts.host, options) };
}

export function readAgain({ words }: Job, cwd: string, { texts, compiler }: World): Reading {
  const targets = findTargets(words, cwd);
  const compile = (): Compilation => {
    texts.begin();
    return compiler.compile(askedFor(targets));
  };
  const first = compile();
  // What a machine rested on before was read to see whether it is the same; that is over the next time.
  const compiled = texts.broken().length > 0 ? compile() : first;
  return { ...select(compiled, targets, words), host: texts.host };
}

/** Writes what came out differently. `pause` is waited for before each machine, and may throw to end it. */
export async function writeAgain({ folder, index }: Job, reading: Reading, terminal: Terminal, pause: () => Promise<void>): Promise<Written> {
  const plan = await planOutputs(reading, folder, index, terminal, async (machine, from) => {
    await pause();
    return outputsOnce(machine, from);
  });
  refuseForeign(resolve(terminal.cwd, folder), folder, plan.groups.flat());
  const files = plan.groups.flatMap((group) => writeWhole(resolve(terminal.cwd, folder), folder, group)).length;
  return { plan, said: [...everythingSaid(reading), ...plan.diagnostics], files };
}

const known = new WeakMap<Chart, Map<string, Promise<readonly Output[]>>>();

/** A chart that is the very same has the same files. */
function outputsOnce(machine: Charted, from: string): Promise<readonly Output[]> {
  const all = known.get(machine.chart) ?? new Map<string, Promise<readonly Output[]>>();
  known.set(machine.chart, all);
  const key = `${from}\n${machine.stem}`;
  const made = all.get(key) ?? outputsOf(machine, from);
  all.set(key, made);
  return made;
}

/** Whether all that was read is the very same: then there is nothing to write or say. */
export function isSameReading(one: Reading, other: Reading): boolean {
  return one.machines.length === other.machines.length && one.machines.every((machine, at) => machine === other.machines[at]) && JSON.stringify(one.diagnostics) === JSON.stringify(other.diagnostics);
}
