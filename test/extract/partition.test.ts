/** Partition refinement, held against the plain way to do it: number all by how they behave, until nothing changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refine } from '../../src/extract/partition.ts';

interface State {
  readonly label: number;
  readonly next: readonly number[];
}

function asked(states: readonly State[]): ReadonlyMap<string, number> {
  return refine(states.map((_, at) => String(at)), (key) => String(states[Number(key)]!.label), (key, classOf) => {
    const own = classOf(key);
    return states[Number(key)]!.next.map((to) => (classOf(String(to)) === own ? 'self' : classOf(String(to)))).join(' ');
  });
}

function plainly(states: readonly State[]): readonly number[] {
  let classes = numbered(states.map(({ label }) => String(label)));
  for (;;) {
    const before = classes;
    classes = numbered(states.map(({ next }, at) => `${before[at]}: ${next.map((to) => (before[to] === before[at] ? 'self' : before[to])).join(' ')}`));
    if (new Set(classes).size === new Set(before).size) return before;
  }
}

function numbered(texts: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>();
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return texts.map((text) => numbers.get(text)!);
}

const machines = fc.integer({ min: 1, max: 30 }).chain((size) => fc.array(fc.record({ label: fc.integer({ min: 0, max: 2 }), next: fc.array(fc.nat({ max: size - 1 }), { minLength: 2, maxLength: 2 }) }), { minLength: size, maxLength: size }));

describe('partition refinement', () => {
  it('puts together exactly what cannot be told apart', () => {
    fc.assert(
      fc.property(machines, (states) => {
        const found = asked(states);
        expect(numbered(states.map((_, at) => String(found.get(String(at)))))).toEqual(plainly(states));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a line of ten thousand states that look the same apart', () => {
    const states = Array.from({ length: 10_000 }, (_, at) => ({ label: at === 9_999 ? 1 : 0, next: [Math.min(at + 1, 9_999)] }));
    expect(new Set(asked(states).values()).size).toBe(10_000);
  });

  it('puts a circle of ten thousand states that look the same together', () => {
    const states = Array.from({ length: 10_000 }, (_, at) => ({ label: 0, next: [(at + 1) % 10_000] }));
    expect(new Set(asked(states).values()).size).toBe(1);
  });
});
