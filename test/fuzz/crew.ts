/**
 * A budget and a seed in; how many random programs were charted, refused and why, and each failure, shrunk, out. The work
 * is divided between processes; what comes out does not depend on how many there are.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Bundle } from './bundle.ts';
import type { Search, Tried } from './campaign.ts';
import type { Answer, Order } from './worker.ts';

export interface Budget extends Search {
  readonly programs: number;
  /** The number of the first. */
  readonly from?: number;
  readonly workers?: number;
  /** Failures of one kind are told this often. */
  readonly each?: number;
  /** Ends after so many minutes, even if there are programs left. */
  readonly minutes?: number;
  /** Ends at the first failure. */
  readonly first?: boolean;
  readonly told?: (failure: string) => void;
}

export interface Campaign {
  readonly seed: number;
  readonly run: number;
  readonly same: number;
  /** How many steps were compared in those. */
  readonly steps: number;
  /** In how many of those that are the same each construct is. */
  readonly shows: readonly (readonly [construct: string, often: number])[];
  /** What became of the programs, most often first. */
  readonly tally: readonly (readonly [what: string, often: number])[];
  readonly failures: readonly string[];
}

/** How many programs a worker is given at a time. */
const PORTION = 20;

/** A worker that says nothing for so long, in milliseconds, is stuck where nothing can interrupt it. */
const STUCK = 180_000;

export async function campaign({ file }: Bundle, { programs, from = 0, workers = availableParallelism(), each = 2, minutes = Infinity, first = false, told, seed, ...search }: Budget): Promise<Campaign> {
  const tally = new Map<string, number>();
  const constructs = new Map<string, number>();
  const kinds = new Map<string, number>();
  const failures: string[] = [];
  let run = 0;
  let steps = 0;
  let next = from;
  const end = from + programs;
  const late = Date.now() + minutes * 60_000;
  const over = (): boolean => next >= end || Date.now() > late || (first && failures.length > 0);

  const take = ({ index, what, steps: more, shows, failure }: Tried): void => {
    run += 1;
    steps += more;
    count(tally, what);
    if (what === 'same') for (const one of shows) count(constructs, one);
    if (!failure) return;
    const often = (kinds.get(failure.kind) ?? 0) + 1;
    kinds.set(failure.kind, often);
    if (often > each) return;
    failures.push(`seed ${seed}, program ${index}: ${failure.story}`);
    told?.(failures.at(-1)!);
  };

  /** One worker after the other, as long as there is something to do: one that dies or is stuck fails a program. */
  const work = async (): Promise<void> => {
    while (!over()) {
      const at = await employ(start(file));
      if (at !== undefined) take({ index: at, what: 'FAILED, hangs: the process', steps: 0, shows: [], failure: { kind: 'hangs: the process', story: 'the process died, or was stuck' } });
    }
  };

  /** Until there is nothing to do; or until the worker ends, and then the program it was at. */
  const employ = (worker: ChildProcess): Promise<number | undefined> =>
    new Promise((resolve) => {
      let at = 0;
      let timer: NodeJS.Timeout | undefined;
      const watch = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => worker.kill('SIGKILL'), STUCK);
      };
      const portion = (): void => {
        if (over()) {
          clearTimeout(timer);
          worker.removeAllListeners('exit');
          worker.on('exit', () => resolve(undefined));
          worker.disconnect();
          return;
        }
        at = next;
        next = Math.min(next + PORTION, end);
        watch();
        worker.send({ search: { seed, ...search }, from: at, to: next, known: [...kinds].flatMap(([kind, often]) => (often >= each ? [kind] : [])) } satisfies Order);
      };
      worker.on('message', (answer: Answer) => {
        if (answer === 'ready') return portion();
        at = answer.index + 1;
        watch();
        take(answer);
      });
      worker.on('exit', () => {
        clearTimeout(timer);
        resolve(at);
      });
      portion();
    });

  await Promise.all(Array.from({ length: workers }, work));
  return { seed, run, same: tally.get('same') ?? 0, steps, shows: sorted(constructs), tally: sorted(tally), failures };
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Most of what is made is dropped at once: a large nursery saves half of the collecting. */
function start(file: string): ChildProcess {
  return fork(file, { execArgv: ['--max-semi-space-size=64'] });
}
