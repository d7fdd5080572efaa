/** In: a chart. Out: what each of its states is called in a picture, where it stands, and how it is to be taken there. */
import type { Chart, State } from '../../chart/chart.ts';
import { Bug } from '../../diagnostic/diagnostic.ts';
import { regionName } from '../mermaid/read/kinds.ts';

export interface Places {
  /** A plain identifier. A state that the chart does not have is a mistake of ours. */
  readonly idOf: (state: string) => string;
  readonly within: (parent: string | undefined) => { readonly within?: string };
  /** Whether there are states in it. */
  readonly isGroup: (state: State) => boolean;
  /** Whether it is one of those that a parallel state is in at once. */
  readonly isRegion: (state: State) => boolean;
  /** Whether it is a region that only its place tells from the others: it has no name to be shown. */
  readonly isUnnamed: (state: State) => boolean;
}

export function placesOf({ name, states }: Chart): Places {
  const ids = new Map(states.map((state, index) => [state.id, `s${index + 1}`]));
  const parents = new Set(states.map(({ parent }) => parent));
  const parallel = new Set(states.filter(({ kind }) => kind === 'parallel').map(({ id }) => id));
  const isRegion = ({ kind, parent }: State): boolean => kind !== 'history' && parent !== undefined && parallel.has(parent);
  const idOf = (state: string): string => {
    const id = ids.get(state);
    if (id === undefined) throw new Bug(`an arrow of ${name} leads to ${state}, which is no state of it`);
    return id;
  };
  return {
    idOf,
    within: (parent) => (parent === undefined ? {} : { within: idOf(parent) }),
    isGroup: ({ id }) => parents.has(id),
    isRegion,
    isUnnamed: (state) => isRegion(state) && states.filter((other) => other.parent === state.parent && isRegion(other)).some((_, index) => regionName(index + 1) === calledIn(state)),
  };
}

/** What it is called among those of its parent. */
export function calledIn({ id, name }: State): string {
  return name ?? id;
}
