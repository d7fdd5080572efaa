/** A verdict in, the lines of text that tell it out: both traces, one under the other, and the place in each. No colours: that is the terminal's. */
import type { Place } from '../chart/chart.ts';
import type { Trace, TraceStep } from './drive/behaviour.ts';
import type { Observation } from './drive/drive.ts';
import type { Compared, Counts, Level, Verdict } from './verdict.ts';
import type { Reacted, Way } from './way.ts';

/** The most differences, and the most arrows not exercised, that are told; the rest are counted. */
const MOST = 12;

/**
 * The verdict as lines for a person.
 *
 * @example
 * console.log(tell(checkMachine(parts)).join('\n'));
 */
export function tell(verdict: Verdict): readonly string[] {
  const { differences, trace } = verdict;
  return [
    `${verdict.machine}: ${verdict.kind}`,
    `  ${countsText(verdict.counts)}`,
    ...(verdict.level ? [`  ${levelText(verdict.level, verdict.counts)}`] : []),
    ...tellDifferences(differences),
    ...(trace ? traceLines(trace) : []),
    ...(verdict.way ? wayLines(verdict.way) : []),
    ...verdict.unexercised.slice(0, MOST).map((text) => `  not exercised: ${text}`),
    ...(verdict.unexercised.length > MOST ? [`  and ${verdict.unexercised.length - MOST} more not exercised`] : []),
    ...(verdict.unexercised.length > 0 ? [`  to exercise them, give examples: export const samples = { ${verdict.machine}: { args: […], events: […] } }`] : []),
    ...verdict.impossible.map((text) => `  cannot be otherwise: ${text}`),
    ...verdict.reasons.map((reason) => `  not decided: ${reason}`),
  ];
}

/** What structures disagree about, as lines for a person. */
export function tellDifferences(differences: readonly Compared[]): readonly string[] {
  return [...differences.slice(0, MOST).flatMap(differenceLines), ...(differences.length > MOST ? [`  and ${differences.length - MOST} more differences`] : [])];
}

/** `3 states, 3 of 3 transitions taken, 9 sequences, 21 steps`. */
export function countsText(counts: Counts): string {
  if (counts.sequences === 0) return `${plural(counts.states, 'state')}, ${plural(counts.transitions, 'transition')}`;
  const guards = counts.guards > 0 ? [`${counts.bothWays} of ${counts.guards} guards seen both ways`] : [];
  return [plural(counts.states, 'state'), `${counts.taken} of ${plural(counts.transitions, 'transition')} taken`, ...guards, plural(counts.sequences, 'sequence'), plural(counts.steps, 'step')].join(', ');
}

/** `equal on a suite of 9 sequences, which takes every transition`: no more than was shown. */
export function levelText(level: Level, { sequences }: Counts): string {
  switch (level) {
    case 'identical':
      return 'identical in structure';
    case 'bisimilar':
      return 'bisimilar: the same whatever comes in and whatever their conditions say';
    case 'suite':
      return `equal on a suite of ${plural(sequences, 'sequence')}, which takes all that can be taken`;
    case 'sequences':
      return `agreed on ${plural(sequences, 'sequence')} only`;
  }
}

function wayLines({ between, steps }: Way): readonly string[] {
  const width = Math.max(between.a.length, between.b.length, 4);
  const side = (name: string, { text, places: [place] }: Reacted): string => `      ${name.padEnd(width)}  ${shortened(text)}${place ? `   at ${placeText(place)}` : ''}`;
  const lines = steps.flatMap(({ input, conditions, a, b, agrees }) => {
    const came = `${input}${conditions.length > 0 ? `   if ${conditions.join(', ')}` : ''}`;
    return agrees ? [`    ${came}`, side('both', a)] : [`  ≠ ${came}`, side(between.a, a), side(between.b, b)];
  });
  return [`  ${between.a} and ${between.b} part ${after(steps.length - 1)}:`, ...lines];
}

function after(steps: number): string {
  return steps === 0 ? 'at once' : `after ${plural(steps, 'step')}`;
}

function differenceLines(difference: Compared): readonly string[] {
  const at = (name: string, places: readonly Place[]): readonly string[] => (places[0] ? [`    ${name}: ${placeText(places[0])}`] : []);
  return [`  ${difference.message}`, ...at(difference.between.a, difference.places.a), ...at(difference.between.b, difference.places.b)];
}

function traceLines(trace: Trace): readonly string[] {
  return [`  The generator and the XState machine part ${after(trace.steps.length - 1)}:`, ...trace.steps.flatMap(stepLines)];
}

function stepLines(step: TraceStep): readonly string[] {
  const input = `${step.input}${step.at ? `   at ${placeText(step.at)}` : ''}`;
  if (step.agrees) return [`    ${input}`, `      both       ${observed(step.generator)}${where(step.machine)}`];
  return [`  ≠ ${input}`, `      generator  ${observed(step.generator)}`, `      machine    ${observed(step.machine)}${where(step.machine)}`];
}

function observed(seen: Observation | undefined): string {
  if (!seen) return 'had ended';
  const what = seen.called ? `is in ${seen.called.path}` : `${seen.outcome} ${shortened(seen.value)}`;
  return [what, ...seen.calls.map((call) => shortened(call))].join('; ');
}

function where(seen: Observation | undefined): string {
  return seen?.state === undefined ? '' : `   in ${seen.state}`;
}

function placeText(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
