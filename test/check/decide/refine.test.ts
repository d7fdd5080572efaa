/** Partition refinement against the greatest fixpoint as it is defined, against rounds over signatures, and against union-find. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinguish } from '../../../src/check/decide/equivalence.ts';
import { refine } from '../../../src/check/decide/refine.ts';
import type { TransitionSystem } from '../../../src/check/decide/system.ts';
import type { Table } from '../../../src/check/decide/table.ts';
import { shuffled, wholes } from './chance.ts';
import { related, ring, tables } from './tables.ts';

type Step = readonly [from: number, label: number, to: number];

function systemOf(labels: number, marks: readonly number[], steps: readonly Step[]): TransitionSystem {
  return {
    states: marks.length,
    labels,
    from: Int32Array.from(steps, ([from]) => from),
    label: Int32Array.from(steps, ([, label]) => label),
    to: Int32Array.from(steps, ([, , to]) => to),
    mark: Int32Array.from(marks),
  };
}

/** Small systems with choices, and often the same transition twice. */
const systems = fc.integer({ min: 1, max: 8 }).chain((states) => {
  const state = fc.nat(states - 1);
  const mark = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(-3) });
  return fc
    .tuple(fc.array(mark, { minLength: states, maxLength: states }), fc.array(fc.tuple(state, fc.nat(1), state), { maxLength: 2 * states + 4 }))
    .map(([marks, steps]) => systemOf(2, marks, steps));
});

interface Spread {
  readonly system: TransitionSystem;
  /** The state that each state is a copy of. */
  readonly originals: readonly number[];
}

/** Each state one to four times, in another order; each copy steps wherever its state does, there to some copies, at least one: all copies do the same. */
function spread({ states, labels, from, label, to, mark }: TransitionSystem, seed: number): Spread {
  const chance = wholes(seed);
  const originals = shuffled(Array.from({ length: states }, (_, state) => Array.from({ length: 1 + chance(4) }, () => state)).flat(), chance);
  const copies = Array.from({ length: states }, (): number[] => []);
  originals.forEach((state, copy) => copies[state]!.push(copy));
  const steps = [...from.keys()].flatMap((i) =>
    copies[from[i]!]!.flatMap((copy) => {
      const targets = copies[to[i]!]!;
      return shuffled(targets, chance).slice(chance(targets.length)).map((target): Step => [copy, label[i]!, target]);
    }),
  );
  return { system: systemOf(labels, originals.map((state) => mark[state]!), shuffled(steps, chance)), originals };
}

/** Bisimilarity as it is defined: of all pairs strike those that have a step the other cannot answer, until none is left to strike. */
function byDefinition({ states, from, label, to, mark }: TransitionSystem): number[] {
  const alike = Array.from({ length: states }, (_, p) => Array.from({ length: states }, (_, q) => mark[p] === mark[q]));
  const steps = [...from.keys()];
  const answers = (p: number, q: number) => steps.every((i) => from[i] !== p || steps.some((j) => from[j] === q && label[j] === label[i] && alike[to[i]!]![to[j]!]));
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (let p = 0; p < states; p++) {
      for (let q = 0; q < states; q++) {
        if (!alike[p]![q] || (answers(p, q) && answers(q, p))) continue;
        alike[p]![q] = false;
        isDone = false;
      }
    }
  }
  return numbered(alike.map((row) => String(row.indexOf(true))));
}

/** The same in rounds: a state's next class is its class and the set of its labels and the classes they lead to. */
function byRounds({ states, from, label, to, mark }: TransitionSystem): number[] {
  let classes = numbered(Array.from(mark, String));
  for (;;) {
    const parts = Array.from({ length: states }, () => new Set<string>());
    from.forEach((state, i) => parts[state]!.add(`${label[i]}>${classes[to[i]!]}`));
    const finer = numbered(parts.map((part, state) => `${classes[state]}:${[...part].sort().join()}`));
    if (new Set(finer).size === new Set(classes).size) return classes;
    classes = finer;
  }
}

function numbered(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return texts.map((text) => numbers.get(text)!);
}

function systemOfTable({ inputs, next, mark }: Table): TransitionSystem {
  const cells = [...next.keys()].filter((cell) => next[cell]! >= 0);
  return systemOf(inputs, [...mark], cells.map((cell) => [Math.floor(cell / inputs), cell % inputs, next[cell]!]));
}

describe('the classes of a system', () => {
  test('are those of the greatest bisimulation, numbered as they are met', () => {
    fc.assert(
      fc.property(systems, (system) => {
        expect([...refine(system).classOf]).toEqual(byDefinition(system));
      }),
      { numRuns: 2_000 },
    );
  });

  test('are those of the states that they are copies of, where each step leads to many', () => {
    fc.assert(
      fc.property(systems, fc.integer(), (drawn, seed) => {
        const { system, originals } = spread(drawn, seed);
        const of = byDefinition(drawn);
        expect([...refine(system).classOf]).toEqual(numbered(originals.map((state) => String(of[state]))));
      }),
      { numRuns: 3_000 },
    );
  });

  test('count to what there is', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const { classOf, count } = refine(system);
        expect(count).toBe(new Set(classOf).size);
      }),
    );
  });

  test('do not depend on the order of the transitions, nor on whether one stands there twice', () => {
    fc.assert(
      fc.property(systems, fc.integer(), ({ states, labels, mark, ...lists }, seed) => {
        const steps = Array.from(lists.from, (from, i): Step => [from, lists.label[i]!, lists.to[i]!]);
        const other = systemOf(labels, [...mark], shuffled([...steps, ...steps.slice(states)], wholes(seed)));
        expect(refine(other)).toEqual(refine(systemOf(labels, [...mark], steps)));
      }),
    );
  });

  test('tell a choice made early from one made late, which no word does', () => {
    // 0 -a-> 1, 1 -b-> 3, 1 -c-> 3 against 4 -a-> 5 -b-> 3 and 4 -a-> 6 -c-> 3.
    const { classOf } = refine(systemOf(3, [0, 0, 0, 0, 0, 0, 0], [[0, 0, 1], [1, 1, 3], [1, 2, 3], [4, 0, 5], [4, 0, 6], [5, 1, 3], [6, 2, 3]]));
    expect(classOf[0]).not.toBe(classOf[4]);
    expect(classOf[2]).toBe(classOf[3]);
  });

  test('need the third way to split: a state that steps into both halves is like neither of those that step into one', () => {
    // 0, 1 and 2 can step to a dead end, to a state that goes on, and to both.
    const { classOf } = refine(systemOf(1, [0, 0, 0, 0, 0], [[0, 0, 3], [1, 0, 4], [2, 0, 3], [2, 0, 4], [4, 0, 4]]));
    expect(new Set(classOf.subarray(0, 3)).size).toBe(3);
  });

  test('are, where there is no choice, those that union-find merges', () => {
    fc.assert(
      fc.property(fc.oneof(tables(8, 2), related(4, 2).map(([, b]) => b)), (drawn) => {
        const table = { ...drawn, output: new Int32Array(drawn.output.length) };
        const { classOf } = refine(systemOfTable(table));
        for (let p = 0; p < table.states; p++) {
          for (let q = 0; q < p; q++) expect(classOf[p] === classOf[q]).toBe(distinguish({ ...table, start: p }, { ...table, start: q }).kind === 'same');
        }
      }),
    );
  });

  test('of nothing are none', () => {
    expect(refine(systemOf(0, [], []))).toEqual({ classOf: new Int32Array(0), count: 0 });
  });
});

describe('the classes of a large system', () => {
  function random(states: number, steps: number, labels: number, seed: number): TransitionSystem {
    const chance = wholes(seed);
    return systemOf(labels, Array.from({ length: states }, () => (chance(50) === 0 ? 1 : 0)), Array.from({ length: steps }, (): Step => [chance(states), chance(labels), chance(states)]));
  }

  test.each([[20_000, 14_000, 3], [20_000, 30_000, 2], [5_000, 60_000, 1]])('of %i states and %i transitions with %i labels are those of the rounds', (states, steps, labels) => {
    const system = random(states, steps, labels, 7);
    expect([...refine(system).classOf]).toEqual(byRounds(system));
  });

  test('are those of the states that they are copies of', () => {
    const drawn = random(4_000, 9_000, 2, 3);
    const { system, originals } = spread(drawn, 5);
    const { classOf } = refine(drawn);
    expect([...refine(system).classOf]).toEqual(numbered(originals.map((state) => String(classOf[state]))));
  });

  test('of a ring with one state that is marked are as many as it has states', () => {
    const { next } = ring(200_000, 0);
    const system = systemOf(1, [1, ...new Int32Array(199_999)], Array.from({ length: 200_000 }, (_, state): Step => [state, 0, next[2 * state]!]));
    expect(refine(system).count).toBe(200_000);
  });

  test('of a long chain of choices are as many as it is long', () => {
    const steps = Array.from({ length: 100_000 }, (_, state): readonly Step[] => [[state, 0, state + 1], [state, 0, Math.min(state + 2, 100_000)]]);
    expect(refine(systemOf(1, Array.from({ length: 100_001 }, () => 0), steps.flat())).count).toBe(100_001);
  });
});

test.each([
  [{ states: -1 }, 'A transition system has some number of states, but states is -1.'],
  [{ labels: 0.5 }, 'A transition system has some number of labels, but labels is 0.5.'],
  [{ label: new Int32Array(2) }, 'label has 2 numbers, but must have 1: one number for each transition, as in from.'],
  [{ to: new Int32Array(0) }, 'to has 0 numbers, but must have 1: one number for each transition, as in from.'],
  [{ mark: new Int32Array(1) }, 'mark has 1 numbers, but must have 2: one number for each state.'],
  [{ to: Int32Array.of(2) }, 'Transition 0 goes from state 0 to state 2, but the states are 0 to 1.'],
  [{ label: Int32Array.of(1) }, 'Transition 0 has label 1, but the labels are 0 to 0.'],
])('a system with %j is refused: %s', (part, words) => {
  expect(() => refine({ ...systemOf(1, [0, 0], [[0, 0, 1]]), ...part })).toThrow(new RangeError(words));
});
