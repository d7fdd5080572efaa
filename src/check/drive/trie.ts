/**
 * An XState machine in, its runs out, one for each sequence that is asked for: sequences that begin alike share that beginning, each step of which is made once; and so
 * do those that come to the same configuration, from there on.
 *
 * A machine that needs an actor (see stage.ts) is run from its start each time. Which it is may only turn out on the way; then what was seen does not count.
 */
import type { Done } from '../calls.ts';
import { type MachineDriver, type Observation, type Reached, type Staged, follow, machineDriver } from './drive.ts';
import type { Sequence, Start, Step } from '../suite/sequence.ts';
import { createKeys } from './snapshot-key.ts';

/** What is seen of a run, step by step, and the actions that each step did. */
export interface Ran {
  readonly seen: readonly Observation[];
  readonly done: readonly (readonly Done[])[];
  readonly tooMany: boolean;
}

/** A step that was made. */
interface Node {
  readonly look: Observation;
  readonly done: readonly Done[];
  readonly tooMany: boolean;
  readonly reached: Reached | undefined;
  /** Where the machine goes on from there, by what it is sent: one list for all who come to the same configuration. */
  next: Map<string, Node> | undefined;
}

/** Runs of a machine that share their beginnings. */
export function alongTrie(staged: Staged): (sequence: Sequence) => Ran {
  const starts = new Map<Start, Node>();
  const keys = createKeys();
  const places = new Map<string, Map<string, Node>>();
  const words = new Map<Step, string>();
  const driver = machineDriver(staged);

  const nextOf = ({ snapshot, clock }: Reached): Map<string, Node> => {
    const place = `${keys.ofSnapshot(snapshot)} ${clock}`;
    const next = places.get(place) ?? new Map<string, Node>();
    places.set(place, next);
    return next;
  };
  const wordOf = (step: Step): string => {
    const word = words.get(step) ?? keys.ofValue([step.kind, step.value(staged.world), step.choices]);
    words.set(step, word);
    return word;
  };
  const begun = (start: Start): Node => nodeOf(driver, driver.start(start));
  const goneOn = (reached: Reached, step: Step): Node => {
    driver.resume(reached);
    return nodeOf(driver, driver.step(step));
  };
  const after = (node: Node, step: Step): Node | undefined => {
    if (!node.reached) return undefined;
    const next = (node.next ??= nextOf(node.reached));
    const word = wordOf(step);
    const known = next.get(word) ?? goneOn(node.reached, step);
    next.set(word, known);
    return known;
  };
  // Sequences that begin alike mostly follow each other.
  let last: { readonly sequence: Sequence; readonly path: readonly Node[] } | undefined;
  return (sequence) => {
    const { start, steps } = sequence;
    let node = starts.get(start) ?? begun(start);
    starts.set(start, node);
    const path = [node];
    let isAlike = last?.sequence.start === start;
    for (const [at, step] of steps.entries()) {
      isAlike &&= last!.sequence.steps[at] === step;
      const next = (isAlike ? last!.path[at + 1] : undefined) ?? after(node, step);
      if (!next) break;
      path.push((node = next));
    }
    last = { sequence, path };
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

function nodeOf(driver: MachineDriver, look: Observation): Node {
  const snapshot = driver.snapshot();
  const { clock, tooMany } = driver.last();
  return { look, done: driver.done(), tooMany, reached: look.outcome === 'yields' && snapshot ? { snapshot, clock } : undefined, next: undefined };
}
