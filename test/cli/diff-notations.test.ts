/** `yieldchart diff OLD NEW`: whatever the two are written in, and everything it prints and writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChartDiff } from '../../src/check/diff/chart-diff.ts';
import { filesIn, folderOf, type Ran, yieldchart } from './terminal.ts';

const lock = (body: string): string => `/** A lock. */
export function* lock(code = '1234'): Generator<'locked' | 'open', 'jammed', { type: 'enter'; code: string } | { type: 'close' }> {
  let wrong = 0;
  while (wrong < 3) {
    const event = yield 'locked';
    ${body}
    wrong = 0;
    while ((yield 'open').type !== 'close');
  }
  return 'jammed';
}
`;
const first = lock("if (event.type !== 'enter') continue; if (event.code !== code) { wrong += 1; continue; }");
const second = lock("if (event.type !== 'enter') continue; if (event.code !== code) { console.log(event.code); wrong += 1; continue; }");

const lines = ({ exit, out, err }: Ran): readonly string[] => [`exit ${exit}`, ...(err + out).trimEnd().split('\n')];

describe('diff between two files', () => {
  test('reads a generator, and the diagram, the JSON and the chart that are written of it, as one machine', async () => {
    const cwd = folderOf({ 'lock.ts': first });
    expect((await yieldchart('compile lock.ts --out .', cwd)).exit).toBe(0);
    expect((await yieldchart('diff lock.ts lock.mmd', cwd)).out).toBe('lock: no difference in behaviour (2 configurations compared)\n');
    expect(lines(await yieldchart('diff lock.mmd lock.ts', cwd))[0]).toBe('exit 0');
    // What an XState machine remembers at its start is not seen in it.
    expect(lines(await yieldchart('diff lock.ts lock.xstate.json', cwd)).slice(0, 2)).toEqual(['exit 4', 'lock: undecided']);
  });

  test('sees the difference between a diagram and a generator that went on', async () => {
    const cwd = folderOf({ 'lock.ts': first, 'next.ts': second });
    await yieldchart('compile lock.ts --out .', cwd);
    expect(lines(await yieldchart('diff lock.mmd next.ts', cwd))).toEqual([
      'exit 1',
      'lock: 2 differences',
      '  In `locked`, at the start:',
      '    ± `enter`, if `event.code !== code && wrong + 1 < 3`, now does `console.log(event.code), wrong += 1`; before it did `wrong += 1`.',
      "    ± `enter`, if `event.code !== code && !(wrong + 1 < 3)`, now does `console.log(event.code)` when it ends the machine with `'jammed'`; before it did nothing.",
    ]);
  });

  test('reads XState machines of modules, and says that a named action was rewritten', async () => {
    const machine = (shout: string, target: string): string => `import { setup } from 'xstate';
export const light = setup({ actions: { shout: () => { ${shout} } } }).createMachine({ id: 'light', initial: 'red', states: { red: { on: { next: { target: '${target}', actions: 'shout' } } }, green: { on: { next: 'red' } }, off: {} } });
`;
    const cwd = folderOf({ 'a.ts': machine("console.log('a')", 'green'), 'b.ts': machine("console.log('b')", 'green'), 'c.ts': machine("console.log('a')", 'off') });
    expect(lines(await yieldchart('diff a.ts a.ts', cwd))).toEqual(['exit 0', 'light: no difference in behaviour (2 configurations compared)']);
    expect(lines(await yieldchart('diff a.ts b.ts', cwd))).toEqual(['exit 4', 'light: undecided', '  No difference was found, but: `shout` was rewritten, and whether that shows was not decided.']);
    expect(lines(await yieldchart('diff a.ts c.ts', cwd))).toContain('    ± `next` now leads to `off`; before it led to `green`.');
  });

  test('takes variables for one that stand in the same places, whatever they are called', async () => {
    const counter = (a: string, b: string, limit: string): string => `export function* counter(${limit} = 3): Generator<'on' | 'off', 'end', 'up' | 'down'> {
  let ${a} = 0; let ${b} = 0;
  while (${a} < ${limit}) { if ((yield 'on') === 'up') ${a} += 1; else { ${b} -= 1; if (${b} < -5) return 'end'; yield 'off'; } }
  return 'end';
}
`;
    const cwd = folderOf({ 'old.ts': counter('a', 'b', 'limit'), 'same.ts': counter('ups', 'downs', 'most'), 'swapped.ts': counter('b', 'a', 'limit') });
    expect((await yieldchart('diff old.ts same.ts', cwd)).out).toBe('counter: no difference in behaviour (2 configurations compared)\n');
    // Names that both have are never taken for others.
    expect((await yieldchart('diff old.ts swapped.ts', cwd)).exit).toBe(1);
  });

  test('takes spaces for nothing, but not those in a text', async () => {
    const machine = (said: string): string => `export function* m(): Generator<'a', never, 'go'> { while (true) { yield 'a'; console.log(${said}); } }\n`;
    const cwd = folderOf({ 'old.ts': machine("'a b', 1"), 'spaced.ts': machine("\n  'a b',\n  1,\n"), 'other.ts': machine("'a  b', 1") });
    expect((await yieldchart('diff old.ts spaced.ts', cwd)).exit).toBe(0);
    expect((await yieldchart('diff old.ts other.ts', cwd)).exit).toBe(1);
  });

  test('does not take a variable of the module for one of the machine', async () => {
    const machine = (inside: string, outside: string): string => `${outside}\nexport function* m(): Generator<'a' | 'b', never, 'go'> { ${inside} while (true) { yield 'a'; count += 1; if (count < 3) yield 'b'; } }\n`;
    const cwd = folderOf({ 'old.ts': machine('', 'export let count = 0;'), 'new.ts': machine('let count = 0;', '') });
    expect((await yieldchart('diff old.ts new.ts', cwd)).exit).toBe(1);
  });

  test('pairs the machines of two files by name, and two single ones whatever they are called', async () => {
    const light = (name: string): string => `export function* ${name}(): Generator<'a' | 'b', never, 'go'> { while (true) { yield 'a'; yield 'b'; } }\n`;
    const cwd = folderOf({ 'a.ts': light('one') + light('two'), 'b.ts': light('two') + light('three'), 'c.ts': light('four') });
    expect(lines(await yieldchart('diff a.ts b.ts', cwd)).filter((line) => /^\w/.test(line))).toEqual(['exit 1', 'two: no difference in behaviour (2 configurations compared)', 'three: 1 difference', 'one: 1 difference']);
    expect(lines(await yieldchart('diff a.ts#one c.ts', cwd))[0]).toBe('exit 0');
  });

  test('compares nothing of a machine that is refused, says why, and exits with 1', async () => {
    const cwd = folderOf({ 'old.ts': first, 'new.ts': "export function* lock() { while (true) eval('x'); }\n" });
    const { exit, out, err } = await yieldchart('diff old.ts new.ts', cwd);
    expect({ exit, out }).toEqual({ exit: 1, out: 'lock: undecided\n  No difference was found, but: the new version of it is refused.\n' });
    expect(err).not.toBe('');
  });
});

describe('what diff prints and writes', () => {
  test('Markdown for a pull request: a list, and the diagram folded away', async () => {
    const cwd = folderOf({ 'old.ts': first, 'new.ts': second, 'also.ts': first });
    const { exit, out } = await yieldchart('diff old.ts new.ts --markdown', cwd);
    expect(exit).toBe(1);
    expect(out.split('\n').slice(0, 4)).toEqual(['### `lock`: 2 differences in behaviour', '', '- In `locked`, at the start:', expect.stringMatching(/^ {2}- \*\*±\*\* `enter`, if `/)]);
    expect(out).toContain('<details><summary>Diagram</summary>');
    expect(/```mermaid\n([^]*?)\n```/.exec(out)?.[1]).toContain('stateDiagram-v2');
    expect(out).toContain('± enter [event.code !== code && wrong + 1 < 3] / console.log(event.code), wrong += 1<br/>− enter');
    expect(await yieldchart('diff old.ts also.ts --markdown', cwd)).toEqual({ exit: 0, out: 'No difference in behaviour: `lock`.\n', err: '' });
  });

  test('JSON, with the way and what the conditions on it say', async () => {
    const cwd = folderOf({ 'old.ts': first, 'new.ts': second });
    const { out } = await yieldchart('diff old.ts new.ts --json', cwd);
    const { diffs, diagnostics } = JSON.parse(out) as { diffs: readonly ChartDiff[]; diagnostics: readonly unknown[] };
    expect(diagnostics).toEqual([]);
    expect(diffs).toMatchObject([{ machine: 'lock', kind: 'different', files: { old: 'old.ts', new: 'new.ts' }, changes: [{ kind: 'actions', mark: 'changed', state: 'locked', event: 'enter', way: [], replay: [{ event: '' }, { event: 'enter' }] }, { kind: 'actions' }] }]);
  });

  test('pictures of what differs, of both kinds, and none of what does not', async () => {
    const cwd = folderOf({ 'old.ts': first, 'new.ts': second, 'also.ts': first });
    await yieldchart('diff old.ts also.ts --out pictures', cwd);
    expect(filesIn(cwd)).not.toContain('pictures/lock.diff.mmd');
    await yieldchart('diff old.ts new.ts --out pictures', cwd);
    expect(filesIn(cwd).filter((file) => file.startsWith('pictures'))).toEqual(['pictures/lock.diff.mmd', 'pictures/lock.diff.svg']);
    expect(readFileSync(join(cwd, 'pictures/lock.diff.svg'), 'utf8')).toContain('class="arrow');
  });

  test('at most a dozen changes of a machine, then how many more', async () => {
    const many = (names: readonly string[]): string => `export function* m(): Generator<string, never, ${names.map((name) => `'${name}'`).join(' | ')}> { while (true) { const event = yield 'hub'; ${names.map((name) => `if (event === '${name}') yield 'to ${name}';`).join(' ')} } }\n`;
    const cwd = folderOf({ 'old.ts': many(['a']), 'new.ts': many(['a', ...'bcdefghijk']) });
    const { out } = await yieldchart('diff old.ts new.ts', cwd);
    expect(out).toMatch(/^m: \d+ differences\n/);
    expect(out).toMatch(/\n {2}… and \d+ more\nWith --json, none is left out\.\n$/);
    expect(out.match(/^ +[+−±] /gm)).toHaveLength(11);
  });
});
