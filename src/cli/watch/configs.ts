/**
 * The files that decide where imports lead and what types mean: paths that were read in, the tsconfig.json, jsconfig.json and package.json of
 * their folders and of those above out, those that are not there too, and what they extend; each with its text.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isWithin } from '../resolve/config.ts';
import { readText } from '../disk.ts';

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
    const text = readText(config);
    texts.set(config, text);
    for (const base of extendedBy(config, text ?? '')) found.add(base);
  }
  return texts;
}

const NAMES = ['tsconfig.json', 'jsconfig.json', 'package.json'];

/** The configs that one names by a path, in `extends` or in its references. */
function extendedBy(config: string, text: string): readonly string[] {
  if (!/"(?:extends|references)"/.test(text)) return [];
  return [...text.matchAll(/"(\.{1,2}\/[^"\n]*)"/g)].flatMap(([, path]) => {
    const whole = resolve(dirname(config), path!);
    return [whole, `${whole}.json`, join(whole, 'tsconfig.json')].filter((candidate) => candidate.endsWith('.json') && existsSync(candidate));
  });
}
