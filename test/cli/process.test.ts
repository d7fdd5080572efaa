/** The edge of the command line that only a process has: streams, colours, exit codes, a reader that stops early. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtPackage, cliOf, runProcess } from './package.ts';
import { folderOf } from './terminal.ts';

let cli: string;
const cwd = folderOf();
beforeAll(async () => {
  cli = cliOf(await builtPackage(false));
});

describe('the process', () => {
  test('ends with the exit code of the command', () => {
    expect(runProcess(process.execPath, [cli, '--help'], cwd).exit).toBe(0);
    expect(runProcess(process.execPath, [cli, 'list', 'no.ts'], cwd)).toMatchObject({ exit: 2, out: '' });
  });

  test('knows its version where it is bundled', () => {
    expect(runProcess(process.execPath, [cli, '--version'], cwd).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    ['no colours where its output is no terminal', {}, false],
    ['colours where they are asked for, as CI does', { FORCE_COLOR: '1' }, true],
    ['none where they are asked not to be', { FORCE_COLOR: '0' }, false],
    ['none where somebody does not want any', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('has %s', (_, environment, isColoured) => {
    expect(runProcess(process.execPath, [cli, 'list', 'no.ts'], cwd, { NO_COLOR: '', FORCE_COLOR: '', ...environment }).err.includes('\u001b')).toBe(isColoured);
  });

  test.skipIf(!existsSync('/dev/full'))('says plainly that its output cannot be written, where the disk is full', () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" explain no-machine > /dev/full', process.execPath, cli], { cwd, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'yieldchart: The output cannot be written: no space left on device.\n' });
  });

  test('does not end as if all were well where a module is never done loading', () => {
    const folder = folderOf({ 'lamp.ts': "await new Promise(() => {});\nexport function* lamp(): Generator<'on', void, 'off'> {\n  yield 'on';\n}\n" });
    const { exit, err } = runProcess(process.execPath, [cli, 'check', 'lamp.ts'], folder);
    expect({ exit, err }).toEqual({ exit: 2, err: 'yieldchart: A module that was loaded waits for a promise that nobody keeps, so nothing more would ever happen.\n' });
  });

  test('keeps its exit code where nobody hears what is said', async () => {
    const child = spawn(process.execPath, [cli, 'explain', 'no-machin'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.destroy();
    expect(await new Promise((done) => child.on('close', done))).toBe(2);
  });

  test('ends quietly when its reader stops early', async () => {
    const child = spawn(process.execPath, [cli, 'explain', 'no-machine'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    // Closed before the first word is written: every write meets a closed pipe.
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const exit = await new Promise((done) => child.on('close', done));
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });
});
