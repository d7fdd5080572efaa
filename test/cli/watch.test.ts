/** `compile --watch` as a process: files are edited while it runs, and what it writes and says is waited for. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { builtPackage } from './package.ts';
import { folderOf, yieldchart } from './terminal.ts';

const lamp = (end = 'on') => `import type { Press } from '../lib/types';

export function* lamp(): Generator<string, never, Press> {
  while (true) {
    yield 'off';
    yield '${end}';
  }
}
`;
const bell = (name = 'bell') => `export function* ${name}(): Generator<'silent', never, 'ring'> {
  while (true) yield 'silent';
}
`;
const press = (...events: readonly string[]) => `export type Press = ${events.map((event) => `'${event}'`).join(' | ')};\n`;

/** Milliseconds after which what was waited for is taken never to come. */
const DEADLINE = 30_000;

interface Running {
  readonly cwd: string;
  readonly process: ChildProcess;
  /** All that it has said so far. */
  said(): string;
  readonly ended: Promise<number | null>;
}

const all: Running[] = [];
let built: string;

beforeAll(async () => {
  built = await builtPackage(false);
}, 120_000);

afterEach(() => {
  for (const { process } of all.splice(0)) process.kill('SIGKILL');
});

async function watching(files: Readonly<Record<string, string>>, words: readonly string[] = ['m']): Promise<Running> {
  const cwd = folderOf(files);
  const child = spawn(process.execPath, [join(built, 'dist', 'cli', 'yieldchart.cjs'), 'compile', ...words, '--out', 'out', '--watch'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const caught = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => void (caught.text += piece.toString()));
  const running: Running = { cwd, process: child, said: () => caught.text, ended: new Promise((done) => void child.once('exit', done)) };
  all.push(running);
  await until(() => rounds(running) === 1, running);
  return running;
}

function rounds({ said }: Running): number {
  return said().split('Waiting for file changes').length - 1;
}

async function until(isSo: () => boolean, { said }: Running): Promise<void> {
  const end = Date.now() + DEADLINE;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`It has not come to it. All that was said:\n${said()}`);
    await new Promise((done) => void setTimeout(done, 20));
  }
}

function diagram({ cwd }: Running, name: string): string {
  const path = join(cwd, 'out', `${name}.mmd`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Edits, and waits until it was seen. */
async function edit(running: Running, path: string, text: string, isSeen: () => boolean): Promise<string> {
  const before = running.said().length;
  const count = rounds(running);
  mkdirSync(join(running.cwd, path, '..'), { recursive: true });
  writeFileSync(join(running.cwd, path), text);
  await until(() => isSeen() && rounds(running) > count, running);
  return running.said().slice(before);
}

describe('compile --watch', () => {
  test('writes at the start, and again when a machine, or a type in another folder, is edited', async () => {
    const running = await watching({ 'm/lamp.ts': lamp(), 'm/bell.ts': bell(), 'lib/types.ts': press('tap') });
    expect(running.said()).toContain('2 machines in out: 8 files written, 0 unchanged.');
    const said = await edit(running, 'm/lamp.ts', lamp('lit'), () => diagram(running, 'lamp').includes('lit'));
    expect(said).toContain('AGAIN m/lamp.ts');
    expect(said).toContain('2 machines in out: 4 files written, 4 unchanged.');
    expect(await edit(running, 'lib/types.ts', press('tap', 'hold'), () => diagram(running, 'lamp').includes('hold'))).toContain('AGAIN lib/types.ts');
  }, 120_000);

  test('keeps what was written last while a file does not parse, and shows what is wrong', async () => {
    const running = await watching({ 'm/lamp.ts': lamp(), 'lib/types.ts': press('tap') });
    const before = diagram(running, 'lamp');
    const said = await edit(running, 'm/lamp.ts', `${lamp()}\nconst = 1;\n`, () => running.said().includes('syntax-error'));
    expect(said).toContain('FAIL Something is wrong. Waiting for file changes...');
    expect(diagram(running, 'lamp')).toBe(before);
    await edit(running, 'lib/types.ts', press('hold'), () => diagram(running, 'lamp').includes('hold'));
    const mended = await edit(running, 'm/lamp.ts', lamp('lit'), () => diagram(running, 'lamp').includes('lit'));
    expect(mended).toContain('PASS Waiting for file changes...');
    expect(mended).not.toContain('syntax-error');
  }, 120_000);

  test('sees files come and go: a new machine, one that is renamed, an import that was not there', async () => {
    const running = await watching({ 'm/lamp.ts': lamp() });
    expect(running.said()).toContain('alphabet-unread');
    expect(await edit(running, 'lib/types/index.ts', press('tap'), () => diagram(running, 'lamp').includes('tap'))).not.toContain('alphabet-unread');
    // Nearer than what was found.
    await edit(running, 'lib/types.ts', press('hold'), () => diagram(running, 'lamp').includes('hold'));
    await edit(running, 'm/deep/bell.ts', bell(), () => diagram(running, 'bell') !== '');
    renameSync(join(running.cwd, 'm/deep/bell.ts'), join(running.cwd, 'm/deep/gong.ts'));
    await edit(running, 'm/deep/gong.ts', bell('gong'), () => diagram(running, 'gong') !== '');
    expect(running.said()).toContain('bell is gone. Its files in out are left.');
    rmSync(join(running.cwd, 'm/lamp.ts'));
    await until(() => running.said().includes('lamp is gone.'), running);
  }, 120_000);

  test('begins anew when a setting changes where imports lead', async () => {
    const aliased = lamp().replace('../lib/types', '@types');
    const config = (to: string) => JSON.stringify({ compilerOptions: { paths: { '@types': [to] } } });
    const running = await watching({ 'm/lamp.ts': aliased, 'one.ts': press('tap'), 'two.ts': press('hold'), 'tsconfig.json': config('./one.ts') });
    expect(diagram(running, 'lamp')).toContain('tap');
    await edit(running, 'tsconfig.json', config('./two.ts'), () => diagram(running, 'lamp').includes('hold'));
  }, 120_000);

  test('keeps what was written last while a table in JSON does not parse', async () => {
    const table = (then: string): string => JSON.stringify({ first: 'off', then });
    const running = await watching({ 'm/lamp.ts': "import t from './t.json';\nexport function* lamp(): Generator<string, never, 'tap'> { while (true) { yield t.first; yield t.then; } }\n", 'm/t.json': table('on') });
    const before = diagram(running, 'lamp');
    expect(await edit(running, 'm/t.json', '{ "first": ', () => running.said().includes('syntax-error'))).toContain('FAIL Something is wrong.');
    expect(diagram(running, 'lamp')).toBe(before);
    await edit(running, 'm/t.json', table('lit'), () => diagram(running, 'lamp').includes('lit'));
  }, 120_000);

  test('waits while a setting cannot be read, and for what it names to come', async () => {
    const config = (base: string) => JSON.stringify({ extends: base });
    const running = await watching({ 'm/lamp.ts': lamp().replace('../lib/types', '@types'), 'm/bell.ts': bell(), 'base.json': '{ "compilerOptions": { "paths": { "@types": ["./lib/one.ts"] } } }', 'tsconfig.json': config('./base.json'), 'package.json': '{}' });
    await edit(running, 'lib/one.ts', press('tap'), () => diagram(running, 'lamp').includes('tap'));
    expect(await edit(running, 'tsconfig.json', config('./other.json'), () => running.said().includes('tsconfig.json cannot be read'))).toContain('FAIL Something is wrong.');
    await edit(running, 'other.json', '{ "compilerOptions": { "paths": { "@types": ["./lib/two.ts"] } } }', () => running.said().includes('AGAIN other.json'));
    await edit(running, 'lib/two.ts', press('hold'), () => diagram(running, 'lamp').includes('hold'));
    expect(running.process.exitCode).toBeNull();
  }, 120_000);

  test('sees a package of the repository be linked, and be no more', async () => {
    const running = await watching({ 'package.json': '{}', 'm/lamp.ts': "import { on } from '@acme/words';\nexport function* lamp(): Generator<string, never, 'tap'> {\n  while (true) {\n    yield 'off';\n    yield on;\n  }\n}\n", 'packages/words/package.json': '{ "name": "@acme/words", "exports": "./words.ts" }', 'packages/words/words.ts': "export const on = 'lit';\n", 'node_modules/other/index.js': '' });
    expect(diagram(running, 'lamp')).not.toContain('lit');
    const link = join(running.cwd, 'node_modules/@acme/words');
    mkdirSync(join(link, '..'));
    symlinkSync('../../packages/words', link);
    await until(() => diagram(running, 'lamp').includes('lit'), running);
    rmSync(link);
    await until(() => !diagram(running, 'lamp').includes('lit'), running);
  }, 120_000);

  test('sees a folder come back that was gone', async () => {
    const running = await watching({ 'm/bell.ts': bell(), 'm/deep/lamp.ts': lamp(), 'other.txt': '' });
    rmSync(join(running.cwd, 'm'), { recursive: true });
    await until(() => running.said().includes('lamp is gone.'), running);
    await edit(running, 'm/deep/lamp.ts', lamp('lit'), () => diagram(running, 'lamp').includes('lit'));
    await edit(running, 'm/deep/lamp.ts', lamp('dim'), () => diagram(running, 'lamp').includes('dim'));
  }, 120_000);

  test('ends at once, however much there is to write', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`m/bell${at}.ts`, bell(`bell${at}`)]));
    const running = await watching({ 'm/bell.ts': bell(), ...many });
    for (const path of Object.keys(many)) writeFileSync(join(running.cwd, path), many[path]!.replaceAll("'silent'", "'loud'"));
    await until(() => running.said().includes('AGAIN'), running);
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(rounds(running)).toBe(1);
  }, 120_000);

  test('says nothing of what it writes itself, nor of files that are none of its own', async () => {
    const running = await watching({ 'm/lamp.ts': lamp(), 'lib/types.ts': press('tap'), 'lib/other.ts': press('no') }, ['m/lamp.ts']);
    writeFileSync(join(running.cwd, 'lib/other.ts'), press('never'));
    writeFileSync(join(running.cwd, 'm/other.ts'), bell());
    const said = await edit(running, 'm/lamp.ts', lamp('lit'), () => diagram(running, 'lamp').includes('lit'));
    expect(said).not.toContain('other');
    expect(rounds(running)).toBe(2);
  }, 120_000);

  test.each(['SIGINT', 'SIGTERM'] as const)('ends with exit 0 on %s', async (signal) => {
    const running = await watching({ 'm/bell.ts': bell() });
    running.process.kill(signal);
    expect(await running.ended).toBe(0);
  }, 120_000);

  test('ends at once where a path is wrong, and takes no --check or --json', async () => {
    expect(await yieldchart('compile nowhere.ts --out out --watch', folderOf())).toMatchObject({ exit: 2, out: '' });
    expect(await yieldchart('compile a.ts --out out --watch --check', folderOf())).toMatchObject({ exit: 2, err: expect.stringContaining('what is --check for?') as string });
    expect(await yieldchart('compile a.ts --out out --watch --json', folderOf())).toMatchObject({ exit: 2 });
  });
});
