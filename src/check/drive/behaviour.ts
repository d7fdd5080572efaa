/**
 * The generator and an XState machine in, driven side by side on a suite; the shortest trace on which they do not do the
 * same out, if there is one. At each step is compared what was yielded, returned or thrown, and every call outside, in order.
 */
import type { AnyStateMachine, InspectionEvent } from 'xstate';
import type { Chart, Place } from '../../chart/chart.ts';
import { decodeKey } from '../../format/xstate/key.ts';
import { type CallNames, type Done, callNames, doneText } from '../calls.ts';
import { type Bridge, type Machine, type Observation, type Staged, follow, generatorDriver } from './drive.ts';
import { type Ignores, ignoresCall } from '../ignore.ts';
import type { Names } from '../names.ts';
import { tellable } from './plain.ts';
import type { Made } from './recorders.ts';
import type { World } from '../inputs/sample.ts';
import { type Sequence, type Step, startText, stepText } from '../suite/sequence.ts';
import { type Stage, createStage } from './stage.ts';
import { type Ran, alongTrie, byActor } from './trie.ts';

export interface Sides {
  readonly chart: Chart;
  readonly generator: Machine;
  readonly machine: AnyStateMachine;
  readonly bridge: Bridge;
  /** The generator's recorders and exports, and the machine's. */
  readonly worlds: { readonly generator: World; readonly machine: World };
  /** Of a machine that does not say what it yields: which of its states is which. */
  readonly names?: Names;
  /** Which of such a machine's actions are which calls, as far as somebody says. */
  readonly map?: Readonly<Record<string, string>>;
  /** What the machine takes besides, tried wherever the two come to together. */
  readonly strange?: readonly string[];
  /** What of such a machine's actions is not looked at. (Calls that are not are never written down: see recorders.ts.) */
  readonly ignores?: Ignores;
  readonly inspect?: (event: InspectionEvent) => void;
}

export interface Behaviour {
  readonly sequences: number;
  readonly steps: number;
  readonly trace?: Trace;
  readonly tooMany: boolean;
  /** Whether the machine only names what it does outside, so that calls were compared with its actions by their names. */
  readonly callsByName: boolean;
  /** What of the calls was not compared, in words. */
  readonly callsLeft: readonly string[];
}

/** Both sides of a run, step by step. They differ at the last. */
export interface Trace {
  readonly steps: readonly TraceStep[];
}

export interface TraceStep {
  /** `start(3)`, `send('next')`. */
  readonly input: string;
  /** Absent where that side had ended before. */
  readonly generator?: Observation;
  readonly machine?: Observation;
  readonly agrees: boolean;
  /** Where in the source the generator was waiting when it was sent. */
  readonly at?: Place;
}

/**
 * Runs of a machine share their beginnings where they may (see trie.ts). Where the two part, an actor that runs from the start is asked whether it does so
 * too; if not, every run gets one.
 */
export function compareBehaviour(sides: Sides, sequences: readonly Sequence[]): Behaviour {
  const stage = createStage(sides.chart, sides.machine, sides.worlds.machine, sides.inspect);
  const shared = stage && all(sides, sequences, alongTrie(machineOf(sides, stage)));
  const quick = shared && !stage.needsActor() ? compared(sides, shared) : undefined;
  const isSo = quick && (!quick.parting || partingOf(alone(sides, quick.parting.sequence), sides, quick.calls) === quick.parting.length);
  const { runs, calls, parting } = isSo ? quick : compared(sides, all(sides, sequences, (sequence) => byActor(machineOf(sides), sequence)));
  return {
    sequences: sequences.length,
    steps: runs.reduce((sum, { generator, machine }) => sum + Math.max(generator.length, machine.length), 0),
    tooMany: runs.some(({ tooMany }) => tooMany),
    callsByName: calls !== undefined && runs.some(({ made }) => made.some((each) => each.length > 0)),
    callsLeft: calls?.reasons() ?? [],
    ...(parting && { trace: traceOf(sides, shortened(sides, cut(parting.sequence, parting.length), calls), calls) }),
  };
}

/** A sequence, and both sides' runs of it. */
interface Both {
  readonly sequence: Sequence;
  readonly generator: readonly Observation[];
  readonly made: readonly (readonly Made[])[];
  readonly machine: readonly Observation[];
  readonly done: readonly (readonly Done[])[];
  readonly tooMany: boolean;
}

function machineOf({ machine, chart, bridge, worlds, inspect }: Sides, stage?: Stage): Staged {
  return { machine, chart, bridge, world: worlds.machine, inspect, stage };
}

function run(sides: Sides, sequence: Sequence, machine: (sequence: Sequence) => Ran): Both {
  const driver = generatorDriver(sides.generator, sides.worlds.generator);
  const made: (readonly Made[])[] = [];
  const generator = follow(driver, sequence, () => made.push(driver.last().made));
  const { seen, done, tooMany } = machine(sequence);
  const looked = sides.ignores ? done.map((list) => list.filter(({ name }) => !ignoresCall(name, sides.ignores!))) : done;
  return { sequence, generator, made, machine: seen, done: looked, tooMany: tooMany || driver.last().tooMany };
}

function alone(sides: Sides, sequence: Sequence): Both {
  return run(sides, sequence, (each) => byActor(machineOf(sides), each));
}

/** The sequences, and after each of them, where the two come to a place together that they have not been to, what only the machine takes. */
function all(sides: Sides, sequences: readonly Sequence[], machine: (sequence: Sequence) => Ran): readonly Both[] {
  const { strange = [] } = sides;
  const isObject = sides.chart.alphabet.events.some(({ form }) => form === 'object');
  // One step for all who take it: sequences that begin alike share their steps.
  const further = strange.map((type): Step => ({ kind: 'send', value: () => (isObject ? { type } : type), choices: [] }));
  const met = new Set<string>();
  return tellable(sides.machine, sequences).flatMap((sequence) => {
    const both = run(sides, sequence, machine);
    const [a, b] = [both.generator.at(-1), both.machine.at(-1)];
    const place = `${a?.value} ${b?.state}`;
    if (further.length === 0 || both.generator.length <= sequence.steps.length || b?.outcome !== 'yields' || met.has(place)) return [both];
    met.add(place);
    return [both, ...further.map((step) => run(sides, { ...sequence, steps: [...sequence.steps, step] }, machine))];
  });
}

/**
 * `parting` is the first of the shortest runs on which the two part, and the number of steps until they do: one on which nothing outside fails, if there is one.
 * `calls` is there where they are compared by name.
 */
function compared(sides: Sides, runs: readonly Both[]): { readonly runs: readonly Both[]; readonly calls: CallNames | undefined; readonly parting: { readonly sequence: Sequence; readonly length: number } | undefined } {
  const calls = sides.names && runs.every(({ machine }) => machine.every((seen) => seen.calls.length === 0)) ? callNames(namesOf(runs.map(({ made }) => made)), namesOf(runs.map(({ done }) => done)), sides.machine, sides.map) : undefined;
  let parting: { sequence: Sequence; length: number; fails: boolean } | undefined;
  for (const both of runs) {
    const length = partingOf(both, sides, calls);
    if (length === undefined || (parting && length > parting.length)) continue;
    const fails = [...both.generator.slice(0, length + 1), ...both.machine.slice(0, length + 1)].some((seen) => seen.calls.some(isFailed));
    if (!parting || length < parting.length || (parting.fails && !fails)) parting = { sequence: both.sequence, length, fails };
  }
  return { runs, calls, parting };
}

/** Whether a call was answered by an error. */
function isFailed(call: string): boolean {
  return / throws /.test(call);
}

function namesOf(runs: readonly (readonly (readonly { readonly name: string }[])[])[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const steps of runs) for (const step of steps) for (const { name } of step) names.add(name);
  return names;
}

/** The number of steps after the start until the two differ; nothing where they do not. */
function partingOf({ generator, made, machine, done }: Both, { names }: Sides, calls: CallNames | undefined): number | undefined {
  const length = Math.max(generator.length, machine.length);
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [generator[index], machine[index]];
    // What was answered by an error only one of them was told.
    if (calls && a?.calls.some(isFailed)) return undefined;
    if (!same(calls && a && b ? { ...a, calls: b.calls } : a, b, names) || calls?.agree(made[index]!, done[index]!) === false) return index;
  }
  return undefined;
}

/** `names`: what of the generator's is what of a machine's that does not say what it yields. */
export function same(a: Observation | undefined, b: Observation | undefined, names?: Names): boolean {
  if (!a || !b || a.outcome !== b.outcome || a.calls.length !== b.calls.length || a.calls.some((call, index) => call !== b.calls[index])) return false;
  if (a.isEngineError && b.isEngineError) return true;
  const { called } = b;
  if (!called || !names) return a.value === b.value;
  return a.name === undefined || names.agree(a.name, called);
}

function cut(sequence: Sequence, length: number): Sequence {
  return { ...sequence, steps: sequence.steps.slice(0, length) };
}

/** Leaves out, one at a time, every step without which the two still differ. */
function shortened(sides: Sides, sequence: Sequence, calls: CallNames | undefined): Sequence {
  for (let at = sequence.steps.length - 2; at >= 0; at -= 1) {
    const shorter = { ...sequence, steps: sequence.steps.toSpliced(at, 1) };
    const length = partingOf(alone(sides, shorter), sides, calls);
    if (length !== undefined) return shortened(sides, cut(shorter, length), calls);
  }
  return sequence;
}

function traceOf(sides: Sides, sequence: Sequence, calls: CallNames | undefined): Trace {
  const { generator, machine, done } = alone(sides, sequence);
  const inputs = [startText(sequence.start, sides.worlds.generator), ...sequence.steps.map((step) => stepText(step, sides.worlds.generator))];
  const placeAfter = (seen: Observation | undefined): Place | undefined => (seen?.state === undefined ? undefined : sides.chart.states.find((state) => state.id === decodeKey(seen.state!))?.places[0]);
  return {
    steps: inputs.map((input, index) => {
      const at = index > 0 ? placeAfter(machine[index - 1]) : undefined;
      const seen = machine[index];
      const acted = calls && seen ? { ...seen, calls: done[index]!.map(doneText) } : seen;
      return { input, generator: generator[index], machine: acted, agrees: index < inputs.length - 1, ...(at && { at }) };
    }),
  };
}
