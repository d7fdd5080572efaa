/** In: the FILE words of a command. Out: the machines they name, compiled, and everything there is to say about them. */
import type { Compilation, Machine, Options } from '../../compile.ts';
import { type Diagnostic, diagnose, refuses } from '../../diagnostic/diagnostic.ts';
import type { Host } from '../../host.ts';
import { type Exit, exits } from '../command.ts';
import { projectHost } from './project-host.ts';
import { type Target, findTargets } from './targets.ts';

export interface Reading {
  readonly machines: readonly Machine[];
  /** Of files; those of a machine are with it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly host: Host;
}

/** A machine that was not refused. */
export type Charted = Machine & { readonly chart: NonNullable<Machine['chart']> };

export async function readMachines(words: readonly string[], cwd: string, options: Options): Promise<Reading> {
  const targets = findTargets(words, cwd);
  // The parser behind it is the slow part of starting: --help and a mistyped option do without.
  const [host, { compile }] = await Promise.all([projectHost(cwd), import('../../compile.ts')]);
  const compilation = compile(askedFor(targets), host, options);
  return { ...select(compilation, targets, words), host };
}

/** The targets as the compiler takes them, each once. */
export function askedFor(targets: readonly Target[]): readonly string[] {
  return [...new Set(targets.filter(({ foreign }) => !foreign).map(({ file, name }) => (name === undefined ? file : `${file}#${name}`)))];
}

/** What the targets ask for: all the machines of a file, or those that are named. */
export function select(compilation: Compilation, targets: readonly Target[], words: readonly string[]): Omit<Reading, 'host'> {
  const wanted = ({ file, name }: Machine) => targets.some((target) => target.file === file && (target.name === undefined || target.name === name));
  const machines = compilation.machines.filter(wanted);
  const broken = new Set(compilation.diagnostics.map(({ file }) => file));
  const foreign = targets.filter((target) => target.foreign).map(({ file }) => diagnose('no-machine', { file, is: 'no module' }, { file }));
  const unknown = targets
    .filter((target) => !target.foreign)
    .filter(({ file, name }) => name !== undefined && !broken.has(file) && !compilation.machines.some((machine) => machine.file === file && machine.name === name))
    .map(({ file, name = '' }) => {
      const names = compilation.machines.filter((machine) => machine.file === file).map((machine) => machine.name);
      return diagnose('machine-not-found', { file, name, names: names.join(', ') }, { file });
    });
  const given = new Set(targets.filter(({ found }) => !found).map(({ file }) => file));
  const said = compilation.diagnostics.filter(({ code, file }) => code !== 'no-machine' || file === undefined || given.has(file));
  const nothing = [...machines, ...said, ...foreign, ...unknown].length === 0 ? [diagnose('no-machine', { file: words.join(', '), is: 'a folder' })] : [];
  return { machines, diagnostics: [...said, ...foreign, ...unknown, ...nothing] };
}

export function charted(machines: readonly Machine[]): readonly Charted[] {
  return machines.filter((machine): machine is Charted => machine.chart !== undefined);
}

/** Everything said about a reading: of files first, then of each machine. */
export function everythingSaid({ diagnostics, machines }: Omit<Reading, 'host'>): readonly Diagnostic[] {
  return [...diagnostics, ...machines.flatMap((machine) => machine.diagnostics)];
}

/** How a command ends that only looks: wrong files are wrong usage, and come before a refused machine. */
export function readingExit(reading: Omit<Reading, 'host'>): Exit {
  const said = everythingSaid(reading);
  if (said.some(({ code }) => WRONG_FILES.has(code))) return exits.usage;
  return said.some(refuses) ? exits.found : exits.fine;
}

const WRONG_FILES: ReadonlySet<Diagnostic['code']> = new Set(['file-not-found', 'no-machine', 'machine-not-found']);
