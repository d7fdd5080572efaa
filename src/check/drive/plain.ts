/**
 * An XState machine that a person wrote, not knowing of generators: it says nothing of what it yields, and has no word
 * for an error thrown in. It is held against a generator by what both can say.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { RETURN, THROW } from '../../format/xstate/event-name.ts';
import type { Sequence } from '../suite/sequence.ts';

/** Whether no state says, in its `meta`, what it yields. */
export function isPlain(machine: AnyStateMachine): boolean {
  const known = plain.get(machine) ?? !nodesOf(machine).some((node) => typeof node.meta === 'object' && node.meta !== null && 'yields' in node.meta);
  plain.set(machine, known);
  return known;
}

const plain = new WeakMap<AnyStateMachine, boolean>();

/** The sequences as far as they can be told to the machine: a plain one may know no throw, and no return. */
export function tellable(machine: AnyStateMachine, sequences: readonly Sequence[]): readonly Sequence[] {
  if (!isPlain(machine)) return sequences;
  const knows = (event: string): boolean => nodesOf(machine).some((node) => node.transitions.has(event));
  const unknown = new Set([...(knows(THROW) ? [] : ['throw']), ...(knows(RETURN) ? [] : ['return'])]);
  return sequences.map((sequence) => {
    const at = sequence.steps.findIndex((step) => unknown.has(step.kind));
    return at === -1 ? sequence : { ...sequence, steps: sequence.steps.slice(0, at) };
  });
}

function nodesOf(machine: AnyStateMachine): readonly AnyStateNode[] {
  const below = (node: AnyStateNode): readonly AnyStateNode[] => [node, ...(Object.values(node.states) as AnyStateNode[]).flatMap(below)];
  return below(machine.root as AnyStateNode);
}
