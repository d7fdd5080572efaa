/** A state of a chart in, its node in an XState config out, with all that is part of it. */
import type { Action, Chart, Invocation, State, Transition, Trigger } from '../../../chart/chart.ts';
import { codeText } from '../../../chart/code.ts';
import { triggerLabel } from '../../../chart/label.ts';
import { actionLabel, actionText, returnText, throwText } from './action.ts';
import { expressionFunction, valueText } from './body.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import { guardName, guardText } from './guard.ts';
import type { Labels } from '../label.ts';
import type { ModuleNames } from './module-name.ts';
import type { Scope } from './scope.ts';
import type { Targets } from './target-text.ts';
import { type Entry, type Tree, oneOrMany, prose, record, text } from './tree.ts';

/** What is at hand while the parts are made. */
export interface Making {
  readonly chart: Chart;
  readonly names: ModuleNames;
  readonly guards: Labels;
  readonly actions: Labels;
  readonly targets: Targets;
  /** The states that are part of each. */
  readonly within: ReadonlyMap<string | undefined, readonly State[]>;
  readonly early: ReadonlySet<string>;
  readonly causes: ReadonlyMap<string, readonly Trigger[]>;
  /** The final states that what is returned must be remembered for. */
  readonly computed: ReadonlySet<string>;
  /** The variable for what is returned. */
  readonly output: string;
}

/** The way into the first of some states; `otherwise` is the key of the one that is entered where that throws. */
export function initialTree(initial: Transition, otherwise: string, hints: readonly string[], making: Making): Tree {
  const actions = actionTrees(initial, { chart: making.chart, names: making.names, triggers: [] }, making, hints);
  const key = text(initial.target === undefined || initial.throws ? otherwise : making.targets.keys.get(initial.target)!);
  return actions.length === 0 ? key : record([['target', key], ['actions', oneOrMany(actions)]]);
}

export function stateTree(state: State, making: Making): Tree {
  const children = making.within.get(state.id) ?? [];
  const isWhole = state.kind === 'compound' || state.kind === 'parallel';
  return record([
    state.note === undefined ? undefined : ['description', prose(state.note)],
    ...metaEntry(state, making),
    state.kind === 'final' || state.kind === 'parallel' || state.kind === 'history' ? ['type', text(state.kind)] : undefined,
    ...(state.kind === 'history' ? historyEntries(state, making) : []),
    state.tags === undefined ? undefined : ['tags', oneOrMany(state.tags.map(text))],
    state.initial ? ['initial', initialTree(state.initial, '', [`into ${state.id}`], making)] : undefined,
    ...doneEntry('entry', state, making),
    ...doneEntry('exit', state, making),
    ...(state.kind === 'history' ? [] : handlers(state, making)),
    ...outputs(state, making),
    isWhole ? ['states', record(children.map((child): Entry => [making.targets.keys.get(child.id)!, stateTree(child, making)]), true)] : undefined,
  ], state.kind !== 'final' && state.kind !== 'history');
}

/** What it yields, and where it stands in the source. */
function metaEntry(state: State, { chart, names }: Making): readonly Entry[] {
  const [place] = state.places;
  const yielded = state.kind === 'final' ? undefined : state.value;
  const entries: Entry[] = [];
  if (yielded?.kind === 'constant') entries.push(['yields', { kind: 'constant', constant: yielded.constant }]);
  if (yielded?.kind === 'code') entries.push(['yields', yieldsTree(codeText(yielded.code), expressionFunction(yielded.code, { chart, names, triggers: [] }), names)]);
  if (place) entries.push(['at', text(`${place.file}:${place.line}:${place.column}`)]);
  return entries.length === 0 ? [] : [['meta', record(entries)]];
}

function yieldsTree(name: string, printed: string, names: ModuleNames): Tree {
  return { kind: 'code', name, text: printed.replace(/^\(\{ (context(?:: [\w$]+)?) \}\)/, (_, parameter: string) => `({ ${parameter} }: { context: ${names.use('Context')} })`) };
}

function historyEntries(state: State, { targets }: Making): readonly Entry[] {
  const [way] = state.transitions;
  const ids = way?.target === undefined ? [] : [way.target, ...(way.also ?? [])];
  return [
    ...(state.depth === 'deep' ? [['history', text('deep')] as const] : []),
    ...(ids.length === 0 ? [] : [['target', oneOrMany(ids.map((id) => text(targets.fromHistory(state, id))))] as const]),
  ];
}

function doneEntry(key: 'entry' | 'exit', state: State, making: Making): readonly Entry[] {
  const done = state[key] ?? [];
  const scope: Scope = { chart: making.chart, names: making.names, triggers: [] };
  return done.length === 0 ? [] : [[key, oneOrMany(done.map((action) => actionTree(action, scope, making, [`${key} of ${state.id}`])))]];
}

function outputs(state: State, making: Making): readonly Entry[] {
  if (state.kind !== 'final') return [];
  if (state.value?.kind === 'constant') return state.value.constant.kind === 'undefined' ? [] : [['output', { kind: 'constant', constant: state.value.constant }]];
  const { chart, names, computed, output } = making;
  if (state.value && state.parent !== undefined) return [['output', { kind: 'code', name: codeText(state.value.code), text: valueText(state.value.code, { chart, names, triggers: [] }) }]];
  return computed.has(state.id) ? [['output', { kind: 'code', name: output, text: `({ context }) => context.${output}` }]] : [];
}

/** `invoke`, `on`, `onDone`, `after` and `always`. */
function handlers(state: State, making: Making): readonly Entry[] {
  const actors = state.actors ?? [];
  const all = candidatesOf(state);
  const tree = ({ transitions }: Candidates): Tree => oneOrMany(transitions.map((transition) => transitionTree(transition, state, making)));
  const isOwn = (id: string): boolean => actors.some((actor) => actor.id === id);
  const on = all.flatMap((each): Entry[] => {
    const { key, trigger } = each;
    if (key !== undefined) return [[key, tree(each)]];
    // What tells of an actor that was not started by the state itself is an event like others.
    return trigger.kind === 'actor' && !isOwn(trigger.id) ? [[`xstate.${trigger.how === 'snapshot' ? 'snapshot' : `${trigger.how}.actor`}.${trigger.id}`, tree(each)]] : [];
  });
  const under = (kind: Trigger['kind']): readonly Candidates[] => all.filter(({ trigger }) => trigger.kind === kind);
  const after = under('after').flatMap((each): Entry[] => (each.trigger.kind === 'after' ? [[each.trigger.delay, tree(each)]] : []));
  const ofActor = (id: string): Entry[] => all.flatMap((each): Entry[] => (each.trigger.kind === 'actor' && each.trigger.id === id ? [[HOW[each.trigger.how], tree(each)]] : []));
  return [
    ...(actors.length === 0 ? [] : [['invoke', oneOrMany(actors.map((actor) => actorTree(actor, ofActor(actor.id), making)))] as const]),
    ...(on.length === 0 ? [] : [['on', record(on, on.length > 1)] as const]),
    ...under('done').map((each): Entry => ['onDone', tree(each)]),
    ...(after.length === 0 ? [] : [['after', record(after, after.length > 1)] as const]),
    ...under('always').map((each): Entry => ['always', tree(each)]),
  ];
}

const HOW = { done: 'onDone', error: 'onError', snapshot: 'onSnapshot' } as const;

function actorTree({ id, source, input }: Invocation, ends: readonly Entry[], { chart, names }: Making): Tree {
  return record([
    ['id', text(id)],
    ['src', text(source)],
    input ? ['input', { kind: 'code', name: codeText(input), text: valueText(input, { chart, names, triggers: [] }) }] : undefined,
    ...ends,
  ]);
}

function transitionTree(transition: Transition, state: State, making: Making): Tree {
  const { chart, names, guards, targets, causes } = making;
  const { trigger } = transition;
  const scope: Scope = { chart, names, triggers: trigger.kind === 'always' ? (causes.get(state.id) ?? []) : [trigger] };
  const hints = [triggerLabel(trigger), `in ${state.id}`];
  const condition = transition.guard === 'else' ? undefined : transition.guard;
  const name = guardName(trigger, condition, chart.alphabet);
  // What asks only for the event's name is ours, and means one thing.
  const guard = name === undefined ? undefined : condition ? guards.label(name, guardText(trigger, condition, scope), hints) : guards.own(name, guardText(trigger, undefined, scope));
  const actions = actionTrees(transition, scope, making, hints);
  const ids = transition.throws || transition.target === undefined ? [] : [transition.target, ...(transition.also ?? [])];
  return record([
    guard === undefined ? undefined : ['guard', text(guard)],
    ids.length === 0 ? undefined : ['target', oneOrMany(ids.map((id) => text(targets.from(state, id))))],
    actions.length === 0 ? undefined : ['actions', oneOrMany(actions)],
    transition.reenter && ids.length > 0 ? ['reenter', { kind: 'constant', constant: { kind: 'boolean', value: true } }] : undefined,
  ]);
}

/** The names of what a transition does: its actions, then what it returns or throws. */
function actionTrees(transition: Transition, scope: Scope, making: Making, hints: readonly string[]): readonly Tree[] {
  const { computed, actions, output } = making;
  const trees = transition.actions.map((action) => actionTree(action, scope, making, hints));
  if (transition.returns && transition.target !== undefined && computed.has(transition.target)) trees.push(text(actions.label(`return ${codeText(transition.returns)}`, returnText(transition.returns, output, scope), hints)));
  if (transition.throws) trees.push(text(actions.label(`throw ${codeText(transition.throws)}`, throwText(transition.throws, scope), hints)));
  return trees;
}

function actionTree(action: Action, scope: Scope, { actions, early }: Making, hints: readonly string[]): Tree {
  return text(actions.label(actionLabel(action), actionText(action, scope, early.has(action.name)), hints));
}
