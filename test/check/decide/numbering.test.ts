/** The hash table against a Map. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberPairs } from '../../../src/check/decide/numbering.ts';

function byMap(pairs: readonly (readonly [number, number])[]): number[] {
  const numbers = new Map<string, number>();
  return pairs.map((pair) => {
    const key = pair.join();
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
}

test('pairs are numbered as they are first met', () => {
  const part = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(part, part), { maxLength: 60 }), (pairs) => {
      const { numbers, count } = numberPairs(Int32Array.from(pairs, ([left]) => left), Int32Array.from(pairs, ([, right]) => right));
      expect([...numbers]).toEqual(byMap(pairs));
      expect(count).toBe(new Set(numbers).size);
    }),
  );
});

test('many pairs that are close together are told apart', () => {
  const left = Int32Array.from({ length: 1 << 18 }, (_, i) => (i >> 9) * 4_096);
  const right = Int32Array.from({ length: 1 << 18 }, (_, i) => i & 511);
  expect(numberPairs(left, right).numbers.every((number, i) => number === i)).toBe(true);
});
