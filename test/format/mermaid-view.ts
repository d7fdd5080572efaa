/**
 * What can be seen of a chart in its diagram, told without the writer's own words for it: states by name, choices by
 * their order, all ends as one, and the arrows with the parts of their labels.
 */
import type { Chart, State, Transition, Trigger } from '../../src/chart/chart.ts';
import { type Code, codeText } from '../../src/chart/code.ts';

export interface View {
  readonly initial: string;
  readonly states: readonly string[];
  readonly arrows: readonly string[];
}

export function view(chart: Chart): View {
  const choices = chart.states.filter((state) => state.kind === 'choice');
  const name = (id: string): string => {
    const state = chart.states.find((other) => other.id === id)!;
    return state.kind === 'final' ? 'the end' : state.kind === 'choice' ? `choice ${choices.indexOf(state)}` : `state ${JSON.stringify(id)}`;
  };
  const arrow = (from: State | undefined, transition: Transition): string => {
    const { trigger, guard, actions, target, returns, throws } = transition;
    return JSON.stringify({
      from: from ? name(from.id) : 'the start',
      to: throws ? 'the end' : name(target ?? from!.id),
      trigger: seen(trigger),
      guard: guard === 'else' ? 'else' : guard && [oneLine(guard)],
      actions: oneLineText(actions.map((action) => action.name).join(', ')),
      returns: returns && oneLine(returns),
      throws: throws && oneLine(throws),
    });
  };
  return {
    initial: arrow(undefined, chart.initial),
    states: chart.states.filter((state) => state.kind !== 'final').map((state) => `${name(state.id)}: ${state.note || '-'}`).toSorted(),
    arrows: chart.states.flatMap((state) => state.transitions.map((transition) => arrow(state, transition))).toSorted(),
  };
}

/** A bare value and an event look alike. */
function seen(trigger: Trigger): unknown {
  return trigger.kind === 'value' ? { kind: 'event', type: trigger.name } : trigger;
}

function oneLine(code: Code): string {
  return oneLineText(codeText(code));
}

function oneLineText(code: string): string {
  return code.replace(/\s*\n\s*/g, ' ').trim();
}
