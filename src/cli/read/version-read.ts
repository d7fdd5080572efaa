/**
 * One of the two words of `diff` in, or one word at a revision; the machines it names out, each with its chart and what its code
 * refers to. What is not there names none: then all that the other has is new, or gone.
 */
import { posix } from 'node:path';
import type { Chart } from '../../chart/chart.ts';
import type { Options } from '../../compile.ts';
import { type Diagnostic, refuses } from '../../diagnostic/diagnostic.ts';
import type { Host } from '../../host.ts';
import { UsageError } from '../command.ts';
import { shownPath } from './disk.ts';
import { projectHost } from './project-host.ts';
import { implementationsOf } from './implementations.ts';
import type { Revision } from './revision.ts';
import { stemOf } from '../write/stem.ts';
import { type Target, findTargets, isModule } from './targets.ts';

export interface VersionRead {
  readonly machines: readonly VersionedMachine[];
  /** Only those that something is refused for. */
  readonly diagnostics: readonly Diagnostic[];
  readonly host: Host;
}

export interface VersionedMachine {
  readonly name: string;
  readonly file: string;
  /** What files about it are called. */
  readonly stem: string;
  /** Absent where the machine was refused. */
  readonly chart?: Chart;
  /** Whether it was read from something that only shows what is drawn. */
  readonly drawn: boolean;
  /** What its code refers to, by name. */
  readonly meanings: ReadonlyMap<string, string>;
  /** What of it could not be read: nothing is said of that. */
  readonly unread: readonly string[];
}

/** A word at a revision, or as it is on the disk. Nothing where there is no such file, folder or machine. */
export async function readVersion(word: string, cwd: string, options: Options, revision?: Revision): Promise<VersionRead | undefined> {
  const host = revision?.host ?? (await projectHost(cwd));
  const targets = (revision ? targetsAt(word, cwd, revision) : findTargets([word], cwd)).filter(({ file }) => (revision ? revision.has(file) : host.read(file) !== undefined));
  if (targets.length === 0) return undefined;
  const [first] = targets;
  const other = first && !first.found ? await readOther(word, first, host, { cwd, options, isOnDisk: !revision }) : undefined;
  if (other) return other;
  const [{ compile }, { createProject }, { meaningsOf }] = await Promise.all([import('../../compile.ts'), import('../../syntax/project.ts'), import('../../extract/meanings.ts')]);
  const compilation = compile([...new Set(targets.map(({ file }) => file))], host, options);
  const project = createProject(host);
  const wanted = compilation.machines.filter(({ file, name }) => targets.some((target) => target.file === file && (target.name === undefined || target.name === name)));
  const machines = wanted.map(({ name, file, stem, chart }) => ({ name, file, stem, ...(chart && { chart }), drawn: false, meanings: meaningsOf(chart?.dependencies ?? [], project), unread: [] }));
  const isRun = machines.length === 0 && first && !first.found && revision && host.read(first.file)!.includes('xstate');
  if (isRun) throw new UsageError(`${first.file} has no generator, and at a revision no module is run to find an XState machine in it: compare two files, or its JSON.`);
  const ofFiles = compilation.diagnostics.filter(({ code }) => code !== 'no-machine');
  return { machines, diagnostics: [...ofFiles, ...wanted.flatMap(({ diagnostics }) => diagnostics)].filter(refuses), host };
}

interface Place {
  readonly cwd: string;
  readonly options: Options;
  readonly isOnDisk: boolean;
}

/** What is not written as generators: a diagram, JSON, a module with an XState machine. Nothing where it is generators after all. */
async function readOther(word: string, { file, name }: Target, host: Host, { cwd, options, isOnDisk }: Place): Promise<VersionRead | undefined> {
  const isXState = isModule(file) && host.read(file)!.includes('xstate');
  if (isModule(file) && !(isXState && isOnDisk)) return undefined;
  const { chartIn, findReadable, readText, unshownOf } = await import('./readable.ts');
  const found = isOnDisk ? await findReadable(word, name, cwd, options) : readText(host.read(file)!, file);
  if (!found) throw new UsageError(`At a revision, diff reads modules with generators, diagrams (.mmd) and JSON, and ${file} is none of these.`);
  if ('diagnostics' in found) return { machines: [], diagnostics: found.diagnostics.filter(refuses), host };
  if (found.readable.kind === 'generator') return undefined;
  const shown = chartIn(found.readable);
  const { chart, drawing = false } = shown;
  const called = found.readable.kind === 'machine' ? found.readable.name : chart.name === file ? stemOf(file) : chart.name;
  const meanings = found.readable.kind === 'machine' ? implementationsOf(found.readable.machine) : new Map<string, string>();
  return { machines: [{ name: called, file, stem: stemOf(file), chart: { ...chart, name: called }, drawn: drawing, meanings, unread: unshownOf(shown) }], diagnostics: [], host };
}

/** As `findTargets`, of the files of a revision. */
function targetsAt(word: string, cwd: string, revision: Revision): readonly Target[] {
  const path = shownPath(word, cwd);
  if (revision.has(path)) return [{ file: path, found: false }];
  const below = revision.filesIn(path);
  if (below) {
    const inside = (file: string): string => posix.relative(path, file);
    const isHidden = (file: string): boolean => inside(file).split('/').slice(0, -1).some((part) => part.startsWith('.') || part === 'node_modules');
    return below.filter((file) => isModule(file) && !isHidden(file)).sort().map((file) => ({ file, found: true }));
  }
  const hash = word.lastIndexOf('#');
  if (hash <= 0) return [];
  return [{ file: shownPath(word.slice(0, hash), cwd), name: word.slice(hash + 1), found: false }];
}
