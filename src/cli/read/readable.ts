/**
 * A word of a command in, the chart that is meant out, whatever it is written in: a generator, an XState machine in a module or as JSON,
 * a Mermaid diagram, a chart as JSON.
 */
import { posix, resolve } from 'node:path';
import * as xstate from 'xstate';
import type { Chart } from '../../chart/chart.ts';
import type { NamedChart } from '../../check/index.ts';
import type { Options } from '../../compile.ts';
import { type Diagnostic, refuses } from '../../diagnostic/diagnostic.ts';
import { fromMermaid } from '../../format/mermaid/read/read.ts';
import { fromXState } from '../../format/xstate/read/read.ts';
import { type Exit, exits, UsageError } from '../command.ts';
import { diskHost } from './disk.ts';
import { machinesIn } from './live-machine.ts';
import { createLoader, LoadError } from './load.ts';
import { type Charted, charted, everythingSaid, readMachines, readingExit } from './read.ts';
import { findTargets } from './targets.ts';

export type Readable =
  | { readonly kind: 'diagram' | 'chart' | 'config'; readonly called: string; readonly chart: Chart; readonly unread: readonly string[]; readonly begins?: string }
  | { readonly kind: 'generator'; readonly called: string; readonly machine: Charted }
  | { readonly kind: 'machine'; readonly called: string; readonly path: string; readonly name: string; readonly machine: xstate.AnyStateMachine };

/** What the word means; or, where it cannot be followed, what is to be said about it. */
export type Found = { readonly readable: Readable } | { readonly diagnostics: readonly Diagnostic[]; readonly exit: Exit };

/** `name`: of several machines in a file, the one of this name is meant, where the word itself names none. */
export async function findReadable(word: string, name: string | undefined, cwd: string, options: Options): Promise<Found> {
  const [target, ...more] = findTargets([word], cwd);
  if (!target || target.found || more.length > 0) throw new UsageError(`${word} is a folder, and one file is wanted here.`);
  const text = diskHost(cwd).read(target.file);
  if (text === undefined) throw new UsageError(`There is no file ${target.file}.`);
  const drawn = readText(text, target.file, name);
  if (drawn) return drawn;
  if (!/\.[cm]?[jt]sx?$/.test(target.file)) throw new UsageError(`${target.file} is neither a diagram (.mmd), nor JSON, nor a module with a machine.`);

  const machines = await xstateMachines(resolve(cwd, target.file), target.file, text);
  if (machines.length > 0) {
    const only = choose(machines.map(([key]) => key), target.name, name, word);
    return { readable: { kind: 'machine', called: word, path: resolve(cwd, target.file), name: only, machine: machines.find(([key]) => key === only)![1] } };
  }
  const reading = await readMachines([word], cwd, options);
  const others = charted(reading.machines);
  if (others.length === 0) return { diagnostics: everythingSaid(reading), exit: readingExit(reading) };
  const only = choose(others.map((machine) => machine.name), target.name, name, word);
  return { readable: { kind: 'generator', called: word, machine: others.find((machine) => machine.name === only)! } };
}

/** A text that is no code: a diagram or JSON. Nothing where it is neither, by the name of its file. */
export function readText(text: string, file: string, name: string = posix.basename(file).replace(/\.\w+$/, '')): Found | undefined {
  if (file.endsWith('.json')) return { readable: fromJson(text, file) };
  if (!/\.(?:mmd|mermaid)$/.test(file)) return undefined;
  const { chart, diagnostics } = fromMermaid(text, { name, file });
  return chart ? { readable: { kind: 'diagram', called: file, chart, unread: [] } } : { diagnostics, exit: exits.found };
}

/** The chart alone, and what of it could not be read. */
export function chartIn(readable: Readable): Shown {
  switch (readable.kind) {
    case 'diagram':
      return { name: readable.called, chart: readable.chart, drawing: true, diagram: true, unread: readable.unread };
    case 'config':
      return { name: readable.called, chart: readable.chart, drawing: true, unread: readable.unread, ...(readable.begins !== undefined && { begins: readable.begins }) };
    case 'chart':
      return { name: readable.called, chart: readable.chart, unread: readable.unread };
    case 'generator':
      return { name: readable.called, chart: readable.machine.chart, unread: [] };
    case 'machine': {
      const { chart, ...rest } = ofMachine(readable.machine);
      return { name: readable.called, drawing: true, ...rest, chart: { ...chart, name: readable.name } };
    }
  }
}

/** What a word means, as far as its chart shows it. */
export interface Shown extends NamedChart {
  /** What could not be read. */
  readonly unread: readonly string[];
  /** The context that an XState machine begins with, as JSON: its chart does not have it. */
  readonly begins?: string;
}

/** What is left to be said where the other side is no XState machine. */
export function unshownOf({ unread, begins }: Pick<Shown, 'unread' | 'begins'>): readonly string[] {
  return begins === undefined ? unread : [...unread, `what an XState machine begins with was not compared: ${begins}`];
}

function ofMachine(machine: xstate.AnyStateMachine): Pick<Shown, 'chart' | 'unread' | 'begins'> {
  const { chart, diagnostics } = fromXState(machine);
  const { context } = machine.config as { context?: unknown };
  // In JSON of ours, a function stands as its name.
  const isMade = typeof context === 'function' || (typeof context === 'object' && context !== null && 'implementation' in context);
  const made = isMade ? ['the context that a function makes was not compared'] : [];
  return { chart, unread: [...diagnostics.filter(refuses).map(({ message }) => message), ...made], ...(context !== undefined && made.length === 0 && { begins: JSON.stringify(context) }) };
}

function fromJson(text: string, called: string): Readable {
  const value = parsed(text, called);
  if (isChart(value)) return { kind: 'chart', called, chart: value, unread: [] };
  if (typeof value !== 'object' || value === null || !('states' in value)) throw new UsageError(`${called} is neither an XState config nor a chart: it has no states.`);
  try {
    return { kind: 'config', called, ...ofMachine(xstate.createMachine(value as Parameters<typeof xstate.createMachine>[0])) };
  } catch (error) {
    // XState's own words for a config that makes no machine: a target that is not there, and such.
    throw new UsageError(`${called} is no XState config: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parsed(text: string, called: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${called} is no JSON: ${error.message}.`);
    throw error;
  }
}

function isChart(value: unknown): value is Chart {
  const { states, alphabet, initial } = (value ?? {}) as Partial<Chart>;
  return Array.isArray(states) && typeof alphabet === 'object' && typeof initial === 'object';
}

/** A module's XState machines. One that never mentions xstate is not run to find out that it has none. */
async function xstateMachines(path: string, called: string, text: string): Promise<readonly (readonly [string, xstate.AnyStateMachine])[]> {
  if (!text.includes('xstate')) return [];
  try {
    return machinesIn(await createLoader({ outside: (specifier) => (specifier === 'xstate' ? xstate : undefined) })(path));
  } catch (error) {
    if (error instanceof LoadError) throw new UsageError(`${called} fails when it is loaded: ${error.message}`);
    throw error;
  }
}

function choose(names: readonly string[], asked: string | undefined, checked: string | undefined, word: string): string {
  const wanted = asked ?? (checked !== undefined && names.includes(checked) ? checked : names.length === 1 ? names[0] : undefined);
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  throw new UsageError(`${word} has ${asked === undefined ? 'several machines' : `no machine ${asked}`}; which one is meant? It has: ${names.join(', ')}.`);
}
