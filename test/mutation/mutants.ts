/**
 * A chart in, the same chart broken in one place out: every single thing of every kind that can be broken. What comes out is a chart still, all of
 * whose targets are there; whether it does anything else is for others to say.
 */
import type { Action, Chart, State, Transition } from '../../src/chart/chart.ts';
import { codeText } from '../../src/chart/code.ts';
import { triggerLabel } from '../../src/chart/label.ts';

export const kinds = ['dropped', 'added', 'retargeted', 'relabelled', 'reordered', 'guard', 'action', 'context update', 'initial state', 'final', 'moved in', 'moved out'] as const;
export type Kind = (typeof kinds)[number];

export interface Mutant {
  readonly kind: Kind;
  /** What was done, to read: `A: go → B leads to C`. */
  readonly change: string;
  readonly chart: Chart;
  /** The ids of the states at which a person would look for it: the one that the arrow leaves, the one that was moved; `[*]` for the start. */
  readonly at: readonly string[];
}

/** All of them, in the order of the chart. */
export function mutantsOf(chart: Chart): readonly Mutant[] {
  const words = wordsOf(chart);
  const all = [
    ...initialsOf(chart),
    ...chart.states.flatMap((state) => [...ofTransitions(chart, state, words), ...ofFinal(chart, state), ...ofPlace(chart, state)]),
    ...ofContext(chart),
  ];
  const rounds = roundsIn(chart);
  return all.filter((mutant) => roundsIn(mutant.chart) <= rounds);
}

/** How many transitions that wait for nothing from outside lead back, where they may go round for ever. */
function roundsIn({ states }: Chart): number {
  const order = new Map(states.map(({ id }, at) => [id, at]));
  const back = (state: State, { trigger, target }: Transition): boolean =>
    (trigger.kind === 'always' || trigger.kind === 'done' || (trigger.kind === 'any' && trigger.internal === true)) && state.kind !== 'history' && target !== undefined && (target === state.id || target.startsWith(`${state.id}.`) || order.get(target)! < order.get(state.id)!);
  return states.reduce((sum, state) => sum + state.transitions.filter((one) => back(state, one)).length, 0);
}

interface Words {
  readonly guards: readonly string[];
  readonly events: readonly string[];
}

function wordsOf({ states }: Chart): Words {
  const all = states.flatMap(({ transitions }) => transitions);
  const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];
  return { guards: unique(all.flatMap(({ guard }) => (typeof guard === 'object' ? [codeText(guard)] : []))), events: unique(all.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.type] : []))) };
}

/** What is another one of the list than this, if there is one: always the same. */
function other<T>(list: readonly T[], than: T | undefined): T | undefined {
  return list[(list.indexOf(than as T) + 1) % list.length] === than ? undefined : list[(list.indexOf(than as T) + 1) % list.length];
}

function told(state: State, transition: Transition): string {
  const guard = transition.guard === 'else' ? ' [else]' : transition.guard ? ` [${codeText(transition.guard)}]` : '';
  return `${state.id}: ${triggerLabel(transition.trigger) || 'always'}${guard} → ${transition.target ?? 'nowhere else'}`;
}

/** Whether a state can be the target of an arrow from the other. */
function mayLead(from: State, to: State): boolean {
  return to.kind !== 'history' && (from.kind !== 'choice' || to.id !== from.id);
}

function ofTransitions(chart: Chart, state: State, words: Words): readonly Mutant[] {
  if (state.kind === 'history') return [];
  const replaced = (at: number, ...instead: readonly Transition[]): Chart => withState(chart, { ...state, transitions: state.transitions.flatMap((one, index) => (index === at ? instead : [one])) });
  const found: Mutant[] = [];
  const add = (kind: Kind, change: string, broken: Chart): void => void found.push({ kind, change, chart: broken, at: [state.id] });
  for (const [at, transition] of state.transitions.entries()) {
    const name = told(state, transition);
    add('dropped', `${name}: gone`, replaced(at));
    for (const elsewhere of elsewhereThan(chart, state, transition)) add('retargeted', `${name}: leads to ${elsewhere.id}`, replaced(at, { ...without(transition, 'also', 'returns', 'reenter'), target: elsewhere.id }));
    if (transition.target !== undefined && transition.also === undefined && state.kind !== 'choice') add('retargeted', `${name}: stays`, replaced(at, without(transition, 'target', 'returns', 'reenter')));
    if (transition.trigger.kind === 'event') {
      const { type } = transition.trigger;
      const type2 = other(words.events, type);
      if (type2 !== undefined) add('relabelled', `${name}: on ${type2}`, replaced(at, { ...transition, trigger: { kind: 'event', type: type2 } }));
      add('relabelled', `${name}: on ${type}2`, replaced(at, { ...transition, trigger: { kind: 'event', type: `${type}2` } }));
    }
    const next = state.transitions[at + 1];
    const isGuarded = typeof transition.guard === 'object';
    if (next && isGuarded && next.guard !== 'else' && JSON.stringify(next.trigger) === JSON.stringify(transition.trigger)) add('reordered', `${name}: after the next`, withState(chart, { ...state, transitions: state.transitions.map((one, index) => (index === at ? next : index === at + 1 ? transition : one)) }));
    if (typeof transition.guard === 'object') {
      const text = codeText(transition.guard);
      add('guard', `${name}: if not so`, replaced(at, { ...transition, guard: { pieces: [`!(${text})`] } }));
      add('guard', `${name}: always`, replaced(at, without(transition, 'guard')));
      const another = other(words.guards, text);
      if (another !== undefined) add('guard', `${name}: if ${another}`, replaced(at, { ...transition, guard: { pieces: [another] } }));
    }
    for (const [index, action] of transition.actions.entries()) {
      const kind: Kind = action.writes.length > 0 && !action.effect ? 'context update' : 'action';
      add(kind, `${name}: without ${action.name}`, replaced(at, { ...transition, actions: transition.actions.filter((_, place) => place !== index) }));
      if (action.raises === undefined) add(kind, `${name}: another for ${action.name}`, replaced(at, { ...transition, actions: transition.actions.map((one, place) => (place === index ? broken(one) : one)) }));
      const after = transition.actions[index + 1];
      if (after && after.name !== action.name) add(kind, `${name}: ${action.name} after ${after.name}`, replaced(at, { ...transition, actions: transition.actions.map((one, place) => (place === index ? after : place === index + 1 ? action : one)) }));
    }
    add('action', `${name}: does something more`, replaced(at, { ...transition, actions: [...transition.actions, strange] }));
  }
  if (state.kind !== 'choice' && state.kind !== 'final') {
    const target = chart.states.find((to) => mayLead(state, to) && to.kind !== 'choice' && to.kind !== 'final');
    const more = (type: string): Chart => withState(chart, { ...state, transitions: [{ trigger: { kind: 'event', type }, actions: [], target: target!.id, places: [] }, ...state.transitions] });
    const taken = new Set(state.transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.type] : [])));
    const free = words.events.find((type) => !taken.has(type));
    if (target && free !== undefined) add('added', `${state.id}: ${free} → ${target.id} more`, more(free));
    if (target) add('added', `${state.id}: an event that nobody knows → ${target.id} more`, more('unheard of'));
  }
  return found;
}

/** Two other states, no more: the next in the list, and the first. */
function elsewhereThan(chart: Chart, state: State, { target, trigger }: Transition): readonly State[] {
  // What is taken by itself may lead round for ever.
  const able = chart.states.filter((to) => mayLead(state, to) && (trigger.kind !== 'always' || chart.states.indexOf(to) > chart.states.indexOf(state)) && to.id !== target);
  const at = chart.states.findIndex(({ id }) => id === target);
  const next = able.find((to) => chart.states.indexOf(to) > at) ?? able[0];
  return [...new Set([next, able[0]])].filter((one) => one !== undefined);
}

const strange: Action = { statements: [{ pieces: ['strange()'] }], writes: [], mutates: [], effect: true, name: 'strange()' };

function broken(action: Action): Action {
  const code = action.statements.map((statement, at) => (at === 0 ? { pieces: [`${codeText(statement).replace(/;\s*$/, '')} /* not */ + 1`] } : statement));
  return { ...action, statements: code, name: `${action.name} + 1` };
}

function initialsOf(chart: Chart): readonly Mutant[] {
  const found: Mutant[] = [];
  const beside = (target: string | undefined): State | undefined => {
    const able = chart.states.filter(({ kind, parent }) => kind !== 'history' && kind !== 'choice' && parent === chart.states.find(({ id }) => id === target)?.parent);
    return other(able, able.find(({ id }) => id === target));
  };
  const begin = beside(chart.initial.target);
  if (begin && begin.id !== chart.initial.target) found.push({ kind: 'initial state', change: `starts in ${begin.id}`, chart: { ...chart, initial: { ...without(chart.initial, 'returns'), target: begin.id } }, at: ['[*]'] });
  if (chart.initial.actions.length > 0) found.push({ kind: 'initial state', change: 'does nothing on the way in', chart: { ...chart, initial: { ...chart.initial, actions: [] } }, at: ['[*]'] });
  for (const state of chart.states) {
    const inner = state.initial && beside(state.initial.target);
    if (state.initial && inner && inner.id !== state.initial.target) found.push({ kind: 'initial state', change: `${state.id} begins in ${inner.id}`, chart: withState(chart, { ...state, initial: { ...state.initial, target: inner.id } }), at: [state.id] });
  }
  return found;
}

/** An end that is none, a state that is one. */
function ofFinal(chart: Chart, state: State): readonly Mutant[] {
  if (state.kind === 'final') {
    const waits: State = { ...without(state, 'value'), kind: 'atomic', ...(state.value ? { value: state.value } : {}) };
    const leading = (one: Transition): Transition => (one.target === state.id ? without(one, 'returns') : one);
    const changed = withState(chart, waits);
    return [{ kind: 'final', change: `${state.id} is no end`, chart: { ...changed, initial: leading(changed.initial), states: changed.states.map((one) => ({ ...one, transitions: one.transitions.map(leading) })) }, at: [state.id, ...leadingTo(chart, state.id)] }];
  }
  const isRegion = chart.states.find(({ id }) => id === state.parent)?.kind === 'parallel';
  if (state.kind !== 'atomic' || isRegion) return [];
  return [{ kind: 'final', change: `${state.id} is an end`, chart: withState(chart, { ...without(state, 'entry', 'exit', 'actors', 'tags'), kind: 'final', transitions: [] }), at: [state.id, ...leadingTo(chart, state.id)] }];
}

function leadingTo(chart: Chart, id: string): readonly string[] {
  return [...(chart.initial.target === id ? ['[*]'] : []), ...chart.states.filter(({ transitions, initial }) => transitions.some(({ target }) => target === id) || initial?.target === id).map((state) => state.id)];
}

/** Into the compound state beside it, or out of the one around it. Nobody may lead to it as a beginning. */
function ofPlace(chart: Chart, state: State): readonly Mutant[] {
  if (!['atomic', 'compound', 'parallel'].includes(state.kind) || leadingTo(chart, state.id).some((id) => id === '[*]' || chart.states.find((one) => one.id === id)?.initial?.target === state.id)) return [];
  const parent = chart.states.find(({ id }) => id === state.parent);
  const found: Mutant[] = [];
  const into = chart.states.find((one) => one.kind === 'compound' && one !== state && one.parent === state.parent);
  const moved = (kind: Kind, to: State | undefined): void => {
    const chart2 = movedTo(chart, state, to);
    if (chart2) found.push({ kind, change: `${state.id} is part of ${to?.id ?? 'nothing'}`, chart: chart2, at: [state.id, idIn(state, to)] });
  };
  if (parent?.kind !== 'parallel') {
    if (into) moved('moved in', into);
    if (parent?.kind === 'compound') moved('moved out', chart.states.find(({ id }) => id === parent.parent && id !== undefined));
  }
  return found;
}

function idIn({ name, id }: State, to: State | undefined): string {
  return to ? `${to.id}.${name ?? id}` : (name ?? id);
}

/** Ids are paths: all that is part of it is called anew, and so is what leads there. */
function movedTo(chart: Chart, state: State, to: State | undefined): Chart | undefined {
  const id = idIn(state, to);
  if (chart.states.some((one) => one.id === id) || to?.kind === 'parallel') return undefined;
  const called = (old: string): string => (old === state.id ? id : old.startsWith(`${state.id}.`) ? id + old.slice(state.id.length) : old);
  const led = (one: Transition): Transition => ({ ...one, ...(one.target === undefined ? {} : { target: called(one.target) }), ...(one.also ? { also: one.also.map(called) } : {}) });
  const renamed = chart.states.map((one): State => ({ ...one, id: called(one.id), ...(one.parent === undefined ? {} : { parent: called(one.parent) }), transitions: one.transitions.map(led), ...(one.initial ? { initial: led(one.initial) } : {}) }));
  const own = renamed.filter((one) => one.id === id || one.id.startsWith(`${id}.`)).map((one): State => (one.id !== id ? one : to ? { ...one, parent: to.id, name: state.name ?? state.id } : without(one, 'parent', 'name')));
  const rest = renamed.filter((one) => !own.some((mine) => mine.id === one.id));
  const after = to ? rest.findLastIndex((one) => one.id === to.id || one.id.startsWith(`${to.id}.`)) + 1 : rest.length;
  return { ...chart, initial: led(chart.initial), states: [...rest.slice(0, after), ...own, ...rest.slice(after)] };
}

function ofContext(chart: Chart): readonly Mutant[] {
  return chart.context.flatMap((variable, at): Mutant[] => {
    if (!variable.initial) return [];
    const initial = { pieces: [`(${codeText(variable.initial)}, 'other')`] };
    return [{ kind: 'context update', change: `${variable.name} begins as something else`, chart: { ...chart, context: chart.context.map((one, index) => (index === at ? { ...one, initial } : one)) }, at: ['[*]'] }];
  });
}

function withState(chart: Chart, state: State): Chart {
  return { ...chart, states: chart.states.map((one) => (one.id === state.id ? state : one)) };
}

function without<T extends object, K extends keyof T>(whole: T, ...keys: readonly K[]): T {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key as K))) as T;
}
