/**
 * A chart in, everything an XState machine is made of out: the config as a tree, and the guards and actions that it calls by name.
 *
 * One canonical long form: every transition is an object, candidates stand in the order of the code, what is always taken comes last and unguarded.
 * The two handlers at the root say once what holds in every state: a `.throw()` fails the machine, a `.return()` ends it.
 */
import type { Chart, State, Transition, Trigger } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import { triggerLabel } from '../../chart/label.ts';
import { actionText, returnText, throwText } from './action.ts';
import { expressionFunction } from './body.ts';
import { withWholeAlphabet } from './alphabet.ts';
import { candidatesOf } from './candidates.ts';
import { causesOf } from './causes.ts';
import { AS_OBJECT, AS_STRING, RETURN, SENT, THROW } from './event-name.ts';
import { guardName, guardText } from './guard.ts';
import { stateKeys } from './key.ts';
import { type Labels, labels } from './label.ts';
import { type ModuleNames, fresh, moduleNames } from './module-name.ts';
import { earlyActions } from './order.ts';
import type { Scope } from './scope.ts';
import { type Entry, type Tree, oneOrMany, prose, record, text } from './tree.ts';

export interface Plan {
  readonly chart: Chart;
  readonly names: ModuleNames;
  readonly guards: Labels;
  readonly actions: Labels;
  /** The variable of the context that what the machine returns is kept in, if it needs one. */
  readonly output: string | undefined;
  /** `states`, and how they are entered. */
  readonly initial: Tree;
  readonly on: Tree;
  readonly states: Tree;
}

/** What is at hand while the parts are made. */
interface Making {
  readonly chart: Chart;
  readonly names: ModuleNames;
  readonly guards: Labels;
  readonly actions: Labels;
  readonly keys: ReadonlyMap<string, string>;
  readonly early: ReadonlySet<string>;
  readonly causes: ReadonlyMap<string, readonly Trigger[]>;
  /** The final states that what is returned must be remembered for. */
  readonly computed: ReadonlySet<string>;
  /** The variable for what is returned. */
  readonly output: string;
  readonly returned: string;
}

export function planOf(given: Chart): Plan {
  const chart = withWholeAlphabet(given);
  const names = moduleNames(chart);
  const guards = labels([SENT, AS_STRING, AS_OBJECT]);
  const actions = labels([FAIL]);
  const keys = stateKeys(chart);
  const output = fresh('output', new Set(chart.context.map((variable) => variable.name)));
  const making: Making = { chart, names, guards, actions, keys, early: earlyActions(chart), causes: causesOf(chart), computed: computedFinals(chart), output, returned: freeKey(new Set(keys.values())) };
  const states = record([...chart.states.map((state): Entry => [keys.get(state.id)!, stateTree(state, making)]), [making.returned, returnedTree(making)]], true);
  const initial = initialTree(making);
  const on = record([[THROW, record([['actions', text(FAIL)]])], [RETURN, record([['target', text(`.${making.returned}`)]])]], true);
  return { chart, names, guards, actions, output: making.computed.size > 0 ? output : undefined, initial, on, states };
}

/** The action at the root that makes an error thrown in the machine's own. */
export const FAIL = 'fail';

function freeKey(taken: ReadonlySet<string>): string {
  let key = 'returned';
  while (taken.has(key)) key += ' early';
  return key;
}

function returnedTree({ names }: Making): Tree {
  return record([
    ['type', text('final')],
    ['output', { kind: 'code', name: 'returned', text: `({ event }) => (event as ${names.use('Returned')}).value` }],
  ]);
}

function initialTree(making: Making): Tree {
  const { initial } = making.chart;
  const actions = actionTrees(initial, { chart: making.chart, names: making.names, triggers: [] }, making, ['start']);
  const key = text(initial.target === undefined || initial.throws ? making.returned : making.keys.get(initial.target)!);
  return actions.length === 0 ? key : record([['target', key], ['actions', oneOrMany(actions)]]);
}

function stateTree(state: State, making: Making): Tree {
  return record([
    state.note === undefined ? undefined : ['description', prose(state.note)],
    ...metaEntry(state, making),
    state.kind === 'final' ? ['type', text('final')] : undefined,
    ...handlers(state, making),
    ...outputs(state, making),
  ], state.kind !== 'final');
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

function outputs(state: State, making: Making): readonly Entry[] {
  if (state.kind !== 'final') return [];
  if (state.value?.kind === 'constant') return state.value.constant.kind === 'undefined' ? [] : [['output', { kind: 'constant', constant: state.value.constant }]];
  const { computed, output } = making;
  return computed.has(state.id) ? [['output', { kind: 'code', name: output, text: `({ context }) => context.${output}` }]] : [];
}

/** The final states that do not say themselves what is returned on the way there. */
function computedFinals(chart: Chart): ReadonlySet<string> {
  const open = new Set(chart.states.filter((state) => state.kind === 'final' && state.value?.kind !== 'constant').map((state) => state.id));
  const returning = [chart.initial, ...chart.states.flatMap((state) => state.transitions)].filter((transition) => transition.returns !== undefined);
  return new Set(returning.flatMap(({ target }) => (target !== undefined && open.has(target) ? [target] : [])));
}

/** `on` and `always`. */
function handlers(state: State, making: Making): readonly Entry[] {
  const lists = new Map([...candidatesOf(state)].map(([key, transitions]) => [key, transitions.map((transition) => transitionTree(transition, state, making))]));
  const always = lists.get(undefined);
  const on = [...lists].filter((entry): entry is [string, Tree[]] => entry[0] !== undefined);
  return [
    ...(on.length === 0 ? [] : [['on', record(on.map(([key, trees]): Entry => [key, oneOrMany(trees)]), on.length > 1)] as const]),
    ...(always ? [['always', oneOrMany(always)] as const] : []),
  ];
}

function transitionTree(transition: Transition, state: State, making: Making): Tree {
  const { chart, names, guards, keys, causes } = making;
  const { trigger } = transition;
  const scope: Scope = { chart, names, triggers: trigger.kind === 'always' ? (causes.get(state.id) ?? []) : [trigger] };
  const hints = [triggerLabel(trigger), `in ${state.id}`];
  const condition = transition.guard === 'else' ? undefined : transition.guard;
  const name = guardName(trigger, condition, chart.alphabet);
  // What asks only for the event's name is ours, and means one thing.
  const guard = name === undefined ? undefined : condition ? guards.label(name, guardText(trigger, condition, scope), hints) : guards.own(name, guardText(trigger, undefined, scope));
  const actions = actionTrees(transition, scope, making, hints);
  const target = transition.throws ? undefined : transition.target;
  return record([
    guard === undefined ? undefined : ['guard', text(guard)],
    target === undefined ? undefined : ['target', text(keys.get(target) ?? target)],
    actions.length === 0 ? undefined : ['actions', oneOrMany(actions)],
  ]);
}

/** The names of what a transition does: its actions, then what it returns or throws. */
function actionTrees(transition: Transition, scope: Scope, { computed, actions, early, output }: Making, hints: readonly string[]): readonly Tree[] {
  const names = transition.actions.map((action) => actions.label(action.name, actionText(action, scope, early.has(action.name)), hints));
  if (transition.returns && transition.target !== undefined && computed.has(transition.target)) names.push(actions.label(`return ${codeText(transition.returns)}`, returnText(transition.returns, output, scope), hints));
  if (transition.throws) names.push(actions.label(`throw ${codeText(transition.throws)}`, throwText(transition.throws, scope), hints));
  return names.map(text);
}
