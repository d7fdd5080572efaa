/** In: a path. Out: what is there, all links followed; nothing where there is nothing, or it cannot be looked at. */
import { type Stats, statSync } from 'node:fs';

export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && UNSEEN.has(String(error.code))) return undefined;
    throw error;
  }
}

/** What would be below a file, a link that leads to itself, what is too long or too odd to be a name, a folder that is locked: no file of a project stands there. */
const UNSEEN: ReadonlySet<string> = new Set(['ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE', 'EACCES', 'EPERM']);

export function isFileOnDisk(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}
