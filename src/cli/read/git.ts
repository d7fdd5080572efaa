/** In: a folder and a question to git. Out: its answer; `UsageError` where there is no git, no repository, or no such revision. */
import { spawnSync } from 'node:child_process';
import { UsageError } from '../command.ts';
import { errorCode } from './disk.ts';

interface Answer {
  readonly exit: number;
  readonly out: Buffer;
}

/** Runs git; its own words are left out, and its exit code says how it went. */
export function git(folder: string, words: readonly string[], input = ''): Answer {
  const { error, status, stdout } = spawnSync('git', words, { cwd: folder, input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'] });
  if (error && errorCode(error) === 'ENOENT') throw new UsageError('git is needed to read a revision, and there is none on this machine.');
  if (error) throw new UsageError(`git cannot be run: ${error.message}.`);
  return { exit: status ?? 1, out: stdout };
}

/** The path of a folder in its repository, ending in `/`; empty at the top. */
export function folderInRepository(folder: string): string {
  const { exit, out } = git(folder, ['rev-parse', '--show-prefix']);
  if (exit !== 0) throw new UsageError('A revision can only be read in a git repository, and this folder is in none.');
  return out.toString('utf8').replace(/\n$/, '');
}

/** The full name of the commit that a revision means. */
export function commitOf(folder: string, revision: string): string {
  const { exit, out } = revision.startsWith('-') ? { exit: 1, out: '' } : git(folder, ['rev-parse', '--quiet', '--verify', `${revision}^{commit}`]);
  if (exit === 0) return out.toString().trim();
  const isShallow = git(folder, ['rev-parse', '--is-shallow-repository']).out.toString().trim() === 'true';
  throw new UsageError(`There is no revision ${revision}.${isShallow ? ' This clone has only the newest ones: fetch more first (git fetch --unshallow; in CI, fetch-depth: 0).' : ''}`);
}
