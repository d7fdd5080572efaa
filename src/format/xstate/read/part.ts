/**
 * A candidate of a live machine in, a part of it out. XState makes each of them an object of a shape of its own, and engines that expect few shapes are several times as
 * fast where a property is asked for like this: in a large machine, that is most of the time it takes to read it.
 */
import type { AnyTransitionDefinition } from 'xstate';

export function partOf<K extends keyof AnyTransitionDefinition>(candidate: AnyTransitionDefinition, key: K): AnyTransitionDefinition[K] {
  return Reflect.get(candidate, key) as AnyTransitionDefinition[K];
}
