import { describe, expect, test } from 'vitest';
import { createRecorders, replaceNothing } from '../../src/check/index.ts';
import { type Pool, combine, samplesOf } from '../../src/check/inputs/sample.ts';
import { parseType } from '../../src/check/inputs/type-text.ts';
import { valueText } from '../../src/check/drive/value-text.ts';

const pool: Pool = { numbers: [3, 4], limits: [], strings: ['a'], errors: [], uses: { event: undefined, parameters: new Map() }, lengths: [], types: new Map([['Item', '{ id: string }']]) };
const made = (type: string): string[] => {
  const recorders = createRecorders(replaceNothing);
  return samplesOf(parseType(type), pool, 'it').map((sample) => valueText(sample({ recorders, exports: {} })));
};

describe('samples of a type', () => {
  test.each([
    ["'a' | 'b'", ["'a'", "'b'"]],
    ['number | null', ['3', 'null', '4']],
    ['boolean', ['false', 'true']],
    ['{ id: string; ok?: boolean }', ["{ id: 'a', ok: false }", "{ id: 'a', ok: true }", "{ id: 'a' }"]],
    ['readonly number[]', ['[]', '[3]', '[4]', '[3, 4]']],
    ['[number, string]', ["[3, 'a']", "[4, 'a']"]],
    ['Item[]', ['[]', "[{ id: 'a' }]"]],
    ['(badge: string) => boolean', ['function it']],
    ['{ get(key: string): number | undefined }', ['{ get: function it.get }']],
    ['Map<string, 1>', ['Map { }', "Map { 'a' => 1 }"]],
    ['-1 | 2n', ['-1', '2n']],
    ["({ kind: 'a' } | { kind: 'b' })", ["{ kind: 'a' }", "{ kind: 'b' }"]],
    ["{ a: 1 } & { 'b-c': 2 }", ["{ a: 1, 'b-c': 2 }"]],
    ['never', []],
    ['void', ['undefined']],
  ])('%s', (type, values) => {
    expect(made(type)).toEqual(values);
  });

  test('of what cannot be read is something that stands for anything', () => {
    expect(parseType('Foo extends Bar ? A : B').kind).toBe('opaque');
    expect(made('keyof Foo')).toEqual(['function it']);
  });

  test('that would be too many combinations have every part in one at least', () => {
    const lists = [0, 1, 2, 3].map(() => Array.from({ length: 9 }, (_, index) => index));
    const rows = combine(lists, 48);
    for (const [at, list] of lists.entries()) expect(new Set(rows.map((row) => row[at]))).toEqual(new Set(list));
    expect(rows.length).toBeLessThanOrEqual(96);
  });
});
