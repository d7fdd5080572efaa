import fc from 'fast-check';
import { createActor, createMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { createKeys } from '../../src/check/drive/snapshot-key.ts';

const { ofValue, ofSnapshot, isPartial } = createKeys();

describe('the text of a value', () => {
  test('is the same for equal plain data, and for no other', () => {
    const plain = fc.jsonValue({ maxDepth: 3 });
    fc.assert(fc.property(plain, plain, (a, b) => {
      expect(ofValue(a)).toBe(ofValue(structuredClone(a)));
      expect(ofValue(a) === ofValue(b)).toBe(isSame(a, b));
    }));
  });

  test('tells apart what a machine could tell apart', () => {
    const list = [1];
    const values = [
      undefined, null, 0, -0, Number.NaN, 1n, 1, '1', true, 'true', '', [], {}, [undefined], Array(1), { a: undefined }, { a: 1, b: 2 }, { b: 2, a: 1 }, [[1], [1]], [list, list], new Map(), new Map(), new Date(0), new Date(0),
      Object.freeze({ a: 1 }), { a: 1 }, Object.create(null), () => 1, () => 1, Symbol('a'), Symbol('a'), Object.defineProperty({}, 'hidden', { value: 1 }), Object.assign([1], { more: 2 }),
    ];
    expect(new Set(values.map(ofValue)).size).toBe(values.length);
    for (const value of values.filter((each) => typeof each !== 'symbol')) expect(ofValue(value)).toBe(ofValue(value));
  });

  test('says where there may be more to it', () => {
    expect([[new Map()], { a: new Date(0) }, Object.freeze([])].map((value) => isPartial(ofValue(value)))).toEqual([true, true, true]);
    expect([[1, 'a'], { f: () => 1 }].map((value) => isPartial(ofValue(value)))).toEqual([false, false]);
  });

  test('ends where a value is part of itself', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(ofValue(cycle)).toBe('[^0]');
  });
});

test('the text of a snapshot has in it what a history remembers', () => {
  const machine = createMachine({
    initial: 'on',
    states: { on: { initial: 'a', on: { off: 'off' }, states: { a: { on: { next: 'b' } }, b: {}, back: { type: 'history' } } }, off: { on: { on: 'on.back' } } },
  });
  const after = (...events: string[]): string => {
    const actor = createActor(machine).start();
    for (const type of events) actor.send({ type });
    return ofSnapshot(actor.getSnapshot());
  };
  expect(after('off')).not.toBe(after('next', 'off'));
  expect(after('off')).toBe(after('off', 'on', 'off'));
});

/** Deeply the same, the order of properties included. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return Array.isArray(a) === Array.isArray(b) && left.length === right.length && left.every(([key, value], at) => right[at]![0] === key && isSame(value, right[at]![1]));
}
