import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTargets } from '../../src/cli/read/targets.ts';
import { folderOf } from './terminal.ts';

const cwd = folderOf({ 'a.ts': '', 'odd#name.ts': '', 'm/b.ts': '', 'm/b.d.ts': '', 'm/notes.md': '', 'm/deep/a.mjs': '', 'm/node_modules/x/i.js': '', 'm/.cache/y.ts': '' });

test('FILE is all machines of a file, FILE#NAME is one', () => {
  expect(findTargets(['a.ts', 'a.ts#light', 'a.ts#Lights.walk'], cwd)).toEqual([
    { file: 'a.ts', found: false },
    { file: 'a.ts', name: 'light', found: false },
    { file: 'a.ts', name: 'Lights.walk', found: false },
  ]);
});

test('however a path is spelt, it is the same file', () => {
  for (const word of ['./a.ts', 'm/../a.ts', `${cwd}/a.ts`]) expect(findTargets([word], cwd)).toEqual([{ file: 'a.ts', found: false }]);
});

test('a # in the name of a file that is there belongs to the file', () => {
  expect(findTargets(['odd#name.ts', 'odd#name.ts#light'], cwd)).toEqual([{ file: 'odd#name.ts', found: false }, { file: 'odd#name.ts', name: 'light', found: false }]);
});

test('a folder stands for the modules below it, in order, without declarations, packages and hidden folders', () => {
  expect(findTargets(['m'], cwd).map(({ file, found }) => [file, found])).toEqual([['m/b.ts', true], ['m/deep/a.mjs', true]]);
});

test('a folder is gone through once: hidden files, links that lead nowhere, and links to what is in it are left out', () => {
  const folder = folderOf({ 'm/a.ts': '', 'm/.hidden.ts': '', 'm/deep/b.ts': '', 'else/c.ts': '' });
  const links = { 'm/.#a.ts': 'somebody@somewhere:1', 'm/gone.ts': './nowhere.ts', 'm/round.ts': './round.ts', 'm/again.ts': './deep/b.ts', 'm/up': '..', 'm/c.ts': '../else/c.ts' };
  for (const [at, to] of Object.entries(links)) symlinkSync(to, join(folder, at));
  expect(findTargets(['m'], folder).map(({ file }) => file)).toEqual(['m/a.ts', 'm/c.ts', 'm/deep/b.ts']);
});

test('a file that is there, and no module by its name, is known as such', () => {
  expect(findTargets(['m/notes.md', 'm/b.d.ts'], cwd)).toEqual([{ file: 'm/notes.md', found: false, foreign: true }, { file: 'm/b.d.ts', found: false }]);
});

test('a file that is not there is passed on, for the compiler to say so', () => {
  expect(findTargets(['no.ts', 'no.ts#light'], cwd)).toEqual([{ file: 'no.ts', found: false }, { file: 'no.ts', name: 'light', found: false }]);
});
