/** An XState machine in, which of its transitions were taken by the actors that were watched out. */
import type { AnyStateMachine, AnyStateNode, InspectionEvent } from 'xstate';

export interface Watch {
  readonly inspect: (event: InspectionEvent) => void;
  /** In words: `dragging.free : RELEASE`. */
  readonly left: () => readonly string[];
}

export function watching(machine: AnyStateMachine): Watch {
  const all = transitionsOf(machine.root as AnyStateNode);
  const taken = new Set<unknown>();
  return {
    inspect: (event) => {
      if (event.type === '@xstate.microstep') for (const transition of (event as { readonly _transitions: readonly unknown[] })._transitions) taken.add(transition);
    },
    left: () => [...all].flatMap(([transition, text]) => (taken.has(transition) ? [] : [text])),
  };
}

function transitionsOf(root: AnyStateNode): ReadonlyMap<unknown, string> {
  const found = new Map<unknown, string>();
  const pending: AnyStateNode[] = [root];
  for (let node = pending.shift(); node; node = pending.shift()) {
    const where = node.path.join('.') || 'the machine';
    for (const [type, candidates] of node.transitions) for (const transition of candidates) found.set(transition, `${where} : ${type}`);
    for (const transition of node.always ?? []) found.set(transition, `${where} : always`);
    pending.push(...(Object.values(node.states) as AnyStateNode[]));
  }
  return found;
}
