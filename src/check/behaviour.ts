/**
 * The generator and an XState machine in, driven side by side on a suite; the shortest trace on which they do not do the
 * same out, if there is one. At each step is compared what was yielded, returned or thrown, and every call outside, in order.
 */
import type { AnyStateMachine, InspectionEvent } from 'xstate';
import type { Chart, Place } from '../chart/chart.ts';
import { decodeKey } from '../format/xstate/key.ts';
import { type Bridge, type Driver, type Machine, type Observation, actorDriver, follow, generatorDriver } from './drive.ts';
import type { Names } from './names.ts';
import { tellable } from './plain.ts';
import type { World } from './sample.ts';
import { type Sequence, startText, stepText } from './sequence.ts';

export interface Sides {
  readonly chart: Chart;
  readonly generator: Machine;
  readonly machine: AnyStateMachine;
  readonly bridge: Bridge;
  /** The generator's recorders and exports, and the machine's. */
  readonly worlds: { readonly generator: World; readonly machine: World };
  /** Of a machine that does not say what it yields: which of its states is which. */
  readonly names?: Names;
  /** What the machine takes besides, tried wherever the two come to together. */
  readonly strange?: readonly string[];
  readonly inspect?: (event: InspectionEvent) => void;
  /** Who calls outside, noted instead of compared. */
  readonly calls?: { generator: boolean; machine: boolean };
}

export interface Behaviour {
  readonly sequences: number;
  readonly steps: number;
  readonly trace?: Trace;
  readonly tooMany: boolean;
  /** Whether the generator called outside, and a machine that somebody else wrote never did: then calls are not compared. */
  readonly onlyGeneratorCalls: boolean;
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

export function compareBehaviour(sides: Sides, sequences: readonly Sequence[]): Behaviour {
  if (!sides.names) return { ...compared(sides, sequences), onlyGeneratorCalls: false };
  const calls = { generator: false, machine: false };
  const loosely = compared({ ...sides, calls }, sequences);
  return calls.machine ? { ...compared(sides, sequences), onlyGeneratorCalls: false } : { ...loosely, onlyGeneratorCalls: calls.generator };
}

function compared(sides: Sides, sequences: readonly Sequence[]): Omit<Behaviour, 'onlyGeneratorCalls'> {
  let steps = 0;
  let tooMany = false;
  let found: { sequence: Sequence; length: number } | undefined;
  for (const sequence of withStrange(sides, tellable(sides.machine, sequences))) {
    const both = run(sides, sequence);
    steps += Math.max(both.generator.length, both.machine.length);
    tooMany ||= both.tooMany;
    const length = firstDifference(both, sides);
    if (length !== undefined && (!found || length < found.length)) found = { sequence, length };
  }
  const counts = { sequences: sequences.length, steps, tooMany };
  return found ? { ...counts, trace: traceOf(sides, shortened(sides, cut(found.sequence, found.length))) } : counts;
}

interface Both {
  readonly generator: readonly Observation[];
  readonly machine: readonly Observation[];
  readonly tooMany: boolean;
}

function run(sides: Sides, sequence: Sequence): Both {
  const generator: Driver = generatorDriver(sides.generator, sides.worlds.generator);
  const machine: Driver = actorDriver(sides.machine, sides.chart, sides.bridge, sides.worlds.machine, sides.inspect);
  const seen = { generator: follow(generator, sequence), machine: follow(machine, sequence) };
  return { ...seen, tooMany: generator.last().tooMany || machine.last().tooMany };
}

/** The number of steps after the start until the two differ; nothing where they do not. */
function firstDifference({ generator, machine }: Both, { names, calls }: Sides): number | undefined {
  const length = Math.max(generator.length, machine.length);
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [generator[index], machine[index]];
    if (calls) {
      calls.generator ||= (a?.calls.length ?? 0) > 0;
      calls.machine ||= (b?.calls.length ?? 0) > 0;
      // What was answered by an error only one of them was told.
      if (a?.calls.some((call) => / throws /.test(call))) return undefined;
    }
    if (!same(calls && a ? { ...a, calls: b?.calls ?? [] } : a, b, names)) return index;
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

/** The sequences, and after each of them, where the two come to a place together that they have not been to, what only the machine takes. */
function* withStrange(sides: Sides, sequences: readonly Sequence[]): Generator<Sequence> {
  const { strange = [] } = sides;
  const met = new Set<string>();
  for (const sequence of sequences) {
    yield sequence;
    if (strange.length === 0) continue;
    const { generator, machine } = run(sides, sequence);
    const place = `${generator.at(-1)?.value} ${machine.at(-1)?.state}`;
    if (generator.length <= sequence.steps.length || machine.at(-1)?.outcome !== 'yields' || met.has(place)) continue;
    met.add(place);
    const isObject = sides.chart.alphabet.events.some(({ form }) => form === 'object');
    for (const type of strange) yield { ...sequence, steps: [...sequence.steps, { kind: 'send', value: () => (isObject ? { type } : type), choices: [] }] };
  }
}

function cut(sequence: Sequence, length: number): Sequence {
  return { ...sequence, steps: sequence.steps.slice(0, length) };
}

/** Leaves out, one at a time, every step without which the two still differ. */
function shortened(sides: Sides, sequence: Sequence): Sequence {
  for (let at = sequence.steps.length - 2; at >= 0; at -= 1) {
    const shorter = { ...sequence, steps: sequence.steps.toSpliced(at, 1) };
    const length = firstDifference(run(sides, shorter), sides);
    if (length !== undefined) return shortened(sides, cut(shorter, length));
  }
  return sequence;
}

function traceOf(sides: Sides, sequence: Sequence): Trace {
  const { generator, machine } = run(sides, sequence);
  const inputs = [startText(sequence.start, sides.worlds.generator), ...sequence.steps.map((step) => stepText(step, sides.worlds.generator))];
  const placeAfter = (seen: Observation | undefined): Place | undefined => (seen?.state === undefined ? undefined : sides.chart.states.find((state) => state.id === decodeKey(seen.state!))?.places[0]);
  return {
    steps: inputs.map((input, index) => {
      const at = index > 0 ? placeAfter(machine[index - 1]) : undefined;
      return { input, generator: generator[index], machine: machine[index], agrees: index < inputs.length - 1, ...(at && { at }) };
    }),
  };
}
