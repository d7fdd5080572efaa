import type { A, NodeA } from './cycle-a';
export * from './cycle-a';
export type B = 'b' | 'c';
export type Both = A | B;
export interface NodeB { type: 'b'; back: NodeA }
export function* back(): Generator<Both, void, NodeB['back']['type']> {}
