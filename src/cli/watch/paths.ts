/**
 * Files that are there or may come to be in; a call for each that changes, appears or goes out. Of a folder that was given, every module
 * below it; of all others, only the file itself, waited for in the nearest folder that there is.
 */
import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { systemWords } from '../read/disk.ts';
import { isFolder } from '../read/stat.ts';
import { isModule } from '../read/targets.ts';

export interface Concern {
  /** Folders of which every module counts. */
  readonly folders: readonly string[];
  /** Files that never count, whatever they are: those that are written. */
  readonly isOutput: (path: string) => boolean;

  readonly happened: (path: string, comeOrGone: boolean) => void;
  /** Something cannot be watched: what changes there will not be seen. */
  readonly unwatched: (reason: string) => void;
}

export interface Watcher {
  /** Also these files, absolute. Gives those that are new. */
  follow(paths: Iterable<string>): readonly string[];
  close(): Promise<void>;
}

export async function watchPaths({ folders, isOutput, happened, unwatched }: Concern): Promise<Watcher> {
  // Loaded only here: nobody else waits for it.
  const { watch } = await import('chokidar');
  const files = new Set<string>();
  /** The folders on the way to files that are not there. */
  const ways = new Set<string>(folders);

  const concerns = (path: string): boolean => {
    if (isOutput(path)) return false;
    if (files.has(path) || ways.has(path)) return true;
    return folders.some((folder) => isBelow(path, folder)) && (isModule(path) || isFolder(path));
  };
  const watcher = watch([...folders], { ignoreInitial: true, ignored: (path) => !concerns(path) });
  const tell = (comeOrGone: boolean) => (path: string) => {
    if (!isOutput(path)) happened(path, comeOrGone);
  };
  watcher.on('change', tell(false)).on('add', tell(true)).on('addDir', tell(true)).on('unlink', tell(true)).on('unlinkDir', tell(true));
  watcher.on('error', (error) => unwatched(systemWords(error)));
  const ready = new Promise<void>((done) => void watcher.once('ready', done));
  if (folders.length > 0) await ready;

  return {
    follow(paths) {
      const added = [...paths].filter((path) => !files.has(path) && !isOutput(path));
      for (const path of added) {
        files.add(path);
        if (existsSync(path)) watcher.add(path);
        // The folder tells of what comes and goes in it; where it is not there, the one above tells of that.
        let folder = dirname(path);
        while (!ways.has(folder)) {
          ways.add(folder);
          if (existsSync(folder)) watcher.add(folder);
          else folder = dirname(folder);
        }
      }
      return added;
    },
    close: () => watcher.close(),
  };
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !way.split(sep).some((part) => part === 'node_modules' || part.startsWith('.'));
}
