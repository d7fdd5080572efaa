/** A machine that is being searched in, one run of it out: it goes on step by step, and the coverage sees each. */
import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';
import type { Chart } from '../chart/chart.ts';
import type { Coverage } from './coverage.ts';
import { type Bridge, type Observation, actorDriver } from './drive.ts';
import type { Chooser, Run } from './recorders.ts';
import type { World } from './sample.ts';
import type { Sequence, Start, Step } from './sequence.ts';

/** A place the search has come to, and the way there. */
export interface Node {
  readonly sequence: Sequence;
  readonly parent?: Node;
  readonly snapshot: AnyMachineSnapshot | undefined;
  readonly state: string;
  expanded: boolean;
  /** What is wanted there has been tried. */
  probed: boolean;
}

/** What is searched. */
export interface Searched {
  readonly chart: Chart;
  readonly machine: AnyStateMachine;
  readonly bridge: Bridge;
  readonly world: World;
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
export function begin({ chart, machine, bridge, world, coverage }: Searched, start: Start): Live {
  const drive = actorDriver(machine, chart, bridge, world, coverage.inspect);
  const snapshot = (): AnyMachineSnapshot | undefined => drive.actor()?.getSnapshot() as AnyMachineSnapshot | undefined;
  const noted = (): boolean => {
    const now = snapshot();
    return now !== undefined && coverage.after(now);
  };
  let look = drive.start(start);
  let news = noted();
  return {
    step: (step, choices) => {
      if (look.outcome !== 'yields') return;
      coverage.before(snapshot()!, eventOf(step, bridge, world));
      look = drive.step(step, choices);
      news = noted();
    },
    snapshot,
    look: () => look,
    last: drive.last,
    news: () => news,
  };
}

/** Where a run has come to by a sequence. */
export function nodeOf(running: Live, sequence: Sequence): Node {
  const look = running.look();
  return { sequence, snapshot: look.outcome === 'yields' ? running.snapshot() : undefined, state: look.state ?? '', expanded: false, probed: false };
}

function eventOf(step: Step, bridge: Bridge, world: World): EventObject {
  const value = step.value(world);
  return step.kind === 'send' ? bridge.sent(value) : step.kind === 'throw' ? bridge.thrown(value) : bridge.returned(value);
}
