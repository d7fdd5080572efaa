/**
 * A result whose statements are the same and stand elsewhere now: what was said of places in, the same of where they are now out.
 */
import type { Place } from '../chart/chart.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Changes } from '../syntax/changes.ts';
import { lineStarts, placeOf } from '../syntax/lines.ts';

/** What became of each file that has another version now. */
export type Moves = ReadonlyMap<string, Changes>;

/** A place of a statement that has changed was asked for: the result is not the same. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

/** Plain data with every place in it moved; the very same where none of them is another. `Lost` where one is no more. */
export function movePlaces<T>(data: T, moves: Moves): T {
  if (Array.isArray(data)) {
    const moved = data.map((item) => movePlaces(item, moves)) as T & unknown[];
    return moved.some((item, index) => item !== data[index]) ? moved : data;
  }
  if (typeof data !== 'object' || data === null) return data;
  if (isPlace(data)) return movePlace(data, moves) as T;
  let moved: T | undefined;
  for (const [key, value] of Object.entries(data)) {
    const other = movePlaces<unknown>(value, moves);
    if (other !== value) moved = { ...(moved ?? data), [key]: other };
  }
  return moved ?? data;
}

function isPlace(data: object): data is Place {
  return 'file' in data && 'line' in data && 'column' in data;
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
