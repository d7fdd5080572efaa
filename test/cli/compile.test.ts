/** list, export and compile on machines of a stranger: what is said, what is written, and how it ends. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, folderOf, yieldchart } from './terminal.ts';

const lamp = `/** A lamp. */
export function* lamp(): Generator<'off' | 'on', never, 'press'> {
  while (true) {
    yield 'off';
    yield 'on';
  }
}
`;
const bell = `export function* bell(ring: () => void): Generator<'silent', never, 'press'> {
  while (true) {
    yield 'silent';
    ring();
  }
}
`;
const evil = `export function* evil(): Generator<'a', never, 'next'> {
  while (true) {
    eval('1');
    yield 'a';
  }
}
`;

describe('list', () => {
  test('names the machines of a folder, and passes over files without one', async () => {
    const cwd = folderOf({ 'm/lamp.ts': lamp, 'm/deep/bell.ts': bell, 'm/prices.ts': 'export const price = 3;\n' });
    expect(await yieldchart('list m', cwd)).toEqual({
      exit: 0,
      out: ['machine  states  transitions  where', '───────  ──────  ───────────  ────────────────', 'bell          1            1  m/deep/bell.ts:1', 'lamp          2            2  m/lamp.ts:2', ''].join('\n'),
      err: '',
    });
  });

  test('gives a program the same, the refused among it', async () => {
    const { exit, out } = await yieldchart('list a.ts --json', folderOf({ 'a.ts': lamp + evil }));
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      machines: [
        { name: 'lamp', file: 'a.ts', line: 2, stem: 'lamp', refused: false, states: 2, transitions: 2 },
        { name: 'evil', file: 'a.ts', line: 8, stem: 'evil', refused: true },
      ],
      diagnostics: [{ code: 'not-supported', severity: 'unsupported', machine: 'evil', file: 'a.ts', line: 10, column: 5 }],
    });
  });
});

describe('export', () => {
  test('prints the diagram and nothing else', async () => {
    const { exit, out, err } = await yieldchart('export lamp.ts#lamp --to mermaid', folderOf({ 'lamp.ts': lamp }));
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const arrows = out.split('\n').filter((line) => line.includes('-->')).map((line) => line.trim());
    expect(arrows).toEqual(['[*] --> off', 'off --> on : press', 'on --> off : press']);
  });

  test.each([
    ['svg', /^<svg[^>]*>[\s\S]*<\/svg>\s*$/],
    ['xstate', /^[\s\S]*export const lamp = setup\(/],
    ['xstate-json', /^\{[\s\S]*\}\n$/],
    ['dot', /^digraph/],
    ['chart', /^\{\n {2}"name": "lamp",/],
  ])('prints %s', async (to, words) => {
    const { exit, out } = await yieldchart(`export lamp.ts --to ${to}`, folderOf({ 'lamp.ts': lamp }));
    expect(exit).toBe(0);
    expect(out).toMatch(words);
  });

  test('starts the imports of the XState module where the text will stand', async () => {
    const cwd = folderOf({ 'src/a.ts': "export const names = () => { console.log('named'); return 1; };\nexport function* named(): Generator<'a', never, 'next'> { while (true) { yield 'a'; names(); } }\n" });
    expect((await yieldchart('export src/a.ts --to xstate', cwd)).out).toContain("'./src/a.ts'");
    expect((await yieldchart('export src/a.ts --to xstate --from src', cwd)).out).toContain("'./a.ts'");
    expect((await yieldchart('export src/a.ts --to xstate --from out/deep', cwd)).out).toContain("'../../src/a.ts'");
  });

  test('asks which, where there are several', async () => {
    const { exit, out, err } = await yieldchart('export a.ts --to mermaid', folderOf({ 'a.ts': lamp + bell }));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('a.ts has 2 machines; which one?\n  a.ts#lamp\n  a.ts#bell\n');
  });

  test('prints nothing of a refused machine but why', async () => {
    const { exit, out, err } = await yieldchart('export a.ts --to mermaid', folderOf({ 'a.ts': evil }));
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain("> 3 │     eval('1');");
  });
});

describe('compile', () => {
  const names = ['lamp.mmd', 'lamp.svg', 'lamp.xstate.json', 'lamp.xstate.ts'];

  test('writes four files for a machine, and then has nothing to do', async () => {
    const cwd = folderOf({ 'lamp.ts': lamp });
    expect(await yieldchart('compile lamp.ts --out diagrams', cwd)).toEqual({ exit: 0, out: '1 machine in diagrams: 4 files written, 0 unchanged.\n', err: '' });
    expect(filesIn(join(cwd, 'diagrams'))).toEqual(names);
    expect((await yieldchart('compile lamp.ts --out diagrams', cwd)).out).toBe('1 machine in diagrams: 0 files written, 4 unchanged.\n');
    expect(await yieldchart('compile lamp.ts --out diagrams --check', cwd)).toEqual({ exit: 0, out: '4 files in diagrams as they would be written.\n', err: '' });
  });

  test('writes the same bytes however the paths are spelt', async () => {
    const cwd = folderOf({ 'src/bell.ts': bell });
    await yieldchart('compile src/bell.ts --out diagrams', cwd);
    for (const line of ['compile ./src/../src/bell.ts --out ./diagrams/', `compile ${cwd}/src --out ${cwd}/diagrams`]) expect((await yieldchart(`${line} --check`, cwd)).exit, line).toBe(0);
  });

  test('writes a page of all machines where it is asked to', async () => {
    const cwd = folderOf({ 'lamp.ts': lamp });
    await yieldchart('compile lamp.ts --out diagrams --index', cwd);
    expect(readFileSync(join(cwd, 'diagrams/README.md'), 'utf8')).toContain('[lamp.ts](../lamp.ts#L2), 2 states, 2 transitions;');
  });

  test('refuses a machine it cannot follow, and writes the others whole', async () => {
    const cwd = folderOf({ 'a.ts': evil + lamp });
    const { exit, out, err } = await yieldchart('compile a.ts --out diagrams', cwd);
    expect(exit).toBe(1);
    expect(out).toBe('1 machine in diagrams: 4 files written, 0 unchanged; 1 machine refused.\n');
    expect(err).toMatch(/^unsupported not-supported a\.ts:3:5\n/);
    expect(filesIn(join(cwd, 'diagrams'))).toEqual(names);
  });

  test('says what is stale, missing and an orphan, and writes nothing, with --check', async () => {
    const cwd = folderOf({ 'lamp.ts': lamp, 'diagrams/lamp.mmd': 'old', 'diagrams/gone.svg': '' });
    const { exit, out } = await yieldchart('compile lamp.ts --out diagrams --check', cwd);
    expect(exit).toBe(1);
    expect(out.split('\n').slice(0, 5)).toEqual(['stale    diagrams/lamp.mmd', 'missing  diagrams/lamp.svg', 'missing  diagrams/lamp.xstate.ts', 'missing  diagrams/lamp.xstate.json', 'orphan   diagrams/gone.svg']);
    expect(filesIn(join(cwd, 'diagrams'))).toEqual(['gone.svg', 'lamp.mmd']);
    expect(readFileSync(join(cwd, 'diagrams/lamp.mmd'), 'utf8')).toBe('old');
  });

  test.each([
    ['README.md', '# Our shop\n', 'compile lamp.ts --out . --index', 'Take another --out, or leave out --index.'],
    ['docs/lamp.mmd', 'stateDiagram-v2\n  [*] --> drawn\n', 'compile lamp.ts --out docs', 'Move it, or take another --out.'],
    ['docs/lamp.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n', 'compile lamp.ts --out docs', 'Move it, or take another --out.'],
    ['docs/lamp.xstate.ts', "export { lamp } from './by-hand.ts';\n", 'compile lamp.ts --out docs', 'Move it, or take another --out.'],
    ['docs/lamp.xstate.ts', "export const lamp = { id: 'lamp', context: { at: 'home' } };\n", 'compile lamp.ts --out docs', 'Move it, or take another --out.'],
    ['docs/lamp.xstate.json', '{ "states": {} }\n', 'compile lamp.ts --out docs', 'Move it, or take another --out.'],
  ])('never writes over what somebody else wrote: %s', async (name, theirs, line, way) => {
    const cwd = folderOf({ 'lamp.ts': lamp, [name]: theirs });
    const before = filesIn(cwd);
    const { exit, err } = await yieldchart(line, cwd);
    expect(exit).toBe(2);
    expect(err).toMatch(new RegExp(`^yieldchart: Nothing was written: \\S*${name.replaceAll('.', '\\.')} is not of yieldchart's making, and would be lost\\. ${way.replaceAll('.', '\\.')}`));
    expect(filesIn(cwd)).toEqual(before);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(theirs);
  });

  test('writes over what it wrote itself, whatever became of it, and calls nothing else an orphan', async () => {
    const cwd = folderOf({ 'lamp.ts': lamp, 'docs/logo.svg': '<svg/>', 'docs/drawn.mmd': 'stateDiagram-v2\n  [*] --> a\n' });
    await yieldchart('compile lamp.ts --out docs --index', cwd);
    writeFileSync(join(cwd, 'lamp.ts'), lamp.replace("'on'", "'lit'").replace("'on'", "'lit'"));
    expect((await yieldchart('compile lamp.ts --out docs --index', cwd)).out).toMatch(/^1 machine in docs: 5 files written/);
    expect(await yieldchart('compile lamp.ts --out docs --index --check', cwd)).toMatchObject({ exit: 0 });
  });

  test.each([
    ['a machine that only throws', "export function* fuse(): Generator<never, never, never> {\n  throw new Error('blown');\n}\n", (text: string) => text],
    ['one that ends at once', 'export function* fuse(): Generator<never, number, never> {\n  return 3;\n}\n', (text: string) => text],
    ['line ends of Windows and a byte order mark', lamp, (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['JSON without spaces', lamp, (text: string) => (text.startsWith('{') ? JSON.stringify(JSON.parse(text)) : text)],
  ])('knows what it wrote itself: %s', async (_, source, saved) => {
    const cwd = folderOf({ 'a.ts': source });
    await yieldchart('compile a.ts --out docs --index', cwd);
    for (const name of filesIn(join(cwd, 'docs'))) writeFileSync(join(cwd, 'docs', name), `${saved(readFileSync(join(cwd, 'docs', name), 'utf8'))}\n`);
    expect(await yieldchart('compile a.ts --out docs --index', cwd)).toEqual({ exit: 0, out: '1 machine in docs: 5 files written, 0 unchanged.\n', err: '' });
  });

  test('gives a program what it wrote', async () => {
    const cwd = folderOf({ 'lamp.ts': lamp });
    const json = async (line: string) => JSON.parse((await yieldchart(line, cwd)).out) as unknown;
    expect(await json('compile lamp.ts --out d --json')).toEqual({ written: expect.arrayContaining(names), unchanged: [], diagnostics: [] });
    expect(await json('compile lamp.ts --out d --check --json')).toEqual({ stale: [], missing: [], orphans: [], diagnostics: [] });
    expect(await json('compile nowhere.ts --out d --json')).toMatchObject({ written: [], unchanged: [], diagnostics: [{ code: 'file-not-found' }] });
    expect(await json('compile nowhere.ts --out d --check --json')).toMatchObject({ stale: [], missing: [], orphans: [] });
  });
});

describe('bad input', () => {
  const files = { 'lamp.ts': lamp, 'none.ts': 'export const a = 1;\n', 'broken.ts': 'export function* a() {\n  yield (\n}\n', 'clash.ts': lamp + lamp.replace('* lamp', '* Lamp'), 'folder/readme.md': '' };

  test.each([
    ['no such file', 'compile no.ts lamp.ts --out d', 2, /^error file-not-found no\.ts\nThere is no file no\.ts\./],
    ['no machine in it', 'compile none.ts --out d', 2, /^error no-machine none\.ts\nnone\.ts exports no generator function\./],
    ['no machine in a folder', 'list folder', 2, /^error no-machine\nNo module in folder exports a generator function\./],
    ['no machine of that name', 'compile lamp.ts#lantern --out d', 2, /lamp\.ts has no machine called lantern\. It has: lamp\./],
    ['a syntax error', 'compile broken.ts --out d', 1, /^error syntax-error broken\.ts:3:1\n[\s\S]*> 3 │ \}\n {4}│ \^/],
    ['two machines of one name', 'compile clash.ts --out d', 1, /Two machines would be written as lamp: this one and clash\.ts#Lamp\.\n\n[\s\S]*> 2 │ export function\* lamp/],
    ['a folder that is a file', 'compile lamp.ts --out none.ts', 2, /^yieldchart: Cannot write into none\.ts: /],
    ['a folder that cannot be made', 'compile lamp.ts --out /proc/diagrams', 2, /^yieldchart: Cannot write into \/proc\/diagrams: /],
  ])('%s: one clear message, the right exit code, and nothing written', async (_, line, exit, words) => {
    const cwd = folderOf(files);
    const ran = await yieldchart(line, cwd);
    expect(ran.exit).toBe(exit);
    expect(ran.err).toMatch(words);
    expect(filesIn(cwd)).toEqual(Object.keys(files).toSorted());
  });
});

test('what should not be possible is called our bug, with what a report needs, and ends in 3', async () => {
  const cwd = folderOf({ 'lamp.ts': lamp });
  const { main } = await import('../../src/cli/main.ts');
  let err = '';
  const broken = { live: false, colour: false, write: () => { throw new Error('the disk is on fire'); } };
  const exit = await main(['list', 'lamp.ts'], { cwd, out: broken, err: { ...broken, write: (text) => void (err += text) } });
  expect(exit).toBe(3);
  expect(err).toMatch(/^This is our bug, not yours/);
  expect(err).toContain('yieldchart list lamp.ts\n');
  expect(err).toContain('Error: the disk is on fire');
});

test('a file on the disk with a # in its name is that file', async () => {
  const cwd = folderOf();
  writeFileSync(join(cwd, 'odd#name.ts'), lamp);
  expect((await yieldchart('list odd#name.ts', cwd)).out).toContain('odd#name.ts:2');
});
