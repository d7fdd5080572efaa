import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantText } from '../../src/chart/label.ts';
import { finiteValues, generatorTypes, readType } from '../../src/syntax/annotation.ts';
import { findMachines } from '../../src/syntax/machines.ts';
import type { TSType } from '../../src/syntax/tree.ts';
import type { Type } from '../../src/syntax/type.ts';
import { walk } from '../../src/syntax/walk.ts';
import { type Annotation, annotations } from './annotations.ts';
import { projectOf } from './project.ts';

function read({ text, also }: Pick<Annotation, 'text' | 'also'>): Type {
  const { project, module } = projectOf({ 'a.ts': text, ...also });
  let node: TSType | undefined;
  walk(module.program, (inner) => {
    if (inner.type === 'TSTypeAliasDeclaration' && inner.id.name === 'At') node = inner.typeAnnotation;
  });
  return readType(node as TSType, module, project);
}
const at = (text: string): Type => read({ text: `type At = ${text};` });

describe('annotations', () => {
  it.each(annotations)('$title', (annotation) => {
    expect(read(annotation).text).toBe(annotation.means);
  });

  it('mean what TypeScript says they mean', () => {
    const folder = mkdtempSync(join(tmpdir(), 'annotations-'));
    try {
      for (const [index, { text, means, also }] of annotations.entries()) {
        const here = join(folder, String(index));
        mkdirSync(here);
        // What this module cannot name is printed as unknown, which is less than the annotation says.
        const relation = /\bunknown\b|any\[\]/.test(means) || means === "'r'" ? '[A] extends [B] ? true : false' : '[A] extends [B] ? ([B] extends [A] ? true : false) : false';
        const check = `type Agree<A, B> = ${relation}; const agree: Agree<At, ${means}> = true; void agree;`;
        // The check stands beside the alias: in the function or block, where the alias does.
        writeFileSync(join(here, 'a.ts'), `${/\{ [^{}]*type At = [^{}]*\}$/.test(text) ? text.replace(/\}$/, `${check} }`) : `${text} ${check}`} export {};`);
        for (const [path, other] of Object.entries(also ?? {})) writeFileSync(join(here, path), other);
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'es2023', module: 'preserve', strict: true, noEmit: true, skipLibCheck: true, types: ['node'], typeRoots: [resolve('node_modules/@types')] }, include: ['**/*.ts'] }));
      expect(diagnosticsOf(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

/** What the compiler has against the folder, with the titles of the annotations it is about. */
function diagnosticsOf(folder: string): string[] {
  try {
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { cwd: folder, encoding: 'utf8' });
    return [];
  } catch (failure) {
    const lines = (failure as { stdout: string }).stdout.split('\n').filter((line) => line.includes('error'));
    return lines.map((line) => line.replace(/^(\d+)/, (index) => `${annotations[Number(index)]?.title}: ${index}`));
  }
}

describe('kinds', () => {
  it('gives enum members the value they have', () => {
    expect(read({ text: "enum C { R = 'r' } type At = C;" })).toEqual({ kind: 'literal', constant: { kind: 'string', value: 'r' }, text: 'C.R' });
  });
  it('tells instances, functions, arrays and what is not known', () => {
    expect(at('Map<string, 1>')).toMatchObject({ kind: 'instance', name: 'Map' });
    expect(at('() => void').kind).toBe('function');
    expect(at('readonly string[]')).toMatchObject({ kind: 'array', mutable: false, element: { kind: 'primitive' } });
    expect(at("['a', 1]")).toMatchObject({ kind: 'array', mutable: true, element: { kind: 'union' }, items: [{}, {}] });
    for (const text of ['any', 'unknown', 'void', 'object', '`a${string}`', 'Awaited<1>', 'Missing', '{ [k: string]: 1 }', 'this', 'string & { b: 1 }']) expect(at(text).kind).toBe('unknown');
  });
  it('ends on types nested deeper than it goes', () => {
    expect(at(`${'['.repeat(3000)}1${']'.repeat(3000)}`).kind).toBe('array');
    expect(at(`1${'[]'.repeat(3000)}`).kind).toBe('array');
    expect(at(Array.from({ length: 5000 }, (_, index) => index).join(' | '))).toMatchObject({ kind: 'union' });
  });
  it('ends on types that double', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `type A${index + 1} = { a: A${index}; b: A${index} };`);
    expect(read({ text: `type A0 = 1; ${lines.join(' ')} type At = A40;` }).text.length).toBeLessThan(50_000);
    const generic = Array.from({ length: 12 }, (_, index) => `type A${index + 1}<T> = { a: A${index}<T>; b: A${index}<T> };`);
    expect(read({ text: `type A0<T> = T; ${generic.join(' ')} type At = A12<1>;` }).kind).toMatch(/unknown|object/);
  });
});

describe('finite values', () => {
  const values = (text: string) => finiteValues(at(text))?.map(constantText);
  it('are those of literals and booleans, in source order, each once', () => {
    expect(values("'b' | boolean | 'a' | null")).toEqual(["'b'", 'false', 'true', "'a'", 'null']);
    expect(values('true | boolean')).toEqual(['false', 'true']);
    expect(values('never')).toEqual([]);
    expect(values("'a' | string")).toBeUndefined();
    expect(values('{ a: 1 }')).toBeUndefined();
  });
  it('come back as written, whatever the strings and numbers', () => {
    const literal = fc.oneof(fc.string().map((value) => ({ kind: 'string', value }) as const), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)).map((value) => ({ kind: 'number', value }) as const), fc.boolean().map((value) => ({ kind: 'boolean', value }) as const));
    fc.assert(
      fc.property(fc.uniqueArray(literal, { minLength: 1, selector: constantText }), (constants) => {
        expect(finiteValues(at(constants.map(constantText).join(' | ')))).toEqual(constants);
      }),
    );
  });
});

describe('generators', () => {
  function types(text: string, also: Readonly<Record<string, string>> = {}) {
    const { project, module } = projectOf({ 'a.ts': text, ...also });
    const machine = findMachines(module, project)[0];
    const found = generatorTypes(machine?.node as never, module, project);
    return [found.yielded?.text, found.returned?.text, found.received?.text];
  }
  it.each<[string, string, (string | undefined)[]]>([
    ['Generator', "export function* a(): Generator<'A' | 'B', void, 'go'> {}", ["'A' | 'B'", 'void', "'go'"]],
    ['a Generator with less', "export function* a(): Generator<'A'> {}", ["'A'", undefined, undefined]],
    ['IterableIterator', "export function* a(): IterableIterator<'A'> {}", ["'A'", undefined, undefined]],
    ['Iterator', "export function* a(): Iterator<'A', 1, 'go'> {}", ["'A'", '1', "'go'"]],
    ['nothing', 'export function* a() {}', [undefined, undefined, undefined]],
    ['an alias', "type M = Generator<'A', never, 'go'>; export function* a(): M {}", ["'A'", 'never', "'go'"]],
    ['a generic alias', "type M<E> = Generator<string, void, { type: E }>; export function* a(): M<'go'> {}", ['string', 'void', "{ type: 'go' }"]],
    ['a generic alias with a default', "type M<E = 'x'> = Generator<string, void, E>; export function* a(): M {}", ['string', 'void', "'x'"]],
    ['a contextual annotation', "export const a: () => Generator<'A', void, 'go'> = function* () {};", ["'A'", 'void', "'go'"]],
    ['a contextual alias', "type F = (n: number) => Generator<'A', void, 'go'>; export const a: F = function* () {};", ["'A'", 'void', "'go'"]],
    ['an own type called Generator', "type Generator<T> = T; export function* a(): Generator<'A'> {}", [undefined, undefined, undefined]],
    ['something else', "export function* a(): Iterable<'A'> {}", [undefined, undefined, undefined]],
    ['an alias of itself', 'type M = M; export function* a(): M {}', [undefined, undefined, undefined]],
  ])('%s', (_, text, expected) => {
    expect(types(text)).toEqual(expected);
  });
  it('may be annotated by another module', () => {
    expect(types("import type { M } from './b'; export function* a(): M<'go'> {}", { 'b.ts': "type S = 'A' | 'B'; export type M<E> = Generator<S, void, E>;" })).toEqual(["'A' | 'B'", 'void', "'go'"]);
  });
});
