/**
 * The modules of a project as their files change: a path and a text in, the module out, parsed once while the text stays the same;
 * and how the version before became the one of now. The last version that parsed is remembered while a file does not.
 */
import { Bug, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { type Changes, changesBetween, type Version } from '../syntax/changes.ts';
import type { Module } from '../syntax/module.ts';
import { observe, type Seen } from '../syntax/observed.ts';
import { parseModule } from '../syntax/parse.ts';
import { portionsOf } from '../syntax/portions.ts';

export interface Parsed {
  readonly path: string;
  readonly text: string;
  /** Absent where the text does not parse. */
  readonly module?: Module;
  readonly version?: Version;
  readonly diagnostics: Diagnostic[];
}

export interface Versions {
  parse(path: string, text: string): Parsed;
  /** How a version that was current became the one that is; nothing where it was not the one before. */
  changes(from: Parsed): Changes | undefined;
  /** Which version a module is, of those given out. */
  of(module: Module): Parsed;
}

interface File {
  readonly now: Parsed;
  /** The last one before it that had a module. */
  readonly before?: Parsed;
  changes?: Changes;
}

/** `looking` gives where to note what is seen of a version, where anybody looks; `apart` does work of which nothing is noted. */
export function createVersions(looking: (parsed: Parsed) => Seen | undefined, apart: <T>(work: () => T) => T): Versions {
  const files = new Map<string, File>();
  const known = new WeakMap<Module, Parsed>();

  const read = (path: string, text: string): Parsed => {
    const { module, diagnostics } = parseModule(path, text);
    if (!module) return { path, text, diagnostics };
    const portions = portionsOf(module);
    const observed = observe(module, { seen: () => looking(parsed), apart });
    const parsed: Parsed = { path, text, diagnostics, module: observed.module, version: { module: observed.module, names: observed.names, portions } };
    known.set(observed.module, parsed);
    return parsed;
  };

  return {
    parse(path, text) {
      const file = files.get(path);
      if (file?.now.text === text) return file.now;
      const now = read(path, text);
      files.set(path, { now, before: file?.now.module ? file.now : file?.before });
      return now;
    },
    changes(from) {
      const file = files.get(from.path);
      if (!file?.now.version || !from.version || file.before !== from) return undefined;
      file.changes ??= changesBetween(from.version, file.now.version);
      return file.changes;
    },
    of(module) {
      const parsed = known.get(module);
      if (!parsed) throw new Bug(`${module.path} was parsed elsewhere`);
      return parsed;
    },
  };
}
