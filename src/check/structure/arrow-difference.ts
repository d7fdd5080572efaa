/** Two arrows that stand for each other in, what differs between them out, each difference in a sentence that names the arrow. */
import type { State } from '../../chart/chart.ts';
import { type Arrow, endText } from './arrow.ts';
import type { Difference } from './difference.ts';
import { sameEnd, sameGuard, sameWords } from './match.ts';

/** What the two charts are called in a message: `chart`, `diagram`, `traffic-light.mmd`. */
export interface Names {
  readonly a: string;
  readonly b: string;
}

/** `elsewhere`: both lead to a choice, but not to the same one. */
export function arrowDifferences(a: Arrow, b: Arrow, names: Names, elsewhere = false): readonly Difference[] {
  const differ = (kind: Difference['kind'], verb: string, expected: string, actual: string): Difference => ({
    kind,
    message: `${a.text}: in ${names.a} it ${verb} ${expected}, in ${names.b} ${actual}.`,
    state: a.from,
    arrow: a.text,
    expected,
    actual,
    places: { a: a.transition.places, b: b.transition.places },
  });
  const found: Difference[] = [];
  if (elsewhere || !sameEnd(a, b)) found.push(differ('target', 'leads to', described(a), described(b)));
  if (!sameGuard(a, b)) found.push(differ('guard', 'is taken', condition(a), condition(b)));
  if (!sameWords(a, b)) found.push(differ('actions', 'does', work(a), work(b)));
  return found;
}

export function arrowMissing(arrow: Arrow, other: State, names: Names): Difference {
  return {
    kind: 'transition-missing',
    message: `${arrow.text}: ${names.b} has no such arrow out of ${arrow.from}.`,
    state: arrow.from,
    arrow: arrow.text,
    expected: arrow.text,
    places: { a: arrow.transition.places, b: other.places },
  };
}

export function arrowUnexpected(arrow: Arrow, other: State, names: Names): Difference {
  return {
    kind: 'transition-unexpected',
    message: `${arrow.text}: only ${names.b} has this arrow.`,
    state: arrow.from,
    arrow: arrow.text,
    actual: arrow.text,
    places: { a: other.places, b: arrow.transition.places },
  };
}

export function targetUnknown(arrow: Arrow, side: 'a' | 'b', names: Names): Difference {
  return {
    kind: 'target-unknown',
    message: `${arrow.text}: ${names[side]} has no state ${endText(arrow.end)}.`,
    state: arrow.from,
    arrow: arrow.text,
    places: { a: side === 'a' ? arrow.transition.places : [], b: side === 'b' ? arrow.transition.places : [] },
  };
}

function described(arrow: Arrow): string {
  switch (arrow.end.kind) {
    case 'state':
      return arrow.end.id;
    case 'choice':
      return `a choice (${arrow.end.id})`;
    case 'end':
      return arrow.end.id === undefined ? 'the end' : `the end (${arrow.end.id})`;
    case 'unknown':
      return `${arrow.end.id}, which is no state`;
  }
}

function condition(arrow: Arrow): string {
  switch (arrow.guard.kind) {
    case 'text':
      return `if [${arrow.guard.text}]`;
    case 'open':
      return arrow.transition.guard === 'else' ? 'else' : 'always';
    case 'first':
      return 'always, before others of the same event';
  }
}

function work(arrow: Arrow): string {
  return arrow.words[0] || 'nothing';
}
