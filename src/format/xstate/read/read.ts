/**
 * A live XState machine in, the chart that it shows out: read from its state nodes, not from our own config, so that any machine can be read.
 *
 * Only what is visible counts: keys, events, names of guards and actions, targets, outputs, tags. Without its `meta` and `description`s a machine reads the same.
 * What stands in every written machine and no drawing shows (the handlers at the root, what only stops a wildcard) is left out again.
 * What a chart has no word for is a diagnostic.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Alphabet, Chart, State, Transition, Trigger } from '../../../chart/chart.ts';
import { type Code, plainCode } from '../../../chart/code.ts';
import { constantText } from '../../../chart/label.ts';
import type { Diagnostic } from '../../../diagnostic/diagnostic.ts';
import { implementationOf, valueWords } from './code.ts';
import { earlyEnd, endOfReturn, isState, readEnd, readResult } from './root.ts';
import { readInitial, readState } from './state.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Survey, surveyOf } from './survey.ts';
import { unreadOf } from './unread.ts';

/**
 * The chart that a machine shows. Its code is text without references, a bare value is called `coroutine.send`, and there is no context, because a live machine
 * does not tell. A machine whose root does more than to hold its states (it is parallel, has transitions, …) has one state at the top, called after it. With a
 * diagnostic, the chart lacks what the diagnostic names.
 *
 * @example
 * fromXState(createMachine({ initial: 'RED', states: { RED: {} } })).chart.states[0].id // 'RED'
 */
export function fromXState(machine: AnyStateMachine): { readonly chart: Chart; readonly diagnostics: readonly Diagnostic[] } {
  const { root } = machine as { root: AnyStateNode };
  const nodes = inDocumentOrder(root);
  const survey = surveyOf(root, nodes, endOfReturn(root));
  const asState = isState(root, nodes, survey);
  const early = asState ? undefined : earlyEnd(root, survey);
  const reading = readingOf(machine, nodes, asState, survey);
  refuseUnread(nodes, reading);

  const read = nodes.filter((node) => node !== early && reading.ids.has(node)).map((node) => readState(node, reading));
  const returns = asState ? new Map<string, Code>() : resultsOf(root, read, reading);
  const states = returns.size === 0 ? read : read.map((state) => ({ ...state, transitions: state.transitions.map((transition) => withReturn(transition, returns)) }));
  const end = asState ? readEnd(root, new Set(states.map(({ id }) => id)), reading) : undefined;
  const whole = end ? [...states.map((state) => (state.parent === undefined ? { ...state, transitions: [...state.transitions, end.way] } : state)), end.end] : states;
  const initial = asState ? { trigger: { kind: 'always' as const }, actions: [], target: machine.id, places: [] } : withReturn(readInitial(root, reading), returns);
  const chart: Chart = { name: machine.id, file: '', parameters: [], context: [], alphabet: alphabetOf(whole, survey.forms), initial, states: whole, dependencies: [] };
  return { chart, diagnostics: reading.diagnostics };
}

/** The root and all that is part of it, each before what is part of it. */
function inDocumentOrder(root: AnyStateNode): readonly AnyStateNode[] {
  const nodes: AnyStateNode[] = [];
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes.push(node);
    const parts = Object.values(node.states) as AnyStateNode[];
    for (let at = parts.length - 1; at >= 0; at -= 1) pending.push(parts[at]!);
  }
  return nodes;
}

function refuseUnread(nodes: readonly AnyStateNode[], { refuse }: Reading): void {
  const ids = new Set<string>();
  for (const node of nodes) {
    for (const construct of unreadOf(node, ids)) refuse(construct, node);
    ids.add(node.id);
  }
}

function alphabetOf(states: readonly State[], asked: Survey['forms']): Alphabet {
  const triggers = new Set<Trigger>();
  for (const { transitions } of states) for (const { trigger } of transitions) triggers.add(trigger);
  const types = new Set<string>();
  const kinds = new Set<Trigger['kind']>();
  for (const trigger of triggers) {
    kinds.add(trigger.kind);
    if (trigger.kind === 'event') types.add(trigger.type);
    else if (trigger.kind === 'any') for (const type of trigger.but) types.add(type);
  }
  return {
    events: [...types].map((type) => ({ type, form: asked.get(type) ?? 'string', fields: [] })),
    ...(kinds.has('value') ? { values: 'unknown' } : {}),
    open: asked.size > 0 || kinds.has('any'),
  };
}

/** What the machine returns in each of its final states, where what leads there does not say it. */
function resultsOf(root: AnyStateNode, states: readonly State[], reading: Reading): ReadonlyMap<string, Code> {
  const finals = (Object.values(root.states) as AnyStateNode[]).filter(({ type }) => type === 'final');
  if (finals.length === 0) return new Map();
  const result = readResult(root, reading);
  const told = new Set(states.flatMap(({ transitions }) => transitions.flatMap(({ target, returns }) => (target !== undefined && returns ? [target] : []))));
  const byId = new Map(states.map((state) => [state.id, state]));
  const results = new Map<string, Code>();
  for (const node of finals) {
    const id = reading.ids.get(node)!;
    const state = byId.get(id);
    if (!state) continue;
    const { value } = state;
    const output: unknown = node.output;
    const own = value?.kind === 'constant' ? plainCode(constantText(value.constant)) : output === undefined || implementationOf(output) !== undefined || told.has(id) ? undefined : plainCode(valueWords(output, reading.words, `output of ${id}`));
    const returned = result ?? own;
    if (returned) results.set(id, returned);
  }
  return results;
}

/** With what it returns, where the final state it leads to says so. */
function withReturn(transition: Transition, results: ReadonlyMap<string, Code>): Transition {
  const returns = transition.target === undefined ? undefined : results.get(transition.target);
  return transition.returns || !returns ? transition : { ...transition, returns };
}
