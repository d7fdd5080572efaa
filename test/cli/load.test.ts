import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LoadError, type Loading, createLoader } from '../../src/cli/read/load.ts';
import { folderOf } from './terminal.ts';

const load = (files: Readonly<Record<string, string>>, loading?: Loading) => createLoader(loading)(join(folderOf(files), Object.keys(files)[0]!));

describe('loading a module', () => {
  test('runs TypeScript: types, enums, parameter properties, generators', async () => {
    const { light, Door, Lamp } = await load({ 'a.ts': "export enum Lamp { Red = 'RED' }\nexport class Door { constructor(readonly open: boolean) {} }\nexport function* light(): Generator<Lamp, void, 'next'> { yield Lamp.Red satisfies string as Lamp; }\nexport default light;" });
    expect([...(light as () => Generator)()]).toEqual(['RED']);
    expect(new (Door as new (open: boolean) => object)(true)).toEqual({ open: true });
    expect(Lamp).toEqual({ Red: 'RED' });
  });

  test('finds what TypeScript would find for a path, and waits at the top level', async () => {
    const exports = await load({
      'a.ts': "import { b } from './b.js'; import { c } from './c'; import d from './d/d.json'; import { e } from './e'; export const all = [b, c, d, e, await Promise.resolve('f')];",
      'b.ts': "export const b = 'b';",
      'c.mts': "export const c = 'c';",
      'd/d.json': '"d"',
      'e/index.ts': "export const e = 'e';",
    });
    expect(exports['all']).toEqual(['b', 'c', 'd', 'e', 'f']);
  });

  test('lets modules import each other', async () => {
    const { twice } = await load({ 'a.ts': "import { once } from './b.ts'; export function add(n: number): number { return n + 1; } export const twice = (n: number) => add(once(n));", 'b.ts': "import { add } from './a.ts'; export const once = (n: number) => add(n);" });
    expect((twice as (n: number) => number)(1)).toBe(3);
  });

  test('runs a module once in one loader, and shares nothing with another', async () => {
    const path = join(folderOf({ 'a.ts': 'export const box: number[] = [];' }), 'a.ts');
    const load = createLoader();
    expect(await load(path)).toBe(await load(path));
    const [one, other] = [await createLoader()(path), await createLoader()(path)];
    expect(one['box']).not.toBe(other['box']);
  });

  test('puts what is given in the place of packages and of node: modules, wherever they are imported', async () => {
    const asked: string[] = [];
    const outside = (specifier: string) => {
      asked.push(specifier);
      return { default: () => 'default', readFileSync: () => 'replaced' };
    };
    const { said } = await load({ 'a.ts': "import { said } from './b.ts'; export { said };", 'b.ts': "import fs, { readFileSync } from 'node:fs'; import open from 'some-package'; export const said = [readFileSync('/'), (open as () => string)(), typeof fs];" }, { outside });
    expect(asked).toEqual(['node:fs', 'some-package']);
    expect(said).toEqual(['replaced', 'default', 'function']);
  });

  test('takes the real ones where nothing is given', async () => {
    const { joined, z } = await load({ 'a.ts': "import path, { join } from 'node:path'; export const joined = [join('a', 'b'), path.join('c', 'd')];\nexport const z = import.meta.url.startsWith('file:');" });
    expect(joined).toEqual([join('a', 'b'), join('c', 'd')]);
    expect(z).toBe(true);
  });

  test('takes a text for a file that is not on the disk, its imports starting where the file would stand', async () => {
    const folder = folderOf({ 'src/lamp.ts': "export const lamp = 'lamp';" });
    const path = join(folder, 'out', 'light.xstate.ts');
    expect((await createLoader({ texts: new Map([[path, "export { lamp } from '../src/lamp.ts';"]]) })(path))['lamp']).toBe('lamp');
  });
});

describe('a module that does not load', () => {
  test.each([
    ['throws as it is run', "throw new RangeError('no lamp');", /^RangeError: no lamp$/],
    ['does not parse', 'export const = 3;', /a\.ts:1:13 does not parse/],
    ['imports a file that is not there', "import './no.ts';", /imports \.\/no\.ts, and there is no such file\.$/],
    ['would be taken for a promise', 'export function then() {}', /a\.ts exports a function that is called then/],
    ['imports a package that is not installed', "import 'no-such-package-here';", /no-such-package-here/],
  ])('says so where it %s', async (_, text, words) => {
    const failure: unknown = await load({ 'a.ts': text }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LoadError);
    expect((failure as LoadError).message).toMatch(words);
  });

  test('keeps what it threw, with the place in its own source', async () => {
    const failure = (await load({ 'a.ts': "type A = {\n  a: 1;\n};\n\nthrow new RangeError('no lamp');" }).catch((error: unknown) => error)) as LoadError;
    expect((failure.cause as Error).stack).toMatch(/a\.ts:5/);
  });
});
