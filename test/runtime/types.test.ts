/** The type tests of types.ts, run by the compiler itself. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const tsc = join(here, '../../node_modules/typescript/bin/tsc');

/** What the compiler says of one file beside this one, under the settings of this repository. */
function diagnose(file: string): string {
  const settings = join(here, `tsconfig.${process.pid}.json`);
  writeFileSync(settings, JSON.stringify({ extends: '../../tsconfig.json', include: [], files: [file] }));
  try {
    return spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', settings], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(settings);
  }
}

test('right uses compile, and wrong ones do not', { timeout: 60_000 }, () => {
  expect(diagnose('types.ts')).toBe('');
});
