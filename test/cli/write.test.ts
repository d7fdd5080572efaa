import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshness, writeWhole } from '../../src/cli/write/write.ts';
import { filesIn, folderOf } from './terminal.ts';

const outputs = [{ name: 'light.mmd', text: 'stateDiagram-v2\n' }, { name: 'light.svg', text: '<svg/>\n' }];

describe('writing', () => {
  test('makes the folder, and leaves nothing there but the files', () => {
    const folder = join(folderOf(), 'deep', 'diagrams');
    expect(writeWhole(folder, 'diagrams', outputs)).toEqual(['light.mmd', 'light.svg']);
    expect(filesIn(folder)).toEqual(['light.mmd', 'light.svg']);
    expect(readFileSync(join(folder, 'light.mmd'), 'utf8')).toBe('stateDiagram-v2\n');
  });

  test('does not touch a file that is already so', () => {
    const folder = folderOf({ 'light.mmd': 'stateDiagram-v2\n', 'light.svg': 'old' });
    const long = new Date(0);
    utimesSync(join(folder, 'light.mmd'), long, long);
    expect(writeWhole(folder, '.', outputs)).toEqual(['light.svg']);
    expect(statSync(join(folder, 'light.mmd')).mtimeMs).toBe(0);
  });

  test('writes none of the files where one cannot be written', () => {
    const folder = folderOf();
    mkdirSync(join(folder, 'light.svg'));
    expect(() => writeWhole(folder, 'diagrams', outputs)).toThrow('Nothing was written: diagrams/light.svg is a folder.');
    expect(filesIn(folder)).toEqual([]);
  });

  test('says so where the folder is a file', () => {
    const folder = folderOf({ diagrams: '' });
    expect(() => writeWhole(join(folder, 'diagrams'), 'diagrams', outputs)).toThrow(/^Cannot write into diagrams: \w/);
    expect(() => writeWhole(join(folder, 'diagrams', 'deep'), 'diagrams/deep', outputs)).toThrow(/^Cannot write into diagrams\/deep: \w/);
  });
});

test('a file is fresh, stale or missing, by its bytes', () => {
  const folder = folderOf({ 'light.mmd': 'stateDiagram-v2\n', 'light.svg': '<svg/>\r\n' });
  expect(outputs.map((output) => freshness(folder, output))).toEqual(['fresh', 'stale']);
  expect(freshness(folder, { name: 'other.mmd', text: '' })).toBe('missing');
  writeFileSync(join(folder, 'bytes.svg'), Buffer.from([0xff]));
  expect(freshness(folder, { name: 'bytes.svg', text: '\u{fffd}' })).toBe('stale');
});
