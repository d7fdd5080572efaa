/** Machines in projects as people have them: what they are made of stands elsewhere, is found, is run by the check, and is imported by what is written. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, yieldchart } from './terminal.ts';

const light = (imports: string): string => `${imports}
/** A light that may blink. */
export function* light(): Generator<Color | 'BLINK', never, Ev> {
  let color: Color = 'RED';
  while (true) {
    const event = yield color;
    if (event === 'next') { color = NEXT[color]; log(color); }
    else yield* blinking();
  }
}
`;
/** The imports of the machine, from modules in `folder`, their names ending in `ending`. */
const imports = (folder: string, ending: string): string =>
  `import { NEXT, type Color } from '${folder}/table${ending}';\nimport type { Ev } from '${folder}/events${ending}';\nimport { log } from '${folder}/log${ending}';\nimport { blinking } from '${folder}/blinking${ending}';`;
const parts = {
  'table.ts': "export const NEXT = { RED: 'GREEN', GREEN: 'YELLOW', YELLOW: 'RED' } as const;\nexport type Color = keyof typeof NEXT;\n",
  'events.ts': "export type Ev = 'next' | 'blink';\n",
  'log.ts': 'export function log(text: string): void { console.log(text); }\n',
  'blinking.ts': "import type { Ev } from './events.ts';\nexport function* blinking(): Generator<'BLINK', void, Ev> { while ((yield 'BLINK') !== 'next'); }\n",
};
const below = (folder: string): Record<string, string> => Object.fromEntries(Object.entries(parts).map(([name, text]) => [`${folder}/${name}`, text]));
const all = "export * from '../lib/table';\nexport * from '../lib/events';\nexport * from '../lib/log';\nexport * from '../lib/blinking';\n";
const oneImport = (from: string): string => `import { NEXT, blinking, log, type Color, type Ev } from '${from}';`;
const core = { 'node_modules/@acme/core': '../../packages/core' };

interface Laid {
  readonly files: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Where the command runs, and the file there. */
  readonly cwd?: string;
  readonly file?: string;
  /** The import that is written, for a machine that will stand in `out`. */
  readonly writes: string;
}

const laid: Readonly<Record<string, Laid>> = {
  'paths, as TypeScript runs them': { files: { 'src/light.ts': light(imports('../lib', '.ts')), ...below('lib') }, writes: "'../lib/log.ts'" },
  'paths, as they are compiled to': { files: { 'src/light.ts': light(imports('../lib', '.js')), ...below('lib') }, writes: "'../lib/log.js'" },
  'paths without an ending': { files: { 'src/light.ts': light(imports('../lib', '')), ...below('lib') }, writes: "'../lib/log'" },
  'an index that passes all on': { files: { 'src/light.ts': light(oneImport('../all')), 'all/index.ts': all, ...below('lib') }, writes: "'../all'" },
  'an alias of the tsconfig': { files: { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }', 'src/light.ts': light(imports('@lib', '')), ...below('lib') }, writes: "'@lib/log'" },
  'baseUrl in what the jsconfig extends': { files: { 'base.json': '{ "compilerOptions": { "baseUrl": "." } }', 'jsconfig.json': '{ "extends": ["./base.json"] }', 'src/light.ts': light(imports('lib', '')), ...below('lib') }, writes: "'lib/log'" },
  'the imports of the package': { files: { 'package.json': '{ "imports": { "#lib/*": { "types": "./lib/*.ts", "default": "./dist/lib/*.js" } } }', 'src/light.ts': light(imports('#lib', '')), ...below('lib') }, writes: "'#lib/log'" },
  'a package of the workspace': { files: { 'packages/core/package.json': '{ "name": "@acme/core", "exports": { "./*": "./lib/*.ts" } }', 'packages/app/src/light.ts': light(imports('@acme/core', '')), ...below('packages/core/lib') }, links: core, cwd: 'packages/app', writes: "'@acme/core/log'" },
  'a package of the workspace that is not built yet': { files: { 'packages/core/package.json': '{ "name": "@acme/core", "types": "./dist/index.d.ts", "main": "./dist/index.js" }', 'packages/core/src/index.ts': all, 'packages/app/src/light.ts': light(oneImport('@acme/core')), ...below('packages/core/lib') }, links: core, cwd: 'packages/app', writes: "'@acme/core'" },
  'from the folder above the packages': { files: { 'packages/core/package.json': '{ "name": "@acme/core", "exports": { "./*": "./lib/*.ts" } }', 'packages/app/src/light.ts': light(imports('@acme/core', '')), ...below('packages/core/lib') }, links: core, file: 'packages/app/src/light.ts', writes: "'@acme/core/log'" },
};

function layOut({ files, links = {} }: Pick<Laid, 'files' | 'links'>): string {
  const folder = folderOf(files);
  for (const [at, to] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, at)), { recursive: true });
    symlinkSync(to, join(folder, at));
  }
  return folder;
}

describe('a machine made of what stands elsewhere', () => {
  test.each(Object.entries(laid))('by %s', async (_, project) => {
    const { cwd = '.', file = 'src/light.ts', writes } = project;
    const folder = join(layOut(project), cwd);
    expect(await yieldchart(`export ${file} --to mermaid`, folder)).toMatchObject({ exit: 0, err: '', out: expect.stringContaining("RED --> GREEN : next / log('GREEN')") });
    expect(await yieldchart(`check ${file}`, folder)).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('6 states, 9 of 9 transitions taken') });
    const written = await yieldchart(`export ${file} --to xstate --from ${join(dirname(file), '../out')}`, folder);
    expect(written.out.split('\n').filter((line) => /^import .* from '[^x]/.test(line))).toEqual([`import { log } from ${writes};`]);
  });

  test('an alias that only means something elsewhere is written as a path', async () => {
    const folder = layOut({
      files: { 'packages/core/package.json': '{ "name": "@acme/core", "imports": { "#log": "./log.ts" }, "exports": "./index.ts" }', 'packages/core/index.ts': "import { log } from '#log';\nexport function* blinking(): Generator<'BLINK', void, 'next'> { yield 'BLINK'; log('off'); }\n", 'packages/core/log.ts': parts['log.ts'], 'packages/app/light.ts': "import { blinking } from '@acme/core';\nexport function* light(): Generator<'ON' | 'BLINK', void, 'next'> { yield 'ON'; yield* blinking(); }\n" },
      links: core,
    });
    const { out } = await yieldchart('export light.ts --to xstate', join(folder, 'packages/app'));
    expect(out).toContain("import { log } from '../core/log.ts';");
    expect(await yieldchart('check light.ts', join(folder, 'packages/app'))).toMatchObject({ exit: 0, err: '' });
  });

  test('an installed package stays opaque, and so does what it is linked to from a store', async () => {
    const folder = layOut({
      files: { 'node_modules/.store/node_modules/lib/package.json': '{ "name": "lib", "main": "./index.ts" }', 'node_modules/.store/node_modules/lib/index.ts': "export const first = 'RED';\n", 'light.ts': "import { first } from 'lib';\nexport function* light(): Generator<string, void, 'next'> { yield first; }\n" },
      links: { 'node_modules/lib': '.store/node_modules/lib' },
    });
    expect((await yieldchart('export light.ts --to mermaid', folder)).err).toContain('state-name-unknown');
  });

  test('a diagram of a revision follows the aliases, to the files as they were', async () => {
    const folder = layOut({ files: { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@lib/*": ["./lib/*"] } } }', 'light.ts': "import { NAMES } from '@lib/names';\nexport function* light(): Generator<string, void, 'next'> { yield NAMES.first; yield NAMES.then; }\n", 'lib/names.ts': "export const NAMES = { first: 'RED', then: 'GREEN' } as const;\n" } });
    const git = (...words: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: folder });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    expect(await yieldchart('diff light.ts --from HEAD', folder)).toMatchObject({ exit: 0 });
    writeFileSync(join(folder, 'lib/names.ts'), "export const NAMES = { first: 'RED', then: 'BLUE' } as const;\n");
    expect(await yieldchart('diff light.ts --from HEAD', folder)).toMatchObject({ exit: 1, out: expect.stringContaining('`BLUE`') });
  });
});

describe('a machine of another kind of module', () => {
  test.each<[string, Record<string, string>, string, string]>([
    [
      'JavaScript whose comments say the types, with a table in JSON',
      {
        'package.json': '{ "type": "module" }',
        'a.js': "import table from './table.json' with { type: 'json' };\nimport { log } from './log.js';\n/** @typedef {import('./events.js').Ev} Ev */\n/**\n * A light.\n * @param {string} name whose\n * @returns {Generator<string, never, Ev>}\n */\nexport function* light(name) {\n  let color = 'RED';\n  while (true) {\n    if ((yield color) === 'next') { color = table[color]; log(name); }\n  }\n}\n",
        'table.json': '{ "RED": "GREEN", "GREEN": "RED" }',
        'events.js': "/** @typedef {'next' | 'stop'} Ev */\nexport {};\n",
        'log.js': 'export function log(text) { console.log(text); }\n',
      },
      'RED --> GREEN : next / log(name)',
      '2 of 2 transitions taken',
    ],
    [
      'what require means, and export =',
      { 'a.cts': "import next = require('./next.cjs');\nimport helpers = require('./helpers.cts');\nfunction* light(): Generator<'RED' | 'GREEN', never, 'go'> {\n  let color: 'RED' | 'GREEN' = 'RED';\n  while (true) { yield color; color = next(color); helpers.log(color); }\n}\nexport = light;\n", 'next.cts': "function next(c: 'RED' | 'GREEN'): 'RED' | 'GREEN' { return c === 'RED' ? 'GREEN' : 'RED'; }\nexport = next;\n", 'helpers.cts': parts['log.ts'] },
      "RED --> GREEN : go / helpers.log('GREEN')",
      '2 of 2 transitions taken',
    ],
    ['JSX beside it, in TypeScript', { 'a.tsx': "import { NEXT } from './t.mjs';\nexport const View = () => <div>{1}</div>;\nexport function* light(): Generator<'RED' | 'GREEN', never, 'n'> { let c: 'RED' | 'GREEN' = 'RED'; while (true) { yield c; c = NEXT[c]; } }\n", 't.mts': "export const NEXT = { RED: 'GREEN', GREEN: 'RED' } as const;\n" }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['JSX beside it, in JavaScript', { 'a.jsx': "import { NEXT } from './t.mjs';\nexport const View = () => <div>{1}</div>;\n/** @returns {Generator<string, never, 'n'>} */\nexport function* light() { let c = 'RED'; while (true) { yield c; c = NEXT[c]; } }\n", 't.mjs': "export const NEXT = { RED: 'GREEN', GREEN: 'RED' };\n" }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['JSX in what says nothing of it', { 'a.js': "import { useState } from 'react';\nimport { NEXT } from './t.js';\nexport const View = () => <p>{useState(light)}</p>;\n/** @returns {Generator<string, never, 'n'>} */\nexport function* light() { let c = 'RED'; while (true) { yield c; c = NEXT[c]; } }\n", 't.js': "export const NEXT = { RED: 'GREEN', GREEN: 'RED' };\nexport const isLess = (f, a, b, c) => f(a < b, c > (b));\n" }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['JSX that is turned into calls of its own', { 'a.tsx': "/** @jsx h */\nimport { h } from 'preact';\nexport const View = () => <p>1</p>;\nexport function* light(): Generator<'RED' | 'GREEN', never, 'n'> { while (true) { yield 'RED'; yield 'GREEN'; } }\n" }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['decorators beside it, in JavaScript', { 'a.js': "const named = (target) => target;\n@named class Lamp { static label = <b>lamp</b>; }\n/** @returns {Generator<string, never, 'n'>} */\nexport function* light() { while (true) { yield 'RED'; yield 'GREEN'; } }\n" }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['a machine of JavaScript that is gone through twice', { 'a.cjs': "const { blink } = require('./b.cjs');\nmodule.exports = { light };\n/** @returns {Generator<string, never, 'n'>} */\nfunction* light() { while (true) { yield* blink('RED'); yield* blink('GREEN'); } }\n", 'b.cjs': "/**\n * @param {string} color\n * @returns {Generator<string, void, 'n'>}\n */\nmodule.exports.blink = function* (color) { yield color; };\n" }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['what CommonJS gives on', { 'a.js': "const NEXT = require('./tables').NEXT;\nconst { FIRST: first } = require('./tables');\nmodule.exports = { flows: { *light() { let c = first; while (true) { yield c; c = NEXT[c]; } } } };\n", 'tables/index.js': "module.exports = { ...require('./colors'), other: 1 };\n", 'tables/colors.js': "const NEXT = { RED: 'GREEN', GREEN: 'RED' };\nconst FIRST = 'RED';\nmodule.exports = { NEXT, FIRST };\n" }, 'RED --> GREEN : any', 'transitions taken'],
    ['what a bundler makes something of', { 'a.tsx': "import './a.css';\nimport logo, { ReactComponent as Logo } from './logo.svg';\nimport text from './about.txt?raw';\nimport Work from './work?worker';\nexport const View = () => <Logo title={text} />;\nexport function* light(): Generator<'RED' | 'GREEN', never, 'n'> { while (true) { yield 'RED'; console.log(logo, Work); yield 'GREEN'; } }\n", 'a.css': 'a { color: red }', 'logo.svg': '<svg/>', 'about.txt': 'about', 'work.ts': 'throw new Error();' }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['JSON with a mark before it', { 'a.ts': "import { NEXT } from './t.json';\nexport function* light(): Generator<string, never, 'n'> { let c = 'RED'; while (true) { yield c; c = NEXT[c as 'RED']; } }\n", 't.json': '\uFEFF{ "NEXT": { "RED": "GREEN", "GREEN": "RED" } }', 'package.json': '\uFEFF{ "type": "module" }' }, 'RED --> GREEN : n', '2 of 2 transitions taken'],
    ['names and all of a JSON file', { 'a.ts': "import { next as NEXT, off } from './t.json';\nimport * as table from './t.json';\nexport function* light(): Generator<string, void, 'next' | 'off'> {\n  let color = 'RED';\n  for (let count = 0; count < table.limit; count += 1) { color = (yield color) === 'off' ? off : NEXT[color as keyof typeof NEXT]; }\n}\n", 't.json': '{ "next": { "RED": "GREEN", "GREEN": "RED", "OFF": "RED" }, "limit": 3, "off": "OFF" }' }, 'RED --> GREEN : next', 'transitions taken'],
    ['modules that import each other', { 'a.ts': "import { B, other, type Ev } from './b.ts';\nexport const A = 'A';\nexport type Name = typeof A | typeof B;\nexport function* light(): Generator<Name, void, Ev> { while (true) { if ((yield A) === 'stop') return; yield* other(); } }\n", 'b.ts': "import { A, light, type Name } from './a.ts';\nexport const B = 'B';\nexport type Ev = 'next' | 'stop' | `${Lowercase<Name>}`;\nexport function* other(): Generator<Name, void, Ev> { while ((yield B) !== 'next'); if (A !== 'A') yield* light(); }\n" }, 'A --> [*] : stop', '5 of 5 transitions taken'],
    ['types alone, where only these are there', { 'a.ts': "import { log } from './log.js';\nimport type { Ev } from './ev';\nexport function* light(): Generator<'A' | 'B', never, Ev> { while (true) { yield 'A'; log('on'); yield 'B'; } }\n", 'ev.d.ts': "export type Ev = 'x' | 'y';\n", 'log.d.ts': 'export declare function log(text: string): void;\n' }, "A --> B : x / log('on')", '4 of 4 transitions taken'],
  ])('%s', async (_, files, arrow, taken) => {
    const folder = folderOf(files);
    const file = Object.keys(files).find((name) => name.startsWith('a.'))!;
    expect(await yieldchart(`export ${file} --to mermaid`, folder)).toMatchObject({ exit: 0, out: expect.stringContaining(arrow) });
    expect(await yieldchart(`check ${file}`, folder)).toMatchObject({ exit: 0, out: expect.stringContaining(taken) });
  });
});

describe('a machine through others', () => {
  const folder = folderOf({
    'src/traffic.ts': "export function* traffic(): Generator<'RED' | 'GREEN', never, 'next'> { while (true) { yield 'RED'; yield 'GREEN'; } }\n",
    'src/index.ts': "export * from './traffic.ts';\nexport { traffic as light } from './traffic.ts';\n",
    'src/primed.ts': "import { primed } from 'yieldchart';\nimport { traffic } from './traffic.ts';\nexport const lamp = primed(traffic);\n",
    'src/table.ts': "import * as all from './traffic.ts';\nexport const machines = { one: all.traffic, all };\n",
  });
  const named = async (words: string) => JSON.parse((await yieldchart(`list ${words} --json`, folder)).out).machines.map(({ name, file, line }: { name: string; file: string; line: number }) => `${file}:${line} ${name}`);

  test('is found once in a folder: where it stands', async () => {
    expect(await named('src')).toEqual(['src/traffic.ts:1 traffic']);
    expect(await named('src/index.ts src/traffic.ts')).toEqual(['src/traffic.ts:1 traffic']);
  });
  test('is found in a file that passes it on, where that is named', async () => {
    expect(await named('src/index.ts')).toEqual(['src/index.ts:2 light']);
    expect(await named('src/primed.ts')).toEqual(['src/primed.ts:3 lamp']);
    expect(await named('src/table.ts')).toEqual(['src/table.ts:2 machines.one']);
    expect(await named('src/primed.ts src/index.ts')).toEqual(['src/primed.ts:3 lamp']);
  });
  test('may be asked for by any of its names', async () => {
    expect(await named('src/index.ts#traffic src/table.ts#machines.all.traffic src/traffic.ts')).toEqual(['src/index.ts:1 traffic', 'src/table.ts:2 machines.all.traffic', 'src/traffic.ts:1 traffic']);
    const { exit, out } = await yieldchart('check src/index.ts#light src/primed.ts#lamp src/table.ts#machines.all.traffic', folder);
    expect(exit).toBe(0);
    expect(out.match(/same/g)).toHaveLength(3);
    expect(await yieldchart('export src/index.ts#light --to mermaid', folder)).toMatchObject({ exit: 0, out: expect.stringContaining('RED --> GREEN : next') });
  });
});
