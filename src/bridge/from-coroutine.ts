/**
 * In: a machine (a generator function). Out: XState actor logic that runs the generator itself.
 *
 * XState wants a pure function of (snapshot, event), and snapshots that can be kept, branched from and restored; a
 * generator can only go on. So a snapshot is the input and the log of all events that were delivered: plain data, from
 * which the coroutine can be run anew at any time. The live one is kept beside the newest snapshot and handed on with
 * each step, so that an actor that only goes forward never replays; a second branch from one snapshot does, and so do
 * pure functions and other actors that start from an actor's snapshot: the actor keeps its own coroutine.
 *
 * What a machine does outside itself is done again when it is replayed, and the log grows with each event: where that
 * matters, compile the machine instead.
 */
import type { ActorLogic, ActorScope, AnyEventObject, Snapshot } from 'xstate';
import { type AnyMachine, type Coroutine, start } from '../index.ts';
import { type Call, callOf, type Objects, type ReturnedEvent, type SentEvent, type ThrownEvent } from './event.ts';

/** What is known after a step; its own JSON, if the input and the events are. */
export type CoroutineSnapshot<Yielded, Output> = Snapshot<Output> & {
  /** What the generator yielded last. */
  readonly value: Yielded | undefined;
  readonly input: unknown;
  /** What was sent, thrown in or returned so far. */
  readonly log: readonly Call[];
};

/**
 * The arguments as an actor's `input`: the argument itself for one, the array of arguments for several. An array is
 * always taken for the arguments, so a single argument that is an array stands in one: `[list]`.
 */
export type InputOf<Args extends readonly unknown[]> = Args extends readonly []
  ? undefined
  : [] extends Args
    ? RequiredInput<Required<Args>> | Args | undefined
    : RequiredInput<Args>;
type RequiredInput<Args extends readonly unknown[]> = Args extends readonly [infer Only] ? (Only extends readonly unknown[] ? Args : Only) : Args;

/** The events of the machine that have no field but `type`. */
type BareObject<Event> = unknown extends Event ? never : Event extends { readonly type: string } ? ({} extends Omit<Event, 'type'> ? Event : never) : never;

/** Which events without other fields the machine takes as objects, not as strings: needed exactly where it has such. */
export type ObjectsOption<Event> = [BareObject<Event>] extends [never]
  ? [options?: { readonly objects?: Objects }]
  : [options: { readonly objects: 'all' | readonly BareObject<Event>['type'][] }];

type EventOf<M extends AnyMachine> = ReturnType<M> extends Generator<unknown, unknown, infer Event> ? Event : never;
type YieldedOf<M extends AnyMachine> = ReturnType<M> extends Generator<infer Yielded, unknown, never> ? Yielded : never;
type OutputOf<M extends AnyMachine> = ReturnType<M> extends Generator<unknown, infer Output, never> ? Output : never;

export type CoroutineLogic<M extends AnyMachine> = ActorLogic<
  CoroutineSnapshot<YieldedOf<M>, OutputOf<M>>,
  SentEvent<EventOf<M>> | ThrownEvent | ReturnedEvent<OutputOf<M>>,
  InputOf<Parameters<M>>
>;

/**
 * Actor logic that runs the generator. What it returns is the actor's output, what it throws its error; stopping the
 * actor closes it, `finally` included. It starts with `createActor`, as XState's own context does, not with `start()`.
 *
 * `objects` says which events without other fields are objects to the machine (`{ type: 'logout' }`); without it they
 * are strings (`'next'`). Types ask for it where it is needed.
 *
 * @example
 * const actor = createActor(fromCoroutine(trafficLight)).start();
 * actor.send(sent('next'));
 * actor.getSnapshot().value; // 'GREEN'
 *
 * const session = createActor(fromCoroutine(login, { objects: 'all' }), { input: 5 }).start();
 * session.send(sent({ type: 'try', ok: true }));
 */
export function fromCoroutine<M extends AnyMachine>(machine: M, ...[options]: ObjectsOption<EventOf<M>>): CoroutineLogic<M> {
  return logicOf(machine, options?.objects ?? []) as unknown as CoroutineLogic<M>;
}

type Running = Coroutine<unknown, unknown, unknown>;
type Look = CoroutineSnapshot<unknown, unknown>;
type Scope = ActorScope<Look, AnyEventObject>;

function logicOf(machine: AnyMachine, objects: Objects): ActorLogic<Look, AnyEventObject, unknown> {
  const live = new WeakMap<Look, { readonly coroutine: Running; readonly owner: object | undefined }>();

  /** Makes one step, and the snapshot of what has come of it. */
  function step(scope: Scope, { input, log, value }: Pick<Look, 'input' | 'log' | 'value'>, run: () => Running): Look {
    let coroutine;
    try {
      coroutine = run();
    } catch (error) {
      return { status: 'error', output: undefined, error, value, input, log };
    }
    const rest = { error: undefined, value: coroutine.value, input, log };
    if (coroutine.done) return { status: 'done', output: coroutine.output, ...rest };
    const snapshot: Look = { status: 'active', output: undefined, ...rest };
    live.set(snapshot, { coroutine, owner: ownerOf(scope) });
    return snapshot;
  }

  /** The live coroutine of this snapshot, which is then gone from there. */
  function take(scope: Scope, snapshot: Look): Running | undefined {
    const kept = live.get(snapshot);
    if (!kept || kept.owner !== ownerOf(scope)) return undefined;
    live.delete(snapshot);
    return kept.coroutine;
  }

  function resume(scope: Scope, snapshot: Look): Running {
    const coroutine = take(scope, snapshot);
    if (coroutine) return coroutine;
    const replayed = startWith(machine, snapshot.input);
    for (const call of snapshot.log) deliver(replayed, call);
    return replayed;
  }

  /** The coroutine's `finally` runs; one that nobody holds has nothing to clean up. */
  function stop(scope: Scope, snapshot: Look): Look {
    try {
      take(scope, snapshot)?.return(undefined);
    } catch (error) {
      return { ...snapshot, status: 'error', output: undefined, error };
    }
    return { ...snapshot, status: 'stopped', output: undefined, error: undefined };
  }

  return {
    getInitialSnapshot: (scope, input) => step(scope, { input, log: [], value: undefined }, () => startWith(machine, input)),
    transition(snapshot, event, scope) {
      if (snapshot.status !== 'active') return snapshot;
      if (event.type === 'xstate.stop') return stop(scope, snapshot);
      const call = callOf(event, objects);
      if (!call) return snapshot;
      return step(scope, { ...snapshot, log: [...snapshot.log, call] }, () => deliver(resume(scope, snapshot), call));
    },
    getPersistedSnapshot: (snapshot) => snapshot,
    restoreSnapshot: (persisted) => persisted as Look,
  };
}

/** The actor that makes the step; nobody in particular where it is one of XState's pure functions, which have no session. */
function ownerOf(scope: Scope): object | undefined {
  return scope.sessionId === '' ? undefined : scope.self;
}

function startWith(machine: AnyMachine, input: unknown): Running {
  const args = input === undefined ? [] : Array.isArray(input) ? input : [input];
  return start(machine, ...args) as Running;
}

function deliver(coroutine: Running, call: Call): Running {
  switch (call.kind) {
    case 'next':
      coroutine.send(call.value);
      break;
    case 'throw':
      coroutine.throw(call.value);
      break;
    case 'return':
      coroutine.return(call.value);
      break;
  }
  return coroutine;
}
