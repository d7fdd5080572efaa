/**
 * In: a machine (a generator function) and its arguments. Out: a coroutine, which is the running generator with a
 * lifecycle that can be read: created, suspended, running, closed.
 *
 * The generator stays in charge: `send`, `throw` and `return` give back its own results and errors, unchanged.
 * Nothing is kept here but what it last said.
 */
import { CoroutineError } from './error.ts';
import { unprimed } from './primed.ts';

/** A machine: a function that returns a generator. What it yields is its state; what is sent in is its event. */
export type Machine<Args extends unknown[], Yielded, Output, Event> = (...args: Args) => Generator<Yielded, Output, Event>;

/** Any machine at all. (Inferring the four types one by one would fail for an unannotated `function*` passed in place.) */
// oxlint-disable-next-line no-explicit-any -- `unknown` and `never` would become the types of an unannotated machine's arguments and events
export type AnyMachine = Machine<any[], unknown, unknown, any>;

/** The coroutine that a machine gives. */
export type CoroutineOf<M extends AnyMachine> =
  ReturnType<M> extends Generator<infer Yielded, infer Output, infer Event> ? Coroutine<Yielded, Output, Event> : never;

export type Status = 'created' | 'suspended' | 'running' | 'closed';

/** The argument of `send`: it may be left out where the machine takes `undefined`. */
export type SendArguments<Event> = undefined extends Event ? [event?: Event] : [event: Event];

export interface Coroutine<Yielded, Output, Event> {
  /** `created` until it is started, `running` while its own code runs, `closed` after a return or an uncaught throw. */
  readonly status: Status;
  /** What it yielded last; `undefined` before the first yield. It is kept when the coroutine closes. */
  readonly value: Yielded | undefined;
  /** Whether it has returned. A coroutine that is closed and not done was closed by an error. */
  readonly done: boolean;
  /** What it returned, once it is done. */
  readonly output: Output | undefined;
  /** Runs it to its first yield. Throws a `CoroutineError` unless it is `created`, and what the machine throws. */
  start(): Coroutine<Yielded, Output, Event>;
  /** Resumes it with an event, to its next yield or its end. Throws a `CoroutineError` unless it is `suspended`, and what the machine throws. */
  send(...event: SendArguments<Event>): IteratorResult<Yielded, Output>;
  /** Throws an error in where it waits, exactly as the generator's `throw` does, in any status. */
  throw(error: unknown): IteratorResult<Yielded, Output>;
  /** Closes it where it waits, `finally` included, exactly as the generator's `return` does, in any status. */
  return(output: Output): IteratorResult<Yielded, Output>;
  /**
   * Calls the listener after every step: start, send, throw, return. It reads what it wants to know from the coroutine.
   * What a listener throws reaches whoever made the step. Gives back the function that ends the subscription.
   */
  subscribe(listener: (coroutine: Coroutine<Yielded, Output, Event>) => void): () => void;
}

/**
 * A coroutine of the machine, not started. (A machine made by `primed` comes started.)
 *
 * @example
 * const light = create(trafficLight);
 * light.status;        // 'created'
 * light.start().value; // 'RED'
 * light.send('next');  // { value: 'GREEN', done: false }
 */
export function create<M extends AnyMachine>(machine: M, ...args: Parameters<M>): CoroutineOf<M> {
  const source = unprimed(machine);
  const coroutine = coroutineOf(machine.name, (source ?? machine)(...args));
  return (source ? coroutine.start() : coroutine) as CoroutineOf<M>;
}

/**
 * A coroutine of the machine, started: it waits at its first yield, or is closed if there is none.
 *
 * @example
 * const average = start(runningAverage);
 * average.send(10).value; // 10
 * average.send(20).value; // 15
 */
export function start<M extends AnyMachine>(machine: M, ...args: Parameters<M>): CoroutineOf<M> {
  const coroutine = create(machine, ...args);
  if (coroutine.status === 'created') coroutine.start();
  return coroutine;
}

/** The three ways into a generator: all that a coroutine needs of one. */
export interface Resumable<Yielded, Output, Event> {
  next(...event: [] | [Event]): IteratorResult<Yielded, Output>;
  throw(error: unknown): IteratorResult<Yielded, Output>;
  return(output: Output): IteratorResult<Yielded, Output>;
}

/** The coroutine around a generator that nobody has resumed yet. `name` is what errors call it. */
export function coroutineOf<Yielded, Output, Event>(
  name: string,
  generator: Resumable<Yielded, Output, Event>,
): Coroutine<Yielded, Output, Event> {
  let listeners: readonly { readonly listen: (coroutine: Coroutine<Yielded, Output, Event>) => void }[] = [];
  let status: Status = 'created';
  let value: Yielded | undefined;
  let done = false;
  let output: Output | undefined;

  function step(resume: () => IteratorResult<Yielded, Output>): IteratorResult<Yielded, Output> {
    status = 'running';
    let result;
    try {
      result = resume();
    } catch (error) {
      status = 'closed';
      tell();
      throw error;
    }
    if (result.done) {
      done = true;
      output = result.value;
    } else {
      value = result.value;
    }
    status = result.done ? 'closed' : 'suspended';
    tell();
    return result;
  }

  function tell(): void {
    for (const { listen } of listeners) listen(coroutine);
  }

  const waiting = () => status === 'created' || status === 'suspended';

  const coroutine: Coroutine<Yielded, Output, Event> = {
    get status() {
      return status;
    },
    get value() {
      return value;
    },
    get done() {
      return done;
    },
    get output() {
      return output;
    },
    start() {
      if (status !== 'created') throw new CoroutineError(name, 'start', status);
      step(() => generator.next());
      return coroutine;
    },
    send(...event) {
      if (status !== 'suspended') throw new CoroutineError(name, 'send', status);
      return step(() => generator.next(event[0] as Event));
    },
    // While it runs or after its end the generator itself answers, and nothing changes here.
    throw: (error) => (waiting() ? step(() => generator.throw(error)) : generator.throw(error)),
    return: (result) => (waiting() ? step(() => generator.return(result)) : generator.return(result)),
    subscribe(listen) {
      const entry = { listen };
      listeners = [...listeners, entry];
      return () => {
        listeners = listeners.filter((other) => other !== entry);
      };
    },
  };
  return coroutine;
}
