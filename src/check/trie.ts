/**
 * An XState machine in, its runs out, one for each sequence that is asked for: sequences that begin alike share that beginning, each step of which is made once.
 *
 * A machine that needs an actor (see stage.ts) is run from its start each time. Which it is may only turn out on the way; then what was seen does not count.
 */
import type { Done } from './calls.ts';
import { type Observation, type Reached, type Staged, follow, machineDriver } from './drive.ts';
import type { Sequence, Start, Step } from './sequence.ts';

/** What is seen of a run, step by step, and the actions that each step did. */
export interface Ran {
  readonly seen: readonly Observation[];
  readonly done: readonly (readonly Done[])[];
  readonly tooMany: boolean;
}

/** A step that was made, and those that were made after it. */
interface Node {
  readonly look: Observation;
  readonly done: readonly Done[];
  readonly tooMany: boolean;
  readonly reached: Reached | undefined;
  readonly next: Map<Step, Node>;
}

/** Runs of a machine that share their beginnings. */
export function alongTrie(staged: Staged): (sequence: Sequence) => Ran {
  const starts = new Map<Start, Node>();
  return ({ start, steps }) => {
    let node = starts.get(start) ?? begun(staged, start);
    starts.set(start, node);
    const path = [node];
    for (const step of steps) {
      if (!node.reached) break;
      const next = node.next.get(step) ?? goneOn(staged, node.reached, step);
      node.next.set(step, next);
      path.push((node = next));
    }
    return { seen: path.map(({ look }) => look), done: path.map(({ done }) => done), tooMany: node.tooMany };
  };
}

/** A run of its own, by an actor. */
export function byActor(staged: Staged, sequence: Sequence): Ran {
  const driver = machineDriver({ ...staged, stage: undefined });
  const done: (readonly Done[])[] = [];
  const seen = follow(driver, sequence, () => done.push(driver.done()));
  return { seen, done, tooMany: driver.last().tooMany };
}

function begun(staged: Staged, start: Start): Node {
  const driver = machineDriver(staged);
  return nodeOf(driver, driver.start(start));
}

function goneOn(staged: Staged, reached: Reached, step: Step): Node {
  const driver = machineDriver(staged, reached);
  return nodeOf(driver, driver.step(step));
}

function nodeOf(driver: ReturnType<typeof machineDriver>, look: Observation): Node {
  const snapshot = driver.snapshot();
  const { clock, tooMany } = driver.last();
  return { look, done: driver.done(), tooMany, reached: look.outcome === 'yields' && snapshot ? { snapshot, clock } : undefined, next: new Map() };
}
