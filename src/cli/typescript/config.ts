/** A file in, the tsconfig.json (or jsconfig.json) that governs it out: the nearest, or the one among those it refers to that has the file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type * as Library from 'get-tsconfig';
import { isFileOnDisk, isFolder } from '../read/stat.ts';

export function governing(file: string): string | undefined {
  const nearest = nearestTo(dirname(file));
  // The library is loaded only for one that refers to others.
  if (nearest === undefined || !readFileSync(nearest, 'utf8').includes('"references"')) return nearest;
  const library = createRequire(import.meta.url)('get-tsconfig') as typeof Library;
  const cache = new Map<string, string>();
  const has = (path: string): boolean => library.createFilesMatcher({ path, config: library.parseTsconfig(path, cache) })(file) !== undefined;
  const { references = [] } = library.parseTsconfig(nearest, cache);
  const listed = references.map((reference) => configAt(resolve(dirname(nearest), reference.path))).filter(isFileOnDisk);
  return has(nearest) ? nearest : (listed.find(has) ?? nearest);
}

function nearestTo(folder: string): string | undefined {
  const here = ['tsconfig.json', 'jsconfig.json'].map((name) => join(folder, name)).find(isFileOnDisk);
  return here ?? (dirname(folder) === folder ? undefined : nearestTo(dirname(folder)));
}

function configAt(path: string): string {
  return isFolder(path) ? join(path, 'tsconfig.json') : path;
}
