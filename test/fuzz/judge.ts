/**
 * A program and sequences of events in; whether its machine does as its generator does, out. What fails is told as a
 * short story: the source, the events, and both sides.
 */
import { runInThisContext } from 'node:vm';
import { valueText } from '../../src/check/value-text.ts';
import { Bug } from '../../src/diagnostic/diagnostic.ts';
import { compiled, generatorSide, machineSide, payload, type Seen, Spins } from './both.ts';
import type { Step } from './grammar.ts';
import type { Printed } from './print.ts';

export type Verdict =
  | { readonly kind: 'same'; readonly steps: number }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'spins' }
  | { readonly kind: 'failed'; readonly what: 'differs' | 'crashes' | 'hangs' | 'breaks'; readonly about: string; readonly story: string };

export type Trial = readonly Step[];

/** The first step of a trial starts the machine; its answers are what is asked on the way to the first state. */
export function judge(printed: Printed, trials: readonly Trial[], patience = 10_000): Verdict {
  return patiently(patience, () => judged(printed, trials), () => ({ kind: 'failed', what: 'hangs', about: 'hangs', story: printed.source }));
}

function judged(printed: Printed, trials: readonly Trial[]): Verdict {
  const expected: Seen[][] = [];
  for (const trial of trials) {
    try {
      expected.push(follow(generatorSide(printed), trial));
    } catch (error) {
      if (error instanceof Spins) return { kind: 'spins' };
      throw error;
    }
  }
  let result: ReturnType<typeof compiled>;
  try {
    result = compiled(printed.source);
  } catch (error) {
    return crash('compile', error, printed);
  }
  const { chart, diagnostics } = result;
  if (!chart) {
    const [first] = diagnostics.filter((one) => one.code !== 'alphabet-open');
    if (!first) return { kind: 'failed', what: 'crashes', about: 'no chart and no diagnostic', story: printed.source };
    return { kind: 'refused', reason: first.code === 'not-supported' ? first.message : first.code };
  }
  let steps = 0;
  for (const [index, trial] of trials.entries()) {
    let seen: Seen[];
    try {
      seen = follow(machineSide(printed, chart), trial);
    } catch (error) {
      return crash('emitted', error, printed);
    }
    const real = expected[index]!;
    const at = real.findIndex((one, step) => JSON.stringify(one) !== JSON.stringify(seen[step]));
    if (at >= 0) return { kind: 'failed', what: 'differs', about: aboutOf(real[at]!, seen[at]), story: `${printed.source}\n${trialStory(printed, trial.slice(0, at + 1), real, seen)}` };
    steps += real.length;
  }
  return { kind: 'same', steps };
}

function crash(where: string, error: unknown, printed: Printed): Verdict {
  if (isTimeout(error)) throw error;
  const text = error instanceof Error ? `${error instanceof Bug ? 'Bug' : error.name}: ${error.message}` : String(error);
  const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 5).join('\n') : '';
  return { kind: 'failed', what: 'crashes', about: `${where}: ${text.split('\n')[0]!.replaceAll(/\d+/g, 'N')}`, story: `${printed.source}\n${where}: ${text}\n${place}` };
}

function follow(side: ReturnType<typeof generatorSide>, trial: Trial): Seen[] {
  const [start, ...steps] = trial;
  const seen = [side.start(start!)];
  for (const step of steps) {
    if (seen.at(-1)!.outcome !== 'yields') break;
    seen.push(side.step(step));
  }
  return seen;
}

function aboutOf(real: Seen, seen: Seen | undefined): string {
  if (!seen) return 'machine stopped early';
  if (real.outcome !== seen.outcome) return `${real.outcome}, machine ${seen.outcome}${seen.outcome === 'throws' ? ` ${seen.value.replaceAll(/\d+/g, 'N').slice(0, 60)}` : ''}`;
  return real.value === seen.value ? 'calls' : `${real.outcome} another value`;
}

function trialStory(printed: Printed, trial: Trial, real: readonly Seen[], seen: readonly Seen[]): string {
  return trial
    .map((step, index) => {
      const did = index === 0 ? 'start' : `${step.kind} ${valueText(payload(printed, step))}`;
      const answers = step.answers.length > 0 ? ` (answers ${step.answers.join(' ')})` : '';
      return `${did}${answers}\n  generator ${seenText(real[index])}\n  machine   ${seenText(seen[index])}`;
    })
    .join('\n');
}

function seenText(seen: Seen | undefined): string {
  return seen ? `${seen.outcome} ${seen.value}${seen.calls.length > 0 ? `  calling ${seen.calls.join(', ')}` : ''}` : '—';
}

/** Does the work, or says what it is when that takes longer than `patience` milliseconds. Only `vm` can stop a loop from outside. */
export function patiently<T>(patience: number, work: () => T, late: () => T): T {
  let result: T;
  const holder = globalThis as unknown as { fuzzWork?: () => void };
  holder.fuzzWork = () => {
    result = work();
  };
  try {
    runInThisContext('fuzzWork()', { timeout: patience });
    return result!;
  } catch (error) {
    if (isTimeout(error)) return late();
    throw error;
  } finally {
    delete holder.fuzzWork;
  }
}

function isTimeout(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
