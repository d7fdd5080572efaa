import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Compared, type Comparison, forcedBy } from '../../../src/check/decide/number-line.ts';
import { everyWay } from '../../../src/check/decide/ask.ts';
import { conditionOf, holds } from '../../../src/check/decide/condition.ts';

/** Whatever a variable may hold. */
const anything = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double(), fc.constantFrom<unknown>(NaN, -0, '2', '', 'a', null, undefined, true, false, 3n, [], [1], {}, Infinity));
const comparison = fc.record({ subject: fc.constant('x'), operator: fc.constantFrom<Comparison['operator']>('<', '<=', '>', '>=', '==='), value: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.5, -0, 1e308, -1e308)) });

function answer({ operator, value }: Comparison, x: unknown): boolean {
  return new Function('x', 'value', `return x ${operator} value`)(x, value) as boolean;
}

test('what is forced is what JavaScript answers, whatever the subject is', () => {
  fc.assert(
    fc.property(anything, fc.array(comparison, { maxLength: 6 }), comparison, (x, before, asked) => {
      const answered: readonly Compared[] = before.map((one) => ({ comparison: one, holds: answer(one, x) }));
      const forced = forcedBy(answered, asked);
      expect(forced === undefined || forced === answer(asked, x)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

describe('two questions about one subject', () => {
  /** How many of the four ways of answering both there are. */
  const ways = (one: string, other: string): number => {
    const [first, second] = [conditionOf(one), conditionOf(other)];
    return everyWay((ask) => [holds(first, (atom) => ask(atom, atom.text)), holds(second, (atom) => ask(atom, atom.text))], 10).ways.length;
  };
  it.each([
    ['x === 0', '0 < x', 3],
    ['0 < x', 'x === 0', 3],
    ['x > 2', 'x > 3', 3],
    ['x < -1', 'x >= 1', 3],
    ['x <= 2', 'x < 2', 3],
    // Neither `x < 2` nor `x >= 2` holds of `NaN`; and `'2'` is at most and at least 2, and not 2.
    ['x < 2', 'x >= 2', 3],
    ['x === 2', 'x !== 2', 2],
    ['x < 2', 'y < 2', 4],
    ['x < y', 'x < 2', 4],
  ])('%s, and %s: %i ways', (one, other, count) => {
    expect(ways(one, other)).toBe(count);
  });
});
