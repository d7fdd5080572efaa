/**
 * A result whose statements are the same and stand elsewhere now: what was said of places in, the same of where they are now out.
 */
import type { Chart, Place, State, Transition } from '../chart/chart.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Changes } from '../syntax/changes.ts';
import { lineStarts, placeOf } from '../syntax/lines.ts';

/** What became of each file that has another version now. */
export type Moves = ReadonlyMap<string, Changes>;

/** A place of a statement that has changed was asked for: the result is not the same. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

/** The chart with its places moved; the very same where none of them is another. `Lost` where one is no more. */
export function moveChart(chart: Chart, moves: Moves): Chart {
  const isMoved = { any: false };
  const places = (all: readonly Place[]): readonly Place[] =>
    all.map((place) => {
      const moved = movePlace(place, moves);
      isMoved.any ||= moved !== place;
      return moved;
    });
  const transition = (one: Transition): Transition => ({ ...one, places: places(one.places) });
  const state = (one: State): State => ({ ...one, places: places(one.places), transitions: one.transitions.map(transition), ...(one.initial ? { initial: transition(one.initial) } : {}) });
  const moved: Chart = { ...chart, initial: transition(chart.initial), states: chart.states.map(state) };
  return isMoved.any ? moved : chart;
}

function movePlace(place: Place, moves: Moves): Place {
  const changes = moves.get(place.file);
  if (!changes) return place;
  const old = lineStarts(changes.from.module)[place.line - 1]! + place.column - 1;
  const moved = placeOf(changes.to.module, offsetNow(old, changes));
  return moved.line === place.line && moved.column === place.column ? place : moved;
}

export function moveDiagnostic(diagnostic: Diagnostic, moves: Moves): Diagnostic {
  const { file, span, message } = diagnostic;
  // What is said in words is not moved.
  if (/\blines? \d/.test(message)) throw new Lost();
  const changes = file === undefined ? undefined : moves.get(file);
  if (!changes || !span) return diagnostic;
  const start = offsetNow(span.start, changes);
  return start === span.start ? diagnostic : { ...diagnostic, span: { start, end: span.end - span.start + start } };
}

function offsetNow(old: number, changes: Changes): number {
  const now = changes.offset(old);
  if (now === undefined) throw new Lost();
  return now;
}
