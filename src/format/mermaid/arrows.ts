/**
 * A chart as what is drawn of it: the states that have a box, and the arrows.
 *
 * What changes nothing has no arrow, unless leaving it out would change what the others say. An event that does nothing
 * where a wildcard would take it is named by the wildcard: `any but stay`.
 */
import type { Chart, State, Transition } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';
import { plainCode } from '../../chart/code.ts';
import { type Label, labelOf } from './label.ts';

/** The little black dot an arrow leaves, or the one it ends in. */
export const DOT = '[*]';

export interface Arrow {
  /** A state's id, or nothing for the dot. */
  readonly from: State | undefined;
  readonly to: State | undefined;
  readonly label: Label;
}

/** The arrow into the first state. */
export function initialArrow(chart: Chart): Arrow {
  return arrow(chart, undefined, chart.initial);
}

/** The arrows that leave a state, in its own order. */
export function arrowsFrom(chart: Chart, state: State): readonly Arrow[] {
  const idle = state.transitions.filter(isIdle);
  const busy = state.transitions.filter((transition) => !isIdle(transition));
  const named = new Set(busy.map(triggerKey));
  const ignored = [...new Set(idle.map(triggerKey))].filter((key) => !named.has(key));
  const matters = (transition: Transition): boolean =>
    transition.guard !== undefined && transition.guard !== 'else' && busy.some((other) => other.guard === 'else' && triggerKey(other) === triggerKey(transition));
  return state.transitions
    .filter((transition) => !isIdle(transition) || matters(transition))
    .map((transition) => arrow(chart, state, transition.trigger.kind === 'any' ? excepting(transition, ignored) : transition));
}

/** Whether it leaves everything as it was. An error or a close that is swallowed does not: elsewhere it ends the machine. */
function isIdle({ trigger, actions, target, throws }: Transition): boolean {
  const sent = trigger.kind === 'event' || trigger.kind === 'value' || trigger.kind === 'any';
  return sent && target === undefined && actions.length === 0 && throws === undefined;
}

function triggerKey({ trigger }: Transition): string {
  return trigger.kind === 'event' ? `event ${trigger.type}` : trigger.kind === 'value' ? `value ${trigger.name}` : trigger.kind;
}

function excepting(transition: Transition, ignored: readonly string[]): Transition {
  if (transition.trigger.kind !== 'any') return transition;
  const names = ignored.map((key) => key.slice(key.indexOf(' ') + 1));
  return { ...transition, trigger: { kind: 'any', but: [...new Set([...transition.trigger.but, ...names])] } };
}

function arrow(chart: Chart, from: State | undefined, transition: Transition): Arrow {
  const target = transition.target === undefined ? from : chart.states.find((state) => state.id === transition.target);
  if (transition.throws) return { from, to: undefined, label: labelOf(transition) };
  if (target?.kind !== 'final') return { from, to: target, label: labelOf({ ...transition, returns: undefined }) };
  const returns = transition.returns ?? (target.value?.kind === 'constant' ? plainCode(constantText(target.value.constant)) : target.value?.code);
  return { from, to: undefined, label: labelOf({ ...transition, returns }) };
}
