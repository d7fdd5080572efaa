/** A machine that is being searched in, one run of it out: it goes on step by step, and the coverage sees each. */
import type { AnyMachineSnapshot, EventObject } from 'xstate';
import type { Coverage } from './coverage.ts';
import { type Bridge, type MachineDriver, type Observation, type Staged, machineDriver } from '../drive/drive.ts';
import type { Chooser, Run } from '../drive/recorders.ts';
import type { World } from '../inputs/sample.ts';
import type { Sequence, Start, Step } from './sequence.ts';

/** A place the search has come to, and the way there. */
export interface Node {
  readonly sequence: Sequence;
  readonly parent?: Node;
  readonly snapshot: AnyMachineSnapshot | undefined;
  readonly state: string;
  readonly clock: number;
  expanded: boolean;
  /** What is wanted there has been tried. */
  probed: boolean;
}

/** What is searched. */
export interface Searched extends Staged {
  readonly coverage: Coverage;
}

/** A run that goes on. A step after its end does nothing. */
export interface Live {
  step(step: Step, choices?: Chooser): void;
  snapshot(): AnyMachineSnapshot | undefined;
  look(): Observation;
  last(): Run<unknown>;
  /** Whether the last step exercised anything new. */
  news(): boolean;
}

/** Starts a run. */
export function begin(searched: Searched, start: Start): Live {
  const drive = machineDriver(searched);
  const look = drive.start(start);
  return live(searched, drive, look, noted(searched, drive));
}

/** Goes on from where another run has been: only on a stage. */
export function resume(searched: Searched, { snapshot, clock, state }: Node): Live {
  const drive = machineDriver(searched);
  drive.resume({ snapshot: snapshot!, clock });
  return live(searched, drive, { outcome: 'yields', value: '', calls: [], state }, false);
}

function live(searched: Searched, drive: MachineDriver, first: Observation, isNew: boolean): Live {
  const { coverage, bridge, world } = searched;
  let look = first;
  let news = isNew;
  return {
    step: (step, choices) => {
      if (look.outcome !== 'yields') return;
      coverage.before(drive.snapshot()!, eventOf(step, bridge, world));
      look = drive.step(step, choices);
      news = noted(searched, drive);
    },
    snapshot: drive.snapshot,
    look: () => look,
    last: drive.last,
    news: () => news,
  };
}

function noted({ coverage }: Searched, drive: MachineDriver): boolean {
  const now = drive.snapshot();
  return now !== undefined && coverage.after(now);
}

/** Where a run has come to by a sequence. */
export function nodeOf(running: Live, sequence: Sequence): Node {
  const look = running.look();
  return { sequence, snapshot: look.outcome === 'yields' ? running.snapshot() : undefined, state: look.state ?? '', clock: running.last().clock, expanded: false, probed: false };
}

function eventOf(step: Step, bridge: Bridge, world: World): EventObject {
  const value = step.value(world);
  return step.kind === 'send' ? bridge.sent(value) : step.kind === 'throw' ? bridge.thrown(value) : bridge.returned(value);
}
