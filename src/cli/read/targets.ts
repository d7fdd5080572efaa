/** In: the FILE, FILE#NAME and folder words of a command line. Out: which files to read, and which machines of them. */
import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../command.ts';
import { errorCode, shownPath, systemWords } from './disk.ts';
import { isWithin } from '../resolve/config.ts';
import { isFileOnDisk, statOf } from './stat.ts';

export interface Target {
  readonly file: string;
  /** One machine of the file; else all of them. */
  readonly name?: string;
  /** Whether it was found by looking into a folder: then it may well hold no machine. */
  readonly found: boolean;
  /** It is there, and is no module by its name. */
  readonly foreign?: true;
}

/** The targets of some words, in their order; a folder's files by name. What is not on the disk is passed on as it is. */
export function findTargets(words: readonly string[], folder: string): readonly Target[] {
  return words.flatMap((word): Target[] => {
    // A variable of the shell that is not set; the current folder has a name of its own.
    if (word === '') throw new UsageError('A FILE is empty. The current folder is called `.`.');
    const whole = kindOf(word, folder);
    if (whole === 'folder') return modulesIn(resolve(folder, word)).map((file) => ({ file: shownPath(file, folder), found: true }));
    const hash = word.lastIndexOf('#');
    if (whole === 'file' || hash < 0) return [targetAt(word, folder)];
    const [file, name] = [word.slice(0, hash), word.slice(hash + 1)];
    if (file === '' || name === '') throw new UsageError(`${word} names no ${file === '' ? 'file' : 'machine'}: it should be FILE#NAME${name === '' ? `, or ${file} for all of them` : ''}.`);
    return [{ ...targetAt(file, folder), name }];
  });
}

function targetAt(path: string, folder: string): Target {
  const isForeign = kindOf(path, folder) === 'file' && /\.[^./\\]+$/.test(path) && !MODULE.test(path);
  return { file: shownPath(path, folder), found: false, ...(isForeign && { foreign: true }) };
}

function kindOf(word: string, folder: string): 'file' | 'folder' | undefined {
  const stat = statOf(resolve(folder, word));
  if (stat === undefined) return undefined;
  return stat.isDirectory() ? 'folder' : 'file';
}

/** `whole` is the folder that was given: a link to what is in it would be the same again. */
function modulesIn(folder: string, whole = realpathSync(folder)): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : modulesIn(path, whole);
    if (!isModule(entry.name)) return [];
    return entry.isFile() || leadsOutOf(whole, path) ? [path] : [];
  });
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // One that is gone by now has nothing in it.
    if (errorCode(error) === 'ENOENT') return [];
    throw new UsageError(`${folder} cannot be read: ${systemWords(error)}.`);
  }
}

/** Whether a link leads to a file, and one that is not found anyway: editors leave links that lead nowhere. */
function leadsOutOf(folder: string, path: string): boolean {
  return isFileOnDisk(path) && !isWithin(realpathSync(path), folder);
}

/** Whether a file of a folder is one to look into for machines. */
export function isModule(name: string): boolean {
  return MODULE.test(name) && !DECLARATION.test(name);
}

const MODULE = /\.[cm]?[jt]sx?$/;
const DECLARATION = /\.d\.[cm]?ts$/;
