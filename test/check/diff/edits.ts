/** Edits of charts, as people make them: one thing at a time, drawn at random. */
import fc from 'fast-check';
import type { Action, Chart, State, Transition } from '../../../src/chart/chart.ts';
import { plainCode } from '../../../src/chart/code.ts';
import { guards } from '../../statechart.ts';

export const edits = ['drop', 'retarget', 'stay', 'guard', 'order', 'action', 'silence', 'initial', 'entry', 'exit', 'event', 'delay', 'reenter', 'history', 'copy'] as const;
export type Edit = (typeof edits)[number];

/** A chart, and the same after an edit; the edit may change nothing that anybody can tell. */
export function edited(charts: fc.Arbitrary<Chart>): fc.Arbitrary<readonly [Chart, Chart, Edit]> {
  return fc.tuple(charts, fc.constantFrom(...edits), fc.nat(1000), fc.nat(1000), fc.constantFrom(...guards, 'else', undefined)).map(([chart, edit, at, to, guard]) => [chart, apply(chart, edit, at, to, guard), edit] as const);
}

const beep: Action = { statements: [plainCode('edited')], writes: [], mutates: [], effect: false, name: 'edited' };

function apply(chart: Chart, edit: Edit, at: number, to: number, guard: string | undefined): Chart {
  const { states } = chart;
  const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  const targets = states.filter(({ kind }) => kind !== 'history').map(({ id }) => id);
  const ways = states.flatMap((state) => (state.kind === 'choice' || state.kind === 'history' ? [] : state.transitions.map((way) => ({ state, way }))));
  const chosen = pick(ways, at);
  const withState = (old: State, next: State): Chart => ({ ...chart, states: states.map((state) => (state === old ? next : state)) });
  const withWay = (change: (way: Transition) => readonly Transition[]): Chart =>
    chosen ? withState(chosen.state, { ...chosen.state, transitions: chosen.state.transitions.flatMap((way) => (way === chosen.way ? change(way) : [way])) }) : chart;
  const isOwn = chosen?.way.trigger.kind === 'always' || chosen?.way.trigger.kind === 'done' || (chosen?.way.trigger.kind === 'any' && chosen.way.trigger.internal === true) || (chosen?.way.trigger.kind === 'event' && chosen.way.trigger.type === 'chime');
  switch (edit) {
    case 'drop':
      return withWay(() => []);
    case 'retarget':
      return isOwn ? chart : withWay((way) => [{ ...without(way, 'also'), target: pick(targets, to)! }]);
    case 'stay':
      return isOwn ? chart : withWay((way) => [without(way, 'also', 'target', 'reenter')]);
    case 'guard':
      return withWay((way) => [guard === undefined ? without(way, 'guard') : { ...way, guard: guard === 'else' ? guard : plainCode(guard) }]);
    case 'order':
      return chosen ? withState(chosen.state, { ...chosen.state, transitions: chosen.state.transitions.toReversed() }) : chart;
    case 'action':
      return withWay((way) => [{ ...way, actions: [...way.actions, beep] }]);
    case 'silence':
      return withWay((way) => [{ ...way, actions: [] }]);
    case 'event':
      return withWay((way) => [way.trigger.kind === 'event' ? { ...way, trigger: { kind: 'event', type: 'novel' } } : way]);
    case 'delay':
      return withWay((way) => [way.trigger.kind === 'after' ? { ...way, trigger: { kind: 'after', delay: '77' } } : way]);
    case 'reenter':
      return withWay(({ reenter, ...way }) => [reenter || way.target === undefined ? way : { ...way, reenter: true }]);
    case 'copy':
      return withWay((way) => [way, { ...way }]);
    case 'initial': {
      const owner = pick(states.filter(({ kind }) => kind === 'compound'), at);
      const inside = states.filter(({ parent, kind }) => parent === owner?.id && kind !== 'history').map(({ id }) => id);
      const target = pick(inside, to);
      if (target === undefined) return chart;
      return owner ? withState(owner, { ...owner, initial: { ...owner.initial!, target } }) : { ...chart, initial: { ...chart.initial, target } };
    }
    case 'entry':
    case 'exit': {
      const state = pick(states.filter(({ kind }) => kind === 'atomic' || kind === 'compound' || kind === 'parallel'), at);
      return state ? withState(state, { ...state, [edit]: [...(state[edit] ?? []), beep] }) : chart;
    }
    case 'history': {
      const state = pick(states.filter(({ kind }) => kind === 'history'), at);
      return state ? withState(state, { ...state, depth: state.depth === 'deep' ? 'shallow' : 'deep' }) : chart;
    }
  }
}

function without(way: Transition, ...keys: readonly (keyof Transition)[]): Transition {
  return Object.fromEntries(Object.entries(way).filter(([key]) => !keys.includes(key as keyof Transition))) as unknown as Transition;
}
