/**
 * A machine and a sequence in, what can be seen of its run out, step by step. The generator is driven by its raw
 * protocol, the XState machine by a real actor; each makes its own payloads and runs behind its own recorders.
 */
import { type AnyActorRef, type AnyMachineSnapshot, type AnyStateMachine, type EventObject, type InspectionEvent, createActor } from 'xstate';
import type { Chart } from '../../chart/chart.ts';
import { type Done, doneBy } from '../calls.ts';
import { isEngineError } from './engine-error.ts';
import { inputOf } from '../inputs/input.ts';
import { type Called, calledAt } from '../names.ts';
import { isPlain } from './plain.ts';
import type { Chooser, Run } from './recorders.ts';
import type { World } from '../inputs/sample.ts';
import type { Sequence, Start, Step } from '../suite/sequence.ts';
import type { Stage } from './stage.ts';
import { valueText } from './value-text.ts';

/** What is seen of one step. */
export interface Observation {
  readonly outcome: 'yields' | 'returns' | 'throws';
  /** What it yielded, returned or threw, as text. */
  readonly value: string;
  /** It threw an error of the engine's, whose words are not compared. */
  readonly isEngineError?: boolean;
  /** What it called outside, in order. */
  readonly calls: readonly string[];
  /** The name of what it yielded, where that names a state. */
  readonly name?: string;
  /** Where the XState machine is after it, as a path. */
  readonly state?: string;
  /** The machine does not say what it yields: its states are known by their names only. */
  readonly called?: Called;
}

export interface Driver {
  start(start: Start): Observation;
  /** `choices` answers instead of the step's own. */
  step(step: Step, choices?: Chooser): Observation;
  /** What the last step asked, and how it was answered. */
  last(): Run<unknown>;
}

export interface MachineDriver extends Driver {
  snapshot(): AnyMachineSnapshot | undefined;
  /** The actions that the last step did. */
  done(): readonly Done[];
  /** Goes on from where a run has been: only on a stage. */
  resume(reached: Reached): void;
}

/** What stands for the generator protocol in XState events: the words of `yieldchart/xstate`. */
export interface Bridge {
  sent(value: unknown): EventObject;
  thrown(error: unknown): EventObject;
  returned(value: unknown): EventObject;
  yielded(snapshot: AnyMachineSnapshot): unknown;
}

export type Machine = (...args: never[]) => Generator<unknown, unknown, unknown>;

export function generatorDriver(machine: Machine, world: World): Driver {
  let running: Generator<unknown, unknown, unknown> | undefined;
  return driver(world, {
    start: (args) => {
      running = (machine as (...args: unknown[]) => Generator<unknown, unknown, unknown>)(...args);
      return result(running.next());
    },
    step: (kind, value) => result(kind === 'send' ? running!.next(value) : running![kind](value)),
  });
}

/**
 * `inspect` sees the actor's microsteps. With a stage, an actor only takes the way to the first state, and the stage all steps from there.
 */
export function machineDriver({ machine, chart, bridge, world, inspect, stage }: Staged): MachineDriver {
  let actor: AnyActorRef | undefined;
  let snapshot: AnyMachineSnapshot | undefined;
  let done: readonly Done[] = [];
  const isNamed = isPlain(machine);
  const look = (): Look => {
    const now = snapshot!;
    const state = statePath(now.value);
    if (now.status === 'error') return { outcome: 'throws', value: now.error, state };
    if (now.status === 'done') return { outcome: 'returns', value: now.output, state };
    return isNamed ? { outcome: 'yields', value: undefined, state, called: calledAt(machine, now.value) } : { outcome: 'yields', value: bridge.yielded(now), state };
  };
  /** What an actor does, it tells those who inspect it. */
  const noting = (work: () => void): void => {
    const noted: Done[] = [];
    done = noted;
    watch = (event) => {
      if (event.type === '@xstate.action' && event.actorRef === actor) noted.push(...doneBy(event.action));
      inspect?.(event);
    };
    try {
      work();
    } finally {
      snapshot = actor?.getSnapshot() as AnyMachineSnapshot | undefined;
    }
  };
  let watch: (event: InspectionEvent) => void = () => {};
  const drive = driver(world, {
    start: (args) => {
      actor = undefined;
      noting(() => {
        actor = createActor(machine, { input: inputOf(chart, args, isNamed ? machine : undefined), inspect: (event) => watch(event) });
        // Without somebody who listens for it, XState throws an actor's error later, at nobody.
        actor.subscribe({ error: () => {} });
        actor.start();
      });
      if (snapshot?.status === 'active') stage?.enter(snapshot);
      return look();
    },
    step: (kind, value) => {
      const event = kind === 'send' ? bridge.sent(value) : kind === 'throw' ? bridge.thrown(value) : bridge.returned(value);
      if (stage) ({ snapshot, done } = stage.step(snapshot!, event));
      else noting(() => actor!.send(event));
      return look();
    },
  }, stage);
  return {
    ...drive,
    snapshot: () => snapshot,
    done: () => done,
    resume: (reached) => {
      snapshot = reached.snapshot;
      drive.setClock(reached.clock);
    },
  };
}

/** An XState machine, and all that it takes to drive it. */
export interface Staged {
  readonly machine: AnyStateMachine;
  readonly chart: Chart;
  readonly bridge: Bridge;
  readonly world: World;
  readonly inspect?: ((event: InspectionEvent) => void) | undefined;
  readonly stage?: Stage | undefined;
}

/** Where a run has been. */
export interface Reached {
  readonly snapshot: AnyMachineSnapshot;
  readonly clock: number;
}

/** Follows a sequence as far as the machine goes on; `each` is called after each step. */
export function follow(driver: Driver, { start, steps }: Sequence, each: () => void): readonly Observation[] {
  const seen = [driver.start(start)];
  each();
  for (const step of steps) {
    if (seen.at(-1)!.outcome !== 'yields') break;
    seen.push(driver.step(step));
    each();
  }
  return seen;
}

/** `door.open`, `{ left: on, right: off }`. */
function statePath(value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, statePath(inner)].filter(Boolean));
  return parts.length === 1 ? parts[0]!.join('.') : parts.length === 0 ? '' : `{ ${parts.map((part) => part.join(': ')).join(', ')} }`;
}

type Look = Omit<Observation, 'value' | 'calls'> & { readonly value: unknown };

function result({ done, value }: IteratorResult<unknown, unknown>): Look {
  const name = nameOf(value);
  return done ? { outcome: 'returns', value } : { outcome: 'yields', value, ...(name !== undefined && { name }) };
}

/** What a yielded value calls its state: itself, or of an object its `state` (or `type`, `status`, `name`). */
function nameOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) {
    const key = ['state', 'type', 'status', 'name'].find((each) => each in value);
    return key === undefined ? undefined : nameOf(Reflect.get(value, key));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** A stage is told where something was set that no snapshot shows. */
function driver(world: World, side: { start(args: readonly unknown[]): Look; step(kind: Step['kind'], value: unknown): Look }, stage?: Stage): Driver & { setClock(clock: number): void } {
  let run: Run<unknown> = { result: undefined, calls: [], made: [], answered: [], clock: CLOCK, tooMany: false };
  const observe = (choices: readonly number[] | Chooser, look: () => Look): Observation => {
    const mine = world.recorders.run(choices, run.clock, () => {
      const seen = caught(look);
      return { ...seen, value: valueText(seen.value), ...(seen.outcome === 'throws' && isEngineError(seen.value) && { isEngineError: true }) };
    });
    run = mine;
    if (stage && mine.made.some(({ name }) => name.endsWith(' ='))) stage.distrust();
    return { ...mine.result, calls: mine.calls };
  };
  return {
    start: (start) => {
      const args = start.args.map((sample) => sample(world));
      run = { ...run, clock: CLOCK };
      return observe(start.choices, () => side.start(args));
    },
    step: (step, choices) => {
      const value = step.value(world);
      return observe(choices ?? step.choices, () => side.step(step.kind, value));
    },
    last: () => run,
    setClock: (clock) => {
      run = { ...run, clock };
    },
  };
}

/** What is thrown is what is seen: nothing is hidden by catching it. */
function caught(look: () => Look): Look {
  try {
    return look();
  } catch (error) {
    return { outcome: 'throws', value: error };
  }
}

/** When every run starts, by its own clock: 2000-01-01T00:00:00Z. */
const CLOCK = 946_684_800_000;
