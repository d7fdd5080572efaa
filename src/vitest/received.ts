/** In: what was given to `expect`, and the state of a matcher. Out: the generator function, and the test file; or words for who wrote the test. */
import type { MatcherState } from 'vitest';
import { unprimed } from '../runtime/primed.ts';
import type { GeneratorFunction } from './find.ts';

/** What a matcher says: the message is for where it does not pass (or, with `.not`, does). */
export interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

export function generatorIn(received: unknown, matcher: string): GeneratorFunction {
  if (isGeneratorFunction(received)) return received as GeneratorFunction;
  throw new TypeError(`${matcher} is asked of a generator function, as in expect(trafficLight).${matcher}(…), and expect was given ${kindOf(received)}.`);
}

/** Asynchronous ones among them: the compiler says why those are refused. */
export function isGeneratorFunction(value: unknown): boolean {
  const inner = typeof value === 'function' ? (unprimed(value as never) ?? value) : undefined;
  return inner !== undefined && Object.prototype.toString.call(inner).endsWith('GeneratorFunction]');
}

export function testPathOf({ testPath }: MatcherState): string {
  if (testPath !== undefined) return testPath;
  throw new Error('The matchers of yieldchart/vitest need to know the test file, and this expect does not: call it inside a test.');
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'function') return `a function that is no generator function${value.name ? ` (${value.name})` : ''}`;
  if (typeof value === 'object') return Symbol.iterator in value && 'next' in value ? 'a generator that runs already, not its function' : 'an object that is none';
  return `a ${typeof value}`;
}
