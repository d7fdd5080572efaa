/**
 * A program and sequences of events in; whether its machine does as its generator does, out. What fails is told as a
 * short story: the source, the events, and both sides.
 */
import { valueText } from '../../src/check/drive/value-text.ts';
import type { Chart } from '../../src/compile.ts';
import { Bug, refuses } from '../../src/diagnostic/diagnostic.ts';
import { chartSide } from './chart.ts';
import { compiled, listing } from './compiled.ts';
import { drive, isTimeout, payload, type Seen, seenText, type Trial } from './drive.ts';
import { graphSide, NotLowered } from './graph.ts';
import { patiently } from './patience.ts';
import type { Printed } from './write.ts';
import { generatorSide, machineSide, type Side } from './sides.ts';
import { createWorld, ERROR, Spins } from './world.ts';

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

export interface Judging {
  readonly patience?: number;
  /** Whether the graph's regions are run as they are written; both ways where nothing is said. */
  readonly whole?: boolean;
  /** A failure that is passed over: what comes after it is looked at too. */
  readonly ignores?: (failed: Failed) => boolean;
}

export function judge(printed: Printed, trials: readonly Trial[], { patience = 60_000, whole, ignores = () => false }: Judging = {}): Verdict {
  return patiently(patience, () => judged(printed, trials, whole, ignores), () => ({ kind: 'failed', what: 'hangs', about: 'hangs', story: listing(printed) }));
}

/** What the generator did in one trial; `raw` trials are for sides that keep to its whole protocol. */
interface Run {
  readonly trial: Trial;
  readonly raw: boolean;
  readonly seen: readonly Seen[];
}

/** One trial in so many is raw. */
const RAW = 4;

function judged(printed: Printed, trials: readonly Trial[], whole: boolean | undefined, ignores: (failed: Failed) => boolean): Verdict {
  const real = generatorSide(printed);
  const runs: Run[] = [];
  let spins = false;
  for (const [index, trial] of trials.entries()) {
    try {
      const seen = drive(real, printed, trial);
      runs.push({ trial, raw: false, seen });
      // What only an error from outside brings to an end spins all the same.
      if (seen.at(-1)!.outcome === 'throws') drive(real, printed, trial.map((step) => ({ ...step, answers: step.answers.map((answer) => (answer === ERROR ? 0 : answer)) })));
      if (index % RAW === 0) runs.push({ trial, raw: true, seen: drive(real, printed, trial, true) });
    } catch (error) {
      if (!(error instanceof Spins)) throw error;
      spins = true;
      break;
    }
  }
  let result: ReturnType<typeof compiled>;
  try {
    result = compiled(printed);
  } catch (error) {
    return crash('compile', error, printed);
  }
  // That it is compiled at all, to whatever end, is what can be asked of it.
  if (spins) return { kind: 'spins' };
  const { chart, diagnostics } = result;
  let passed: Failed | undefined;
  const tells = (failed: Failed | undefined): failed is Failed => {
    passed ??= failed;
    return failed !== undefined && !ignores(failed);
  };
  const lowered = graphFailure(printed, runs, chart !== undefined, whole === undefined ? [false, true] : [whole]);
  if (tells(lowered)) return lowered;
  if (!chart) {
    const first = diagnostics.find(refuses);
    if (!first) return { kind: 'failed', what: 'crashes', about: 'no chart and no diagnostic', story: listing(printed) };
    return { kind: 'refused', reason: first.code === 'not-supported' ? first.message : first.code };
  }
  const protocol = runs.filter(({ raw }) => !raw);
  const stepped = compare('chart', () => chartSide(chart, printed), printed, protocol);
  if (tells(stepped)) return stepped;
  const ran = compare('machine', () => machineSide(chart, printed), printed, protocol);
  if (tells(ran)) return ran;
  return passed ?? { kind: 'same', chart, steps: protocol.reduce((sum, { seen }) => sum + seen.length, 0) };
}

/** Where the graph comes to what is not lowered, or is only gone through in a region as a whole, it says nothing. */
function graphFailure(printed: Printed, runs: readonly Run[], charted: boolean, ways: readonly boolean[]): Failed | undefined {
  for (const whole of ways) {
    const deeper = new Set<string>();
    for (let again = true; again; ) {
      again = false;
      try {
        const failed = compare('graph', () => graphSide(printed, { whole, copies: charted, deeper }), printed, runs);
        if (failed) return failed;
      } catch (error) {
        if (!(error instanceof NotLowered)) throw error;
        if (error.deeper !== undefined && deeper.size < DEEPEST && !deeper.has(error.deeper)) {
          deeper.add(error.deeper);
          again = true;
        }
      }
    }
  }
  return undefined;
}

const DEEPEST = 10;

/** The first difference between what a side does and what the generator did. */
function compare(name: string, make: () => Side, printed: Printed, runs: readonly Run[]): Failed | undefined {
  let side: Side;
  try {
    side = make();
  } catch (error) {
    return crash(`${name} made`, error, printed);
  }
  for (const { trial, raw, seen: real } of runs) {
    let seen: readonly Seen[];
    try {
      seen = drive(side, printed, trial, raw);
    } catch (error) {
      if (error instanceof NotLowered) throw error;
      return crash(name, error, printed);
    }
    const at = real.findIndex((one, step) => seenText(one) !== seenText(seen[step]));
    if (at >= 0) return { kind: 'failed', what: 'differs', about: aboutOf(name, real[at]!, seen[at]), story: `${listing(printed)}\n${trialStory(name, printed, { trial: trial.slice(0, at + 1), raw, seen: real }, seen)}` };
  }
  return undefined;
}

function crash(where: string, error: unknown, printed: Printed): Failed {
  if (isTimeout(error)) throw error;
  const text = error instanceof Error ? `${error instanceof Bug ? 'Bug' : error.name}: ${error.message}` : String(error);
  const place = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 5).join('\n') : '';
  return { kind: 'failed', what: 'crashes', about: `${where}: ${text.split('\n')[0]!.replaceAll(/\d+/g, 'N')}`, story: `${listing(printed)}\n${where}: ${text}\n${place}` };
}

function aboutOf(name: string, real: Seen, seen: Seen | undefined): string {
  if (!seen) return `${name} stopped early`;
  if (real.outcome !== seen.outcome) return `${real.outcome}, ${name} ${seen.outcome}${seen.outcome === 'throws' ? ` ${seen.value.replaceAll(/\d+/g, 'N').slice(0, 60)}` : ''}`;
  return real.value === seen.value ? `${name} calls` : `${name} ${real.outcome} another value`;
}

function trialStory(name: string, printed: Printed, { trial, raw, seen: real }: Run, seen: readonly Seen[]): string {
  return trial
    .map((step, index) => {
      const world = createWorld();
      const given = printed.parameters.map((name, at) => [name, world.argument(name, step.pick + at)] as const).filter(([, value]) => typeof value !== 'function');
      const input = index === 0 && given.length > 0 ? ` with ${given.map(([name, value]) => `${name}: ${valueText(value)}`).join(', ')}` : '';
      const did = index === 0 && !raw ? `start${input}` : `${step.kind} ${valueText(payload(printed, step))}`;
      const answers = step.answers.length > 0 ? ` (answers ${step.answers.join(' ')})` : '';
      return `${did}${answers}\n  generator ${seenText(real[index])}\n  ${name.padEnd(9)} ${seenText(seen[index])}`;
    })
    .join('\n');
}
