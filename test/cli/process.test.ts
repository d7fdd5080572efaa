/** The edge of the command line that only a process has: streams, colours, exit codes, a reader that stops early. */
import { spawn } from 'node:child_process';
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

  test('has no colours where its output is no terminal', () => {
    expect(runProcess(process.execPath, [cli, 'list', 'no.ts'], cwd, { NO_COLOR: '', FORCE_COLOR: '1' }).err).not.toContain('\u001b');
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
