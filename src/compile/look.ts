/**
 * What a piece of work looked at, beside what it was given: noted while it is done, and asked later whether all of it is still the
 * same. A file that was looked for and not there counts: if it appears, the answer is another.
 */
import type { Answer, Host, Types } from '../host.ts';
import { nothingSeen, type Seen } from '../syntax/observed.ts';
import type { Parsed, Versions } from './versions.ts';

export interface Look {
  /** The files that were asked for: whether they were there. */
  readonly files: Map<string, boolean>;
  /** Files that an answer about types rests on, with their texts. */
  readonly texts: Map<string, string | undefined>;
  /** What imports were said to mean that are no paths. */
  readonly imports: Map<string, Import>;
  readonly modules: ReadonlyMap<Parsed, Seen>;
}

interface Import {
  readonly specifier: string;
  readonly fromPath: string;
  readonly means: string | undefined;
}

/** A look that is being taken. */
export interface Looking extends Look {
  readonly modules: Map<Parsed, Seen>;
}

export function startLook(): Looking {
  return { files: new Map(), texts: new Map(), imports: new Map(), modules: new Map() };
}

/** Where what is seen of a version is noted. */
export function seenOf(parsed: Parsed, { modules }: Looking): Seen {
  const known = modules.get(parsed);
  if (known) return known;
  const made = { ...nothingSeen(), whole: parsed.version?.names.isMerged ?? false };
  modules.set(parsed, made);
  return made;
}

/** The host, for work whose look it is. */
export function noting(host: Host, look: Looking): Host {
  const read = (path: string): string | undefined => {
    const text = host.read(path);
    look.files.set(path, text !== undefined);
    return text;
  };
  const resolve = (specifier: string, fromPath: string): string | undefined => {
    const means = host.resolve?.(specifier, fromPath);
    look.imports.set(`${fromPath}\n${specifier}`, { specifier, fromPath, means });
    return means;
  };
  return { read, ...(host.resolve ? { resolve } : {}), ...(host.types ? { types: notingTypes(host, host.types, look) } : {}) };
}

function notingTypes(host: Host, types: Types, look: Looking): Types {
  const rests = <T>(answer: Answer<T> | undefined): Answer<T> | undefined => {
    for (const path of answer?.files ?? []) look.texts.set(path, host.read(path));
    return answer;
  };
  return {
    generator: (question) => rests(types.generator(question)),
    annotation: (question) => rests(types.annotation(question)),
    unasked: () => types.unasked(),
  };
}

/** Whether everything but the modules is as it was. */
export function isSameOutside({ files, texts, imports }: Look, host: Host): boolean {
  for (const [path, isThere] of files) if ((host.read(path) !== undefined) !== isThere) return false;
  for (const [path, text] of texts) if (host.read(path) !== text) return false;
  for (const { specifier, fromPath, means } of imports.values()) if (host.resolve?.(specifier, fromPath) !== means) return false;
  return true;
}

/** The version that is read of the same path now, where there is one. */
export function current({ path }: Parsed, host: Host, versions: Versions): Parsed | undefined {
  const text = host.read(path);
  return text === undefined ? undefined : versions.parse(path, text);
}

/** Whether everything is as it was, and every module the very same. */
export function isSame(look: Look, host: Host, versions: Versions): boolean {
  return isSameOutside(look, host) && [...look.modules.keys()].every((parsed) => current(parsed, host, versions) === parsed);
}
