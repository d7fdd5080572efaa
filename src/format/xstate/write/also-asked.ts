/**
 * Kept code that asks again which event came: statements in, the events that its variable must be said to be too, so that TypeScript lets it ask.
 *
 *     const event = message as Rest | Note;
 *     all.push(event.type === 'note' ? event.pitch : -1);
 */
import type { Chart } from '../../../chart/chart.ts';
import { type Code, codeText } from '../../../chart/code.ts';
import { receivedType } from './received.ts';
import type { Scope } from './scope.ts';

/**
 * The types of the other events that the code asks for, and of those that it is run for elsewhere, where it asks: that it can be none of them here,
 * TypeScript would take for a mistake.
 */
export function alsoAsked(statements: readonly Code[], name: string, type: string, scope: Scope): readonly string[] {
  const asked = new Set<string>();
  for (const { pieces } of statements) {
    for (const [at, piece] of pieces.entries()) {
      if (typeof piece === 'string' || piece.to !== 'event' || piece.name !== name) continue;
      const [before, next] = [textAt(pieces, at - 1), textAt(pieces, at + 1)];
      const [, single, double] = /^(?:\??\.type)?\s*[!=]==?\s*(?:'([^'\\]*)'|"([^"\\]*)")/.exec(next) ?? [];
      if ((single ?? double) !== undefined) asked.add((single ?? double)!);
      if (/\bswitch\s*\($/.test(before)) for (const [, one, other] of pieces.map((_, index) => textAt(pieces, index)).join(' ').matchAll(/\bcase\s+(?:'([^'\\]*)'|"([^"\\]*)")/g)) asked.add((one ?? other)!);
    }
  }
  if (asked.size === 0) return [];
  const runs = runsOf(scope.chart);
  for (const statement of statements) for (const event of runs.get(codeText(statement)) ?? []) asked.add(event);
  const said = type.split(' | ');
  const { events } = scope.chart.alphabet;
  return [...asked].filter((one) => events.some((event) => event.type === one)).flatMap((event) => receivedType(scope.chart, [{ kind: 'event', type: event }], scope.names) ?? []).filter((one) => !said.includes(one));
}

const known = new WeakMap<Chart, ReadonlyMap<string, ReadonlySet<string>>>();

/** The events that each statement is run for, by its text. */
function runsOf(chart: Chart): ReadonlyMap<string, ReadonlySet<string>> {
  const before = known.get(chart);
  if (before) return before;
  const runs = new Map<string, Set<string>>();
  for (const { transitions } of chart.states) {
    for (const { trigger, actions } of transitions) {
      if (trigger.kind !== 'event') continue;
      for (const text of actions.flatMap(({ statements }) => statements.map((one) => codeText(one)))) runs.set(text, (runs.get(text) ?? new Set()).add(trigger.type));
    }
  }
  known.set(chart, runs);
  return runs;
}

function textAt(pieces: Code['pieces'], at: number): string {
  const piece = pieces[at];
  return typeof piece === 'string' ? piece : '';
}
