/**
 * A chart in, everything an XState machine is made of out: the config as a tree, and the guards and actions that it calls by name.
 *
 * One canonical long form: every transition is an object, candidates stand in the order of the code, what is always taken comes last and unguarded.
 * The two handlers at the root say once what holds in every state: a `.throw()` fails the machine, a `.return()` ends it.
 */
import type { Chart, State } from '../../../chart/chart.ts';
import { withWholeAlphabet } from './alphabet.ts';
import { causesOf } from './causes.ts';
import { AS_OBJECT, AS_STRING, RETURN, SENT, THROW } from '../event-name.ts';
import { type Labels, labels } from '../label.ts';
import { type ModuleNames, fresh, moduleNames } from './module-name.ts';
import { earlyActions } from './order.ts';
import { targetsOf } from './target-text.ts';
import { type Entry, type Tree, record, text } from './tree.ts';
import { type Making, initialTree, stateTree } from './state.ts';

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

export function planOf(given: Chart): Plan {
  const chart = withWholeAlphabet(given);
  const names = moduleNames(chart);
  const guards = labels([SENT, AS_STRING, AS_OBJECT]);
  const actions = labels([FAIL]);
  const targets = targetsOf(chart);
  const output = fresh('output', new Set(chart.context.map((variable) => variable.name)));
  const making: Making = { chart, names, guards, actions, targets, within: withinOf(chart), early: earlyActions(chart), causes: causesOf(chart), computed: computedFinals(chart), output };
  const top = making.within.get(undefined) ?? [];
  const returned = freeKey(new Set(top.map(({ id }) => targets.keys.get(id)!)));
  const states = record([...top.map((state): Entry => [targets.keys.get(state.id)!, stateTree(state, making)]), [returned, returnedTree(making)]], true);
  const initial = initialTree(chart.initial, returned, ['start'], making);
  const on = record([[THROW, record([['actions', text(FAIL)]])], [RETURN, record([['target', text(`.${returned}`)]])]], true);
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

function withinOf(chart: Chart): ReadonlyMap<string | undefined, readonly State[]> {
  const within = new Map<string | undefined, State[]>();
  for (const state of chart.states) {
    const list = within.get(state.parent);
    if (list) list.push(state);
    else within.set(state.parent, [state]);
  }
  return within;
}

/** The final states at the top that do not say themselves what is returned on the way there. */
function computedFinals(chart: Chart): ReadonlySet<string> {
  const open = new Set(chart.states.filter((state) => state.kind === 'final' && state.parent === undefined && state.value?.kind !== 'constant').map((state) => state.id));
  const returning = [chart.initial, ...chart.states.flatMap((state) => state.transitions)].filter((transition) => transition.returns !== undefined);
  return new Set(returning.flatMap(({ target }) => (target !== undefined && open.has(target) ? [target] : [])));
}
