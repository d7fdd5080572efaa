/**
 * A compiler that remembers: the same files again and again in, while they are edited; the same out as if each time were the
 * first, and only what an edit can have changed is done again.
 *
 * Modules are parsed anew where their text is another. Of each machine it is noted what was looked at: statements, names,
 * references, files that were not there (`syntax/observed.ts`). What cannot be told to be the same is done again.
 */
import { Bug } from '../diagnostic/diagnostic.ts';
import type { Host } from '../host.ts';
import { type Found, findMachines } from '../syntax/machines.ts';
import type { Module } from '../syntax/module.ts';
import { createProject, type Project } from '../syntax/project.ts';
import { type About, aboutOf, machineOf } from './about.ts';
import { chartOf } from './chart-of.ts';
import { compileFiles } from './files.ts';
import { type Identity, identityOf, type Kept, keptNow } from './kept.ts';
import { isSame, type Look, type Looking, noting, seenOf, startLook } from './look.ts';
import type { Compilation, Machine, Options } from './machine.ts';
import { snapshotOf } from './snapshot.ts';
import { createVersions } from './versions.ts';

export interface Compiler {
  /**
   * What `compile` would give for the files as the host has them now. Everything is read through the host each time, so a host that
   * reads a disk does well to remember what did not change. What was not asked for the last time is forgotten.
   */
  compile(files: readonly string[]): Compilation;
}

/** What is remembered of a file. */
interface File {
  readonly module: Module;
  readonly found: readonly Found[];
  /** What finding them looked at. */
  readonly look: Look;
  readonly machines: Map<string, Kept>;
}

/**
 * A compiler for files that change. Its results are always those of `compile`; a machine that an edit does not touch is the very same object as
 * before.
 *
 * @example
 * const texts = new Map([['a.ts', "export function* a() { yield 'on'; }"], ['b.ts', "export function* b() { yield 'off'; }"]]);
 * const compiler = createCompiler({ read: (path) => texts.get(path) });
 * const before = compiler.compile(['a.ts', 'b.ts']);
 * texts.set('b.ts', "export function* b() { yield 'shut'; }");
 * const after = compiler.compile(['a.ts', 'b.ts']);
 * after.machines[0] === before.machines[0]; // true
 * after.machines[1].chart.states[0].id; // 'shut'
 */
export function createCompiler(host: Host, options: Options = {}): Compiler {
  const looking: { now?: Looking } = {};
  const lookingAs = <T>(now: Looking | undefined, work: () => T): T => {
    const before = looking.now;
    looking.now = now;
    try {
      return work();
    } finally {
      looking.now = before;
    }
  };
  const versions = createVersions((parsed) => looking.now && seenOf(parsed, looking.now), (work) => lookingAs(undefined, work));
  const remembered = new Map<string, File>();

  /** Does a piece of work, and notes what it looks at. */
  const look = <T>(at: Host, work: (project: Project, look: Looking) => T): { readonly result: T; readonly look: Look } => {
    const taken = startLook();
    const project = createProject(noting(at, taken), (path, text) => {
      const parsed = versions.parse(path, text);
      seenOf(parsed, taken);
      return parsed;
    });
    return { result: lookingAs(taken, () => work(project, taken)), look: taken };
  };

  const chartedNow = (found: Found, about: About, identity: Identity, alone: boolean, at: Host): Kept => {
    const { result: charting, look: taken } = look(at, (project, seen) => {
      for (const { parsed } of identity.starts) seenOf(parsed, seen);
      return chartOf(found, project, options, alone);
    });
    return { machine: machineOf(about, charting), charting, found, alone, identity, look: taken };
  };

  return {
    compile(files) {
      const now = snapshotOf(host);
      const asked = new Set<string>();

      const fileNow = (path: string, module: Module): File => {
        const before = remembered.get(path);
        if (before?.module === module && isSame(before.look, now, versions)) return before;
        const { result: found, look: taken } = look(now, (project) => findMachines(project.module(path).module ?? module, project));
        const file: File = { module, found, look: taken, machines: before?.machines ?? new Map<string, Kept>() };
        for (const name of file.machines.keys()) if (!found.some((one) => [one, ...one.also].some((other) => other.name === name))) file.machines.delete(name);
        remembered.set(path, file);
        return file;
      };

      const machineNow = (path: string, found: Found, alone: boolean): Machine => {
        const { machines } = remembered.get(path)!;
        const before = machines.get(found.name);
        if (before?.found === found && before.alone === alone && isSame(before.look, now, versions)) return before.machine;
        const identity = identityOf(found, versions);
        const about = aboutOf(found, path);
        const kept = before && keptNow(before, { found, about, alone, identity, host: now, versions, explain: () => explained(path, found.name, now, options) });
        machines.set(found.name, kept ?? chartedNow(found, about, identity, alone, now));
        return machines.get(found.name)!.machine;
      };

      const result = compileFiles(files, now, (path) => {
        asked.add(path);
        const text = now.read(path);
        const { module, diagnostics } = text === undefined ? createProject(now).module(path) : versions.parse(path, text);
        return { isRead: module !== undefined, diagnostics, found: module ? fileNow(path, module).found : [], machine: (found, alone) => machineNow(path, found, alone) };
      });
      for (const path of remembered.keys()) if (!asked.has(path)) remembered.delete(path);
      return result;
    },
  };
}

/** What is made of one machine, done from the start. */
function explained(path: string, name: string, host: Host, options: Options): Machine['explanation'] {
  const project = createProject(host);
  const { module } = project.module(path);
  const all = module ? findMachines(module, project) : [];
  const found = all.flatMap((one) => [one, ...one.also]).find((one) => one.name === name);
  if (!found) throw new Bug(`${name} was found in ${path}, and is there no more in the same text`);
  return chartOf(found, project, options, all.length === 1).explanation;
}
