/** A budget and a seed in; how many random programs were charted, refused and why, and each failure, shrunk, out. */
import fc from 'fast-check';
import { programs, type Program, step, type Weights } from './grammar.ts';
import { judge, type Trial, type Verdict } from './judge.ts';
import { lawBroken } from './laws.ts';
import { print } from './print.ts';

export interface Budget {
  readonly programs: number;
  readonly seed: number;
  readonly weights?: Weights;
  /** Programs that a bug already reported is seen in: a pattern of their source. */
  readonly mask?: RegExp;
  /** Kinds of failure that are already reported. */
  readonly skip?: readonly string[];
  /** Failures of one kind are told this often. */
  readonly each?: number;
  readonly told?: (failure: string) => void;
}

export interface Campaign {
  readonly run: number;
  readonly same: number;
  /** What became of the programs, most often first. */
  readonly tally: readonly (readonly [what: string, often: number])[];
  readonly failures: readonly string[];
}

const trials: fc.Arbitrary<readonly Trial[]> = fc.array(fc.array(step, { minLength: 1, maxLength: 16, size: 'max' }), { minLength: 8, maxLength: 8, size: 'max' });

export function campaign({ programs: most, seed, weights, mask, skip = [], each = 2, told }: Budget): Campaign {
  const tally = new Map<string, number>();
  const kinds = new Map<string, number>();
  const failures: string[] = [];
  const arbitrary = fc.noBias(fc.tuple(programs(weights), trials));
  let run = 0;
  while (run < most) {
    let first: Verdict | undefined;
    let failing: string | undefined;
    const result = fc.check(
      fc.property(arbitrary, ([program, sequences]) => {
        const verdict = verdictOf(program, sequences, mask);
        first ??= verdict;
        if (verdict.kind !== 'failed') return;
        const kind = `${verdict.what}: ${verdict.about}`;
        if (skip.some((known) => kind.includes(known)) || (kinds.get(kind) ?? 0) >= each) return;
        // A failure shrinks only into its own kind.
        failing ??= kind;
        if (kind === failing) throw new Error(`${kind}\n\n${verdict.story}`);
      }),
      { seed: seed * 1_000_003 + run, numRuns: 1, interruptAfterTimeLimit: 30_000 },
    );
    const what = first!.kind === 'refused' ? `refused: ${first!.reason}` : first!.kind === 'failed' ? `FAILED, ${first!.what}: ${first!.about}` : first!.kind;
    tally.set(what, (tally.get(what) ?? 0) + 1);
    if (failing !== undefined) {
      kinds.set(failing, (kinds.get(failing) ?? 0) + 1);
      failures.push(`seed ${seed}, program ${run}: ${(result.errorInstance as Error).message}`);
      told?.(failures.at(-1)!);
    }
    run += 1;
  }
  return { run, same: tally.get('same') ?? 0, tally: [...tally].toSorted((x, y) => y[1] - x[1]), failures };
}

function verdictOf(program: Program, sequences: readonly Trial[], mask: RegExp | undefined): Verdict {
  const printed = print(program);
  if (mask?.test(printed.source)) return { kind: 'refused', reason: 'masked' };
  const verdict = judge(printed, sequences);
  const broken = verdict.kind === 'same' ? lawBroken(program) : undefined;
  return broken === undefined ? verdict : { kind: 'failed', what: 'breaks', ...broken };
}

export function summary({ run, same, tally }: Campaign): string {
  const percent = (often: number): string => `${((100 * often) / Math.max(run, 1)).toFixed(1)} %`;
  return [`${run} random programs, ${percent(same)} of them charted and the same:`, ...tally.map(([what, often]) => `${String(often).padStart(6)}  ${what}`)].join('\n');
}
