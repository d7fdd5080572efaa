import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMachines, type Found } from '../../src/syntax/machines.ts';
import { projectOf } from './project.ts';

function found(text: string, others: Readonly<Record<string, string>> = {}): Found[] {
  const { project, module } = projectOf({ 'a.ts': text, ...others });
  return findMachines(module, project);
}
const names = (text: string, others: Readonly<Record<string, string>> = {}) => found(text, others).map((machine) => machine.name);
const stems = (text: string, file = 'a.ts') => {
  const { project, module } = projectOf({ [file]: text });
  return findMachines(module, project).map((machine) => machine.fileStem);
};

describe('what is a machine', () => {
  it.each([
    ['a declaration', 'export function* a() {}', ['a']],
    ['a constant', 'export const a = function* () {}, b = 1, c = function* named() {};', ['a', 'c']],
    ['a named default', 'export default function* light() {}', ['default']],
    ['an anonymous default', 'export default function* () {}', ['default']],
    ['a default by name', 'function* light() {}\nexport default light;', ['default']],
    ['a renamed export', 'function* a() {}\nexport { a as b };', ['b']],
    ['a name exported twice', 'export function* a() {}\nexport { a as b };\nexport default a;', ['a']],
    ['static methods, and no others', 'export class Lights { static *pedestrian() {} *own() {} static plain() {} static tram = function* () {}; static get x() { return 1; } }', ['Lights.pedestrian', 'Lights.tram']],
    ['no method that a decorator may make something else of', 'export class Lights { @logged static *pedestrian() {} static *tram() {} }', ['Lights.tram']],
    ['a member of a table before one of a default table', 'const lights = { *a() {} };\nexport default lights;\nexport const all = lights;', ['all.a']],
    ['object methods', 'export const devices = { *pump() {}, fan: function* () {}, "cold-water": { *tap() {} }, plain() {}, get x() { return 1; } };', ['devices.pump', 'devices.fan', 'devices.cold-water.tap']],
    ['a name of its own before a member, wherever it stands', 'export const all = { a };\nexport default a;\nexport function* a() {}', ['a']],
    ['a name before default', 'function* a() {}\nexport default a;\nexport { a };', ['a']],
    ['a table that holds another', 'const lights = { *a() {} };\nexport const all = { ...lights, *b() {} };', ['all.a', 'all.b']],
    ['a member of a table, by a name', 'const lights = { *a() {} };\nexport const b = lights.a;', ['b']],
    ['export =', 'function* a() {}\nexport = a;', ['default']],
    ['an object of names', 'function* pump() {}\nexport const devices = { pump, again: pump } as const;', ['devices.pump']],
    ['frozen and satisfying objects', 'export const d = Object.freeze({ *a() {} }); export const e = { *b() {} } satisfies object;', ['d.a', 'e.b']],
    ['a default object', 'export default { *a() {} };', ['default.a']],
    ['a default class', 'export default class Lights { static *a() {} }', ['default.a']],
    ['what is not exported', 'function* a() {}\nconst b = function* () {};', []],
    ['functions that yield nothing', 'export function a() {}\nexport const b = () => {};', []],
    ['an alias', 'const a = function* () {};\nexport const b = a;', ['b']],
    ['a variable assigned again', 'export let a = function* () {};\na = other;', []],
    ['overloaded signatures', 'export function a(x: 1): Generator;\nexport function* a(x: 1): Generator {}', ['a']],
    ['declared only', 'export declare function a(): Generator;', []],
    ['objects that hold each other', 'export const a = { b: null as any, get c() { return a; }, d: a };', []],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
  it('are in source order, wherever they are exported', () => {
    expect(names('function* a() {}\nexport function* b() {}\nexport { a };')).toEqual(['a', 'b']);
  });
  it('may be asked for under any name, and are found once', () => {
    const [machine, ...more] = found('export function* a() {}\nexport { a as b };\nexport default a;\nexport const all = { a };');
    expect(more).toEqual([]);
    expect(machine?.also.map((one) => one.name)).toEqual(['b', 'default', 'all.a']);
  });
  it('tells async generators', () => {
    expect(found('export async function* a() {}')[0]?.async).toBe(true);
    expect(found('export function* a() {}')[0]?.async).toBe(false);
  });
});

describe('what comes from another module', () => {
  const light = { 'b.ts': 'export function* light() {}\nexport default function* pedestrian() {}\nfunction* own() {}\nexport type T = 1;' };
  it.each<[string, string, string[], Record<string, string>?]>([
    ['by its name', "export { light } from './b.ts';", ['light']],
    ['renamed', "export { light as lamp } from './b.ts';", ['lamp']],
    ['the default', "export { default } from './b.ts';", ['default']],
    ['the default, named', "export { default as walk } from './b.ts';", ['walk']],
    ['as the default', "export { light as default } from './b.ts';", ['default']],
    ['all but the default', "export * from './b.ts';", ['light']],
    ['all in one', "export * as all from './b.ts';", ['all.light', 'all.default']],
    ['imported and exported', "import { light } from './b.ts'; export { light as lamp };", ['lamp']],
    ['imported as a namespace and exported', "import * as all from './b.ts'; export { all };", ['all.light', 'all.default']],
    ['a member of a namespace', "import * as all from './b.ts'; export const lamp = all.light;", ['lamp']],
    ['in a table', "import walk, { light } from './b.ts'; import * as all from './b.ts'; export const table = { light, inner: { walk }, all };", ['table.light', 'table.inner.walk']],
    ['twice', "export { light, light as lamp } from './b.ts'; export * from './b.ts';", ['light']],
    ['through several', "export * from './c.ts';", ['lamp'], { 'c.ts': "export { lamp } from './d.ts';", 'd.ts': "import { light } from './b.ts'; const lamp = light; export { lamp };" }],
    ['in a circle', "export * from './c.ts'; export * from './b.ts';", ['light'], { 'c.ts': "export * from './a.ts'; export * as a from './a.ts';" }],
    ['only as a type', "export type { light } from './b.ts'; export { type light as lamp } from './b.ts';", []],
    ['from a package', "export { light } from 'lights'; export * from 'lights'; export * as all from 'lights';", []],
    ['from nowhere', "export { light } from './c.ts'; export * from './c.ts'; export { lamp } from './b.ts';", []],
  ])('%s', (_, text, expected, more = {}) => {
    expect(names(text, { ...light, ...more })).toEqual(expected);
  });
  it('stands where it is written, and is exported where it is passed on', () => {
    const [machine] = found("const one = 1;\nexport { light as lamp } from './b.ts';", light);
    expect(machine).toMatchObject({ name: 'lamp', passedOn: true, module: { path: 'b.ts' }, exporter: { path: 'a.ts' }, exportNode: { type: 'ExportNamedDeclaration', start: 15 } });
  });
});

describe('primed', () => {
  const primed = (text: string) => found(`import { primed } from 'yieldchart';\n${text}`).map((machine) => [machine.name, machine.primed]);
  it('is seen through', () => {
    expect(primed('export const averager = primed(function* () {});')).toEqual([['averager', true]]);
    expect(primed('function* local() {}\nexport const averager = primed(local);')).toEqual([['averager', true]]);
    expect(primed('export default primed(function* () {});')).toEqual([['default', true]]);
    expect(primed('export const a = { b: primed(function* () {}) };')).toEqual([['a.b', true]]);
  });
  it('is known by where it comes from, not by its name', () => {
    expect(names("import { primed as p } from 'yieldchart'; export const a = p(function* () {});")).toEqual(['a']);
    expect(names("import * as y from 'yieldchart'; export const a = y.primed(function* () {});")).toEqual(['a']);
    expect(names("import { primed } from 'elsewhere'; export const a = primed(function* () {});")).toEqual([]);
    expect(names('function primed(f: unknown) {} export const a = primed(function* () {});')).toEqual([]);
    expect(names("import { p } from './p.ts'; export const a = p(function* () {});", { 'p.ts': "export { primed as p } from 'yieldchart';" })).toEqual(['a']);
  });
  it('is known in this very repository, where it is no package', () => {
    const { project, module } = projectOf({ 'machines/a.ts': "import { primed } from '../src/index.ts'; export const a = primed(function* () {});", 'src/index.ts': "export { primed } from './runtime/primed.ts';", 'src/runtime/primed.ts': readFileSync('src/runtime/primed.ts', 'utf8') });
    expect(findMachines(module, project)).toMatchObject([{ name: 'a', primed: true }]);
  });
  it('may prime a machine of another module', () => {
    const [machine] = found("import { primed } from 'yieldchart'; import { a } from './b.ts'; export const c = primed(a);", { 'b.ts': 'export function* a() {}' });
    expect(machine).toMatchObject({ name: 'c', primed: true, module: { path: 'b.ts' } });
  });
});

describe('a function that is set anew', () => {
  it.each([
    'export function* a() {}\na = function* () {};',
    'function* a() {}\na = b;\nfunction* b() {}\nexport default a;',
    'export let a = function* () {};\na = a;',
  ])('is none that is known: %s', (text) => {
    expect(names(text)).toEqual([]);
  });
  it('is not known through another module either', () => {
    expect(names("export * from './b.ts';", { 'b.ts': 'export function* a() {}\nexport function* b() {}\na = b;' })).toEqual(['b']);
  });
});

describe('the name for files', () => {
  it('is the export, and for a default the name of what is exported', () => {
    expect(stems('export function* a() {}')).toEqual(['a']);
    expect(stems('export default function* light() {}')).toEqual(['light']);
    expect(stems('const light = function* () {};\nexport default light;')).toEqual(['light']);
    expect(stems("import { primed } from 'yieldchart'; function* light() {}\nexport default primed(light);")).toEqual(['light']);
    expect(stems('export default class Lights { static *a() {} }')).toEqual(['Lights.a']);
    expect(stems('export const devices = { *pump() {} };')).toEqual(['devices.pump']);
  });
  it.each(['light.ts', 'machines/light.mts', 'machines/light.machine.js', 'machines/light/index.tsx'])('is that of the file where the default has none: %s', (file) => {
    expect(stems('export default function* () {}', file)).toEqual(['light']);
    expect(stems('export default { *a() {} };', file)).toEqual(['light.a']);
  });
  it('is that of the file that it stands in, where another passes it on', () => {
    expect(found("export { default } from './lamp.ts';", { 'lamp.ts': 'export default function* () {}' })).toMatchObject([{ name: 'default', fileStem: 'lamp' }]);
  });
  it('is that of the file, even where it stands in no folder', () => {
    expect(stems('export default function* () {}', 'index.ts')).toEqual(['index']);
  });
});
