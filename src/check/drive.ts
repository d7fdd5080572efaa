/**
 * A machine and a sequence in, what can be seen of its run out, step by step. The generator is driven by its raw
 * protocol, the XState machine by a real actor; each makes its own payloads and runs behind its own recorders.
 */
import { type AnyActorRef, type AnyMachineSnapshot, type AnyStateMachine, type EventObject, type InspectionEvent, createActor } from 'xstate';
import type { Chart } from '../chart/chart.ts';
import { isEngineError } from './engine-error.ts';
import { inputOf } from './input.ts';
import { type Called, calledAt } from './names.ts';
import { isPlain } from './plain.ts';
import type { Chooser, Run } from './recorders.ts';
import type { World } from './sample.ts';
import type { Sequence, Start, Step } from './sequence.ts';
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

/** `inspect` sees the actor's microsteps. */
export function actorDriver(machine: AnyStateMachine, chart: Chart, bridge: Bridge, world: World, inspect?: (event: InspectionEvent) => void): Driver & { actor(): AnyActorRef | undefined } {
  let actor: AnyActorRef | undefined;
  const isNamed = isPlain(machine);
  const look = (): Look => {
    const snapshot = actor!.getSnapshot() as AnyMachineSnapshot;
    const state = statePath(snapshot.value);
    if (snapshot.status === 'error') return { outcome: 'throws', value: snapshot.error, state };
    if (snapshot.status === 'done') return { outcome: 'returns', value: snapshot.output, state };
    return isNamed ? { outcome: 'yields', value: undefined, state, called: calledAt(machine, snapshot.value) } : { outcome: 'yields', value: bridge.yielded(snapshot), state };
  };
  const drive = driver(world, {
    start: (args) => {
      actor = createActor(machine, { input: inputOf(chart, args, isNamed ? machine : undefined), inspect });
      // Without somebody who listens for it, XState throws an actor's error later, at nobody.
      actor.subscribe({ error: () => {} });
      actor.start();
      return look();
    },
    step: (kind, value) => {
      actor!.send(kind === 'send' ? bridge.sent(value) : kind === 'throw' ? bridge.thrown(value) : bridge.returned(value));
      return look();
    },
  });
  return { ...drive, actor: () => actor };
}

/** Follows a sequence as far as the machine goes on. */
export function follow(driver: Driver, sequence: Sequence): readonly Observation[] {
  const seen = [driver.start(sequence.start)];
  for (const step of sequence.steps) {
    if (seen.at(-1)!.outcome !== 'yields') break;
    seen.push(driver.step(step));
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

function driver(world: World, side: { start(args: readonly unknown[]): Look; step(kind: Step['kind'], value: unknown): Look }): Driver {
  let run: Run<unknown> = { result: undefined, calls: [], answered: [], clock: CLOCK, tooMany: false };
  const observe = (choices: readonly number[] | Chooser, look: () => Look): Observation => {
    const mine = world.recorders.run(choices, run.clock, () => {
      const seen = caught(look);
      return { ...seen, value: valueText(seen.value), ...(seen.outcome === 'throws' && isEngineError(seen.value) && { isEngineError: true }) };
    });
    run = mine;
    return { ...mine.result, calls: mine.calls };
  };
  return {
    start: (start) => {
      const args = start.args.map((sample) => sample(world));
      return observe(start.choices, () => side.start(args));
    },
    step: (step, choices) => {
      const value = step.value(world);
      return observe(choices ?? step.choices, () => side.step(step.kind, value));
    },
    last: () => run,
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
