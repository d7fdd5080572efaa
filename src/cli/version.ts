/** The version of this package, read where it is installed: one place says it. */
import { existsSync, readFileSync } from 'node:fs';
import { Bug } from '../diagnostic/diagnostic.ts';

export function version(): string {
  // src/cli/ and, once bundled, dist/ are at different depths; the first package.json above either is ours.
  for (let folder = new URL('.', import.meta.url), depth = 0; depth < 4; folder = new URL('..', folder), depth++) {
    const manifest = new URL('package.json', folder);
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  }
  throw new Bug(`no package.json above ${import.meta.url}`);
}
