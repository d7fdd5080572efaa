/** What a table must be, said where it is not; and the walk over it. */
import { expect, test } from 'vitest';
import { checkTable } from '../../../src/check/decide/table.ts';
import { reached } from '../../../src/check/decide/walk.ts';
import { ring, tableOf } from './tables.ts';

const fine = tableOf(0, [0, 1], [[{ to: 1, output: 0 }, 'refused'], [{ to: 0, output: 0 }, { to: 1, output: 5 }]]);

test('a table that hangs together is let be', () => {
  expect(() => checkTable(fine)).not.toThrow();
});

test.each([
  [{ states: 0 }, 'A table has at least one state, but states is 0.'],
  [{ states: 1.5 }, 'A table has at least one state, but states is 1.5.'],
  [{ inputs: -1 }, 'A table has some number of inputs, but inputs is -1.'],
  [{ start: 2 }, 'The start is state 2, but the states are 0 to 1.'],
  [{ start: -1 }, 'The start is state -1, but the states are 0 to 1.'],
  [{ next: new Int32Array(3) }, 'next has 3 numbers, but must have 4: one number for each state and input.'],
  [{ output: new Int32Array(5) }, 'output has 5 numbers, but must have 4: one number for each state and input.'],
  [{ mark: new Int32Array(1) }, 'mark has 1 numbers, but must have 2: one number for each state.'],
  [{ next: Int32Array.of(0, 0, 0, 2) }, 'State 1 leads on input 1 to state 2, but the states are 0 to 1, and -1 stands for none.'],
  [{ next: Int32Array.of(0, -2, 0, 0) }, 'State 0 leads on input 1 to state -2, but the states are 0 to 1, and -1 stands for none.'],
])('a table with %j is refused: %s', (part, words) => {
  expect(() => checkTable({ ...fine, ...part })).toThrow(new RangeError(words));
});

test('a walk meets states by the least word that leads to them, and no others', () => {
  const table = tableOf(2, [0, 0, 0, 0], [
    [{ to: 3, output: 0 }, 'refused'],
    [{ to: 1, output: 0 }, { to: 0, output: 0 }],
    [{ to: 0, output: 0 }, { to: 2, output: 0 }],
    [{ to: 2, output: 0 }, 'refused'],
  ]);
  expect([...reached(table)]).toEqual([2, 0, 3]);
  expect(reached(ring(100_000, 1)).every((state, at) => state === at)).toBe(true);
});
