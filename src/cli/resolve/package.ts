/**
 * In: the specifier of a package, and the file that imports it. Out: the file of the project that it means, where the package is one of
 * the project's own: its folder, all links followed, is in no node_modules. Any other package is opaque.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { filesAt, indexesIn } from '../../syntax/specifier.ts';
import { UsageError } from '../command.ts';
import { isFileOnDisk, isFolder } from '../read/stat.ts';
import { isTable, targetsOf, versionsOf } from './conditions.ts';
import type { ConfigOf } from './config.ts';
import { writtenAs } from './source.ts';

export interface Packages {
  /** `name`, `@scope/name`, either with `/a/path`. */
  readonly find: (specifier: string, from: string) => string | undefined;
  /** `#name`, by the `imports` of the package that the file is in. */
  readonly findInternal: (specifier: string, from: string) => string | undefined;
  /** The file that stands for a folder: its package.json says which, or it is its index. */
  readonly entryOf: (folder: string) => string | undefined;
}

interface Manifest {
  readonly folder: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * It holds what it has read: make a new one when a package.json has changed. `UsageError` where one is no JSON. `looked` is told where a
 * package is, or would be if it were installed.
 */
export function createPackages(isFile: (path: string) => boolean, configOf: ConfigOf, looked: (path: string) => void): Packages {
  const manifests = new Map<string, Manifest | undefined>();

  const manifestIn = (folder: string): Manifest | undefined => {
    if (!manifests.has(folder)) manifests.set(folder, readManifest(folder));
    return manifests.get(folder);
  };
  const manifestAbove = (file: string): Manifest | undefined => {
    for (let folder = dirname(file); !folder.endsWith(`${sep}node_modules`); folder = dirname(folder)) {
      const manifest = manifestIn(folder);
      if (manifest || dirname(folder) === folder) return manifest;
    }
    return undefined;
  };
  const sourceOf = (target: string, { folder }: Manifest): string | undefined => writtenAs(target, folder, configOf(join(folder, 'package.json')).sources).find(isFile);

  /** Once with what only says the types, once without: where there is nothing behind the types, there may be behind what runs. */
  const mapped = (map: unknown, asked: string, from: string, manifest: Manifest, follow: (target: string) => string | undefined): string | undefined => {
    const runs = [/\.c[jt]s$/.test(from) ? 'require' : 'import', 'node', 'module-sync', ...configOf(from).conditions];
    for (const conditions of [['types', ...runs], runs]) {
      for (const target of targetsOf(map, asked, new Set(conditions))) {
        const found = target.startsWith('./') ? sourceOf(join(manifest.folder, target), manifest) : follow(target);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };

  /** The file for what a package.json names without `exports`: with an ending or without, built or not. */
  const fileFor = (name: string, manifest: Manifest): string | undefined => {
    const path = join(manifest.folder, name);
    return sourceOf(path, manifest) ?? filesAt(path).find(isFile) ?? indexesIn(path).find(isFile);
  };

  const entryOf = (folder: string): string | undefined => {
    const manifest = manifestIn(folder);
    const named = manifest ? ['types', 'typings', 'module', 'main'].map((field) => manifest.fields[field]).filter((value) => typeof value === 'string') : [];
    for (const name of manifest ? named.flatMap((value) => [...versionsOf(manifest.fields['typesVersions'], value), value]) : []) {
      const found = fileFor(name, manifest!);
      if (found !== undefined) return found;
    }
    return indexesIn(folder).find(isFile) ?? (manifest && indexesIn(join(folder, 'src')).find(isFile));
  };

  const within = (manifest: Manifest, subpath: string, from: string): string | undefined => {
    const { exports } = manifest.fields;
    if (exports !== undefined && exports !== null) return mapped(exports, subpath, from, manifest, () => undefined);
    if (subpath === '.') return entryOf(manifest.folder);
    for (const name of versionsOf(manifest.fields['typesVersions'], subpath.slice('./'.length))) {
      const found = fileFor(name, manifest);
      if (found !== undefined) return found;
    }
    const path = join(manifest.folder, subpath);
    return writtenAs(path, manifest.folder, new Map()).concat(filesAt(path)).find(isFile) ?? (isFolder(path) ? entryOf(path) : indexesIn(path).find(isFile));
  };

  const find = (specifier: string, from: string): string | undefined => {
    const [, name, rest = ''] = /^((?:@[^/]+\/)?[^/@#.][^/]*)(\/.*)?$/.exec(specifier) ?? [];
    if (name === undefined) return undefined;
    const own = manifestAbove(from);
    if (own?.fields['name'] === name && own.fields['exports'] !== undefined) return within(own, `.${rest}`, from);
    for (let folder = dirname(from); ; folder = dirname(folder)) {
      const linked = join(folder, 'node_modules', name);
      const isThere = existsSync(linked);
      if (isThere || manifestIn(folder)) looked(linked);
      if (isThere) {
        const real = realpathSync(linked);
        return isOpaque(real) ? undefined : within(manifestIn(real) ?? { folder: real, fields: {} }, `.${rest}`, from);
      }
      if (dirname(folder) === folder) return undefined;
    }
  };

  const findInternal = (specifier: string, from: string): string | undefined => {
    const own = manifestAbove(from);
    return own && isTable(own.fields['imports']) ? mapped(own.fields['imports'], specifier, from, own, (target) => (target.startsWith('#') ? undefined : find(target, from))) : undefined;
  };

  return { find, findInternal, entryOf };
}

/** Whether a path, all links followed, is that of an installed package. */
export function isOpaque(path: string): boolean {
  return path.split(sep).includes('node_modules');
}

function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, 'package.json');
  if (!isFileOnDisk(path)) return undefined;
  try {
    const fields: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    return isTable(fields) ? { folder, fields } : undefined;
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
