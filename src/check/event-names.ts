/**
 * The events of one side and those of another that somebody else wrote in, by which name the other takes each out: its own, one that is
 * equal but for case and separators, what the caller says, or the only one left.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { fold, type Pair } from './names.ts';

export interface EventNames {
  /** By the first side's name, the second's. */
  readonly partner: ReadonlyMap<string, string>;
  /** Neither alike, nor said. */
  readonly inferred: readonly Pair[];
  /** What the second takes and the first does not know. */
  readonly strange: readonly string[];
}

export function eventNames(own: readonly string[], theirs: ReadonlySet<string>, given: Readonly<Record<string, string>> = {}): EventNames {
  const partner = new Map<string, string>();
  for (const type of own) {
    const found = Object.hasOwn(given, type) ? given[type]! : theirs.has(type) ? type : [...theirs].find((other) => fold(other) === fold(type) && !own.includes(other));
    if (found !== undefined) partner.set(type, found);
  }
  const left = own.filter((type) => !partner.has(type));
  const free = [...theirs].filter((type) => ![...partner.values()].includes(type));
  const [only] = left;
  const isOnly = left.length === 1 && free.length === 1;
  if (isOnly) partner.set(only!, free[0]!);
  return { partner, inferred: isOnly ? [{ generator: only!, machine: free[0]! }] : [], strange: isOnly ? [] : free };
}

/** What people send: no wildcards, and not what XState and we tell a machine. */
export function eventsIn(machine: AnyStateMachine): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: AnyStateNode[] = [machine.root as AnyStateNode];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const type of node.transitions.keys()) if (!/^(?:xstate|coroutine)\.|\*$/.test(type)) found.add(type);
    pending.push(...(Object.values(node.states) as AnyStateNode[]));
  }
  return found;
}
