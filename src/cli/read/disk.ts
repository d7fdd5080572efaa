/** The thin disk: what the pure rooms are given instead of `node:fs`. Paths are relative to one folder, with `/`. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Host } from '../../host.ts';
import { UsageError } from '../command.ts';
import { isWithin } from '../resolve/config.ts';
import { createResolver, type Resolve } from '../resolve/resolve.ts';
import { isFileOnDisk } from './stat.ts';

/**
 * It reads anew each time, but for what it has read of tsconfig.json and package.json: make a new one when one of these has changed.
 * `looked` is told of every file and package that is looked for to find out what an import means.
 */
export function diskHost(folder: string, looked?: (path: string) => void): Required<Pick<Host, 'read' | 'resolve'>> {
  const isFile = (path: string): boolean => {
    looked?.(path);
    return isFileOnDisk(path);
  };
  return { read: (path) => readText(resolve(folder, path), path), resolve: resolvingIn(folder, createResolver(isFile, looked)) };
}

/** The same question, asked with paths that are relative to a folder. */
export function resolvingIn(folder: string, resolver: Resolve): NonNullable<Host['resolve']> {
  return (specifier, fromPath) => {
    const found = resolver(specifier, resolve(folder, fromPath));
    if (found === undefined) return undefined;
    // All links are followed in what is found, and may not be in the folder's own path.
    const real = realpathSync(folder);
    return shownPath(found, isWithin(found, real) ? real : folder);
  };
}

/** The text of a file, or nothing where there is none; `UsageError` where there is one that cannot be read. */
export function readText(path: string, called = path): string | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' || errorCode(error) === 'ELOOP') return undefined;
    throw new UsageError(`${called} cannot be read: ${systemWords(error)}.`);
  }
}

/** A path as it is shown and written into outputs: the same from however it was spelt, and on every system. */
export function shownPath(path: string, folder: string): string {
  return relative(folder, resolve(folder, path)).split(sep).join('/') || '.';
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** `EACCES: permission denied, open '/x'` → `permission denied`. */
export function systemWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
