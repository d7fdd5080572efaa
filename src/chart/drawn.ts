/**
 * What of a chart is drawn. An error or a close that only passes through on its way out of the machine, running a
 * `finally` at most, is written but not drawn: it ends the machine, as it does everywhere.
 */
import type { Chart, State, Transition } from './chart.ts';
import { type Code, codeText, type Reference } from './code.ts';

/** The chart without the transitions that are not drawn, and the ends and choices that nothing else leads to. */
export function asDrawn(chart: Chart): Chart {
  const drawn = chart.states.map(drawnFrom);
  if (drawn.every((transitions, at) => transitions.length === chart.states[at]!.transitions.length)) return chart;
  const states = chart.states.map((state, at) => ({ ...state, transitions: drawn[at]! }));
  const byId = new Map(states.map((state) => [state.id, state]));
  const reached = new Set<string>();
  const pending = [...led(chart.initial), ...states.filter(isPlace).map((state) => state.id)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const state = byId.get(id);
    pending.push(...(state?.initial ? led(state.initial) : []), ...(state?.transitions ?? []).flatMap(led));
  }
  return { ...chart, states: states.filter((state) => isPlace(state) || reached.has(state.id)) };
}

/** Whether a machine can be in it for a while, or come back to it. */
function isPlace({ kind }: State): boolean {
  return kind !== 'final' && kind !== 'choice';
}

function led({ target, also = [] }: Transition): readonly string[] {
  return target === undefined ? also : [target, ...also];
}

function drawnFrom(state: State): readonly Transition[] {
  const passing = (kind: 'throw' | 'return'): boolean => state.transitions.every((transition) => transition.trigger.kind !== kind || passesOn(transition));
  const hidden = { throw: passing('throw'), return: passing('return') };
  return state.transitions.filter(({ trigger }) => !((trigger.kind === 'throw' && hidden.throw) || (trigger.kind === 'return' && hidden.return)));
}

/** `throw / …, throw error` and `return / …, return returned`; and what an iterator says that has no `throw`. */
function passesOn({ trigger, throws, returns }: Transition): boolean {
  if (trigger.kind === 'throw') return isOnly(throws, 'error') || (throws !== undefined && codeText(throws).replaceAll(/\\?['"]/g, '') === 'new TypeError(The iterator does not provide a throw method.)');
  return trigger.kind === 'return' && isOnly(returns, 'returned');
}

function isOnly(code: Code | undefined, to: Reference['to']): boolean {
  const [piece, ...more] = code?.pieces ?? [];
  return typeof piece === 'object' && piece.to === to && more.length === 0;
}
