/**
 * A seed and a number in, what became of the random program of that number out; a failure is shrunk. Each program has a
 * seed of its own: what it is does not depend on which were tried before it, or where.
 */
import fc from 'fast-check';
import type { Trial } from './drive.ts';
import { everyday, programs, type Program, step, type Weights } from './grammar.ts';
import { judge, type Verdict } from './judge.ts';
import { lawBroken } from './laws.ts';
import { print } from './print.ts';

export interface Search {
  readonly seed: number;
  readonly weights?: Weights;
  /** Programs that a bug already reported is seen in: a pattern of their source. */
  readonly mask?: string;
  /** Kinds of failure that are already reported. */
  readonly skip?: readonly string[];
}

export interface Tried {
  readonly index: number;
  /** `same`, `spins`, `refused: …` or `FAILED, …`. */
  readonly what: string;
  /** Its kind, and the shortest story of it that was found. */
  readonly failure?: { readonly kind: string; readonly story: string };
}

const trials: fc.Arbitrary<readonly Trial[]> = fc.array(fc.array(step, { minLength: 1, maxLength: 16, size: 'max' }), { minLength: 8, maxLength: 8, size: 'max' });

/** How often the laws are asked of a program that is charted: each asks for a compilation. */
const LAWS = 4;

/** Tries one program after the other. `known` says which kinds of failure have been told often enough. */
export function searcher({ seed, weights = everyday, mask, skip = [] }: Search, known: (kind: string) => boolean = () => false): (index: number) => Tried {
  const masked = mask === undefined ? undefined : new RegExp(mask);
  const arbitrary = fc.noBias(fc.tuple(programs(weights), trials));
  return (index) => {
    let first: Verdict | undefined;
    let failing: string | undefined;
    const result = fc.check(
      fc.property(arbitrary, ([program, sequences]) => {
        const verdict = verdictOf(program, sequences, index % LAWS === 0, masked);
        first ??= verdict;
        if (verdict.kind !== 'failed') return;
        const kind = `${verdict.what}: ${verdict.about}`;
        if (skip.some((one) => kind.includes(one)) || known(kind)) return;
        // A failure shrinks only into its own kind.
        failing ??= kind;
        if (kind === failing) throw new Error(`${kind}\n\n${verdict.story}`);
      }),
      { seed: seed * 1_000_003 + index, numRuns: 1, interruptAfterTimeLimit: 30_000 },
    );
    const what = first!.kind === 'refused' ? `refused: ${first!.reason}` : first!.kind === 'failed' ? `FAILED, ${first!.what}: ${first!.about}` : first!.kind;
    return { index, what, ...(failing !== undefined && { failure: { kind: failing, story: (result.errorInstance as Error).message } }) };
  };
}

function verdictOf(program: Program, sequences: readonly Trial[], laws: boolean, mask: RegExp | undefined): Verdict {
  const printed = print(program);
  if (mask?.test(printed.source)) return { kind: 'refused', reason: 'masked' };
  const verdict = judge(printed, sequences);
  const broken = laws && verdict.kind === 'same' ? lawBroken(program, verdict.chart) : undefined;
  return broken === undefined ? verdict : { kind: 'failed', what: 'breaks', ...broken };
}
