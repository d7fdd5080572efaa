/** The two sides of a pair, one step at a time: the generator run anew for each sequence, the machine from a snapshot or as an actor. */
import { isDeepStrictEqual } from 'node:util';
import { type AnyMachineSnapshot, type AnyStateMachine, type ExecutableActionsFrom, type StateValue, createActor, initialTransition, transition } from 'xstate';
import type { Act, Names, Pair, Sent } from './pair.ts';

/** What shows of a step. */
export interface Seen<State extends StateValue = StateValue> {
  /** The name yielded, or the value of the state; nothing at the end. */
  readonly state: State | undefined;
  readonly data: unknown;
  /** What was done outside, in order. */
  readonly acts: readonly (readonly [what: string, given: unknown])[];
  readonly output: unknown;
}

/** Records what is done until it is asked for. */
function recorder(): { readonly act: Act; readonly taken: () => Seen['acts'] } {
  let acts: (readonly [string, unknown])[] = [];
  return {
    act: (what, given) => void acts.push([what, given]),
    taken: () => {
      const taken = acts;
      acts = [];
      return taken;
    },
  };
}

/** The generator from its beginning through all the events: what shows after the last. */
export function generatorAfter(pair: Pair, events: readonly Sent[]): Seen<string> {
  const run = beginGenerator(pair);
  let seen = run.first;
  for (const event of events) seen = run.send(event);
  return seen;
}

export interface Run<State extends StateValue = StateValue> {
  readonly first: Seen<State>;
  readonly send: (event: Sent) => Seen<State>;
}

export function beginGenerator(pair: Pair): Run<string> {
  const { act, taken } = recorder();
  const generator = pair.begin(act) as Generator<unknown, unknown, unknown>;
  const seen = ({ done, value }: IteratorResult<unknown, unknown>): Seen<string> => {
    if (done) return { state: undefined, data: undefined, acts: taken(), output: value };
    if (typeof value === 'string') return { state: value, data: undefined, acts: taken(), output: undefined };
    const { state, ...data } = value as { readonly state: string };
    return { state, data, acts: taken(), output: undefined };
  };
  return {
    first: seen(generator.next()),
    send: (event) => seen(generator.next(pair.words ? event.type : event)),
  };
}

/** The machine as steps from snapshot to snapshot, none of which changes another. */
export function machineSteps(pair: Pair, machine: AnyStateMachine) {
  const { act, taken } = recorder();
  const provided = machine.provide({ actions: (pair.actions?.(act) ?? {}) as {} });
  const step = ([snapshot, actions]: [AnyMachineSnapshot, ExecutableActionsFrom<AnyStateMachine>[]]) => {
    for (const { exec, info, params } of actions) (exec as ((info: unknown, params: unknown) => void) | undefined)?.(info, params);
    return { snapshot, seen: seenOf(pair, snapshot, taken()) };
  };
  return {
    first: () => step(initialTransition(provided, pair.input)),
    next: (snapshot: AnyMachineSnapshot, event: Sent) => step(transition(provided, snapshot, event)),
  };
}

/** The machine as a running actor. */
export function beginActor(pair: Pair, machine: AnyStateMachine): Run & { readonly takes: (event: Sent) => boolean } {
  const { act, taken } = recorder();
  const actor = createActor(machine.provide({ actions: (pair.actions?.(act) ?? {}) as {} }), { input: pair.input });
  actor.subscribe({ error: () => {} });
  actor.start();
  return {
    first: seenOf(pair, actor.getSnapshot(), taken()),
    takes: (event) => actor.getSnapshot().can(event),
    send(event) {
      actor.send(event);
      return seenOf(pair, actor.getSnapshot(), taken());
    },
  };
}

function seenOf(pair: Pair, { status, value, context, output, error }: AnyMachineSnapshot, acts: Seen['acts']): Seen {
  if (status === 'error') throw error;
  if (status === 'done') return { state: undefined, data: undefined, acts, output };
  return { state: value as StateValue, data: pair.data?.(context as never), acts, output: undefined };
}

/** What is different between a step of the generator and the same step of the machine; nothing where they agree. */
export function difference(names: Names, generator: Seen<string>, machine: Seen): string | undefined {
  if (generator.state === undefined || machine.state === undefined) {
    if (generator.state !== machine.state) return `the generator ${where(generator)}, the machine ${where(machine)}`;
  } else {
    const objection = names.objection(generator.state, machine.state);
    if (objection !== undefined) return objection;
  }
  for (const what of ['output', 'data', 'acts'] as const) {
    if (!isDeepStrictEqual(generator[what], machine[what])) return `${what}: ${JSON.stringify(generator[what])} and ${JSON.stringify(machine[what])}`;
  }
  return undefined;
}

const where = ({ state }: Seen): string => (state === undefined ? 'has ended' : `is in ${JSON.stringify(state)}`);
