/** For tests of revisions: a real git repository in a folder of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf } from './terminal.ts';

export interface Repository {
  readonly folder: string;
  /** Writes files (nothing: removes one) and commits all that there is, under a tag. */
  commit(tag: string, files: Readonly<Record<string, string | undefined>>): void;
  write(files: Readonly<Record<string, string | undefined>>): void;
  git(...words: string[]): string;
}

export function repository(): Repository {
  const folder = folderOf();
  const environment = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'test', GIT_AUTHOR_EMAIL: 'test@example.com', GIT_COMMITTER_NAME: 'test', GIT_COMMITTER_EMAIL: 'test@example.com' };
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write: Repository['write'] = (files) => {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      if (text === undefined) rmSync(path);
      else writeFileSync(path, text);
    }
  };
  git('init', '--quiet');
  return {
    folder,
    write,
    git,
    commit: (tag, files) => {
      write(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', tag);
      git('tag', tag);
    },
  };
}
