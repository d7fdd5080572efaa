/**
 * Two versions of a machine in, what they do differently out: behaviour, not lines. Both are walked together from the start by
 * the same events; where what they do parts, that is a change. Names, orders of lines and how states are gathered say nothing by themselves.
 */
import { asDrawn } from '../../chart/drawn.ts';
import type { Chart, Transition } from '../../chart/chart.ts';
import { aboutChanges } from './about.ts';
import { eventTypesOf } from '../event-types.ts';
import type { Change, ChartDiff } from './chart-diff.ts';
import { explore } from './explore.ts';
import { pairNames } from './pairing.ts';
import { reactionChanges } from './reaction-changes.ts';
import { versionOf } from './version.ts';
import { isShortened, type Spelling, spellings } from './spelling.ts';

export interface DiffOptions {
  /** Whether one of the two was read from a notation that has only what is drawn, so that nothing else is compared. */
  readonly drawn?: boolean;
  /** What a name of the machine's module stands for in each version, by name. Names that are in one only say nothing. */
  readonly meanings?: { readonly old: ReadonlyMap<string, string>; readonly new: ReadonlyMap<string, string> };
  /** What of the two could not be read, in words: of that nothing is known. */
  readonly unread?: readonly string[];
}

/**
 * What the new version of a machine does that the old did not, and the other way round: each difference once, in words, with a shortest way there.
 *
 * @example
 * const { kind, changes } = diffCharts(before, after);
 * changes.map(({ state, message }) => `${state}: ${message}`); // ['paid: `cancel` now leads to `refunding`; before it was ignored.']
 */
export function diffCharts(old: Chart, next: Chart, options: DiffOptions = {}): ChartDiff {
  const [a, b] = options.drawn ? [namingValues(asDrawn(old), next), namingValues(asDrawn(next), old)] : [old, next];
  let best: ChartDiff | undefined;
  for (const spelling of spellings(a, b, options.drawn ?? false)) {
    const diff = compared(a, b, spelling, options);
    if (!best || rank(diff) < rank(best)) best = diff;
    if (best.kind === 'same') break;
  }
  return best!;
}

/** A drawing calls a bare value by the name of the variable that receives it, as if it were an event: where the other chart has that, it is one. */
function namingValues(chart: Chart, other: Chart): Chart {
  const events = new Set(eventTypesOf(other));
  const named = (way: Transition): Transition => (way.trigger.kind === 'value' && events.has(way.trigger.name) ? { ...way, trigger: { kind: 'event', type: way.trigger.name } } : way);
  return { ...chart, states: chart.states.map((state) => ({ ...state, transitions: state.transitions.map(named) })) };
}

function rank({ kind, changes }: ChartDiff): number {
  return kind === 'same' ? -2 : kind === 'undecided' ? -1 : changes.length;
}

function compared(old: Chart, next: Chart, spelling: Spelling, options: DiffOptions): ChartDiff {
  const names = pairNames(old, next);
  const versions = { old: versionOf(old, 'old', names, spelling), new: versionOf(next, 'new', names, spelling) };
  const { findings, configurations, reached, cut } = explore(versions.old, versions.new);
  const about = aboutChanges(versions, reached, options);
  const changes = inOrder(distinct([...about.changes, ...findings.flatMap(reactionChanges)]), next, old);
  const reasons = [...(options.unread ?? []), ...cut, ...about.reasons, ...(spelling === 'name' && (isShortened(old) || isShortened(next)) ? ['the ends of long actions are left out in one of the two, so only what is seen of them was compared'] : [])];
  return { machine: next.name, kind: changes.length > 0 ? 'different' : reasons.length > 0 ? 'undecided' : 'same', changes, reasons, configurations };
}

/** Each once: the first is the one with the shortest way. */
function distinct(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return changes.filter(({ kind, state, message }) => {
    const key = JSON.stringify([kind, state, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What is of the whole machine, then state by state as they stand in the new version; those that only the old one has come last. */
function inOrder(changes: readonly Change[], next: Chart, old: Chart): readonly Change[] {
  const places = new Map([...new Set([...next.states, ...old.states].map(({ id }) => id))].map((id, at) => [id, at]));
  const placeOf = ({ state }: Change): number => (state === undefined ? -1 : (places.get(state) ?? places.size));
  return changes.toSorted((x, y) => placeOf(x) - placeOf(y));
}
