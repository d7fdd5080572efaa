/**
 * In: a generator function that a test holds. Out: the machine that it is, read from its source.
 *
 * A live function does not say where it is exported, nor what its types are. The engine says which file it comes from, whichever way
 * it was imported; which of the machines there it is, the running module tells: it is the same function. A machine that
 * stands in the test file itself goes by its name, for asking that file would run its tests anew.
 */
import { resolve } from 'node:path';
import { vi } from 'vitest';
import type { Chart } from '../chart/chart.ts';
import { shownPath } from '../cli/read/disk.ts';
import { projectHost } from '../cli/read/project-host.ts';
import { compile, type Machine } from '../compile.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { renderDiagnostic } from '../diagnostic/render.ts';
import type { Host } from '../host.ts';
import { unprimed } from '../runtime/primed.ts';
import { findMachines } from '../syntax/machines.ts';
import { createProject } from '../syntax/project.ts';
import { declarationsOf } from './declarations.ts';
import { originOf } from './origin.ts';
import { CannotSay, type GeneratorFunction } from './received.ts';

/** A machine whose source was found, and that was not refused. */
export interface Subject {
  readonly machine: Machine & { readonly chart: Chart };
  /** The folder that its file is named from. */
  readonly cwd: string;
  /** Texts that stand for files, by absolute path: that of the test file. */
  readonly texts: ReadonlyMap<string, string>;
}

export type Exports = Readonly<Record<string, unknown>>;

/** Throws, for the person who wrote the test, where the source cannot be found, and where the machine is refused. */
export async function findMachine(given: GeneratorFunction, testPath: string): Promise<Subject> {
  const cwd = process.cwd();
  const fn = (unprimed(given as never) ?? given) as GeneratorFunction;
  const disk = await projectHost(cwd);
  const test = shownPath(testPath, cwd);
  const { module } = createProject(disk).module(test);
  const own = module && declarationsOf(module);
  const host: Host = own === undefined ? disk : { ...disk, read: (path) => (path === test ? own : disk.read(path)) };

  const origin = originOf(fn);
  if (origin === undefined) throw new CannotSay(`${fn.name || 'The function'} has no source of its own: what is bound or otherwise wrapped has none. Give expect the generator function as its module exports it.`);
  const file = shownPath(origin, cwd);
  const names = namesIn(file, host);
  const name = file === test ? onlyOf(names.filter((one) => lastOf(one) === fn.name), fn.name, file) : await nameOf(fn, file, names, cwd);
  if (name === undefined) throw new CannotSay(notFound(fn.name || 'the function', file, file === test));
  return { machine: compiled(file, name, host), cwd, texts: new Map(own === undefined ? [] : [[resolve(cwd, test), own]]) };
}

/** What a module exports to the tests that are running: these very objects. */
export function runningModule(path: string): Promise<Exports> {
  return vi.importActual<Exports>(path);
}

/** The machines that a module exports, by the names of `FILE#NAME`. */
function namesIn(file: string, host: Host): readonly string[] {
  const project = createProject(host);
  const { module } = project.module(file);
  return module ? findMachines(module, project).map(({ name }) => name) : [];
}

/** The name by which the module that is running exports the very function; the same text, where that module was run anew since. */
async function nameOf(fn: GeneratorFunction, file: string, names: readonly string[], cwd: string): Promise<string | undefined> {
  if (names.length === 0) return undefined;
  const exports = await runningModule(resolve(cwd, file));
  const exported = names.map((name) => {
    const found = name.split('.').reduce<unknown>((value, key) => (value as Exports | undefined)?.[key], exports);
    return { name, found: typeof found === 'function' ? (unprimed(found as never) ?? found) : undefined };
  });
  const same = exported.find(({ found }) => found === fn) ?? exported.find(({ found }) => found !== undefined && String(found) === String(fn));
  return same?.name;
}

function onlyOf(names: readonly string[], called: string, file: string): string | undefined {
  if (names.length < 2) return names[0];
  throw new CannotSay(`${file} has ${names.length} machines called ${called}: ${names.join(', ')}. In a test file a machine is known by its name; give each one of its own, or move them to a module and import them.`);
}

function lastOf(name: string): string {
  return name.split('.').at(-1)!;
}

function compiled(file: string, name: string, host: Host): Subject['machine'] {
  const { machines, diagnostics } = compile([`${file}#${name}`], host);
  const [machine] = machines;
  if (machine?.chart) return { ...machine, chart: machine.chart };
  throw new CannotSay([`${name} of ${file} has no chart:`, ...said([...diagnostics, ...(machine?.diagnostics ?? [])], host)].join('\n\n'));
}

/** Diagnostics as the command line tells them. */
export function said(diagnostics: readonly Diagnostic[], host: Host): readonly string[] {
  return diagnostics.map((one) => renderDiagnostic(one, { text: one.file === undefined ? undefined : host.read(one.file) }));
}

function notFound(name: string, file: string, isTest: boolean): string {
  return isTest
    ? `${name} stands inside of something in ${file}. Move it to the top level of the file, or to a module, and import it: only there its source can be read by itself.`
    : `${name} was loaded from ${file}, which does not export it. Export it there: a machine is read, and run, by what its module exports.`;
}
