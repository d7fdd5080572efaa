/**
 * The priming decorator. In: a machine. Out: the same machine whose generators have already run to their first yield,
 * so that the first `.next(value)` is received. The original is kept on the function, for `create` to start it itself
 * and so to know its first value; the key is shared by all copies of this module that a program may hold.
 */
import type { AnyMachine } from './coroutine.ts';

const original = Symbol.for('yieldchart.primed');

/**
 * A machine function whose coroutine comes started. The value of its first yield is known to `create` and `start`;
 * the generator that a direct call returns has passed it already. Throws what the machine throws before its first yield.
 *
 * @example
 * const averager = primed(function* averager(): Generator<number | undefined, never, number> {
 *   let total = 0, count = 0;
 *   let average: number | undefined;
 *   while (true) {
 *     total += yield average;
 *     count += 1;
 *     average = total / count;
 *   }
 * });
 * averager().next(40).value;      // 40
 * create(averager).status;        // 'suspended'
 */
export function primed<M extends AnyMachine>(machine: M): M {
  const source = unprimed(machine) ?? machine;
  const started = (...args: unknown[]) => {
    const generator = source(...args);
    generator.next();
    return generator;
  };
  Object.defineProperty(started, 'name', { value: machine.name });
  return Object.assign(started, { [original]: source }) as unknown as M;
}

/** The machine that `primed` was given; `undefined` for a machine that is not primed. */
export function unprimed(machine: AnyMachine): AnyMachine | undefined {
  return (machine as { [original]?: AnyMachine })[original];
}
