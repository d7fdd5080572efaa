import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueText } from '../../src/check/drive/value-text.ts';

describe('a value as text', () => {
  test('is the same for values made alike', () => {
    const value = fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true, withSparseArray: true, withTypedArray: true, withNullPrototype: true, withBoxedValues: true });
    fc.assert(fc.property(fc.clone(value, 2), ([a, b]) => {
      expect(valueText(a)).toBe(valueText(b));
    }));
  });

  test('is another for values that vitest tells apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(valueText(a) === valueText(b)).toBe(isEqual(a, b));
      }),
    );
  });

  test.each([
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [10n, '10n'],
    ["it's \"so\"\n", String.raw`'it\'s "so"\n'`],
    [undefined, 'undefined'],
    [Object.assign(Array(3), { 0: 1, 2: 3 }), '[1, (hole), 3]'],
    [new Map([['a', new Set([1, 2])]]), "Map { 'a' => Set { 1, 2 } }"],
    [new Date(0), 'Date 1970-01-01T00:00:00.000Z'],
    [new TypeError('no'), 'TypeError: no'],
    [Object.assign(new Error('no'), { code: 7 }), 'Error: no { code: 7 }'],
    [new (class Point { x = 1; })(), 'Point { x: 1 }'],
    [{ ok: true, type: 'try' }, "{ type: 'try', ok: true }"],
    [Object.create(null), '(no prototype) {}'],
    [function out() {}, 'function out'],
    [ValueMoney, 'class ValueMoney'],
    [/a/g, '/a/g'],
    [new Uint8Array([1, 2]), 'Uint8Array [1, 2]'],
    [{ '': 1, 'a b': 2 }, "{ '': 1, 'a b': 2 }"],
  ])('%#: says what it is', (value, text) => {
    expect(valueText(value)).toBe(text);
  });

  test('says where a cycle closes', () => {
    const list: unknown[] = [1];
    list.push({ list });
    expect(valueText(list)).toBe('[1, { list: (the object 2 above) }]');
  });
});

function isEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toStrictEqual(b);
    return true;
  } catch {
    return false;
  }
}

class ValueMoney extends Array {}
