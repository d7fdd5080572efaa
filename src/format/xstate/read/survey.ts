/**
 * The nodes of a live machine in, what must be known of all their transitions before one of them is read out. One look at each: in a large machine nothing
 * costs as much as going through them.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { EventType } from '../../../chart/chart.ts';
import { AS_OBJECT, AS_STRING, asks } from '../event-name.ts';
import { labelText } from '../label.ts';
import { partOf } from './part.ts';

export interface Survey {
  /** Whether a state leads to the root, or to the state that a `.return()` ends in. */
  readonly leadsToRoot: boolean;
  readonly leadsToEnd: boolean;
  /** Whether anything that is done starts an actor, whose end the machine is told. */
  readonly spawns: boolean;
  /** Which events a machine that may be sent anything takes as strings, which as objects. */
  readonly forms: ReadonlyMap<string, EventType['form']>;
  readonly plain: ReadonlyMap<AnyStateNode, Plain>;
}

/** What a node has that is sent and only leads on, where it has nothing else: by the place in the list, the key and the one target. */
export interface Plain {
  readonly keys: readonly string[];
  readonly targets: readonly AnyStateNode[];
}

/** `end` is where the root's own handler of a `.return()` leads. */
export function surveyOf(root: AnyStateNode, nodes: readonly AnyStateNode[], end: AnyStateNode | undefined): Survey {
  const forms = new Map<string, EventType['form']>();
  const plain = new Map<AnyStateNode, Plain>();
  let leadsToRoot = false;
  let leadsToEnd = false;
  let spawns = Object.values(root.machine.implementations.actions).some(startsActor);
  /** The one target of a candidate that only leads there. */
  const lookAt = (candidate: AnyTransitionDefinition, key: string, node: AnyStateNode): AnyStateNode | undefined => {
    const actions = partOf(candidate, 'actions');
    const target = partOf(candidate, 'target');
    const guard: unknown = partOf(candidate, 'guard');
    if (actions.length > 0) spawns ||= actions.some(startsActor);
    if (target && node !== root) {
      leadsToRoot ||= target.includes(root);
      leadsToEnd ||= end !== undefined && target.includes(end);
    }
    if (typeof guard === 'string') {
      const asked = labelText(guard);
      if (asks(asked, AS_STRING)) forms.set(key, 'string');
      if (asks(asked, AS_OBJECT)) forms.set(key, 'object');
    }
    return guard === undefined && actions.length === 0 && target?.length === 1 && !partOf(candidate, 'reenter') ? target[0] : undefined;
  };
  for (const node of nodes) {
    const { entry, exit, invoke, tags, always, transitions } = node;
    spawns ||= entry.some(startsActor) || exit.some(startsActor);
    for (const candidate of always ?? []) lookAt(candidate, '', node);
    const targets = Array<AnyStateNode>(transitions.size);
    let count = 0;
    let isOnly = node.type === 'atomic' && !always && entry.length + exit.length + invoke.length + tags.length === 0;
    for (const [key, candidates] of transitions) {
      for (const candidate of candidates) {
        const target = lookAt(candidate, key, node);
        if (target) targets[count++] = target;
        else isOnly = false;
      }
      isOnly &&= candidates.length === 1 && isSent(key);
    }
    if (isOnly) plain.set(node, { keys: [...transitions.keys()], targets });
  }
  return { leadsToRoot, leadsToEnd, spawns, forms, plain };
}

/** Whether an event is one by its key alone: not `*`, and not what XState keeps under keys of its own. */
function isSent(key: string): boolean {
  return key !== '*' && !key.startsWith('xstate.');
}

function startsActor(action: unknown): boolean {
  if (typeof action !== 'function') return false;
  const { type, assignment, collect } = action as { type?: string; assignment?: unknown; collect?: unknown };
  if (type === 'xstate.spawnChild') return true;
  const code = typeof assignment === 'function' ? [assignment] : [...Object.values((assignment as object | undefined) ?? {}), collect];
  return code.some((each) => typeof each === 'function' && /\bspawn/.test(Function.prototype.toString.call(each)));
}
