/** Functions that call each other pass together, or those that rest on one that fails do not pass. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgedTogether } from '../../src/interpret/code/together.ts';
import type { Node } from '../../src/syntax/tree.ts';

/** For each of some functions: whether it is harmless by itself, and whom it calls. */
const programs = fc.integer({ min: 1, max: 7 }).chain((count) => fc.array(fc.record({ harmless: fc.boolean(), calls: fc.array(fc.nat({ max: count - 1 }), { maxLength: 3 }) }), { minLength: count, maxLength: count }));

test('one passes exactly if all that it can come to are harmless, in whatever order they are asked about', () => {
  fc.assert(
    fc.property(programs, fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 10 }), (program, questions) => {
      const nodes = program.map(() => ({}) as Node);
      const judge = judgedTogether();
      const asked = (at: number): boolean => judge(nodes[at]!, () => program[at]!.harmless && program[at]!.calls.every(asked));
      const reached = new Set<number>();
      const reach = (at: number): void => {
        if (reached.has(at)) return;
        reached.add(at);
        program[at]!.calls.forEach(reach);
      };
      for (const at of questions.filter((one) => one < program.length)) {
        reached.clear();
        reach(at);
        expect(asked(at)).toBe([...reached].every((one) => program[one]!.harmless));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('one that fails does not pass because somebody who asked about it passes all the same', () => {
  const [first, second, third] = [{}, {}, {}] as [Node, Node, Node];
  const judge = judgedTogether();
  const isThird = (): boolean => judge(third, () => isSecond());
  const isSecond = (): boolean => judge(second, () => isThird() && false);
  expect(judge(first, () => isSecond() || true)).toBe(true);
  expect(isSecond()).toBe(false);
  expect(isThird()).toBe(false);
});
