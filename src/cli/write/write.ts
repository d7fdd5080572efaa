/**
 * Files written whole or not at all. All texts of one group go to temporary files first, and get their names only when
 * every one of them is on the disk.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../command.ts';
import { readText, systemWords } from '../read/disk.ts';

export interface Output {
  /** The name of the file in its folder. */
  readonly name: string;
  readonly text: string;
}

/** Writes what is not already so; gives the names it wrote. `UsageError` where the folder cannot be written. */
export function writeWhole(folder: string, called: string, outputs: readonly Output[]): readonly string[] {
  const changed = outputs.filter(({ name, text }) => readText(join(folder, name)) !== text);
  const temporary = ({ name }: Output) => join(folder, `.${name}.${process.pid}.tmp`);
  const begun: string[] = [];
  try {
    makeFolder(folder);
    for (const output of changed) {
      if (statSync(join(folder, output.name), { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`Nothing was written: ${called}/${output.name} is a folder.`);
      begun.push(temporary(output));
      writeFileSync(temporary(output), output.text);
    }
    for (const output of changed) renameSync(temporary(output), join(folder, output.name));
  } catch (error) {
    for (const path of begun) rmSync(path, { force: true });
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot write into ${called}: ${systemWords(error)}.`);
  }
  return changed.map(({ name }) => name);
}

/** Not mkdir's `recursive`: it tries for ever where the system denies that a parent which is there is there (/proc). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

export type Freshness = 'fresh' | 'stale' | 'missing';

/** How what is on the disk compares with what would be written, byte for byte. */
export function freshness(folder: string, { name, text }: Output): Freshness {
  const path = join(folder, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return 'missing';
  return readFileSync(path).equals(Buffer.from(text)) ? 'fresh' : 'stale';
}
