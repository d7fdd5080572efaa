/**
 * What can be seen of a chart in its diagram, told without the writer's own words for it: states by their paths, choices by
 * what they lead to, the ends of one block as one (none, where nothing leads to it), and the arrows with the parts of their labels.
 */
import type { Action, Chart, State, Transition, Trigger } from '../../src/chart/chart.ts';
import { type Code, codeText } from '../../src/chart/code.ts';
import { constantText } from '../../src/chart/label.ts';

export interface View {
  readonly initial: string;
  readonly states: readonly string[];
  readonly arrows: readonly string[];
}

export function view(chart: Chart): View {
  const byId = new Map(chart.states.map((state) => [state.id, state]));
  const ways = [chart.initial, ...chart.states.flatMap((state) => [...(state.initial ? [state.initial] : []), ...state.transitions])];
  const reached = new Set(ways.flatMap(({ target, also = [] }) => [target, ...also]));
  const isBlock = (state: State): boolean => chart.states.some(({ parent }) => parent === state.id);
  const around = (state: State): string => (state.parent === undefined ? 'the machine' : name(state.parent));

  const name = (id: string, depth = 0): string => {
    const state = byId.get(id)!;
    switch (state.kind) {
      case 'final':
        return isPlainEnd(state) ? `the end of ${around(state)}` : `end ${around(state)} ${JSON.stringify(state.name ?? state.id)}`;
      case 'choice':
        return depth > 3 ? 'choice' : `choice in ${around(state)} of ${state.transitions.map((transition) => JSON.stringify(seen(state, transition, depth + 1))).toSorted().join()}`;
      case 'history':
        return `${state.depth} history of ${around(state)} or ${state.transitions.map((transition) => JSON.stringify(seen(state, transition, depth + 1))).join()}`;
      case 'atomic':
      case 'compound':
      case 'parallel':
        return state.parent === undefined ? `state ${JSON.stringify(id)}` : `${name(state.parent)} ${JSON.stringify(state.name)}`;
    }
  };

  const seen = (from: State | undefined, { trigger, guard, actions, target, also = [], reenter, returns, throws }: Transition, depth = 0): unknown => ({
    to: throws ? 'the end' : target !== undefined ? name(target, depth) : isBlock(from!) ? 'inside' : name(from!.id, depth),
    also: also.map((id) => name(id, depth)).toSorted(),
    trigger: seenTrigger(trigger),
    guard: guard === 'else' ? 'else' : guard && [oneLine(guard)],
    ...doing(actions),
    reenter,
    returns: returns && oneLine(returns),
    throws: throws && oneLine(throws),
  });
  const arrow = (from: State | undefined, transition: Transition, name_: string): string => `${name_}: ${JSON.stringify(seen(from, transition))}`;

  const line = (state: State): string =>
    JSON.stringify({
      name: name(state.id),
      kind: state.kind,
      note: state.note || '-',
      entry: doing(state.entry ?? []),
      exit: doing(state.exit ?? []),
      actors: (state.actors ?? []).map(({ id, source, input }) => [id, source, input && oneLine(input)]),
      returns: state.kind === 'final' && !isPlainEnd(state) && state.value ? (state.value.kind === 'constant' ? constantText(state.value.constant) : codeText(state.value.code)) : '-',
      regions: state.kind === 'parallel' ? chart.states.filter(({ parent, kind }) => parent === state.id && kind !== 'history').map((region) => name(region.id)) : [],
    });
  return {
    initial: arrow(undefined, chart.initial, 'the start'),
    states: chart.states.filter((state) => state.kind !== 'final' || (!isPlainEnd(state) && reached.has(state.id))).map(line).toSorted(),
    arrows: chart.states
      .flatMap((state) => [
        ...state.transitions.map((transition) => arrow(state, transition, name(state.id))),
        ...(state.initial ? [arrow(state, state.initial, `the start of ${name(state.id)}`)] : []),
      ])
      .toSorted(),
  };
}

/** An end that is called what it returns. */
function isPlainEnd({ id, name = id, value }: State): boolean {
  const plain = value?.kind !== 'constant' ? 'done' : value.constant.kind === 'string' ? value.constant.value : constantText(value.constant);
  return name.replaceAll(' (end)', '') === plain.replaceAll(' (end)', '');
}

function doing(actions: readonly Action[]): object {
  return { actions: oneLineText(actions.map((action) => action.name).join(', ')), raises: actions.flatMap(({ raises, delay }) => (raises === undefined ? [] : [[raises, delay]])) };
}

/** A bare value and an event look alike. */
function seenTrigger(trigger: Trigger): unknown {
  return Object.entries(trigger.kind === 'value' ? { kind: 'event', type: trigger.name } : trigger).toSorted();
}

function oneLine(code: Code): string {
  return oneLineText(codeText(code));
}

function oneLineText(code: string): string {
  return code.replace(/\s*\n\s*/g, ' ').trim();
}
