import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskHost } from '../../src/cli/read/disk.ts';
import type { Started } from '../../src/cli/typescript/engine.ts';
import { typescriptIn } from '../../src/cli/typescript/typescript.ts';
import { compile, createCompiler, type Compilation } from '../../src/compile.ts';
import type { Host } from '../../src/host.ts';
import { folderOf, tsconfig, write, type Texts } from './folder.ts';
import { versions } from './typescripts.ts';

// Our own reading enters no package.
const far: Texts = { 'node_modules/far/package.json': '{ "name": "far", "types": "index.d.ts" }', 'node_modules/far/index.d.ts': "export type Ev = 'z' | 'a'; export type Pick1<T> = T;" };
const machine = "import type { Ev } from 'far';\nexport function* m(): Generator<string, void, Ev> { yield 'A'; if ((yield 'B') === 'z') yield 'C'; }";

const compiled = (folder: string, types = typescriptIn(folder)): Compilation => compile(['a.ts'], { ...diskHost(folder), types });
const eventsOf = ({ machines }: Compilation): (readonly string[] | undefined)[] => machines.map(({ chart }) => chart?.alphabet.events.map(({ type }) => type));
const saidOf = ({ machines, diagnostics }: Compilation): string[] => [...diagnostics, ...machines.flatMap((one) => one.diagnostics)].map(({ code, message }) => `${code}: ${message}`);

describe('the TypeScript that is asked', () => {
  test.each([['typescript', '7.0'], ['ts59', '5.9'], ['ts60', '6.0']])('is the one that is installed beside the file: %s', (name) => {
    const folder = folderOf({ 'tsconfig.json': tsconfig, 'a.ts': machine, ...far }, []);
    install(folder, name);
    const result = compiled(folder);
    expect(eventsOf(result)).toEqual([['z', 'a']]);
    expect(saidOf(result)).toEqual([]);
  });

  test.each(['typescript', 'ts59', 'ts60'])('is asked what an object is that is said to be one: %s', (name) => {
    const folder = folderOf({ 'tsconfig.json': tsconfig, 'a.ts': "type Ev = { type: 'z'; by: number } & object;\nexport function* m(): Generator<string, void, Ev> { yield 'A'; }" }, []);
    install(folder, name);
    const result = compiled(folder);
    expect(eventsOf(result)).toEqual([['z']]);
    expect(saidOf(result)).toEqual([]);
  });

  test('is none where none is installed: the events are those of the comparisons', () => {
    const folder = folderOf({ 'a.ts': machine, ...far }, []);
    // One may well be installed in a folder above.
    const result = compiled(folder, typescriptIn(folder, () => undefined));
    expect(eventsOf(result)).toEqual([['z']]);
    expect(saidOf(result)).toEqual([expect.stringMatching(/^alphabet-unread: /)]);
  });

  test.each(['4.9.5', '7.1.0', '8.0.0-beta'])('is named where its version is not known: %s', (version) => {
    const result = compiled(folderOf({ 'a.ts': machine, ...far, ...fake(version, 'module.exports = {};') }, []));
    expect(eventsOf(result)).toEqual([['z']]);
    expect(saidOf(result)).toEqual([`typescript-not-asked: TypeScript ${version} was not asked for the types that only TypeScript can compute: only 5, 6 and 7.0 have an API that is known.`, expect.stringMatching(/^alphabet-unread: /)]);
  });

  test.each([
    ['has another API', 'module.exports = {};', 'it has no createProgram'],
    ['does not load', "throw new Error('no such machine');", 'no such machine'],
    ['fails when it is asked', 'module.exports = { createProgram() {}, createCompilerHost() { throw new Error("out of order"); }, getParsedCommandLineOfConfigFile() {}, convertCompilerOptionsFromJson: () => ({ options: {} }) };', 'out of order'],
  ])('is named where it %s', (_, code, reason) => {
    const result = compiled(folderOf({ 'a.ts': machine, ...far, ...fake('5.9.3', code) }, []));
    expect(eventsOf(result)).toEqual([['z']]);
    expect(saidOf(result)[0]).toBe(`typescript-not-asked: TypeScript 5.9.3 was not asked for the types that only TypeScript can compute: ${reason}.`);
  });

  test('is not even looked for where nothing is left to ask', () => {
    const folder = folderOf({ 'a.ts': "export function* m(): Generator<string, void, 'x'> { yield 'A'; }", ...fake('4.9.5', '') }, []);
    expect(saidOf(compiled(folder))).toEqual([]);
  });

  test('of version 7 does not keep the process that asked it', () => {
    const folder = folderOf({ 'tsconfig.json': tsconfig, 'a.ts': machine, ...far, 'run.mts': `import { compile } from '${resolve('src/compile.ts')}'; import { projectHost } from '${resolve('src/cli/read/project-host.ts')}';\nconst { machines } = compile(['a.ts'], await projectHost('.')); console.log(machines[0]?.chart?.alphabet.events.length);` }, ['typescript']);
    const { stdout, status, signal } = spawnSync(process.execPath, [resolve('node_modules/jiti/lib/jiti-cli.mjs'), 'run.mts'], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    expect({ stdout, status, signal }).toEqual({ stdout: '2\n', status: 0, signal: null });
  });
});

describe.each(Object.keys(versions))('the answers of TypeScript %s', (version) => {
  const start = (texts: Texts): { folder: string; host: Host; asked: () => number } => {
    const folder = folderOf({ 'tsconfig.json': tsconfig, ...far, ...texts });
    let programs = 0;
    const counted = (started: Started): Started => ({ ...started, program: (...args) => ((programs += 1), started.program(...args)) });
    const types = typescriptIn(folder, () => ({ path: version, version, start: () => counted(versions[version]!(folder)) }));
    return { folder, host: { ...diskHost(folder), types }, asked: () => programs };
  };
  const project = {
    'a.ts': "import type { Ev } from './types'; import { helper } from './helper';\nexport function* m(): Generator<string, void, Ev['type']> { yield 'A'; helper(); }",
    'types.ts': "import { z } from 'zod'; const event = z.object({ type: z.enum(['z', 'a']) });\nexport type Ev = z.infer<typeof event>;",
    'helper.ts': 'export function helper(): void { console.log(1); }',
  };

  test('are kept while only other code is edited', () => {
    const { folder, host, asked } = start(project);
    expect(eventsOf(compile(['a.ts'], host))).toEqual([['z', 'a']]);
    expect(asked()).toBe(1);
    write(folder, { 'helper.ts': 'export function helper(): void { console.log(2); }', 'a.ts': `// Moved.\n${project['a.ts'].replace("yield 'A'", "yield 'A'; yield 'B'")}`, 'new.ts': 'export {};' });
    expect(eventsOf(compile(['a.ts'], host))).toEqual([['z', 'a']]);
    expect(asked()).toBe(1);
  });

  test('are asked anew where a type in another file is edited', () => {
    const { folder, host } = start(project);
    const compiler = createCompiler(host);
    expect(eventsOf(compiler.compile(['a.ts']))).toEqual([['z', 'a']]);
    write(folder, { 'types.ts': project['types.ts'].replace("'z', 'a'", "'z', 'q', 'a'") });
    expect(eventsOf(compiler.compile(['a.ts']))).toEqual([['z', 'q', 'a']]);
    write(folder, { 'types.ts': project['types.ts'] });
    expect(eventsOf(compiler.compile(['a.ts']))).toEqual([['z', 'a']]);
  });

  test('see what is declared for all, what appears and what goes', () => {
    const { folder, host } = start({ 'a.ts': "import type { Ev } from './later'; export function* m(): Generator<string, void, Ev | Everywhere> {}", 'all.d.ts': "type Everywhere = 'x' | 'y';" });
    const compiler = createCompiler(host);
    const events = (): readonly string[] | undefined => eventsOf(compiler.compile(['a.ts']))[0];
    expect(events()).toEqual([]);
    write(folder, { 'later.ts': "import type { Pick1 } from 'far'; export type Ev = Pick1<'r'>;" });
    expect(events()).toEqual(['r', 'x', 'y']);
    write(folder, { 'all.d.ts': "type Everywhere = 'y';" });
    expect(events()).toEqual(['r', 'y']);
    unlinkSync(join(folder, 'later.ts'));
    expect(events()).toEqual([]);
  });

  test('do not hang on another file that TypeScript cannot read', () => {
    const deep = `export const deep = ${'['.repeat(20_000)}${']'.repeat(20_000)};`;
    const { host } = start({ 'a.ts': machine, 'b.ts': machine, 'c.ts': machine, 'deep.ts': deep });
    expect(eventsOf(compile(['a.ts', 'b.ts', 'c.ts'], host))).toEqual([['z', 'a'], ['z', 'a'], ['z', 'a']]);
  });

  test('are those of the settings that hold for the file', () => {
    const { folder, host } = start({
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './app' }, { path: './lib' }] }),
      'app/tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, module: 'esnext', moduleResolution: 'bundler', target: 'es2022', paths: { '#ev': ['./events.ts'] }, types: [] }, include: ['*.ts'] }),
      'app/events.ts': "export type { Ev } from 'far';",
      'app/a.ts': "import type { Ev } from '#ev'; export function* m(): Generator<string, void, Ev> {}",
      'lib/tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, types: [] }, include: ['*.ts'] }),
      'lib/b.ts': 'export {};',
    });
    expect(eventsOf(compile(['app/a.ts'], host))).toEqual([['z', 'a']]);
    write(folder, { 'app/tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, module: 'esnext', moduleResolution: 'bundler', target: 'es2022', types: [] }, include: ['*.ts'] }) });
    expect(eventsOf(compile(['app/a.ts'], { ...host, ...diskHost(folder) }))).toEqual([[]]);
  });
});

/** A link to one of those that are installed here, under the name by which it is looked for. */
function install(folder: string, name: string): void {
  write(folder, { 'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript' }) });
  rmSync(join(folder, 'node_modules/typescript'), { recursive: true });
  symlinkSync(resolve('node_modules', name), join(folder, 'node_modules/typescript'));
}

function fake(version: string, code: string): Texts {
  return { 'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript', version, main: 'index.js' }), 'node_modules/typescript/index.js': code };
}
