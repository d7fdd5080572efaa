/** What a watcher says is broken: only what the machines still rest on. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginWorld, readAgain } from '../../src/cli/watch/round.ts';
import { folderOf } from './terminal.ts';

test('a broken file that is imported no more is no news', async () => {
  const machine = (source: string, go: string): string => `${source}export function* a(): Generator<string, void, ${go}> {\n  yield 'on';\n}\n`;
  const cwd = folderOf({ 'a.ts': machine("import type { Go } from './b.ts';\n", 'Go'), 'b.ts': "export type Go = 'go';\n" });
  const job = { words: ['a.ts'], folder: 'out', index: false, options: {} };
  const world = await beginWorld(job, cwd);
  const broken = (path?: string, text?: string) => {
    if (path !== undefined) {
      writeFileSync(join(cwd, path), text!);
      world.texts.touch(join(cwd, path));
    }
    readAgain(job, cwd, world);
    return world.texts.broken().map(({ file }) => file);
  };
  expect(broken()).toEqual([]);
  expect(broken('b.ts', 'export type Go =')).toEqual(['b.ts']);
  // Nothing has changed, and it is still so.
  expect(broken()).toEqual(['b.ts']);
  expect(broken('a.ts', machine('', "'go'"))).toEqual([]);
  expect(broken('a.ts', machine("import type { Go } from './b.ts';\n", 'Go'))).toEqual(['b.ts']);
});
