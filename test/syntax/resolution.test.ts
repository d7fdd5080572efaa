import { describe, expect, it } from 'vitest';
import type { Binding } from '../../src/syntax/module.ts';
import { createProject, type Found } from '../../src/syntax/project.ts';
import { projectOf } from './project.ts';

const over = (files: Readonly<Record<string, string>>) => createProject({ read: (path) => files[path] });
const only = (...paths: string[]) => over(Object.fromEntries(paths.map((path) => [path, ''])));

describe('specifiers', () => {
  it.each<[string, string, string[], string | undefined]>([
    ['./b.ts', 'x/a.ts', ['x/b.ts'], 'x/b.ts'],
    ['./b', 'x/a.ts', ['x/b.ts'], 'x/b.ts'],
    ['./b', 'x/a.ts', ['x/b.tsx'], 'x/b.tsx'],
    ['./b', 'x/a.ts', ['x/b/index.ts'], 'x/b/index.ts'],
    ['./b.js', 'x/a.ts', ['x/b.ts'], 'x/b.ts'],
    ['./b.js', 'x/a.ts', ['x/b.js', 'x/b.ts'], 'x/b.ts'],
    ['./b.js', 'x/a.js', ['x/b.js', 'x/b.ts'], 'x/b.js'],
    ['./b.js', 'x/a.ts', ['x/b.js', 'x/b.d.ts'], 'x/b.js'],
    ['./b.js', 'x/a.ts', ['x/b.d.ts'], 'x/b.d.ts'],
    ['./b', 'x/a.ts', ['x/b.d.ts'], 'x/b.d.ts'],
    ['./b', 'x/a.ts', ['x/b.jsx'], 'x/b.jsx'],
    ['./b', 'x/a.ts', ['x/b.cjs'], 'x/b.cjs'],
    ['./b', 'x/a.ts', ['x/b/index.mts'], 'x/b/index.mts'],
    ['./b.json', 'x/a.ts', ['x/b.json'], 'x/b.json'],
    ['./b.js', 'x/a.ts', ['x/b.tsx'], 'x/b.tsx'],
    ['./b.jsx', 'x/a.ts', ['x/b.tsx'], 'x/b.tsx'],
    ['./b.mjs', 'x/a.ts', ['x/b.mts'], 'x/b.mts'],
    ['./b.cjs', 'x/a.ts', ['x/b.cts'], 'x/b.cts'],
    ['./b.light', 'x/a.ts', ['x/b.light.ts'], 'x/b.light.ts'],
    ['../b', 'x/y/a.ts', ['x/b.ts'], 'x/b.ts'],
    ['../b', 'a.ts', ['../b.ts'], '../b.ts'],
    ['../../b', '../x/a.ts', ['../../b.ts'], '../../b.ts'],
    ['./b', '/x/a.ts', ['/x/b.ts'], '/x/b.ts'],
    ['../b', '/x/a.ts', ['/b.ts'], '/b.ts'],
    ['./b', 'C:/x/a.ts', ['C:/x/b.ts'], 'C:/x/b.ts'],
    ['./b', './a.ts', ['b.ts'], 'b.ts'],
    ['.', 'x/a.ts', ['x/index.ts'], 'x/index.ts'],
    ['..', 'x/y/a.ts', ['x/index.ts'], 'x/index.ts'],
    ['/b.ts', 'x/a.ts', ['/b.ts'], '/b.ts'],
    ['b', 'x/a.ts', ['x/b.ts', 'b.ts'], undefined],
    ['#b', 'x/a.ts', ['x/#b.ts'], undefined],
    ['node:fs', 'x/a.ts', [], undefined],
    ['./b', 'x/a.ts', [], undefined],
  ])('%s from %s among %j', (specifier, from, paths, expected) => {
    expect(only(...paths).resolve(specifier, from)).toBe(expected);
  });
  it('are read once', () => {
    const asked: string[] = [];
    const project = createProject({
      read: (path) => {
        asked.push(path);
        return 'export const a = 1;';
      },
    });
    expect(project.module('a.ts')).toBe(project.module('a.ts'));
    project.resolve('./a.ts', 'b.ts');
    expect(asked).toEqual(['a.ts']);
  });
  it('that lead to no file, and files that do not parse, are diagnostics', () => {
    expect(over({}).module('a.ts')).toMatchObject({ diagnostics: [{ code: 'file-not-found', file: 'a.ts' }] });
    expect(over({ 'a.ts': '{' }).module('a.ts').diagnostics[0]).toMatchObject({ code: 'syntax-error', file: 'a.ts' });
  });
});

describe('names', () => {
  /** Where the name `x` of the module a.ts comes from, as `name in file` or `name from package`. */
  function origin(text: string, others: Readonly<Record<string, string>> = {}, space?: 'value' | 'type'): string | undefined {
    const { project, module } = projectOf({ 'a.ts': text, ...others });
    const binding = (module.scope.bindings.get('x') ?? module.scope.types.get('x')) as Binding;
    return show(project.lookup(binding, module, space));
  }
  const show = (found: Found | undefined): string | undefined => found && ('package' in found ? `${found.name} from ${found.package}` : `${found.binding.kind} ${found.binding.name} in ${found.module.path}`);

  it.each<[string, string, Record<string, string>, string | undefined]>([
    ['declared here', 'const x = 1;', {}, 'const x in a.ts'],
    ['named', "import { x } from './b';", { 'b.ts': 'export let x = 1;' }, 'let x in b.ts'],
    ['renamed', "import { y as x } from './b';", { 'b.ts': 'const z = 1; export { z as y };' }, 'const z in b.ts'],
    ['by a string', "import { 'a b' as x } from './b';", { 'b.ts': "const z = 1; export { z as 'a b' };" }, 'const z in b.ts'],
    ['default', "import x from './b';", { 'b.ts': 'export default function f() {}' }, 'function f in b.ts'],
    ['default by name', "import x from './b';", { 'b.ts': 'const f = 1; export default f;' }, 'const f in b.ts'],
    ['anonymous default', "import x from './b';", { 'b.ts': 'export default { a: 1 };' }, 'const default in b.ts'],
    ['default as', "import { default as x } from './b';", { 'b.ts': 'export default class {}' }, 'class default in b.ts'],
    ['passed on', "import { x } from './b';", { 'b.ts': "export { y as x } from './c';", 'c.ts': 'export const y = 1;' }, 'const y in c.ts'],
    ['imported and exported', "import { x } from './b';", { 'b.ts': "import { y } from './c'; export { y as x };", 'c.ts': 'export const y = 1;' }, 'const y in c.ts'],
    ['passed on with everything', "import { x } from './b';", { 'b.ts': "export * from './n'; export * from './c';", 'n.ts': '', 'c.ts': 'export const x = 1;' }, 'const x in c.ts'],
    ['a default is not passed on with everything', "import x from './b';", { 'b.ts': "export * from './c';", 'c.ts': 'export default 1;' }, undefined],
    ['own before passed on', "import { x } from './b';", { 'b.ts': "export * from './c'; export let x = 2;", 'c.ts': 'export const x = 1;' }, 'let x in b.ts'],
    ['a namespace', "import * as x from './b';", { 'b.ts': '' }, 'import x in a.ts'],
    ['a package', "import { y as x } from 'p';", {}, 'y from p'],
    ['a package by way of a file', "import { x } from './b';", { 'b.ts': "export { z as x } from 'p/q';" }, 'z from p/q'],
    ['a namespace of a package', "import * as x from 'p';", {}, '* from p'],
    ['in a circle', "import { x } from './b';", { 'b.ts': "export { x } from './c';", 'c.ts': "export { x } from './b';" }, undefined],
    ['a circle of everything', "import { x } from './b';", { 'b.ts': "export * from './c';", 'c.ts': "export * from './b'; export const x = 1;" }, 'const x in c.ts'],
    ['nowhere', "import { x } from './b';", { 'b.ts': '' }, undefined],
    ['a missing file', "import { x } from './b';", {}, undefined],
    ['a file that does not parse', "import { x } from './b';", { 'b.ts': '{' }, undefined],
  ])('%s', (_, text, others, expected) => {
    expect(origin(text, others)).toBe(expected);
  });
  it('may be a value and a type at once', () => {
    const others = { 'b.ts': 'export const x = 1; export type x = 2;' };
    expect(origin("import { x } from './b';", others, 'value')).toBe('const x in b.ts');
    expect(origin("import { x } from './b';", others, 'type')).toBe('type x in b.ts');
  });
  it('gathered by a namespace are those of its module', () => {
    const { project, module } = projectOf({ 'a.ts': "import * as x from './b'; import { y } from './b';", 'b.ts': "export * as y from './c';", 'c.ts': '' });
    const [x, y] = [...module.scope.bindings.values()] as [Binding, Binding];
    expect(project.namespace(x, module)?.path).toBe('b.ts');
    expect(project.namespace(y, module)?.path).toBe('c.ts');
  });
});
