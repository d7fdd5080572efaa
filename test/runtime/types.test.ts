/** The type tests of the runtime and of the bridge, run by the compiler itself. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const tsc = join(here, '../../node_modules/typescript/bin/tsc');

/** What the compiler says of a file, under the settings of this repository. */
function diagnose(file: string): string {
  const settings = join(here, `tsconfig.${process.pid}.json`);
  writeFileSync(settings, JSON.stringify({ extends: '../../tsconfig.json', include: [], files: [file] }));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', settings], { encoding: 'utf8' });
    return status === 0 ? '' : `exit ${status}\n${stdout}${stderr}`;
  } finally {
    rmSync(settings);
  }
}

test.each(['types.ts', '../bridge/types.ts'])('right uses in %s compile, and wrong ones do not', { timeout: 60_000 }, (file) => {
  expect(diagnose(file)).toBe('');
});
