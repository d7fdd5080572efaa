// Types that go in a circle between modules.
import type { B } from './cycle-b';
export type A = 'a' | B;
export interface NodeA { type: 'a'; next?: import('./cycle-b').NodeB }
export type SelfA = { a: import('./cycle-a').A };
export function* cyclic(): Generator<A, void, B> {}
export function* nodes(): Generator<NonNullable<NodeA['next']>['type'], void, NodeA> {}
export function* self(): Generator<'s', void, SelfA> {}
