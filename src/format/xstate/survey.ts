/**
 * The nodes of a live machine in, what must be known of all their transitions before one of them is read out. One look at each: in a large machine nothing
 * costs as much as going through them.
 */
import type { AnyStateNode } from 'xstate';
import type { EventType } from '../../chart/chart.ts';
import { AS_OBJECT, AS_STRING, asks } from './event-name.ts';
import { labelText } from './label.ts';
import { partOf } from './part.ts';

export interface Survey {
  /** Whether a state leads to the root, or to the state that a `.return()` ends in. */
  readonly leadsToRoot: boolean;
  readonly leadsToEnd: boolean;
  /** Whether anything that is done starts an actor, whose end the machine is told. */
  readonly spawns: boolean;
  /** Which events a machine that may be sent anything takes as strings, which as objects. */
  readonly forms: ReadonlyMap<string, EventType['form']>;
}

/** `end` is where the root's own handler of a `.return()` leads. */
export function surveyOf(root: AnyStateNode, nodes: readonly AnyStateNode[], end: AnyStateNode | undefined): Survey {
  const forms = new Map<string, EventType['form']>();
  let leadsToRoot = false;
  let leadsToEnd = false;
  let spawns = Object.values(root.machine.implementations.actions).some(startsActor);
  const lookAt = (node: AnyStateNode, candidates: AnyStateNode['always'] & object): void => {
    for (const candidate of candidates) {
      const actions = partOf(candidate, 'actions');
      const target = partOf(candidate, 'target');
      if (actions.length > 0) spawns ||= actions.some(startsActor);
      if (!target || node === root) continue;
      for (const one of target) {
        leadsToRoot ||= one === root;
        leadsToEnd ||= one === end;
      }
    }
  };
  for (const node of nodes) {
    spawns ||= node.entry.some(startsActor) || node.exit.some(startsActor);
    if (node.always) lookAt(node, node.always);
    for (const [key, candidates] of node.transitions) {
      lookAt(node, candidates);
      for (const candidate of candidates) {
        const guard = partOf(candidate, 'guard') as unknown;
        if (typeof guard !== 'string') continue;
        const asked = labelText(guard);
        if (asks(asked, AS_STRING)) forms.set(key, 'string');
        if (asks(asked, AS_OBJECT)) forms.set(key, 'object');
      }
    }
  }
  return { leadsToRoot, leadsToEnd, spawns, forms };
}

function startsActor(action: unknown): boolean {
  if (typeof action !== 'function') return false;
  const { type, assignment, collect } = action as { type?: string; assignment?: unknown; collect?: unknown };
  if (type === 'xstate.spawnChild') return true;
  const code = typeof assignment === 'function' ? [assignment] : [...Object.values((assignment as object | undefined) ?? {}), collect];
  return code.some((each) => typeof each === 'function' && /\bspawn/.test(Function.prototype.toString.call(each)));
}
