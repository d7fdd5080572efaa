/** A live state node in, the state of a chart out. */
import type { AnyStateNode } from 'xstate';
import type { Invocation, State, Transition, Trigger, Value } from '../../../chart/chart.ts';
import { plainCode } from '../../../chart/code.ts';
import { decodeKey } from '../key.ts';
import { valueWords } from './code.ts';
import { readActions, readCandidates, readPlain, readTargets, sameTrigger } from './transition.ts';
import { constantOf } from './value.ts';
import type { Reading } from './reading.ts';
import { nodeAt } from './target.ts';
import { endsIn, isWider, widerCandidates } from '../wider.ts';

export function readState(node: AnyStateNode, reading: Reading): State {
  const { ids } = reading;
  const id = ids.get(node)!;
  const parent = node.parent && ids.get(node.parent);
  const around = { id, ...(parent === undefined ? {} : { parent, name: decodeKey(node.key) }), places: [] };
  const plain = reading.plain.get(node);
  if (plain) return { kind: 'atomic', ...around, transitions: readPlain(plain, reading) };
  if (node.type === 'history') return { kind: 'history', ...around, depth: node.history === 'deep' ? 'deep' : 'shallow', transitions: historyDefault(node, reading) };

  const config = node.config as Readonly<Record<string, unknown>>;
  const asked: (readonly Transition[])[] = [];
  for (const [key, candidates] of node.transitions) asked.push(withWider(readCandidates(key, candidates, node, reading), node, reading));
  const waiting = withoutIdle(asked.flat(), node);
  const always = readCandidates(undefined, node.always ?? [], node, reading);
  const entry = listOf(config['entry']);
  const exit = listOf(config['exit']);
  const value = node.type === 'final' ? readOutput(node, reading) : undefined;
  const isPlain = entry.length + exit.length + node.invoke.length + node.tags.length === 0;
  return {
    kind: node.type === 'atomic' && always.length > 0 && waiting.length === 0 && isPlain ? 'choice' : node.type,
    ...around,
    ...(value ? { value } : {}),
    ...(node.type === 'compound' ? { initial: readInitial(node, reading) } : {}),
    ...(entry.length > 0 ? { entry: readActions(entry, node, `entry of ${id}`, reading).actions } : {}),
    ...(exit.length > 0 ? { exit: readActions(exit, node, `exit of ${id}`, reading).actions } : {}),
    ...(node.invoke.length > 0 ? { actors: readActors(node, reading) } : {}),
    ...(node.tags.length > 0 ? { tags: node.tags } : {}),
    transitions: [...waiting, ...always],
  };
}

/** The way into the state that a node begins in. */
export function readInitial(node: AnyStateNode, reading: Reading): Transition {
  const { target, actions } = node.initial;
  const read = readActions(actions, node, `${reading.ids.get(node) ?? node.machine.id}.initial`, reading);
  return { trigger: { kind: 'always' }, ...read, ...(read.throws ? {} : readTargets(target, node, reading)), places: [] };
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Where a history leads before its parent was ever left; seen from its parent. */
function historyDefault(node: AnyStateNode, reading: Reading): readonly Transition[] {
  const given = listOf((node.config as { target?: unknown }).target) as (string | AnyStateNode)[];
  const targets = given.map((target) => (typeof target === 'string' ? nodeAt(target, node.parent!) : target));
  const found = targets.filter((target) => target !== undefined);
  if (found.length < targets.length) reading.refuse('a history that leads to a state that is not there', node);
  return found.length === 0 ? [] : [{ trigger: { kind: 'always' }, actions: [], ...readTargets(found, node, reading), places: [] }];
}

/**
 * With what XState asks when all conditions have failed: what is wider in the same state. In a chart an event that is named is taken by what names it or by
 * nothing, so the wider candidates are said again.
 */
function withWider(candidates: readonly Transition[], node: AnyStateNode, reading: Reading): readonly Transition[] {
  const last = candidates.at(-1);
  if (!last || last.guard === undefined || last.guard === 'else' || last.trigger.kind === 'any') return candidates;
  const others = [...node.transitions].filter(([key]) => key.endsWith('*')).flatMap(([key, list]) => readCandidates(key, list, node, reading));
  const wider = widerCandidates(last.trigger, others);
  return endsIn(candidates, wider) ? candidates : [...candidates, ...wider];
}

/** Without the transitions that are none: those that do nothing, where nothing wider would take the event; `*` says itself what it leaves out. */
function withoutIdle(read: readonly Transition[], node: AnyStateNode): readonly Transition[] {
  if (read.every(({ trigger, target, actions }) => trigger.kind !== 'any' && (target !== undefined || actions.length > 0))) return read;
  const any = read.find(({ trigger }) => trigger.kind === 'any');
  const idle = read.filter((transition) => isIdle(transition, read, any !== undefined));
  const ignored = any ? idle.filter(({ guard }) => guard === undefined) : [];
  const but = ignored.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.type] : []));
  return read
    .filter((transition) => !idle.includes(transition) || (!ignored.includes(transition) && isTakenElsewhere(transition.trigger, read, node)))
    .map((transition): Transition => (transition.trigger.kind === 'any' ? { ...transition, trigger: { ...transition.trigger, but } } : transition));
}

/** Whether a transition does nothing at all, and is asked last. */
function isIdle(transition: Transition, siblings: readonly Transition[], hasAny: boolean): boolean {
  const { trigger, guard, target, actions, returns, throws } = transition;
  if ((guard !== undefined && guard !== 'else') || target !== undefined || actions.length > 0 || returns || throws) return false;
  if (trigger.kind === 'value') return guard === 'else' || !hasAny;
  return trigger.kind === 'event' && siblings.filter((other) => sameTrigger(other.trigger, trigger)).at(-1) === transition;
}

/** Whether a family of the same state, or an ancestor, would take the event. */
function isTakenElsewhere(trigger: Trigger, siblings: readonly Transition[], node: AnyStateNode): boolean {
  if (trigger.kind !== 'event') return false;
  if (siblings.some((other) => other.trigger.kind === 'family' && isWider(other.trigger, trigger))) return true;
  for (let outer = node.parent; outer; outer = outer.parent) {
    for (const key of outer.transitions.keys()) {
      if (key === trigger.type || key === '*' || (key.endsWith('.*') && isWider({ kind: 'family', prefix: key.slice(0, -2) }, trigger))) return true;
    }
  }
  return false;
}

function readActors(node: AnyStateNode, { words, ids }: Reading): readonly Invocation[] {
  return (node.invoke as readonly { id: string; src: string; input?: unknown }[]).map(({ id, src, input }, at) => {
    const source = src.startsWith('xstate.invoke.') ? logicName((listOf(node.config.invoke)[at] as { src: object }).src, `actor ${at + 1} of ${ids.get(node)}`) : src;
    return { id, source, ...(input === undefined ? {} : { input: plainCode(valueWords(input, words, `input of ${ids.get(node)}`)) }) };
  });
}

/** A machine is called by its id; other logic, such as a promise's, has no name. */
function logicName(logic: object, otherwise: string): string {
  return 'root' in logic && 'id' in logic ? String(logic.id) : otherwise;
}

/** What a final state says it returns. At the top, what is computed is said by what leads there. */
function readOutput(node: AnyStateNode, reading: Reading): Value | undefined {
  const { output } = node;
  if (output === undefined) return undefined;
  const constant = constantOf(output);
  if (constant) return { kind: 'constant', constant };
  if (!reading.ids.has(node.parent!)) return undefined;
  return { kind: 'code', code: plainCode(valueWords(output, reading.words, `output of ${reading.ids.get(node)}`)) };
}
