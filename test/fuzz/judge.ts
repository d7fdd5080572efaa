/**
 * A program and sequences of events in; whether its machine does as its generator does, out. What fails is told as a
 * short story: the source, the events, and both sides.
 */
import { valueText } from '../../src/check/value-text.ts';
import type { Chart } from '../../src/compile.ts';
import { Bug } from '../../src/diagnostic/diagnostic.ts';
import { compiled } from './compiled.ts';
import { drive, isTimeout, payload, type Seen, seenText, type Trial } from './drive.ts';
import { patiently } from './patience.ts';
import type { Printed } from './print.ts';
import { generatorSide, machineSide, type Side } from './sides.ts';
import { Spins } from './world.ts';

export type Verdict =
  | { readonly kind: 'same'; readonly chart: Chart; readonly steps: number }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'spins' }
  | Failed;

export interface Failed {
  readonly kind: 'failed';
  readonly what: 'differs' | 'crashes' | 'hangs' | 'breaks';
  readonly about: string;
  readonly story: string;
}

export function judge(printed: Printed, trials: readonly Trial[], patience = 20_000): Verdict {
  return patiently(patience, () => judged(printed, trials), () => ({ kind: 'failed', what: 'hangs', about: 'hangs', story: printed.source }));
}

function judged(printed: Printed, trials: readonly Trial[]): Verdict {
  const expected: (readonly Seen[])[] = [];
  const real = generatorSide(printed);
  let spins = false;
  for (const trial of trials) {
    try {
      expected.push(drive(real, printed, trial));
    } catch (error) {
      if (!(error instanceof Spins)) throw error;
      spins = true;
      break;
    }
  }
  let result: ReturnType<typeof compiled>;
  try {
    result = compiled(printed.source);
  } catch (error) {
    return crash('compile', error, printed);
  }
  // That it is compiled at all, to whatever end, is what can be asked of it.
  if (spins) return { kind: 'spins' };
  const { chart, diagnostics } = result;
  if (!chart) {
    const [first] = diagnostics.filter((one) => one.code !== 'alphabet-open');
    if (!first) return { kind: 'failed', what: 'crashes', about: 'no chart and no diagnostic', story: printed.source };
    return { kind: 'refused', reason: first.code === 'not-supported' ? first.message : first.code };
  }
  let side: Side;
  try {
    side = machineSide(chart);
  } catch (error) {
    return crash('emitted', error, printed);
  }
  return compare('machine', side, printed, trials, expected) ?? { kind: 'same', chart, steps: expected.reduce((sum, seen) => sum + seen.length, 0) };
}

/** The first difference between what a side does and what the generator did. */
function compare(name: string, side: Side, printed: Printed, trials: readonly Trial[], expected: readonly (readonly Seen[])[]): Failed | undefined {
  for (const [index, trial] of trials.entries()) {
    let seen: readonly Seen[];
    try {
      seen = drive(side, printed, trial);
    } catch (error) {
      return crash(name, error, printed);
    }
    const real = expected[index]!;
    const at = real.findIndex((one, step) => seenText(one) !== seenText(seen[step]));
    if (at >= 0) return { kind: 'failed', what: 'differs', about: aboutOf(name, real[at]!, seen[at]), story: `${printed.source}\n${trialStory(name, printed, trial.slice(0, at + 1), real, seen)}` };
  }
  return undefined;
}

function crash(where: string, error: unknown, printed: Printed): Failed {
  if (isTimeout(error)) throw error;
  const text = error instanceof Error ? `${error instanceof Bug ? 'Bug' : error.name}: ${error.message}` : String(error);
  const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 5).join('\n') : '';
  return { kind: 'failed', what: 'crashes', about: `${where}: ${text.split('\n')[0]!.replaceAll(/\d+/g, 'N')}`, story: `${printed.source}\n${where}: ${text}\n${place}` };
}

function aboutOf(name: string, real: Seen, seen: Seen | undefined): string {
  if (!seen) return `${name} stopped early`;
  if (real.outcome !== seen.outcome) return `${real.outcome}, ${name} ${seen.outcome}${seen.outcome === 'throws' ? ` ${seen.value.replaceAll(/\d+/g, 'N').slice(0, 60)}` : ''}`;
  return real.value === seen.value ? `${name} calls` : `${name} ${real.outcome} another value`;
}

function trialStory(name: string, printed: Printed, trial: Trial, real: readonly Seen[], seen: readonly Seen[]): string {
  return trial
    .map((step, index) => {
      const did = index === 0 ? 'start' : `${step.kind} ${valueText(payload(printed, step))}`;
      const answers = step.answers.length > 0 ? ` (answers ${step.answers.join(' ')})` : '';
      return `${did}${answers}\n  generator ${seenText(real[index])}\n  ${name.padEnd(9)} ${seenText(seen[index])}`;
    })
    .join('\n');
}
