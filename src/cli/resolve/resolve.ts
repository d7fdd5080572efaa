/**
 * In: the specifier of an import and the file it stands in. Out: the file of the project that it means, all links followed; nothing for a
 * package. This is what the compiler reads and what the check runs: both ask here.
 *
 * As TypeScript looks: a path first, then what the tsconfig says (`paths`, `baseUrl`, `rootDirs`), then the package's own `imports`, its
 * own name, and node_modules. Where a package of the same repository is built, its source is taken instead.
 */
import { realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, resolve, sep } from 'node:path';
import { files, filesAt, indexesIn, isPath } from '../../syntax/specifier.ts';
import { createConfigs } from './config.ts';
import { isFileOnDisk, isFolder } from '../read/stat.ts';
import { createPackages, isOpaque } from './package.ts';

/** Absolute paths. */
export type Resolve = (specifier: string, from: string) => string | undefined;

/**
 * It holds what it has read of tsconfig.json and package.json, but not which files there are: make a new one when one of these has
 * changed. `isFile` may look elsewhere than on the disk; `looked` is told of packages that are looked for. `UsageError` where a
 * tsconfig.json or package.json cannot be read.
 *
 *     createResolver()('@/table', '/app/machines/light.ts'); // '/app/src/table.ts'
 */
export function createResolver(isFile: (path: string) => boolean = isFileOnDisk, looked: (path: string) => void = () => undefined): Resolve {
  const configOf = createConfigs();
  const packages = createPackages(isFile, configOf, looked);
  const inFolder = (path: string): string | undefined => (isFolder(path) ? packages.entryOf(path) : undefined) ?? indexesIn(path).find(isFile);
  const fileAt = (path: string): string | undefined => filesAt(path).find(isFile) ?? inFolder(path);

  const find: Resolve = (specifier, from) => {
    if (isPath(specifier)) {
      const path = resolve(dirname(from), specifier);
      return files(specifier, slashed(from)).find(isFile) ?? inFolder(path) ?? configOf(from).beside(path).map(fileAt).find(Boolean);
    }
    // What we stand for ourselves is never looked into.
    if (isBuiltin(specifier) || OURS.test(specifier) || /^[a-z][a-z+.-]+:/.test(specifier)) return undefined;
    const alias = configOf(from).aliases(specifier).map(fileAt).find(Boolean);
    return alias ?? (specifier.startsWith('#') ? packages.findInternal(specifier, from) : packages.find(specifier, from));
  };
  return (specifier, from) => {
    const found = find(specifier, from);
    const real = found === undefined ? undefined : realPath(found);
    return real === undefined || isOpaque(real) ? undefined : real;
  };
}

const OURS = /^(?:yieldchart|xstate)(?:\/|$)/;

/** A file that is not on the disk is where it is said to be. */
export function realPath(path: string): string {
  return isFileOnDisk(path) ? realpathSync(path) : path;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
