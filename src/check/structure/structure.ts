/**
 * Two charts in, what differs between them out: the structural half of a verdict.
 *
 * Both are walked together from their starts. A state is the same where it has the same name; a choice, which has no
 * visible name, where it is reached by the same arrow; an end by the words on the arrow (`/ return 'blocked'`). So ids,
 * the order of lines and the gathering of arrows say nothing. Differences come in the order of the first chart, each once.
 */
import type { Chart, State } from '../../chart/chart.ts';
import { type Arrow, type Graph, arrowInto, arrowsOf, graphOf, initialArrow, isPlace, placeName } from './arrow.ts';
import { type Names, arrowDifferences, arrowMissing, arrowUnexpected, targetUnknown } from './arrow-difference.ts';
import type { Difference } from './difference.ts';
import { matchArrows } from './match.ts';
import { sameChoice } from './same-choice.ts';
import { stateDifferences } from './state-difference.ts';

/**
 * What differs between two charts, as far as it can be seen in a drawing; nothing where they are the same.
 * `names` is what the two are called in messages.
 *
 * @example
 * compareCharts(chart, fromMermaid(text).chart, { a: 'chart', b: 'diagram' }).map((difference) => difference.message)
 */
export function compareCharts(a: Chart, b: Chart, names: Names = { a: 'the first', b: 'the second' }): readonly Difference[] {
  const graphs = { a: graphOf(a), b: graphOf(b) };
  const found: Difference[] = [];
  const pairs: [State, State][] = [];
  const follow = (left: Arrow, right: Arrow): void => {
    const [x, y] = [choiceAt(graphs.a, left), choiceAt(graphs.b, right)];
    if (!x || !y || pairs.some((pair) => pair[0] === x && pair[1] === y)) return;
    const meant = sameChoice(graphs.a, x, graphs.b, y) ? undefined : a.states.find((state) => state.kind === 'choice' && sameChoice(graphs.a, state, graphs.b, y));
    if (meant) found.push(...arrowDifferences(left, { ...right, end: { kind: 'choice', id: meant.id } }, names, true));
    else pairs.push([x, y]);
  };

  const start = { a: initialArrow(graphs.a), b: initialArrow(graphs.b) };
  found.push(...arrowDifferences(start.a, start.b, names).map((difference) => ({ ...difference, kind: 'initial' as const })));
  follow(start.a, start.b);

  for (const state of a.states) {
    if (!isPlace(state)) continue;
    const other = graphs.b.places.get(placeName(state));
    if (!other) found.push(stateAlone('state-missing', state, names));
    else {
      pairs.push([state, other]);
      found.push(...stateDifferences(state, other, names));
      if (!state.initial || !other.initial) continue;
      const inner = { a: arrowInto(graphs.a, state), b: arrowInto(graphs.b, other) };
      found.push(...arrowDifferences(inner.a, inner.b, names).map((difference) => ({ ...difference, kind: 'initial' as const })));
      follow(inner.a, inner.b);
    }
  }
  for (const state of b.states) {
    if (isPlace(state) && !graphs.a.places.has(placeName(state))) found.push(stateAlone('state-unexpected', state, names));
  }

  // `pairs` grows while it is walked: a choice is compared once its arrow has been matched.
  for (const [left, right] of pairs) {
    const arrows = { a: arrowsOf(graphs.a, left), b: arrowsOf(graphs.b, right) };
    const { matched, missing, unexpected } = matchArrows(arrows.a, arrows.b);
    for (const [x, y] of matched) {
      found.push(...arrowDifferences(x, y, names));
      follow(x, y);
    }
    found.push(...missing.map((arrow) => arrowMissing(arrow, right, names)), ...unexpected.map((arrow) => arrowUnexpected(arrow, left, names)));
  }

  for (const side of ['a', 'b'] as const) {
    for (const arrow of [start[side], ...graphs[side].chart.states.flatMap((state) => arrowsOf(graphs[side], state))]) {
      if (arrow.end.kind === 'unknown') found.push(targetUnknown(arrow, side, names));
    }
  }
  const unseen = { a: unreachable(graphs.a), b: unreachable(graphs.b) };
  found.push(
    ...unseen.a.filter((state) => !twin(state, unseen.b)).map((state) => stateAlone('state-missing', state, names)),
    ...unseen.b.filter((state) => !twin(state, unseen.a)).map((state) => stateAlone('state-unexpected', state, names)),
  );
  return dedupe(found);
}

function choiceAt(graph: Graph, arrow: Arrow): State | undefined {
  return arrow.end.kind === 'choice' ? graph.states.get(arrow.end.id) : undefined;
}

function stateAlone(kind: 'state-missing' | 'state-unexpected', state: State, names: Names): Difference {
  const what = state.kind === 'choice' ? `a choice that nothing leads to, ${state.id}` : state.kind === 'final' ? `an end that nothing leads to, ${state.id}` : `a state ${state.id}`;
  const [has, lacks] = kind === 'state-missing' ? [names.a, names.b] : [names.b, names.a];
  return {
    kind,
    message: `${capital(has)} has ${what}; ${lacks} has not.`,
    state: state.id,
    ...(kind === 'state-missing' ? { expected: state.id } : { actual: state.id }),
    places: { a: kind === 'state-missing' ? state.places : [], b: kind === 'state-unexpected' ? state.places : [] },
  };
}

/** Choices and ends that no walk from the start comes by; other states are matched by name wherever they are. */
function unreachable(graph: Graph): readonly State[] {
  const reached = new Set<string>();
  const queue = [graph.chart.initial, ...graph.chart.states.flatMap((state) => (isPlace(state) ? [...(state.initial ? [state.initial] : []), ...state.transitions] : []))];
  for (const { target, also = [] } of queue) {
    for (const id of target === undefined ? [] : [target, ...also]) {
      if (reached.has(id)) continue;
      reached.add(id);
      queue.push(...(graph.states.get(id)?.transitions ?? []));
    }
  }
  return graph.chart.states.filter((state) => !isPlace(state) && !reached.has(state.id));
}

function twin(state: State, others: readonly State[]): boolean {
  return others.some((other) => other.kind === state.kind && other.id === state.id);
}

function dedupe(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map((difference) => [`${difference.kind} ${difference.message}`, difference])).values()];
}

function capital(text: string): string {
  // A file is called as it is.
  return text.startsWith('the ') ? `T${text.slice(1)}` : text;
}
