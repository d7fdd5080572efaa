/** Files that are there in, whether yieldchart wrote them out: by a mark that stands in all of a kind. Nobody's work is written over. */
import { join } from 'node:path';
import { UsageError } from '../command.ts';
import { readText } from '../read/disk.ts';
import type { Output } from './write.ts';

const marks: readonly (readonly [ending: string, mark: RegExp])[] = [
  ['README.md', /^Written by `yieldchart compile --index`/m],
  ['.mmd', /^%% .*, drawn by yieldchart\b/m],
  ['.svg', /^<svg [^>]*class="yieldchart"/],
  // Every machine that we write says what becomes of a `.throw()`; a position is in most, and in others' too.
  ['.xstate.ts', /['"]coroutine\.throw['"]/],
  ['.xstate.json', /"coroutine\.throw"/],
];

/** Whether the text of a file is one that we wrote, or none at all. */
export function isOurs(name: string, text: string): boolean {
  const mark = marks.find(([ending]) => name.endsWith(ending))?.[1];
  // A byte order mark is trimmed, too.
  const words = text.trim();
  return mark === undefined || words === '' || mark.test(words);
}

/** Throws a `UsageError` where one of the files would be written over somebody else's. */
export function refuseForeign(folder: string, called: string, outputs: readonly Output[]): void {
  const foreign = outputs.find(({ name }) => !isOurs(name, readText(join(folder, name)) ?? ''));
  if (!foreign) return;
  const way = foreign.name === 'README.md' ? 'Take another --out, or leave out --index' : 'Move it, or take another --out';
  throw new UsageError(`Nothing was written: ${called}/${foreign.name} is not of yieldchart's making, and would be lost. ${way}.`);
}
