/** The least table against union-find, Moore's rounds and itself. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinguish } from '../../../src/check/decide/equivalence.ts';
import { minimise } from '../../../src/check/decide/minimise.ts';
import { reached } from '../../../src/check/decide/walk.ts';
import { changed, randomTable, related, ring, spread, tableOf, tables } from './tables.ts';

describe('the least table', () => {
  const any = fc.integer({ min: 1, max: 3 }).chain((inputs) => fc.oneof(tables(10, inputs), related(5, inputs).map(([, b]) => b)));

  test('does the same, from the start and from each state that is reached', () => {
    fc.assert(
      fc.property(any, (table) => {
        const { table: least, became } = minimise(table);
        expect(became[table.start]).toBe(0);
        const isReached = new Set(reached(table));
        became.forEach((state, was) => {
          expect(state >= 0).toBe(isReached.has(was));
          if (state >= 0) expect(distinguish({ ...table, start: was }, { ...least, start: state }).kind).toBe('same');
        });
      }),
    );
  });

  test('has no two states that do the same', () => {
    fc.assert(
      fc.property(any, (table) => {
        const least = minimise(table).table;
        for (let p = 0; p < least.states; p++) for (let q = 0; q < p; q++) expect(distinguish({ ...least, start: p }, { ...least, start: q }).kind).toBe('different');
      }),
    );
  });

  test('is its own least table, with its states in breadth-first order', () => {
    fc.assert(
      fc.property(any, (table) => {
        const least = minimise(table).table;
        expect(minimise(least)).toEqual({ table: least, became: Int32Array.from({ length: least.states }, (_, state) => state) });
        expect([...reached(least)]).toEqual([...Array(least.states).keys()]);
      }),
    );
  });

  test('is equal, number by number, if and only if two tables do the same', () => {
    const pairs = fc.oneof(related(6, 2), fc.tuple(tables(3, 1), tables(3, 1)));
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const isEqual = JSON.stringify(minimise(a).table) === JSON.stringify(minimise(b).table);
        expect(isEqual).toBe(distinguish(a, b).kind === 'same');
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps what a state shows apart from what an input shows, and a refusal apart from any output', () => {
    const table = tableOf(0, [0, 0, 1], [
      [{ to: 1, output: 0 }, 'refused'],
      [{ to: 2, output: 0 }, { to: 1, output: 0 }],
      [{ to: 2, output: 0 }, { to: 2, output: -1 }],
    ]);
    expect(minimise(table).table.states).toBe(3);
    expect(minimise({ ...table, mark: new Int32Array(3), output: new Int32Array(6) }).table).toEqual({
      states: 2,
      inputs: 2,
      start: 0,
      next: Int32Array.of(1, -1, 1, 1),
      output: new Int32Array(4),
      mark: new Int32Array(2),
    });
  });

  test('of a table that does not hang together is a mistake that is said', () => {
    expect(() => minimise({ ...ring(3, 1), start: 3 })).toThrow('The start is state 3, but the states are 0 to 2.');
  });

  test('of a large table is that of its copy with more states, and not that of a mutant', () => {
    const large = randomTable(20_000, 3, 2, 11);
    const copy = spread(large, 3, 12);
    const least = minimise(large).table;
    expect(minimise(copy).table).toEqual(least);
    const mutant = changed(copy, { kind: 'output', at: reached(copy)[9_000]! * 3, value: 2 });
    expect(distinguish(large, mutant).kind).toBe('different');
    expect(minimise(mutant).table).not.toEqual(least);
  });

  test('of a ring that shows nothing is one state, of one that shows its end all of it', () => {
    expect(minimise(ring(100_000, 0)).table.states).toBe(1);
    expect(minimise(ring(100_000, 1)).table).toEqual(ring(100_000, 1));
  });
});
