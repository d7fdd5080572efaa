/** In: what would be written, and the folder. Out: what is not as it would be, byte for byte. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../read/disk.ts';
import { isOurs } from './ours.ts';
import { writtenStem } from './outputs.ts';
import type { Plan } from './plan.ts';
import { freshness } from './write.ts';

export interface Comparison {
  readonly stale: readonly string[];
  readonly missing: readonly string[];
  /** Files of ours that no machine has. */
  readonly orphans: readonly string[];
}

export function compareFolder(folder: string, { groups, refused }: Plan): Comparison {
  const outputs = groups.flat();
  const being = (wanted: string) => outputs.filter((output) => freshness(folder, output) === wanted).map(({ name }) => name);
  const expected = new Set(outputs.map(({ name }) => name));
  const there = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).toSorted() : [];
  const orphans = there.filter((name) => {
    const stem = writtenStem(name);
    return stem !== undefined && !expected.has(name) && !refused.has(stem) && isOurs(name, readText(join(folder, name)) ?? '');
  });
  return { stale: being('stale'), missing: being('missing'), orphans };
}
