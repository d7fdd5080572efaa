/**
 * Where in the text each thing of a drawing stands: in which order the states of a block come, which arrows cross its border, and which parallel
 * states are divided by `--`.
 *
 * Mermaid 11 fails to draw a divided block if an arrow leads to or from a block in it. Such a parallel state is written as a block that begins nowhere.
 */
import type { Chart, State } from '../../../chart/chart.ts';
import type { Arrow, Drawing } from './arrows.ts';
import { behaviourLines } from '../behaviour.ts';
import { mermaidIds, nameOf } from './ids.ts';
import { regionName } from '../read/kinds.ts';
import { veil } from '../read/told.ts';

export interface Layout {
  /** By state; none for a region without a box. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether Mermaid shows its name by itself. */
  readonly keeps: (state: State) => boolean;
  /** Those with arrows of their own in the block first, so that the place of the others can be told from the text. */
  readonly inOrder: (states: readonly State[]) => readonly State[];
  readonly arrowsFrom: (state: State) => { readonly inside: readonly Arrow[]; readonly crossing: readonly Arrow[] };
  readonly isDivided: (parallel: State) => boolean;
  /** Whether a region has no box, only its part of a divided block. */
  readonly isBare: (region: State) => boolean;
}

export function layoutOf(chart: Chart, drawing: Drawing): Layout {
  const byId = new Map(chart.states.map((state) => [state.id, state]));
  const parentOf = (state: State): State | undefined => (state.parent === undefined ? undefined : byId.get(state.parent));

  const leaving = new Map(chart.states.map((state) => [state, drawing.arrowsFrom(state)]));
  const isAmong = (state: State, { to, also }: Arrow): boolean => also.length === 0 && (parentOf(state)?.kind === 'parallel' ? to === state : to === undefined || to.parent === state.parent);
  const parted = new Map(chart.states.map((state) => {
    const arrows = leaving.get(state)!;
    return [state, { inside: arrows.filter((arrow) => isAmong(state, arrow)), crossing: arrows.filter((arrow) => !isAmong(state, arrow)) }];
  }));
  const arrowsFrom = (state: State): ReturnType<Layout['arrowsFrom']> => parted.get(state)!;

  const ends = new Set<State | undefined>();
  for (const owner of [undefined, ...chart.states]) {
    const initial = drawing.initialArrow(owner);
    for (const { from, to, also } of [...(initial ? [initial] : []), ...(owner ? leaving.get(owner)! : [])]) for (const end of [from, to, ...also]) ends.add(end);
  }
  const joined = new Set<State>();
  for (const end of ends) {
    if (!end || !drawing.isBlock(end)) continue;
    for (let outer = parentOf(end); outer; outer = parentOf(outer)) joined.add(outer);
  }
  const isDivided = (parallel: State): boolean => parallel.kind === 'parallel' && !joined.has(parallel) && drawing.boxesIn(parallel).length > 1;
  const isBare = (region: State): boolean => {
    const parent = parentOf(region);
    if (!parent || !isDivided(parent) || region.kind !== 'compound' || !region.initial || region.note || behaviourLines(region).length > 0) return false;
    const place = drawing.boxesIn(parent).filter(({ kind }) => kind !== 'history').indexOf(region) + 1;
    return nameOf(region) === regionName(place);
  };

  const moves = (state: State): boolean => drawing.isBlock(state) || arrowsFrom(state).inside.length > 0;
  const boxes = (states: readonly State[]): readonly State[] =>
    [...states.filter(moves), ...states.filter((state) => !moves(state))].flatMap((state) => [...(isBare(state) ? [] : [state]), ...boxes(drawing.boxesIn(state))]);
  const ids = mermaidIds(boxes(drawing.boxesIn(undefined)), chart.states);
  const keeps = (state: State): boolean =>
    state.kind !== 'choice' && state.kind !== 'history' && ids.get(state.id) === nameOf(state) && veil(nameOf(state), state.parent !== undefined) === nameOf(state) && (drawing.isBlock(state) || behaviourLines(state).length === 0);
  const inOrder = (states: readonly State[]): readonly State[] => {
    const rests = states.filter((state) => !moves(state));
    return [...states.filter(moves), ...rests.filter((state) => !keeps(state)), ...rests.filter(keeps)];
  };
  return { ids, keeps, inOrder, arrowsFrom, isDivided, isBare };
}
