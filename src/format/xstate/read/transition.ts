/**
 * The candidates a live state node has for one event in, transitions of a chart out: what a transition says of its event, its condition, what it does and
 * how it ends.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Transition, Trigger } from '../../../chart/chart.ts';
import { plainCode } from '../../../chart/code.ts';
import { triggerLabel } from '../../../chart/label.ts';
import { readTrigger } from '../event-name.ts';
import { partOf } from './part.ts';
import { readAction } from './action.ts';
import { guardWords } from './code.ts';
import type { Reading } from './reading.ts';
import type { Plain } from './survey.ts';

export function readCandidates(key: string | undefined, candidates: readonly AnyTransitionDefinition[], node: AnyStateNode, reading: Reading): readonly Transition[] {
  const read = candidates.map((candidate) => readTransition(key, candidate, node, reading));
  if (read.length < 2) return read;
  return read.map((transition, index) => {
    const before = read.slice(0, index).filter((other) => sameTrigger(other.trigger, transition.trigger));
    return transition.guard === undefined && before.length > 0 && before.every((other) => other.guard !== undefined) ? { ...transition, guard: 'else' } : transition;
  });
}

/** What a node has that only has what is sent and leads on. */
export function readPlain({ keys, targets }: Plain, { ids, triggerOf }: Reading): readonly Transition[] {
  return keys.map((key, at) => ({ trigger: triggerOf(key), actions: none, target: ids.get(targets[at]!)!, places: none }));
}

/** One list for all that have nothing in it: most of what is read of a large machine would be empty lists. */
const none: readonly never[] = [];

export function sameTrigger(a: Trigger, b: Trigger): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The words of what is done, and how it ends; used for the way into the first state too. */
export function readActions(actions: readonly unknown[], source: AnyStateNode, at: string, reading: Reading): Pick<Transition, 'actions' | 'returns' | 'throws'> {
  if (actions.length === 0) return { actions: none };
  const read = actions.map((action) => readAction(action, reading.words, at, (construct) => reading.refuse(construct, source)));
  const last = read.at(-1)?.name;
  if (last?.startsWith('return ')) return { actions: read.slice(0, -1), returns: plainCode(last.slice('return '.length)) };
  if (last?.startsWith('throw ')) return { actions: read.slice(0, -1), throws: plainCode(last.slice('throw '.length)) };
  return { actions: read };
}

function readTransition(key: string | undefined, candidate: AnyTransitionDefinition, source: AnyStateNode, reading: Reading): Transition {
  const target = partOf(candidate, 'target');
  const actions = partOf(candidate, 'actions');
  const given: unknown = partOf(candidate, 'guard');
  const reenters = partOf(candidate, 'reenter') && (target?.length ?? 0) > 0;
  const delay = key?.startsWith('xstate.after.') ? (candidate as { delay?: number | string }).delay : undefined;
  const at = `${reading.ids.get(source) ?? source.machine.id}.${key === undefined ? 'always' : triggerLabel(readTrigger(key, undefined, source, delay).trigger)}`;
  const words = guardWords(given, reading.words, at);
  const { trigger, guard } = key === undefined ? { trigger: { kind: 'always' } as const, guard: words } : readTrigger(key, words, source, delay);
  return {
    trigger: trigger.kind === 'any' && reading.isInternal && words === guard ? { ...trigger, internal: true } : trigger,
    ...(guard === undefined ? {} : { guard: plainCode(guard) }),
    ...readActions(actions, source, at, reading),
    ...readTargets(target ?? [], source, reading),
    ...(reenters ? { reenter: true } : {}),
    places: [],
  };
}

/** The state that it leads to, and those in other regions. */
export function readTargets(targets: readonly AnyStateNode[], source: AnyStateNode, { ids, refuse }: Reading): Pick<Transition, 'target' | 'also'> {
  const [target, ...also] = targets;
  if (!target) return {};
  if (also.length === 0) return { target: ids.get(target)! };
  const apart = targets.every((one, at) => targets.slice(at + 1).every((other) => meetIn(one, other)?.type === 'parallel'));
  if (!apart) refuse('a transition to several states that cannot be active at once', source);
  return { target: ids.get(target)!, also: also.map((node) => ids.get(node)!) };
}

/** The innermost state that both are part of, if neither is part of the other. */
function meetIn(one: AnyStateNode, other: AnyStateNode): AnyStateNode | undefined {
  const around = new Set<AnyStateNode>();
  for (let node: AnyStateNode | undefined = one; node; node = node.parent) around.add(node);
  if (around.has(other)) return undefined;
  for (let node = other.parent; node; node = node.parent) if (around.has(node)) return node === one ? undefined : node;
  return undefined;
}
