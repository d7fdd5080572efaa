import { describe, expect, it } from 'vitest';
import type { Binding } from '../../src/syntax/module.ts';
import { createProject, type Found } from '../../src/syntax/project.ts';
import { compile } from '../../src/compile.ts';
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
    ['.', 'a.ts', ['index.ts'], 'index.ts'],
    ['..', 'x/a.ts', ['index.ts'], 'index.ts'],
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
    ['from two that pass on everything', "import { x } from './b';", { 'b.ts': "export * from './c'; export * from './d';", 'c.ts': 'export const x = 1;', 'd.ts': 'export const x = 2;' }, undefined],
    ['from two that pass on the same', "import { x } from './b';", { 'b.ts': "export * from './c'; export * from './d';", 'c.ts': "export * from './e';", 'd.ts': "export { x } from './e';", 'e.ts': 'export const x = 1;' }, 'const x in e.ts'],
    ['everything of a package', "import { x } from './b';", { 'b.ts': "export * from 'p'; export * from './c';", 'c.ts': '' }, 'x from p'],
    ['everything of one package or another', "import { x } from './b';", { 'b.ts': "export * from 'p'; export * from 'q';" }, undefined],
    ['all by require', "import x = require('./b');", { 'b.ts': 'export const y = 1;' }, 'import x in a.ts'],
    ['export = by require', "import x = require('./b');", { 'b.ts': 'const y = 1; export = y;' }, 'const y in b.ts'],
    ['export = by default', "import x from './b';", { 'b.ts': 'export = { a: 1 };' }, 'const export= in b.ts'],
    ['an object of CommonJS', "import x from './b';", { 'b.js': 'const y = 1; module.exports = { y };' }, 'const export= in b.js'],
    ['a name of CommonJS', "import { x } from './b';", { 'b.js': 'exports.x = exports.z = function () {};' }, 'const x in b.js'],
    ['a name in an object of CommonJS', "import { x } from './b';", { 'b.js': 'const x = 1; module.exports = { x };' }, 'const x in b.js'],
    ['through require', "import { x } from './b';", { 'b.js': "const { y } = require('./c'); exports.x = y;", 'c.js': 'function y() {} module.exports = { y };' }, 'function y in c.js'],
    ['by one name of what is required', "import { x } from './b';", { 'b.js': "const y = require('./c').z; exports.x = y;", 'c.js': 'const z = 1; exports.z = z;' }, 'const z in c.js'],
    ['a name that is given on', "import { x } from './b';", { 'b.js': "exports.x = require('./c').y;", 'c.js': 'const y = 1; module.exports = { y };' }, 'const y in c.js'],
    ['all that is required, given on', "import { x } from './b';", { 'b.js': "module.exports = require('./c');", 'c.js': 'const x = 1; module.exports = { x };' }, 'const x in c.js'],
    ['what a module is, given on', "import x from './b';", { 'b.js': "module.exports = require('./c');", 'c.js': 'module.exports = y; function y() {}' }, 'function y in c.js'],
    ['all that is required, spread', "import { x } from './b';", { 'b.js': "const c = require('./c'); module.exports = { ...c, ...require('./d'), y: 1 };", 'c.js': 'const x = 1; module.exports = { x };', 'd.js': 'exports.z = 1;' }, 'const x in c.js'],
    ['a name in an object that has one itself', "import { x } from './b';", { 'b.js': 'function x() {} const api = { x, y: 1 }; console.log(api.y); module.exports = api;' }, 'function x in b.js'],
    ['not a name that may be put into it later', "import { x } from './b';", { 'b.js': 'function x() {} const api = { x }; module.exports = api; api.x = function () {};' }, undefined],
    ['the same under another name', "import { x } from './b';", { 'b.js': 'exports.y = y; exports.x = exports.y; function y() {}' }, 'function y in b.js'],
    ['what compilers mark as a module', "import { x } from './b';", { 'b.js': "'use strict'; Object.defineProperty(exports, '__esModule', { value: true }); exports.x = void 0; exports.x = x; function x() {}" }, 'function x in b.js'],
    ['all of JSON', "import x from './b.json';", { 'b.json': '{ "a": 1 }' }, 'const default in b.json'],
    ['a key of JSON', "import { x } from './b.json';", { 'b.json': '{ "x": 1 }' }, 'const x in b.json'],
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
  it('may be a type that is declared beside JavaScript', () => {
    const others = { 'b.js': 'export const y = 1;', 'b.d.ts': 'export declare const y: number; export type x = 1;' };
    expect(origin("import { x } from './b.js';", others, 'type')).toBe('type x in b.d.ts');
    expect(origin("import { x } from './b.js';", { 'b.js': "/** @typedef {'a'} x */\nexport {};" }, 'type')).toBe('type x in b.js');
  });
  it('are asked of the host where they are no paths, and where a path leads nowhere', () => {
    const asked: string[] = [];
    const files: Record<string, string> = { 'a.ts': "import { x } from '@/b'; import { y } from './gone'; import { z } from './c'; import { p } from 'p';", 'src/b.ts': 'export const x = 1;', 'c.ts': 'export const z = 1;' };
    const project = createProject({ read: (path) => files[path], resolve: (specifier, from) => (asked.push(`${specifier} in ${from}`), specifier === '@/b' ? 'src/b.ts' : undefined) });
    const { module } = project.module('a.ts');
    const found = ['x', 'y', 'z', 'p', 'x'].map((name) => show(project.lookup(module!.scope.bindings.get(name)!, module!)));
    expect(found).toEqual(['const x in src/b.ts', undefined, 'const z in c.ts', 'p from p', 'const x in src/b.ts']);
    expect(asked).toEqual(['@/b in a.ts', './gone in a.ts', 'p in a.ts']);
  });
  it('gathered by a namespace are those of its module', () => {
    const { project, module } = projectOf({ 'a.ts': "import * as x from './b'; import { y } from './b';", 'b.ts': "export * as y from './c';", 'c.ts': '' });
    const [x, y] = [...module.scope.bindings.values()] as [Binding, Binding];
    expect(project.namespace(x, module)?.path).toBe('b.ts');
    expect(project.namespace(y, module)?.path).toBe('c.ts');
  });
});

describe('what a machine is made of', () => {
  const states = (text: string, others: Readonly<Record<string, string>>, file = 'a.ts') => compile([file], { read: (path) => ({ [file]: text, ...others })[path] }).machines[0]?.chart?.states.map(({ id }) => id);
  const turning = (next: string, first = "'A'") => `export function* light(): Generator<string, void, 'n'> { let c = ${first}; while (true) { yield c; c = ${next}; } }`;
  const old = "exports.light = function* () { let c = 'A'; while (true) { yield c; c = N[c]; } };";
  const table = "{ A: 'B', B: 'A' }";

  it.each<[string, string, string, Record<string, string>]>([
    ['a namespace holds', "import * as T from './t';", "T.N[c as 'A']", { 't.ts': `export const N = ${table};` }],
    ['a namespace holds whose functions are called', "import * as T from './t';", "T.same(T.N[c as 'A'])", { 't.ts': `export const N = ${table}; export function same(x: string) { return x; }` }],
    ['a namespace in a namespace holds', "import * as T from './u';", "T.t.N[c as 'A']", { 'u.ts': "export * as t from './t';", 't.ts': `export const N = ${table};` }],
    ['a namespace is', "import * as T from './t';", "T[c as 'A']", { 't.ts': "export const A = 'B'; export const B = 'A';" }],
    ['an anonymous default is', "import N from './t';", "N[c as 'A']", { 't.ts': `export default ${table};` }],
    ['a table in another holds', "import { all } from './u';", "all.N[c as 'A']", { 'u.ts': "import { N } from './t'; export const all = { N };", 't.ts': `export const N = ${table};` }],
    ['JSON is', "import N from './t.json';", "N[c as 'A']", { 't.json': '{ "A": "B", "B": "A" }' }],
  ])('is known, where %s', (_, imports, next, others) => {
    expect(states(`${imports}\n${turning(next)}`, others)).toEqual(['A', 'B']);
  });
  it.each<[string, string, Record<string, string>]>([
    ['a table', "import { N } from './t'; N.A = 'C';", { 't.ts': `export const N = ${table};` }],
    ['an anonymous default', "import N from './t'; N.A = 'C';", { 't.ts': `export default ${table};` }],
    ['what a namespace holds', "import * as T from './t'; const { N } = T; T.N.A = 'C';", { 't.ts': `export const N = ${table};` }],
    ['what a namespace holds, by a name of its own', "import * as T from './t'; const N = T.N; export const later = () => { T.N.A = 'C'; };", { 't.ts': `export const N = ${table};` }],
    ['what a namespace holds that is passed on', "import { T } from './u'; const { N } = T; T.N.A = 'C';", { 'u.ts': "export * as T from './t';", 't.ts': `export const N = ${table};` }],
    ['JSON', "import N from './t.json'; N.A = 'C';", { 't.json': '{ "A": "B", "B": "A" }' }],
    ['a key of JSON', "import { N } from './t.json'; N.A = 'C';", { 't.json': '{ "N": { "A": "B", "B": "A" } }' }],
    ['a table where it is declared', "import { N } from './t';", { 't.ts': `export const N = ${table}; N.A = 'C';` }],
  ])('is not, where it is changed: %s', (_, imports, others) => {
    expect(states(`${imports}\n${turning("N[c as 'A']")}`, others)).not.toEqual(['A', 'B']);
  });
  it.each<[string, string, string[] | undefined]>([
    ['is known', `exports.N = ${table};`, ['A', 'B']],
    ['is known, where it is declared first, as compilers do', `exports.N = void 0; exports.N = ${table};`, ['A', 'B']],
    ['is known, where another name is called', `exports.N = ${table}; exports.log = function () {}; exports.log();`, ['A', 'B']],
    ['is known, where it has a name of its own', `const N = ${table}; module.exports = { N };`, ['A', 'B']],
    ['is known, where it is given on', "module.exports = require('./u');", ['A', 'B']],
    ['is not, where it has a name of its own and is changed', `const N = ${table}; module.exports = { N }; N.A = 'C';`, undefined],
    ['is not, where it is changed by another way', `const N = ${table}; exports.N = N; const api = exports.N; api.A = 'C';`, undefined],
    ['is not, where it is set again in a branch', `exports.N = ${table}; if (Math.random() > 0.5) exports.N = {};`, undefined],
    ['is not, where it is set in a function', `exports.N = ${table}; function set() { exports.N = {}; } set();`, undefined],
    ['is not, where it is changed', `exports.N = ${table}; exports.N.A = 'C';`, undefined],
    ['is not, where exports is handed on', `exports.N = ${table}; Object.assign(exports, other);`, undefined],
    ['is not, where all is replaced in a branch', `module.exports = { N: ${table} }; if (x) module.exports = {};`, undefined],
  ])('of CommonJS %s', (_, text, expected) => {
    const found = states(`const { N } = require('./t');\n${old}`, { 't.js': text, 'u.js': `exports.N = ${table};` }, 'a.js');
    if (expected) expect(found).toEqual(expected);
    else expect(found).not.toEqual(['A', 'B']);
  });
});
