/**
 * Random XState configs as people write them, for fast-check: a random chart, written down in a random style (shorthands, relative and absolute targets, ids, combined
 * guards), with named guards and actions. Each comes with the chart that it should be read as. Written apart from `toXState`, so that it can judge the reader.
 */
import fc from 'fast-check';
import { and, not, raise } from 'xstate';
import type { Action, Chart, State, Transition } from '../src/chart/chart.ts';
import { codeText } from '../src/chart/code.ts';
import { type Drawn, statecharts, withInternal } from './statechart.ts';

export interface Config {
  readonly config: object;
  /** What it is read as, unless it was drawn `loose`. */
  readonly chart: Chart;
}

/** Any config. `createMachine(config)` wants the guards `ready` and `open` and the delay `SOON` before it can run (XState takes a delay that it does not know for none), and nothing else. */
export function xstateConfigs(drawn: Drawn = {}): fc.Arbitrary<Config> {
  const without = [...(drawn.without ?? []), 'any' as const];
  return fc
    .tuple(statecharts({ ...drawn, without }), fc.infiniteStream(fc.nat(11)), fc.boolean())
    .map(([plain, dice, wrapped]) => {
      const drawnIn = wrapped ? inRoot(plain) : plain;
      const chart = { ...drawnIn, states: withInternal(drawnIn.states, true) };
      return { config: configOf(chart, () => dice.next().value, wrapped), chart };
    });
}

/** The chart within one more state, called after the machine, as a root that does more than to hold its states is read. */
function inRoot(chart: Chart): Chart {
  const root = chart.name;
  const inner = (id: string): string => `${root}.${id}`;
  const moved = (transition: Transition): Transition => ({
    ...transition,
    returns: undefined,
    ...(transition.target === undefined ? {} : { target: inner(transition.target) }),
    ...(transition.also ? { also: transition.also.map(inner) } : {}),
  });
  const states = chart.states.map((state): State => ({
    ...state,
    id: inner(state.id),
    name: state.name ?? state.id,
    parent: state.parent === undefined ? root : inner(state.parent),
    ...(state.initial ? { initial: moved(state.initial) } : {}),
    transitions: state.transitions.map(moved),
  }));
  const ends = states.some((state) => state.kind === 'final' && state.parent === root);
  const whole: State = {
    kind: 'compound',
    id: root,
    places: [],
    entry: [{ statements: [{ pieces: ['begin'] }], writes: [], mutates: [], effect: false, name: 'begin' }],
    initial: moved(chart.initial),
    transitions: ends ? [{ trigger: { kind: 'done' }, actions: [], target: 'done', places: [] }] : [],
  };
  const end: State = { kind: 'final', id: 'done', places: [], transitions: [] };
  return { ...chart, initial: { trigger: { kind: 'always' }, actions: [], target: root, places: [] }, states: [whole, ...states, ...(ends ? [end] : [])] };
}

type Dice = () => number;
type Part = Record<string, unknown>;

/** What is needed to write one state down. */
interface Writing {
  readonly chart: Chart;
  readonly byId: ReadonlyMap<string, State>;
  readonly dice: Dice;
  /** The state that is the root itself. */
  readonly root: string | undefined;
}

function configOf(chart: Chart, dice: Dice, wrapped: boolean): object {
  const root = wrapped ? chart.name : undefined;
  const writing: Writing = { chart, byId: new Map(chart.states.map((state) => [state.id, state])), dice, root };
  if (root !== undefined) {
    const { id: _, ...rest } = stateConfig(writing.byId.get(root)!, writing);
    return { id: chart.name, ...rest };
  }
  return { id: chart.name, initial: initialConfig(chart.initial, writing), output: ({ event }: { event: { output?: unknown } }) => event.output, states: statesConfig(undefined, writing) };
}

function statesConfig(parent: string | undefined, writing: Writing): Part {
  return Object.fromEntries(writing.chart.states.filter((state) => state.parent === parent).map((state) => [keyOf(state), stateConfig(state, writing)]));
}

function keyOf(state: State): string {
  return state.name ?? state.id;
}

function stateConfig(state: State, writing: Writing): Part {
  const { dice } = writing;
  const groups = new Map<string, Transition[]>();
  for (const transition of state.transitions) {
    const key = JSON.stringify({ ...transition.trigger, but: undefined });
    groups.set(key, [...(groups.get(key) ?? []), transition]);
  }
  const lists = [...groups.values()].map((list) => [list[0]!.trigger, candidates(list, state, writing)] as const);
  const under = (kind: string): (readonly [string, unknown])[] =>
    lists.flatMap(([trigger, list]) => (trigger.kind !== kind ? [] : [[trigger.kind === 'event' ? trigger.type : trigger.kind === 'family' ? `${trigger.prefix}.*` : trigger.kind === 'after' ? trigger.delay : '', list] as const]));
  const any = lists.find(([trigger]) => trigger.kind === 'any');
  const ignored = any?.[0].kind === 'any' ? any[0].but : [];
  const on = [...under('event'), ...under('family'), ...(any ? [['*', any[1]] as const] : []), ...ignored.map((type) => [type, pick(dice, undefined, {}, [{}])] as const)];
  const after = under('after');
  const children = statesConfig(state.id, writing);
  const isWhole = state.kind === 'compound' || state.kind === 'parallel';
  const how = (id: string, which: string): Part => {
    const list = lists.find(([trigger]) => trigger.kind === 'actor' && trigger.id === id && trigger.how === which);
    return list ? { [`on${which[0]!.toUpperCase()}${which.slice(1)}`]: list[1] } : {};
  };
  return {
    ...(explicitId(state) ? { id: explicitId(state) } : {}),
    ...(state.kind === 'parallel' || state.kind === 'final' ? { type: state.kind } : state.kind === 'history' ? historyType(state, dice) : dice() === 0 && state.kind !== 'choice' ? { type: state.kind } : {}),
    ...(state.kind === 'history' && state.transitions[0]?.target !== undefined ? { target: historyTarget(writing.byId.get(state.transitions[0].target)!, state, writing) } : {}),
    ...(state.value?.kind === 'constant' && 'value' in state.value.constant ? { output: state.value.constant.value } : state.value ? { output: null } : {}),
    ...(state.tags ? { tags: state.tags.length === 1 && coin(dice) ? state.tags[0] : state.tags } : {}),
    ...(state.entry ? { entry: actionsConfig(state.entry, dice) } : {}),
    ...(state.exit ? { exit: actionsConfig(state.exit, dice) } : {}),
    ...(state.initial ? { initial: initialConfig(state.initial, writing) } : {}),
    ...(state.actors ? { invoke: one(state.actors.map(({ id, source, input }) => ({ src: source, id, ...(input ? { input: JSON.parse(codeText(input)) as unknown } : {}), ...how(id, 'done'), ...how(id, 'error'), ...how(id, 'snapshot') })), dice) } : {}),
    ...(on.length > 0 ? { on: Object.fromEntries(on) } : {}),
    ...(state.id === writing.root ? {} : Object.fromEntries(under('done').map(([, list]) => ['onDone', list]))),
    ...(after.length > 0 ? { after: Object.fromEntries(after) } : {}),
    ...(state.kind === 'history' ? {} : Object.fromEntries(under('always').map(([, list]) => ['always', list]))),
    ...(isWhole ? { states: children } : {}),
  };
}

function historyType({ depth }: State, dice: Dice): Part {
  if (depth === 'deep') return coin(dice) ? { type: 'history', history: 'deep' } : { history: 'deep' };
  return pick(dice, { type: 'history' }, { type: 'history', history: 'shallow' }, { history: true }, { history: 'shallow' });
}

/** Some states have an id of their own. */
function explicitId(state: State): string | undefined {
  return state.id.length % 3 === 0 ? `${keyOf(state)} of ${state.parent ?? 'all'}`.replaceAll('.', '-') : undefined;
}

function candidates(list: readonly Transition[], state: State, writing: Writing): unknown {
  const { dice } = writing;
  const written = list.map((transition) => transitionConfig(transition, state, writing));
  const [only, ...more] = written;
  if (more.length > 0) return written;
  const { trigger } = list[0]!;
  const keys = Object.keys(only!);
  if (keys.length === 0 && trigger.kind === 'event') return pick(dice, undefined, {}, [{}], [undefined]);
  if (keys.length === 1 && typeof only!['target'] === 'string' && coin(dice)) return trigger.kind !== 'after' && coin(dice) ? [only!['target']] : only!['target'];
  return coin(dice) ? only : written;
}

function transitionConfig({ guard, target, also = [], actions, reenter }: Transition, state: State, writing: Writing): Part {
  const { dice, byId } = writing;
  const targets = target === undefined ? [] : [target, ...also].map((id) => targetText(byId.get(id)!, state, writing));
  return {
    ...(guard === undefined || guard === 'else' ? {} : { guard: guardConfig(codeText(guard), dice) }),
    ...(targets.length === 0 ? {} : { target: one(targets, dice) }),
    ...(actions.length === 0 ? {} : { actions: actionsConfig(actions, dice) }),
    ...(reenter ? { reenter } : {}),
  };
}

function guardConfig(words: string, dice: Dice): unknown {
  if (words.startsWith('!')) return not(guardConfig(words.slice(1), dice) as never);
  const parts = words.split(' && ');
  if (parts.length > 1) return and(parts.map((part) => guardConfig(part, dice)) as never);
  return coin(dice) ? words : { type: words };
}

function actionsConfig(actions: readonly Action[], dice: Dice): unknown {
  const written = actions.map(({ name, raises, delay }) => {
    if (raises === undefined) return coin(dice) ? name : { type: name };
    const id = /'(\w+)'\)$/.exec(name)?.[1];
    return delay === undefined ? raise({ type: raises }) : raise({ type: raises }, { delay: (/^\d+$/.test(delay) ? Number(delay) : delay) as never, ...(id === raises || id === delay ? {} : { id }) });
  });
  return one(written, dice);
}

function initialConfig({ target, actions }: Transition, writing: Writing): unknown {
  const key = keyOf(writing.byId.get(target!)!);
  return actions.length === 0 && coin(writing.dice) ? key : { target: key, ...(actions.length === 0 ? {} : { actions: actionsConfig(actions, writing.dice) }) };
}

/** The keys from the root down to the state. */
function pathOf(state: State, { byId, root }: Writing): readonly string[] {
  if (state.id === root) return [];
  return [...(state.parent === undefined ? [] : pathOf(byId.get(state.parent)!, { byId, root } as Writing)), keyOf(state)];
}

/** The way down from `outer` (nothing: the machine) to the state; nothing where it is not within. */
function wayDown(state: State, outer: string | undefined, { byId }: Writing): string | undefined {
  if (state.parent === outer) return keyOf(state);
  if (state.parent === undefined) return undefined;
  const way = wayDown(byId.get(state.parent)!, outer, { byId } as Writing);
  return way === undefined ? undefined : `${way}.${keyOf(state)}`;
}

function absolute(target: State, writing: Writing): string {
  const explicit = explicitId(target);
  return explicit !== undefined && target.id !== writing.root && coin(writing.dice) ? `#${explicit}` : ['#machine', ...pathOf(target, writing)].join('.');
}

function targetText(target: State, source: State, writing: Writing): string {
  const beside = source.id === writing.root ? undefined : wayDown(target, source.parent, writing);
  const below = wayDown(target, source.id, writing);
  const ways = [absolute(target, writing), ...(beside === undefined ? [] : [beside, beside]), ...(below === undefined ? [] : [`.${below}`, `.${below}`])];
  return pick(writing.dice, ...ways);
}

function historyTarget(target: State, history: State, writing: Writing): string {
  return pick(writing.dice, absolute(target, writing), wayDown(target, history.parent, writing)!);
}

function one(list: readonly unknown[], dice: Dice): unknown {
  return list.length === 1 && coin(dice) ? list[0] : list;
}

function coin(dice: Dice): boolean {
  return dice() % 2 === 0;
}

function pick<T>(dice: Dice, ...from: readonly T[]): T {
  return from[dice() % from.length]!;
}
