/** In: the FILE, FILE#NAME and folder words of a command line. Out: which files to read, and which machines of them. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shownPath } from './disk.ts';

export interface Target {
  readonly file: string;
  /** One machine of the file; else all of them. */
  readonly name?: string;
  /** Whether it was found by looking into a folder: then it may well hold no machine. */
  readonly found: boolean;
}

/** The targets of some words, in their order; a folder's files by name. What is not on the disk is passed on as it is. */
export function findTargets(words: readonly string[], folder: string): readonly Target[] {
  return words.flatMap((word): Target[] => {
    const whole = kindOf(word, folder);
    if (whole === 'folder') return modulesIn(resolve(folder, word)).map((file) => ({ file: shownPath(file, folder), found: true }));
    const hash = word.lastIndexOf('#');
    if (whole === 'file' || hash <= 0) return [{ file: shownPath(word, folder), found: false }];
    return [{ file: shownPath(word.slice(0, hash), folder), name: word.slice(hash + 1), found: false }];
  });
}

function kindOf(word: string, folder: string): 'file' | 'folder' | undefined {
  const stat = statSync(resolve(folder, word), { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return stat.isDirectory() ? 'folder' : 'file';
}

function modulesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : modulesIn(path);
    return isModule(entry.name) ? [path] : [];
  });
}

/** Whether a file of a folder is one to look into for machines. */
export function isModule(name: string): boolean {
  return MODULE.test(name) && !DECLARATION.test(name);
}

const MODULE = /\.[cm]?[jt]sx?$/;
const DECLARATION = /\.d\.[cm]?ts$/;
