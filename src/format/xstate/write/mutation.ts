/**
 * An action in, which of the variables it changes are assigned to and which are changed in place out. A snapshot must never share with the next what
 * was changed in place, so that is copied first.
 */
import type { Action } from '../../../chart/chart.ts';
import { type Writes, assigns } from './body.ts';

export function writesOf(action: Action): Writes {
  const assigned = action.writes.filter((name) => !action.mutates.includes(name) || action.statements.some((statement) => assigns(statement, name)));
  return { all: action.writes, copied: action.writes.filter((name) => action.mutates.includes(name)), assigned };
}
