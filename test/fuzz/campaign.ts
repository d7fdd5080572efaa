/**
 * A seed and a number in, what became of the random program of that number out; a failure is reduced. Each program has a
 * seed of its own: what it is does not depend on which were tried before it, or where.
 */
import fc from 'fast-check';
import { listing } from './compiled.ts';
import type { Trial } from './drive.ts';
import { programs, type Program, step, type Swarm, swarms } from './grammar.ts';
import { judge, type Verdict } from './judge.ts';
import { type Law, lawBroken, laws } from './laws.ts';
import { type Case, reduced } from './reduce.ts';
import { print } from './write.ts';

export interface Search {
  readonly seed: number;
  /** Forms that are left out, by name: to search past a bug that is known. */
  readonly without?: readonly string[];
  /** Programs that a bug already reported is seen in: a pattern of their source. */
  readonly mask?: string;
  /** Kinds of failure that are already reported. */
  readonly skip?: readonly string[];
  /** A failure is told as it is. */
  readonly whole?: boolean;
  /** Programs that come to this are reduced and told, as if they failed. */
  readonly show?: string;
}

export interface Tried {
  readonly index: number;
  /** `same`, `spins`, `masked`, `refused: …` or `FAILED, …`. */
  readonly what: string;
  /** How many steps of the generator the others were compared with. */
  readonly steps: number;
  /** The constructs it has. */
  readonly shows: readonly string[];
  /** Its kind, and the shortest story of it that was found. */
  readonly failure?: { readonly kind: string; readonly story: string };
}

const trials: fc.Arbitrary<readonly Trial[]> = fc.noBias(fc.array(fc.array(step, { minLength: 1, maxLength: 16, size: 'max' }), { minLength: 8, maxLength: 8, size: 'max' }));

/** One program in so many is asked for a law, each time for the next: it takes a compilation more. */
const LAWS = 4;

/** How many sets of forms there are in a campaign. */
const SWARMS = 500;

/** The state space of a program grows with each `yield`: most have no more than so many, and one in so many may have any number. */
const MOST_YIELDS = 6;
const ANY_SIZE = 200;

/** How long a failure is reduced, in milliseconds. */
const REDUCING = 20_000;

/** The first of what fast-check makes of a seed. */
function made<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  return fc.sample(arbitrary, { seed, numRuns: 1 })[0]!;
}

/** Tries one program after the other. `known` says which kinds of failure have been told often enough. */
export function searcher({ seed, without, mask, skip = [], show, whole = false }: Search, known: (kind: string) => boolean = () => false): (index: number) => Tried {
  const masked = mask === undefined ? undefined : new RegExp(mask);
  const swarm = fc.noBias(swarms(without));
  const bySwarm = new Map<number, fc.Arbitrary<Program>>();
  const programsOf = (at: number): fc.Arbitrary<Program> => {
    const before = bySwarm.get(at);
    if (before) return before;
    const arbitrary = fc.noBias(programs(made<Swarm>(swarm, seed * 1_000_003 + at)));
    bySwarm.set(at, arbitrary);
    return arbitrary;
  };
  return (index) => {
    const own = seed * 1_000_003 + index;
    const arbitrary = programsOf(index % SWARMS);
    let program = made(arbitrary, own);
    const tries = index % ANY_SIZE > 0 ? 50 : 1;
    for (let again = 1; again < tries && yieldsIn(program) > MOST_YIELDS; again += 1) program = made(arbitrary, own + again * 15_485_863);
    const sequences = made(trials, own);
    const law = index % LAWS === 0 ? laws[(index / LAWS) % laws.length] : undefined;
    const printed = print(program);
    const { shows } = printed;
    const tried = (what: string, failure?: Tried['failure'], steps = 0): Tried => ({ index, what, steps, shows: [...shows], ...(failure && { failure }) });
    if (masked?.test(listing(printed))) return tried('masked');
    const told = (kind: string): boolean => skip.some((one) => kind.includes(one)) || known(kind);
    const verdict = verdictOf(program, sequences, law, index % 8 < 4, told);
    const kind = kindOf(verdict);
    const failed = verdict.kind === 'failed';
    const what = failed ? `FAILED, ${kind}` : kind;
    if (told(kind) || !(failed || (show !== undefined && kind.includes(show)))) return tried(what, undefined, verdict.kind === 'same' ? verdict.steps : 0);
    const end = Date.now() + REDUCING;
    const impatience = failed && verdict.what === 'hangs' ? 3000 : undefined;
    const again = (one: Case): Verdict => verdictOf(one.program, one.trials, law, index % 8 < 4, (other) => other !== kind && told(other), impatience);
    const found: Case = { program, trials: sequences };
    const least = whole ? found : reduced(found, (one) => kindOf(again(one)) === kind, () => Date.now() < end);
    const last = again(least);
    return tried(what, { kind, story: `${kind}\n\n${last.kind === 'failed' ? last.story : listing(print(least.program))}` });
  };
}

function yieldsIn(program: Program): number {
  return listing(print(program)).split('yield').length - 1;
}

/** What it is counted as. */
function kindOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'failed':
      return `${verdict.what}: ${verdict.about}`;
    case 'refused':
      // What its variables are called is chance.
      return `refused: ${verdict.reason.replaceAll(/`[a-z][A-Za-z]+`|(?<=`const now = )\w+/g, (name) => (name.startsWith('`') ? '`…`' : '…'))}`;
    case 'same':
    case 'spins':
      return verdict.kind;
  }
}

function verdictOf(program: Program, sequences: readonly Trial[], law: Law | undefined, regions: boolean, told: (kind: string) => boolean, patience?: number): Verdict {
  const verdict = judge(print(program), sequences, { patience, whole: regions, ignores: (failed) => told(kindOf(failed)) });
  const broken = law && verdict.kind === 'same' ? lawBroken(law, program, verdict.chart) : undefined;
  return broken === undefined ? verdict : { kind: 'failed', what: 'breaks', ...broken };
}
