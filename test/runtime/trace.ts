/** Random steps and what comes of them: the shape in which a generator and a coroutine are compared. */
import * as fc from 'fast-check';
import { ValueError } from './machines.ts';

export type Step =
  | { readonly kind: 'next'; readonly value: unknown }
  | { readonly kind: 'throw'; readonly value: unknown }
  | { readonly kind: 'return'; readonly value: unknown };

const event = fc.constantFrom<unknown>('next', 'other', 1, 20, null, undefined);
const error = fc.constantFrom<unknown>(new ValueError('value'), new TypeError('type'), 'not an error', undefined);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('next' as const), value: event }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('throw' as const), value: error }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('return' as const), value: event }) },
  ),
  { maxLength: 12 },
);

/** The result of a call, or what it threw. */
export function outcome<Result>(call: () => Result): { readonly result: Result } | { readonly thrown: unknown } {
  try {
    return { result: call() };
  } catch (thrown) {
    return { thrown };
  }
}
