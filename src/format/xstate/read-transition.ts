/**
 * The candidates a live state node has for one event in, transitions of a chart out: what a transition says of its event, its condition, what it does and
 * how it ends.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Action, Transition, Trigger } from '../../chart/chart.ts';
import { plainCode } from '../../chart/code.ts';
import { readTrigger } from './event-name.ts';
import { decodeKey } from './key.ts';
import { actionWords, guardWords } from './read-code.ts';

/** Says what is not read, and where. */
export type Refuse = (construct: string, node: AnyStateNode) => void;

export function readCandidates(key: string | undefined, candidates: readonly AnyTransitionDefinition[], refuse: Refuse): readonly Transition[] {
  const read = candidates.map((candidate) => readTransition(key, candidate, refuse));
  return read.map((transition, index) => {
    const before = read.slice(0, index).filter((other) => sameTrigger(other.trigger, transition.trigger));
    const isElse = transition.guard === undefined && before.length > 0 && before.every((other) => other.guard !== undefined);
    return isElse ? { ...transition, guard: 'else' } : transition;
  });
}

function sameTrigger(a: Trigger, b: Trigger): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The words of what is done, and how it ends; used for the way into the first state too. */
export function readActions(actions: readonly unknown[], source: AnyStateNode, refuse: Refuse): Pick<Transition, 'actions' | 'returns' | 'throws'> {
  const words = actions.map((action) => {
    const { words, builtIn } = actionWords(action);
    if (builtIn !== undefined) refuse(`the action \`${builtIn}\``, source);
    return words;
  });
  const last = words.at(-1);
  if (last?.startsWith('return ')) return { actions: words.slice(0, -1).map(named), returns: plainCode(last.slice('return '.length)) };
  if (last?.startsWith('throw ')) return { actions: words.slice(0, -1).map(named), throws: plainCode(last.slice('throw '.length)) };
  return { actions: words.map(named) };
}

function readTransition(key: string | undefined, candidate: AnyTransitionDefinition, refuse: Refuse): Transition {
  const { source, target } = candidate;
  const words = guardWords(candidate.guard);
  const { trigger, guard } = key === undefined ? { trigger: { kind: 'always' } as const, guard: words } : readTrigger(key, words);
  const [only, ...more] = target ?? [];
  if (more.length > 0) refuse('a transition with several targets', source);
  if (only && only.parent !== source.machine.root) refuse('a transition into a nested state', source);
  return {
    trigger,
    ...(guard === undefined ? {} : { guard: plainCode(guard) }),
    ...readActions(candidate.actions, source, refuse),
    ...(only ? { target: decodeKey(only.key) } : {}),
    places: [],
  };
}

function named(words: string): Action {
  return { statements: [plainCode(words)], writes: [], mutates: [], effect: false, name: words };
}
