/**
 * Where imports lead, on a disk: aliases, packages of the same repository, links. TypeScript 5.9 is asked what it finds in the very same
 * folders; where a package is only built, it finds what was built, and we its source.
 */
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import ts from 'ts59';
import { describe, expect, test } from 'vitest';
import { diskHost } from '../../src/cli/read/disk.ts';
import { createResolver } from '../../src/cli/resolve/resolve.ts';
import { createProject } from '../../src/syntax/project.ts';
import { folderOf } from './terminal.ts';

interface Project {
  readonly files: Readonly<Record<string, string | object>>;
  /** What a path is a link to. */
  readonly links?: Readonly<Record<string, string>>;
  /** The file that imports. */
  readonly from: string;
  /** Where each specifier leads; `undefined` for a package. */
  readonly leads: Readonly<Record<string, string | undefined>>;
  /** TypeScript is not asked: it would find something else, for this reason. */
  readonly differs?: string;
}

const empty = (...paths: string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, 'export {};']));
const core = { 'node_modules/@acme/core': '../../packages/core' };

const projects: Readonly<Record<string, Project>> = {
  'paths with a wildcard': {
    files: { 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'], '@one': ['./src/deep/one.ts'], '@list/*': ['./gone/*', './src/deep/*'] } } }, ...empty('src/a.ts', 'src/table.ts', 'src/deep/one.ts', 'src/deep/index.ts') },
    from: 'src/a.ts',
    leads: { '@/table': 'src/table.ts', '@/table.js': 'src/table.ts', '@/deep/one': 'src/deep/one.ts', '@/deep': 'src/deep/index.ts', '@one': 'src/deep/one.ts', '@list/one': 'src/deep/one.ts', '@/gone': undefined, '@list/gone': undefined, other: undefined },
  },
  'the longest of several patterns': {
    files: { 'tsconfig.json': { compilerOptions: { paths: { '*': ['./any/*'], 'a/*': ['./one/*'], 'a/b/*': ['./two/*'], 'a/b/exact': ['./three.ts'] } } }, ...empty('x.ts', 'any/z.ts', 'one/z.ts', 'two/z.ts', 'three.ts') },
    from: 'x.ts',
    leads: { z: 'any/z.ts', 'a/z': 'one/z.ts', 'a/b/z': 'two/z.ts', 'a/b/exact': 'three.ts' },
  },
  'baseUrl alone': {
    files: { 'tsconfig.json': { compilerOptions: { baseUrl: 'src' } }, ...empty('src/a.ts', 'src/lib/table.ts') },
    from: 'src/a.ts',
    leads: { 'lib/table': 'src/lib/table.ts', 'lib/gone': undefined },
  },
  'baseUrl with paths': {
    files: { 'tsconfig.json': { compilerOptions: { baseUrl: './src', paths: { '~/*': ['lib/*'] } } }, ...empty('src/a.ts', 'src/lib/table.ts') },
    from: 'src/a.ts',
    leads: { '~/table': 'src/lib/table.ts', 'lib/table': 'src/lib/table.ts' },
  },
  'a config with comments and commas at the end': {
    files: { 'tsconfig.json': '{\n  // where\n  "compilerOptions": { /* all */ "paths": { "@/*": ["./src/*",], }, },\n}', ...empty('src/a.ts', 'src/table.ts') },
    from: 'src/a.ts',
    leads: { '@/table': 'src/table.ts' },
  },
  'a chain of extends, the paths in the folder that says them': {
    files: { 'config/base.json': { compilerOptions: { paths: { '@/*': ['../src/*'] } } }, 'config/middle.json': { extends: './base.json' }, 'app/tsconfig.json': { extends: '../config/middle' }, ...empty('app/a.ts', 'src/table.ts') },
    from: 'app/a.ts',
    leads: { '@/table': 'src/table.ts' },
  },
  'a list of extends, the last before the first': {
    files: { 'one.json': { compilerOptions: { paths: { '@/*': ['./one/*'] } } }, 'two.json': { compilerOptions: { paths: { '@/*': ['./two/*'] } } }, 'tsconfig.json': { extends: ['./one.json', './two.json'] }, ...empty('a.ts', 'one/t.ts', 'two/t.ts') },
    from: 'a.ts',
    leads: { '@/t': 'two/t.ts' },
  },
  'extends from a package': {
    files: { 'node_modules/@acme/config/package.json': { name: '@acme/config' }, 'node_modules/@acme/config/base.json': { compilerOptions: { paths: { '@/*': ['../../../src/*'] } } }, 'tsconfig.json': { extends: '@acme/config/base.json' }, ...empty('src/a.ts', 'src/t.ts') },
    from: 'src/a.ts',
    leads: { '@/t': 'src/t.ts' },
  },
  'the nearest config': {
    files: { 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } }, 'inner/tsconfig.json': {}, ...empty('inner/a.ts', 'src/t.ts') },
    from: 'inner/a.ts',
    leads: { '@/t': undefined },
  },
  'projects that are only listed': {
    files: { 'tsconfig.json': { files: [], references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }] }, 'tsconfig.node.json': { include: ['vite.config.ts'] }, 'tsconfig.app.json': { include: ['src'], compilerOptions: { paths: { '@/*': ['./src/*'] } } }, ...empty('src/a.ts', 'src/t.ts', 'vite.config.ts') },
    from: 'src/a.ts',
    leads: { '@/t': 'src/t.ts' },
    differs: 'its command line builds each of them by itself; its editor does as we do',
  },
  'rootDirs': {
    files: { 'tsconfig.json': { compilerOptions: { rootDirs: ['./src', './generated'] } }, ...empty('src/x/a.ts', 'generated/x/t.ts') },
    from: 'src/x/a.ts',
    leads: { './t': 'generated/x/t.ts', './gone': undefined },
  },
  'the imports of a package': {
    files: { 'package.json': { imports: { '#one': './lib/one.ts', '#lib/*': './lib/*.ts', '#lib/inner/*': null, '#if': { browser: './lib/browser.ts', import: './lib/import.ts' }, '#zod': 'zod' } }, 'tsconfig.json': { compilerOptions: { module: 'nodenext' } }, 'node_modules/zod/package.json': { name: 'zod', main: 'index.js' }, ...empty('src/a.ts', 'lib/one.ts', 'lib/inner/two.ts', 'lib/import.ts', 'lib/browser.ts', 'node_modules/zod/index.js') },
    from: 'src/a.ts',
    leads: { '#one': 'lib/one.ts', '#lib/one': 'lib/one.ts', '#lib/inner/two': undefined, '#if': 'lib/import.ts', '#gone': undefined, '#zod': undefined },
  },
  'imports and exports with patterns, lists and conditions within each other': {
    files: { 'tsconfig.json': { compilerOptions: { module: 'nodenext' } }, 'package.json': { type: 'module', name: 'self', imports: { '#a/*': './src/a/*.ts', '#a/*.js': './src/js/*.ts', '#d': ['./gone.ts', './src/d.ts'], '#pkg/*': '@acme/core/*', '#null': null }, exports: { '.': [{ browser: './b.ts' }, { import: { node: './i.ts' } }], './f/*': { node: './lib/*.ts', default: './no/*.ts' }, './f/deep/*.js': './deep/*.ts', './g/*/end': './g/*.ts' } }, 'packages/core/package.json': { name: '@acme/core', exports: { './*': './*.ts', './typed': { 'types@<4': './old.ts', 'types@>=4.5': './new.ts', default: './plain.ts' } } }, ...empty('src/m.ts', 'src/a/x.ts', 'src/js/x.ts', 'src/d.ts', 'packages/core/q.ts', 'packages/core/old.ts', 'packages/core/new.ts', 'packages/core/plain.ts', 'b.ts', 'i.ts', 'lib/x.ts', 'deep/y.ts', 'g/m.ts') },
    links: { 'node_modules/@acme/core': '../../packages/core' },
    from: 'src/m.ts',
    leads: { '#a/x': 'src/a/x.ts', '#a/x.js': 'src/js/x.ts', '#d': 'src/d.ts', '#pkg/q': 'packages/core/q.ts', '#null': undefined, self: 'i.ts', 'self/f/x': 'lib/x.ts', 'self/f/deep/y.js': 'deep/y.ts', 'self/g/m/end': 'g/m.ts', '@acme/core/typed': 'packages/core/new.ts' },
  },
  'patterns with the star in front, in the middle and at the end': {
    files: { 'tsconfig.json': { compilerOptions: { paths: { 'a-*-z': ['./gone/*', './mid/*/in'], '*-suffix': ['./suf/*'], 'pre-*': ['./pre/*'], 'pre-x-*': ['./prex/*'], exact: ['./e1', './e2.ts'], lib: ['./lib'], 'lib/*': ['./lib/src/*'] } } }, 'lib/package.json': { name: 'lib', types: './src/entry.ts' }, ...empty('m.ts', 'mid/k/in.ts', 'suf/q.ts', 'pre/x-w.ts', 'prex/w.ts', 'e2.ts', 'lib/src/entry.ts', 'lib/src/deep/index.ts', 'lib/index.ts') },
    from: 'm.ts',
    leads: { 'a-k-z': 'mid/k/in.ts', 'q-suffix': 'suf/q.ts', 'pre-x-w': 'prex/w.ts', exact: 'e2.ts', lib: 'lib/src/entry.ts', 'lib/deep': 'lib/src/deep/index.ts' },
  },
  'the folder of the config that is asked, in one that it extends': {
    files: { 'config/base.json': { compilerOptions: { paths: { '@/*': ['${configDir}/src/*'] } } }, 'tsconfig.json': { extends: './config/base.json' }, ...empty('m.ts', 'src/x.ts', 'config/src/x.ts') },
    from: 'm.ts',
    leads: { '@/x': 'src/x.ts' },
  },
  'folders whose package.json names another file than their index': {
    files: { 'k/package.json': { types: 'src/e.ts' }, 'packages/core/package.json': { name: '@acme/core', types: './main.ts' }, 'packages/core/sub/package.json': { types: './t.ts' }, ...empty('a.ts', 'k/src/e.ts', 'k/index.ts', 'packages/core/main.ts', 'packages/core/index.ts', 'packages/core/sub/t.ts', 'packages/core/sub/index.ts') },
    links: { 'node_modules/@acme/core': '../../packages/core' },
    from: 'a.ts',
    leads: { './k': 'k/src/e.ts', './k/': 'k/src/e.ts', './k/index': 'k/index.ts', '@acme/core': 'packages/core/main.ts', '@acme/core/sub': 'packages/core/sub/t.ts' },
  },
  'a package of the repository whose exports are source': {
    files: { 'packages/core/package.json': { name: '@acme/core', exports: { '.': './src/index.ts', './table': { types: './src/table.ts', default: './dist/table.js' }, './parts/*': './src/parts/*.ts', './data.json': './data.json', './hidden/*': null } }, 'packages/core/data.json': {}, ...empty('packages/core/src/index.ts', 'packages/core/src/table.ts', 'packages/core/src/parts/one.ts', 'packages/core/hidden/x.ts', 'packages/app/a.ts') },
    links: core,
    from: 'packages/app/a.ts',
    leads: { '@acme/core': 'packages/core/src/index.ts', '@acme/core/table': 'packages/core/src/table.ts', '@acme/core/parts/one': 'packages/core/src/parts/one.ts', '@acme/core/hidden/x': undefined, '@acme/core/src/index.ts': undefined, '@acme/other': undefined },
  },
  'one without exports': {
    files: { 'packages/core/package.json': { name: '@acme/core', types: './src/main.ts', main: './dist/main.js' }, ...empty('packages/core/src/main.ts', 'packages/core/lib/table.ts', 'packages/core/lib/inner/index.ts', 'packages/app/a.ts') },
    links: core,
    from: 'packages/app/a.ts',
    leads: { '@acme/core': 'packages/core/src/main.ts', '@acme/core/lib/table': 'packages/core/lib/table.ts', '@acme/core/lib/inner': 'packages/core/lib/inner/index.ts', '@acme/core/lib/gone': undefined },
  },
  'one with types by versions': {
    files: { 'packages/core/package.json': { name: '@acme/core', types: './index.d.ts', main: './index.js', typesVersions: { '<4.0': { '*': ['old/*'] }, '>=4.0': { 'index.d.ts': ['src/main.ts'], 'inner/*': ['src/*/index.ts'], '*': ['gone/*', 'src/*'] } } }, ...empty('packages/core/src/main.ts', 'packages/core/src/table.ts', 'packages/core/src/deep/index.ts', 'packages/core/old/table.ts', 'packages/app/a.ts') },
    links: core,
    from: 'packages/app/a.ts',
    leads: { '@acme/core': 'packages/core/src/main.ts', '@acme/core/table': 'packages/core/src/table.ts', '@acme/core/inner/deep': 'packages/core/src/deep/index.ts', '@acme/core/gone': undefined },
  },
  'conditions of its own': {
    files: { 'tsconfig.json': { compilerOptions: { module: 'nodenext', customConditions: ['@acme/source'] } }, 'packages/core/package.json': { name: '@acme/core', exports: { '.': { '@acme/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } } }, ...empty('packages/core/src/index.ts', 'packages/core/dist/index.d.ts', 'packages/core/dist/index.js', 'packages/app/a.ts') },
    links: core,
    from: 'packages/app/a.ts',
    leads: { '@acme/core': 'packages/core/src/index.ts' },
  },
  'its own name': {
    files: { 'tsconfig.json': { compilerOptions: { module: 'nodenext' } }, 'package.json': { name: '@acme/core', exports: { '.': './index.ts', './table': './table.ts' } }, ...empty('src/a.ts', 'index.ts', 'table.ts') },
    from: 'src/a.ts',
    leads: { '@acme/core': 'index.ts', '@acme/core/table': 'table.ts' },
  },
  'what is built, from its source': {
    files: { 'packages/core/package.json': { name: '@acme/core', exports: { '.': { types: './dist/index.d.ts', import: './dist/index.js' }, './table': { types: './dist/types/table.d.ts', import: './dist/esm/table.mjs', require: './dist/cjs/table.cjs' }, './beside': './beside.js' } }, ...empty('packages/core/src/index.ts', 'packages/core/dist/index.d.ts', 'packages/core/dist/index.js', 'packages/core/src/table.ts', 'packages/core/beside.js', 'packages/core/beside.d.ts', 'packages/app/a.ts') },
    links: core,
    from: 'packages/app/a.ts',
    leads: { '@acme/core': 'packages/core/src/index.ts', '@acme/core/table': 'packages/core/src/table.ts', '@acme/core/beside': 'packages/core/beside.js' },
    differs: 'without project references it reads what was built',
  },
  'what is built, as its tsconfig says': {
    files: { 'packages/core/tsconfig.json': { compilerOptions: { rootDir: 'code', outDir: 'made' } }, 'packages/core/package.json': { name: '@acme/core', main: './made/index.js' }, ...empty('packages/core/code/index.ts', 'packages/core/made/index.js', 'packages/app/a.ts') },
    links: core,
    from: 'packages/app/a.ts',
    leads: { '@acme/core': 'packages/core/code/index.ts' },
    differs: 'without project references it reads what was built',
  },
  'plain JavaScript of the repository': {
    files: { 'packages/core/package.json': { name: '@acme/core', main: './lib/index.js' }, ...empty('packages/core/lib/index.js', 'packages/app/a.ts') },
    links: core,
    from: 'packages/app/a.ts',
    leads: { '@acme/core': 'packages/core/lib/index.js' },
    differs: 'it wants allowJs',
  },
  'installed packages, also where they are links': {
    files: { 'node_modules/.store/zod@4/node_modules/zod/package.json': { name: 'zod', types: './index.d.ts' }, 'node_modules/copied/package.json': { name: 'copied', types: './src/index.ts' }, ...empty('node_modules/.store/zod@4/node_modules/zod/index.d.ts', 'node_modules/copied/src/index.ts', 'a.ts') },
    links: { 'node_modules/zod': '.store/zod@4/node_modules/zod' },
    from: 'a.ts',
    leads: { zod: undefined, copied: undefined },
    differs: 'it finds them, as external libraries',
  },
  'what an alias finds in node_modules': {
    files: { 'tsconfig.json': { compilerOptions: { paths: { ui: ['./node_modules/ui/src/index.ts'] } } }, ...empty('a.ts', 'node_modules/ui/src/index.ts') },
    from: 'a.ts',
    leads: { ui: undefined },
    differs: 'it finds them, as external libraries',
  },
  'what we stand for ourselves, whatever the config says': {
    files: { 'tsconfig.json': { compilerOptions: { paths: { '*': ['./src/*'] } } }, ...empty('a.ts', 'src/xstate.ts', 'src/yieldchart.ts', 'src/fs.ts') },
    from: 'a.ts',
    leads: { xstate: undefined, yieldchart: undefined, 'yieldchart/xstate': undefined, 'node:fs': undefined, fs: undefined },
    differs: 'it looks there',
  },
};

function laidOut({ files, links = {} }: Project): string {
  const folder = realpathSync(folderOf(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)]))));
  for (const [at, to] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, at)), { recursive: true });
    symlinkSync(to, join(folder, at));
  }
  return folder;
}

describe('an import leads where it should', () => {
  test.each(Object.entries(projects))('by %s', (_, project) => {
    const folder = laidOut(project);
    const resolve = createResolver();
    const found = Object.keys(project.leads).map((specifier) => [specifier, resolve(specifier, join(folder, project.from))] as const);
    expect(Object.fromEntries(found.map(([specifier, path]) => [specifier, path && relative(folder, path)]))).toEqual(project.leads);
  });

  test.each(Object.entries(projects).filter(([, { differs }]) => differs === undefined))('and TypeScript finds the same by %s', (_, project) => {
    const folder = laidOut(project);
    const from = join(folder, project.from);
    const config = ts.findConfigFile(dirname(from), ts.sys.fileExists);
    const options = config && config.startsWith(folder) ? ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, dirname(config)).options : {};
    const found = Object.keys(project.leads).map((specifier) => {
      const { resolvedModule } = ts.resolveModuleName(specifier, from, { ...options, resolveJsonModule: true, moduleResolution: options.module === ts.ModuleKind.NodeNext ? ts.ModuleResolutionKind.NodeNext : ts.ModuleResolutionKind.Bundler }, ts.sys, undefined, undefined, ts.ModuleKind.ESNext);
      const isPackage = resolvedModule?.resolvedFileName.includes('/node_modules/');
      return [specifier, resolvedModule && !isPackage ? relative(folder, resolvedModule.resolvedFileName) : undefined];
    });
    expect(Object.fromEntries(found)).toEqual(project.leads);
  });
});

test('a path leads where TypeScript goes, whatever files there are', () => {
  const paths = ['x.ts', 'x.tsx', 'x.d.ts', 'x.js.ts', 'x/index.ts', 'x/index.tsx', 'x/index.d.ts', 'x/package.json', 'x/main.ts', 'x/x.ts', 'a.ts', 'a.tsx', 'a/index.ts', 'a/x.ts', 'a/package.json', 'a/main.ts', 'index.ts'];
  const specifiers = ['../x', '../x/', './x', '..', '../', '.', './', '../a', '../a/', '../x.js', '../x.jsx', '../x.ts', '../x/index', '../x/index.js', '../x/.', '../x/x/..', '../a/../x', '../index', './index.js'];
  fc.assert(
    fc.property(fc.subarray(paths), fc.subarray(specifiers, { minLength: 4 }), (there, asked) => {
      const files = Object.fromEntries(there.map((path) => [path, path.endsWith('.json') ? { types: './main.ts' } : 'export {};']));
      const folder = laidOut({ files: { ...files, 'a/from.ts': '' }, from: '', leads: {} });
      const from = join(folder, 'a/from.ts');
      const ours = asked.map((specifier) => [specifier, createResolver()(specifier, from)]);
      const theirs = asked.map((specifier) => [specifier, ts.resolveModuleName(specifier, from, { moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, allowImportingTsExtensions: true }, ts.sys).resolvedModule?.resolvedFileName]);
      expect(ours).toEqual(theirs);
      // So does the compiler, which reads the files by itself.
      const project = createProject(diskHost(folder));
      expect(asked.map((specifier) => [specifier, project.resolve(specifier, 'a/from.ts')])).toEqual(theirs.map(([specifier, path]) => [specifier, path && relative(folder, path)]));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
});

test('an import that no disk can follow leads nowhere', () => {
  const folder = laidOut({ files: empty('a.ts'), links: { 'round.ts': 'round.ts' }, from: 'a.ts', leads: {} });
  for (const specifier of ['./round', './round.ts', `./${'x'.repeat(5000)}`, './a\0b', './a.ts/b', 'round/a']) expect(createResolver()(specifier, join(folder, 'a.ts'))).toBeUndefined();
});

describe('settings that cannot be read', () => {
  test.each<[string, Record<string, string>]>([
    ['a tsconfig that extends what is not there', { 'tsconfig.json': '{ "extends": "./gone.json" }' }],
    ['a package.json that is no JSON', { 'package.json': '{' }],
  ])('are said: %s', (_, files) => {
    const folder = folderOf({ 'a.ts': '', ...files });
    expect(() => createResolver()('somewhere', join(folder, 'a.ts'))).toThrow(/\.json cannot be read: /);
  });
});
