/** In: what was given to `expect`, and the state of a matcher. Out: the generator function, and the test file; or words for who wrote the test. */
import { runInThisContext } from 'node:vm';
import type { MatcherState } from 'vitest';
import { UsageError } from '../cli/command.ts';
import { unprimed } from '../runtime/primed.ts';

export type GeneratorFunction = (...args: never[]) => Generator<unknown, unknown, unknown>;

/** What the person who wrote the test must do before there is anything to compare: fails the test, with `.not` too. */
export class CannotSay extends Error {
  override readonly name = 'CannotSay';
}

/** What a matcher says: the message is for where it does not pass (or, with `.not`, does). */
export interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The result, where there is one; else what stands in its way, as a failure at the line of the test. */
export async function answered(state: MatcherState, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotSay || error instanceof UsageError) return { pass: state.isNot, message: () => error.message };
    throw error;
  }
}

export function generatorIn(received: unknown, matcher: string): GeneratorFunction {
  if (isGeneratorFunction(received)) return received as GeneratorFunction;
  throw new CannotSay(`${matcher} is asked of a generator function, as in expect(trafficLight).${matcher}(…), and expect was given ${kindOf(received)}.`);
}

/** Asynchronous ones among them: the compiler says why those are refused. */
export function isGeneratorFunction(value: unknown): boolean {
  const inner = typeof value === 'function' ? (unprimed(value as never) ?? value) : undefined;
  return inner !== undefined && Object.prototype.toString.call(inner).endsWith('GeneratorFunction]');
}

export function testPathOf({ testPath }: MatcherState): string {
  if (runInThisContext('Object') !== Object) throw new CannotSay('The pools vmThreads and vmForks run tests in a context of its own, in which a machine cannot be loaded anew. Run this file in the pool forks or threads.');
  if (testPath !== undefined) return testPath;
  throw new CannotSay('The matchers of yieldchart/vitest need to know the test file, and this expect does not: call it inside a test.');
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'function') return `a function that is no generator function${value.name ? ` (${value.name})` : ''}`;
  if (typeof value === 'object') return Symbol.iterator in value && 'next' in value ? 'a generator that runs already, not its function' : 'an object that is none';
  return `a ${typeof value}`;
}
