/**
 * Two drawings of one machine in, as charts: the one a person drew and ours. Out: what they disagree about.
 *
 * What counts are the states, waiting and final, by name, and the arrows: from where, on which event, to where. A choice
 * is no more than the arrows that go through it, since a person may or may not draw it, and an arrow that comes back to its
 * state and does nothing is none. How a guard is worded is compared too, but decides nothing.
 */
import type { Chart, State, Transition } from '../../../src/chart/chart.ts';
import { guardLabel, triggerLabel } from '../../../src/chart/label.ts';

export interface Comparison {
  readonly hand: Size;
  readonly ours: Size;
  /** Of the arrows that both have and one at least has a guard on: how many guards say the same in the same words. */
  readonly guards: { readonly same: number; readonly of: number };
  /** What only the person has drawn, then what only we have: states by name, arrows as `RED --> GREEN : next`. Empty where the two agree. */
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

export interface Size {
  /** Waiting and final ones. */
  readonly states: number;
  readonly arrows: number;
}

/** @example compareDrawings(fromMermaid(hand).chart, fromMermaid(toMermaid(chart)).chart).missing // ['RED --> GREEN : next'] */
export function compareDrawings(hand: Chart, ours: Chart): Comparison {
  const [handStates, ourStates] = [statesOf(hand), statesOf(ours)];
  const [handArrows, ourArrows] = [arrowsOf(hand), arrowsOf(ours)];
  const [handTexts, ourTexts] = [handArrows.map(textOf), ourArrows.map(textOf)];
  return {
    hand: { states: handStates.length, arrows: handArrows.length },
    ours: { states: ourStates.length, arrows: ourArrows.length },
    guards: compareGuards(handArrows, ourArrows),
    missing: [...without(handStates, ourStates), ...without(handTexts, ourTexts)],
    unexpected: [...without(ourStates, handStates), ...without(ourTexts, handTexts)],
  };
}

function statesOf({ states }: Chart): readonly string[] {
  return states.filter(({ kind }) => kind !== 'choice').map(({ kind, id }) => (kind === 'final' ? `the end ${id}` : `the state ${id}`));
}

/** From a waiting state, or the start, to a waiting state or an end. */
interface Arrow {
  readonly from: string;
  readonly event: string;
  /** Of all the ways it goes through choices, in order; without spaces. */
  readonly guard: string;
  readonly to: string;
}

function arrowsOf(chart: Chart): readonly Arrow[] {
  const states = new Map(chart.states.map((state) => [state.id, state]));
  const waiting = chart.states.filter(({ kind }) => kind === 'atomic');
  return [
    ...waysOf(chart.initial, '[*]', states).map(({ guard, to }) => ({ from: '[*]', event: '', guard, to })),
    ...waiting.flatMap((state) =>
      state.transitions.flatMap((transition) =>
        waysOf(transition, state.id, states)
          .filter(({ to, acts }) => acts || to !== state.id)
          .map(({ guard, to }) => ({ from: state.id, event: eventOf(transition), guard, to })),
      ),
    ),
  ];
}

interface Way {
  readonly to: string;
  readonly guard: string;
  readonly acts: boolean;
}

/** Where a transition can end, through however many choices; one that is come to twice on a way leads nowhere new. */
function waysOf(transition: Transition, from: string, states: ReadonlyMap<string, State>, passed: readonly string[] = []): readonly Way[] {
  const guard = guardLabel(transition).replace(/\s+/g, '');
  // An error that is caught, or a close, is something that happened, even where nothing else does.
  const acts = transition.actions.length > 0 || transition.trigger.kind === 'throw' || transition.trigger.kind === 'return';
  if (transition.throws) return [{ to: 'an error', guard, acts }];
  const state = states.get(transition.target ?? from);
  if (state?.kind !== 'choice') return [{ to: state?.kind === 'final' ? `the end ${state.id}` : (transition.target ?? from), guard, acts }];
  if (passed.includes(state.id)) return [];
  return state.transitions
    .flatMap((next) => waysOf(next, state.id, states, [...passed, state.id]))
    .map((way) => ({ to: way.to, guard: [guard, way.guard].filter(Boolean).join('&&'), acts: acts || way.acts }));
}

/** What a wildcard leaves out is a set. */
function eventOf({ trigger }: Transition): string {
  return triggerLabel(trigger.kind === 'any' ? { kind: 'any', but: trigger.but.toSorted() } : trigger);
}

function textOf({ from, event, to }: Arrow): string {
  return `${from} --> ${to}${event && ` : ${event}`}`;
}

/** The guards of arrows that both have. Several arrows of one text are matched in the words of their guards, as far as they agree. */
function compareGuards(hand: readonly Arrow[], ours: readonly Arrow[]): Comparison['guards'] {
  let same = 0;
  let of = 0;
  for (const text of new Set(hand.map(textOf))) {
    const [left, right] = [hand, ours].map((arrows) => arrows.filter((arrow) => textOf(arrow) === text).map(({ guard }) => guard));
    const shared = left!.length - without(left!, right!).length;
    const silent = Math.min(...[left!, right!].map((guards) => guards.filter((guard) => guard === '').length));
    same += shared - silent;
    of += Math.min(left!.length, right!.length) - silent;
  }
  return { same, of };
}

/** What is left of one list when the other has been taken out of it, each as often as it is there. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
