/**
 * A live XState machine in, the chart that it shows out: read from its state nodes, not from our own config, so that any machine can be read.
 *
 * Only what is visible counts: keys, events, names of guards and actions, targets, outputs. Without its `meta`, `description`s and `tags` a machine reads the same.
 * What stands in every written machine and no drawing shows (the handlers at the root, what only stops a wildcard) is left out again.
 * Flat machines; anything else is a diagnostic.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Chart, EventType, State, Transition, Value } from '../../chart/chart.ts';
import { plainCode } from '../../chart/code.ts';
import { constantText } from '../../chart/label.ts';
import { type Diagnostic, diagnose } from '../../diagnostic/diagnostic.ts';
import { AS_OBJECT, AS_STRING, RETURN, THROW, asks } from './event-name.ts';
import { decodeKey } from './key.ts';
import { FAIL } from './plan.ts';
import { guardWords } from './read-code.ts';
import { type Refuse, readActions, readCandidates } from './read-transition.ts';
import { constantOf } from './read-value.ts';
import { unreadOf } from './unread.ts';

/**
 * The chart that a machine shows. Its code is text without references, a bare value is called `coroutine.send`, and there is no context, because a live machine
 * does not tell. With a diagnostic, the chart lacks what the diagnostic names.
 *
 * @example
 * fromXState(createMachine({ initial: 'RED', states: { RED: {} } })).chart.states[0].id // 'RED'
 */
export function fromXState(machine: AnyStateMachine): { readonly chart: Chart; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const refuse: Refuse = (construct, node) => {
    const place = node === machine.root ? `The machine ${machine.id}` : `The state ${decodeKey(node.key)}`;
    diagnostics.push(diagnose('machine-not-read', { construct, place }, { machine: machine.id }));
  };
  const nodes = Object.values(machine.root.states as Record<string, AnyStateNode>);
  for (const node of [machine.root as AnyStateNode, ...nodes]) unreadOf(node).forEach((construct) => refuse(construct, node));

  const early = readRoot(machine.root, refuse);
  const states = nodes.filter((node) => node !== early).map((node) => readState(node, refuse));
  const finals = new Map(states.flatMap((state) => (state.kind === 'final' ? [[state.id, state]] : [])));
  const ended = states.map((state) => ({ ...state, transitions: state.transitions.map((transition) => withReturn(transition, finals)) }));
  const triggers = ended.flatMap((state) => state.transitions.map(({ trigger }) => trigger));
  const asked = askedForms(nodes);
  const types = new Set(triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.type] : trigger.kind === 'any' ? trigger.but : [])));
  const chart: Chart = {
    name: machine.id,
    file: '',
    parameters: [],
    context: [],
    alphabet: {
      events: [...types].map((type) => ({ type, form: asked.get(type) ?? 'string', fields: [] })),
      ...(triggers.some((trigger) => trigger.kind === 'value') ? { values: 'unknown' } : {}),
      open: asked.size > 0 || triggers.some((trigger) => trigger.kind === 'any'),
    },
    initial: withReturn(readInitial(machine.root, refuse), finals),
    states: ended,
    dependencies: [],
  };
  return { chart, diagnostics };
}

/** Which events a machine that may be sent anything takes as strings, which as objects. */
function askedForms(nodes: readonly AnyStateNode[]): ReadonlyMap<string, EventType['form']> {
  const forms = new Map<string, EventType['form']>();
  for (const [key, candidates] of nodes.flatMap((node) => [...node.transitions])) {
    for (const words of candidates.map(({ guard }) => guardWords(guard))) {
      if (asks(words, AS_STRING)) forms.set(key, 'string');
      if (asks(words, AS_OBJECT)) forms.set(key, 'object');
    }
  }
  return forms;
}

function readInitial(root: AnyStateNode, refuse: Refuse): Transition {
  const { target, actions } = root.initial;
  const read = readActions(actions, root, refuse);
  const [first] = target;
  return { trigger: { kind: 'always' }, ...read, ...(first && !read.throws ? { target: decodeKey(first.key) } : {}), places: [] };
}

/** The handlers at the root, which hold everywhere; the state that only they lead to, if there is one. */
function readRoot(root: AnyStateNode, refuse: Refuse): AnyStateNode | undefined {
  let early: AnyStateNode | undefined;
  for (const [key, candidates] of root.transitions) {
    const [only, ...more] = candidates;
    const target = only?.target?.[0];
    const isPlain = only !== undefined && more.length === 0 && only.guard === undefined;
    if (isPlain && key === RETURN && only.actions.length === 0 && target?.type === 'final') early = target;
    else if (!(isPlain && key === THROW && !target && only.actions.length === 1 && (only.actions[0] as unknown) === FAIL)) refuse(`a transition at its root, \`${key}\``, root);
  }
  const targets = (Object.values(root.states) as AnyStateNode[]).flatMap((node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])].flatMap((transition) => transition.target ?? []));
  const starts = root.initial.target.filter(() => !readActions(root.initial.actions, root, () => {}).throws);
  return early && ![...targets, ...starts].includes(early) ? early : undefined;
}

function readState(node: AnyStateNode, refuse: Refuse): State {
  const read = [...node.transitions].flatMap(([key, candidates]) => readCandidates(key, candidates, refuse));
  const always = readCandidates(undefined, node.always ?? [], refuse);
  const hasAny = node.transitions.has('*');
  const idle = read.filter((transition) => isIdle(transition, read, hasAny));
  const ignored = hasAny ? idle.flatMap(({ trigger, guard }) => (trigger.kind === 'event' && guard === undefined ? [trigger.type] : [])) : [];
  const transitions = read
    .filter((transition) => !idle.includes(transition))
    .map((transition): Transition => (transition.trigger.kind === 'any' ? { ...transition, trigger: { kind: 'any', but: ignored } } : transition));
  const value = node.type === 'final' ? readOutput(node) : undefined;
  return {
    kind: node.type === 'final' ? 'final' : always.length > 0 && read.length === 0 ? 'choice' : 'atomic',
    id: decodeKey(node.key),
    ...(value ? { value } : {}),
    places: [],
    transitions: [...transitions, ...always],
  };
}

/** Whether a transition is none: it does nothing, and nothing else would take the event but a wildcard, which then leaves the event out. */
function isIdle(transition: Transition, siblings: readonly Transition[], hasAny: boolean): boolean {
  const { trigger, guard, target, actions, returns, throws } = transition;
  if ((guard !== undefined && guard !== 'else') || target !== undefined || actions.length > 0 || returns || throws) return false;
  if (trigger.kind === 'value') return guard === 'else' || !hasAny;
  const alike = siblings.filter((other) => other.trigger.kind === 'event' && trigger.kind === 'event' && other.trigger.type === trigger.type);
  return trigger.kind === 'event' && alike.at(-1) === transition;
}

/** What a final state says it returns, where that is not computed. */
function readOutput(node: AnyStateNode): Value | undefined {
  const { output } = node;
  if (output === undefined || typeof output === 'function') return undefined;
  const constant = constantOf(output);
  if (constant) return { kind: 'constant', constant };
  if (typeof output === 'object' && output !== null && 'implementation' in output) return undefined;
  return { kind: 'code', code: plainCode(JSON.stringify(output)) };
}

/** With what it returns, where the final state it leads to says so. */
function withReturn(transition: Transition, finals: ReadonlyMap<string, State>): Transition {
  const value = transition.target === undefined ? undefined : finals.get(transition.target)?.value;
  if (transition.returns || !value) return transition;
  return { ...transition, returns: value.kind === 'constant' ? plainCode(constantText(value.constant)) : value.code };
}
