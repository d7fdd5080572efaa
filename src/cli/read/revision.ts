/**
 * A revision in, its files out: what the pure rooms are given instead of the disk, read by git without touching the work
 * tree. Paths are relative to the folder the command runs in, as they are on the disk.
 */
import { posix } from 'node:path';
import type { Host } from '../../host.ts';
import { UsageError } from '../command.ts';
import { resolvingIn, shownPath } from './disk.ts';
import { commitOf, folderInRepository, git } from './git.ts';
import { createResolver } from '../resolve/resolve.ts';

export interface Revision {
  readonly host: Host;
  /** Every file of the revision below a folder; nothing where it has no such folder. */
  readonly filesIn: (folder: string) => readonly string[] | undefined;
  readonly has: (file: string) => boolean;
}

interface Entry {
  readonly mode: string;
  readonly object: string;
}

/** `UsageError` where there is no git, no repository or no such revision. */
export function openRevision(revision: string, cwd: string): Revision {
  const prefix = folderInRepository(cwd);
  const entries = entriesOf(commitOf(cwd, revision), cwd);
  const texts = new Map<string, string | undefined>();
  const inRepository = (path: string): string => posix.normalize(posix.join(prefix, path)).replace(/\/$/, '');

  const read = (object: string): string | undefined => {
    if (!texts.has(object)) {
      const { exit, out } = git(cwd, ['cat-file', 'blob', object]);
      texts.set(object, exit === 0 ? out.toString('utf8') : undefined);
    }
    return texts.get(object);
  };
  const readAt = (path: string, links = 0): string | undefined => {
    const entry = entries.get(path);
    if (!entry || links > MOST_LINKS) return undefined;
    const text = read(entry.object);
    return entry.mode === LINK && text !== undefined ? readAt(posix.join(posix.dirname(path), text), links + 1) : text;
  };
  const within = (path: string): string => {
    const found = inRepository(path);
    if (found.startsWith('..')) throw new UsageError(`${path} is outside the repository, so it has no revisions.`);
    return found;
  };
  return {
    host: {
      read: (path) => (path.startsWith('/') ? undefined : readAt(inRepository(path))),
      // What an alias or the name of a package means is asked of the settings as they are now.
      resolve: resolvingIn(cwd, createResolver((path) => entries.has(inRepository(shownPath(path, cwd))))),
    },
    has: (file) => entries.has(within(file)),
    filesIn: (folder) => {
      const path = within(folder);
      const start = path === '.' || path === '' ? '' : `${path}/`;
      const files = [...entries.keys()].filter((file) => file.startsWith(start));
      return files.length === 0 ? undefined : files.map((file) => posix.relative(prefix || '.', file));
    },
  };
}

const LINK = '120000';
const MOST_LINKS = 40;

/** `mode type object<tab>path`, ended by a zero. */
function entriesOf(commit: string, cwd: string): ReadonlyMap<string, Entry> {
  const { out } = git(cwd, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  const rows = out.toString('utf8').split('\0').filter(Boolean);
  return new Map(rows.flatMap((row) => {
    const [, mode = '', type, object = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]*)$/.exec(row) ?? [];
    return type === 'blob' ? [[path, { mode, object }] as const] : [];
  }));
}
