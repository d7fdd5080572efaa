/**
 * The events of a chart and an XState machine that somebody else wrote in, by which name the machine takes each out: its own, one that is
 * equal but for case and separators, what the caller says, or the only one left.
 */
import type { AnyStateMachine, AnyStateNode, EventObject } from 'xstate';
import type { Chart } from '../chart/chart.ts';
import { fold, type Pair } from './names.ts';

export interface EventNames {
  readonly translate: (event: EventObject) => EventObject;
  /** Neither alike, nor said. */
  readonly inferred: readonly Pair[];
  /** What the machine takes and the chart does not know. */
  readonly strange: readonly string[];
}

export function eventNames(chart: Chart, machine: AnyStateMachine, given: Readonly<Record<string, string>> = {}): EventNames {
  const own = chart.alphabet.events.map(({ type }) => type);
  const theirs = eventsOf(machine.root as AnyStateNode);
  const found = new Map<string, string>();
  for (const type of own) {
    const partner = Object.hasOwn(given, type) ? given[type]! : theirs.has(type) ? type : [...theirs].find((other) => fold(other) === fold(type) && !own.includes(other));
    if (partner !== undefined) found.set(type, partner);
  }
  const left = own.filter((type) => !found.has(type));
  const free = [...theirs].filter((type) => ![...found.values()].includes(type));
  const [only] = left;
  const isOnly = left.length === 1 && free.length === 1;
  if (isOnly) found.set(only!, free[0]!);
  return {
    translate: (event) => (found.has(event.type) ? { ...event, type: found.get(event.type)! } : event),
    inferred: isOnly ? [{ generator: only!, machine: free[0]! }] : [],
    strange: isOnly ? [] : free,
  };
}

/** What people send: no wildcards, and not what XState and we tell a machine. */
function eventsOf(root: AnyStateNode): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: AnyStateNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const type of node.transitions.keys()) if (!/^(?:xstate|coroutine)\.|\*$/.test(type)) found.add(type);
    pending.push(...(Object.values(node.states) as AnyStateNode[]));
  }
  return found;
}
