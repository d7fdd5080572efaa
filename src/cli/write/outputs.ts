/** In: a machine. Out: the files that `compile` writes for it, as texts. */
import { written } from './notations.ts';
import type { Charted } from '../read/read.ts';
import type { Output } from './write.ts';

/** All of a machine's files. Nothing is on the disk yet, so a failure here leaves no half. */
export async function outputsOf({ chart, stem }: Charted, from: string): Promise<readonly Output[]> {
  return Promise.all(written.map(async ({ ending, write }) => ({ name: stem + ending, text: await write(chart, from) })));
}

/** The stem of one of our files; nothing for any other file. */
export function writtenStem(name: string): string | undefined {
  if (name.startsWith('.')) return undefined;
  const ending = written.find((notation) => name.endsWith(notation.ending))?.ending;
  return ending === undefined ? undefined : name.slice(0, -ending.length);
}
