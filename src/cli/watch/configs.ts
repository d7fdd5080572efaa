/**
 * The files that decide where imports lead and what types mean: paths that were read in, the tsconfig.json, jsconfig.json and package.json of
 * their folders and of those above out, those that are not there too, and what they extend; each with its text.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../command.ts';
import { readText } from '../read/disk.ts';
import { isWithin } from '../resolve/config.ts';

export function configsOf(paths: Iterable<string>, cwd: string): ReadonlyMap<string, string | undefined> {
  const found = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    if (!existsSync(path)) continue;
    for (let folder = dirname(path); !folders.has(folder); folder = dirname(folder)) {
      folders.add(folder);
      // Outside of where the command runs, nobody is expected to begin one.
      const isOurs = folder === cwd || isWithin(folder, cwd);
      for (const name of NAMES) if (isOurs || existsSync(join(folder, name))) found.add(join(folder, name));
    }
  }
  const texts = new Map<string, string | undefined>();
  for (const config of found) {
    const text = textOf(config);
    texts.set(config, text);
    for (const base of extendedBy(config, text ?? '')) found.add(base);
  }
  return texts;
}

const NAMES = ['tsconfig.json', 'jsconfig.json', 'package.json'];

/** The text of a config; nothing, too, where it cannot be read: whoever needs it says so. */
export function textOf(config: string): string | undefined {
  try {
    return readText(config);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The configs that one names by a path, in `extends` or in its references, whether they are there or not. */
function extendedBy(config: string, text: string): readonly string[] {
  if (!/"(?:extends|references)"/.test(text)) return [];
  return [...text.matchAll(/"(\.{1,2}\/[^"\n]*)"/g)].flatMap(([, path]) => {
    const whole = resolve(dirname(config), path!);
    return whole.endsWith('.json') ? [whole] : [`${whole}.json`, join(whole, 'tsconfig.json')];
  });
}
