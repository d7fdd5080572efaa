/**
 * Small machines, each about one construct or the meeting of two. Beside each `CASE.ts` stands what must come of it: its
 * diagrams in `CASE.mmd`, or, for a machine that is refused, what is said in `CASE.txt`. `UPDATE=1` writes them anew.
 *
 * What is charted is also checked: the generator and the XState machine that is written for it, side by side.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkMachine, tell } from '../src/check/index.ts';
import { diskHost } from '../src/cli/read/disk.ts';
import { partsOf } from '../src/cli/read/parts.ts';
import { charted } from '../src/cli/read/read.ts';
import { type Compilation, compile, toMermaid, toXState } from '../src/compile.ts';
import { typeErrors } from './format/xstate-written.ts';

const folder = join(import.meta.dirname, 'fixtures');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
const sources = files.filter((file) => file.endsWith('.ts'));
/** What cases import stands in a folder `lib` beside them. */
const cases = sources.filter((file) => !file.includes('lib/')).map((file) => file.slice(0, -'.ts'.length));

const found = (name: string): Compilation => compile([`${name}.ts`], diskHost(folder));

describe('every machine of the fixtures', () => {
  test.each(cases)('is drawn as a person would, or refused with the reason: %s', (name) => {
    const { machines, diagnostics } = found(name);
    const said = [...diagnostics, ...machines.flatMap((machine) => machine.diagnostics)];
    expectText(`${name}.mmd`, charted(machines).map(({ chart }) => toMermaid(chart)).join('\n'));
    expectText(`${name}.txt`, said.map(({ code, message }) => `${code}: ${message}\n`).join(''));
  });

  test.each(cases)('does the same as the XState machine that is written for it: %s', async (name) => {
    for (const machine of charted(found(name).machines)) {
      const verdict = checkMachine(await partsOf(machine, undefined, { cwd: folder, live: false }));
      expect(verdict.kind, tell(verdict).join('\n')).not.toBe('different');
    }
  });

  test('is written as an XState module that TypeScript finds nothing wrong with', () => {
    const written = cases.flatMap((name) => charted(found(name).machines).map(({ chart, stem }) => [join(dirname(name), `${stem}.xstate.ts`), toXState(chart, { from: dirname(name) })]));
    const needed = sources.filter((file) => written.some(([, text]) => text?.includes(`/${basename(file)}'`)));
    expect(typeErrors({ ...Object.fromEntries(needed.map((file) => [file, readFileSync(join(folder, file), 'utf8')])), ...Object.fromEntries(written) })).toBe('');
  });
});

test('an expectation has the machine it speaks of beside it', () => {
  expect(files.filter((file) => /\.(?:mmd|txt)$/.test(file) && !cases.includes(file.replace(/\.\w+$/, '')))).toEqual([]);
});

/** Nothing to say, no file. */
function expectText(file: string, text: string): void {
  const path = join(folder, file);
  if (process.env['UPDATE']) {
    if (text) writeFileSync(path, text);
    else rmSync(path, { force: true });
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
}
