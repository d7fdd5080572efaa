/** For the tests of the command line: a folder of files, and a command run in it with what it wrote caught. */
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { Stream, Terminal } from '../../src/cli/say/terminal.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A new folder outside the project, with these files in it. */
export function folderOf(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'yieldchart-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs a command line in this process; words are parted by spaces, or given as a list. */
export async function yieldchart(line: string | readonly string[], cwd: string): Promise<Ran> {
  const caught = { out: '', err: '' };
  const stream = (to: 'out' | 'err'): Stream => ({ write: (text) => void (caught[to] += text), live: false, colour: false });
  const terminal: Terminal = { cwd, out: stream('out'), err: stream('err') };
  const exit = await main(typeof line === 'string' ? line.split(' ').filter(Boolean) : line, terminal);
  return { exit, ...caught };
}

/** Every file below a folder, dot-files among them, sorted. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
