/** Union-find against every word there is, against a walk over all pairs of states, and against Moore's rounds on large tables. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinguish } from '../../../src/check/decide/equivalence.ts';
import type { Table } from '../../../src/check/decide/table.ts';
import { changed, randomTable, related, ring, seenOn, shortestByRounds, shortestOfAllWords, shortestOverPairs, spread, tableOf, tables } from './tables.ts';

/** The length of the word, checked: it replays, and nothing is seen before its last input. */
function lengthOf(a: Table, b: Table): number | undefined {
  const found = distinguish(a, b);
  if (found.kind === 'same') return undefined;
  const [inA, inB] = [seenOn(a, found.word), seenOn(b, found.word)];
  expect(inA.slice(0, -1)).toEqual(inB.slice(0, -1));
  const last = [inA.at(-1)!, inB.at(-1)!];
  switch (found.seen) {
    case 'refusal':
      expect(last.filter((seen) => seen === 'refused')).toHaveLength(1);
      break;
    case 'output':
      expect(last.map((seen) => seen.split(' ')[0])).not.toContain('refused');
      expect(last[0]!.split(' ')[0]).not.toBe(last[1]!.split(' ')[0]);
      break;
    case 'mark':
      expect(last[0]!.split(' ').slice(0, -1)).toEqual(last[1]!.split(' ').slice(0, -1));
      expect(last[0]!.split(' ').at(-1)).not.toBe(last[1]!.split(' ').at(-1));
      break;
  }
  return found.word.length;
}

describe('two tables', () => {
  test('are the same where no word up to the number of all their states tells them apart, and else the word is shortest', () => {
    const small = fc.oneof(fc.tuple(tables(4, 2), tables(4, 2)), related(3, 2).filter(([, b]) => b.states <= 7));
    fc.assert(
      fc.property(small, ([a, b]) => {
        expect(lengthOf(a, b)).toBe(shortestOfAllWords(a, b, a.states + b.states)?.length);
      }),
      { numRuns: 400 },
    );
  });

  test('are decided, with a shortest word, as a walk over all pairs of states decides', () => {
    const pairs = fc.integer({ min: 1, max: 3 }).chain((inputs) => fc.oneof(fc.tuple(tables(15, inputs), tables(15, inputs)), related(15, inputs)));
    let same = 0;
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const length = lengthOf(a, b);
        if (length === undefined) same++;
        expect(length).toBe(shortestOverPairs(a, b));
        expect(lengthOf(b, a)).toBe(length);
      }),
      { numRuns: 3_000, seed: 4 },
    );
    expect(same).toBeGreaterThan(300);
  });

  test('have a shortest word of every length a hidden difference can have, over many states that are merged on the way', () => {
    const lengths = new Set<number | undefined>();
    for (let seed = 0; seed < 400; seed++) {
      // Few outputs and one input more than a ring: most states look alike for long.
      const a = randomTable(24, 2, 1, seed);
      const b = changed(spread(a, 3, seed), { kind: 'output', at: seed * 7, value: 1 });
      const c = changed(a, { kind: 'output', at: seed * 5, value: 1 });
      for (const [one, other] of [[a, b], [c, b], [c, spread(c, 4, seed)]] as const) {
        const length = lengthOf(one, other);
        expect(length).toBe(shortestOverPairs(one, other));
        lengths.add(length);
      }
    }
    expect(lengths.size).toBeGreaterThan(8);
  });

  test('are told apart by the empty word where the starts are marked differently, even with no input at all', () => {
    const quiet = { states: 1, inputs: 0, start: 0, next: new Int32Array(0), output: new Int32Array(0), mark: Int32Array.of(3) };
    expect(distinguish(quiet, quiet)).toEqual({ kind: 'same', pairs: 1 });
    expect(distinguish(quiet, { ...quiet, mark: Int32Array.of(4) })).toEqual({ kind: 'different', word: [], seen: 'mark' });
  });

  test('differ where one refuses what the other takes and stays with, and not in what stands where both refuse', () => {
    const refuses = tableOf(0, [0], [['refused']]);
    const stays = tableOf(0, [0], [[{ to: 0, output: 0 }]]);
    expect(distinguish(refuses, stays)).toEqual({ kind: 'different', word: [0], seen: 'refusal' });
    expect(distinguish(refuses, { ...refuses, output: Int32Array.of(9) })).toEqual({ kind: 'same', pairs: 1 });
  });

  test('do not differ in states that are never reached', () => {
    const one = tableOf(0, [0], [[{ to: 0, output: 1 }]]);
    const more = tableOf(1, [5, 0], [[{ to: 0, output: 2 }], [{ to: 1, output: 1 }]]);
    expect(distinguish(one, more)).toEqual({ kind: 'same', pairs: 1 });
  });

  test('with different numbers of inputs, or that do not hang together, are a mistake that is said', () => {
    const one = tableOf(0, [0], [[{ to: 0, output: 1 }]]);
    expect(() => distinguish(one, tableOf(0, [0], [[{ to: 0, output: 1 }, 'refused']]))).toThrow('The inputs of two tables are numbered alike, but one has 1 and the other 2.');
    expect(() => distinguish(one, { ...one, start: 1 })).toThrow(RangeError);
  });
});

describe('large tables', () => {
  const large = randomTable(8_000, 3, 2, 1);
  const copy = spread(large, 3, 2);

  test('are the same as a copy with more states in another order, by merging at most as many pairs as there are states', () => {
    const found = distinguish(large, copy);
    expect(found.kind).toBe('same');
    expect(found.kind === 'same' && found.pairs).toBeLessThan(large.states + copy.states);
  });

  test.each([1, 2, 3, 4, 5, 6])('with one place changed are told apart by a word as short as Moore’s rounds say (%i)', (seed) => {
    const kind = (['output', 'to', 'refused'] as const)[seed % 3]!;
    const mutant = changed(copy, { kind, at: seed * 7_919, value: kind === 'output' ? 2 : seed * 31 });
    expect(lengthOf(large, mutant)).toBe(shortestByRounds(large, mutant));
  });

  test('that are rings of a million states differ at the far end, or not at all', () => {
    const states = 1_000_000;
    const found = distinguish(ring(states, 1), ring(states, 2));
    expect(found).toMatchObject({ kind: 'different', seen: 'output' });
    expect(found.kind === 'different' && found.word.length).toBe(states);
    expect(found.kind === 'different' && found.word.every((input) => input === 0)).toBe(true);
    expect(distinguish(ring(states, 1), ring(states, 1))).toEqual({ kind: 'same', pairs: states });
  });

  test('that are rings of lengths with no common divisor differ where the shorter first shows its end', () => {
    expect(lengthOf(ring(9_999, 1), ring(10_000, 1))).toBe(9_999);
    // All that a ring shows at its end is what it shows elsewhere: one state, however long it is.
    expect(distinguish(ring(9_999, 0), ring(10_000, 0)).kind).toBe('same');
  });
});
