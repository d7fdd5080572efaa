/**
 * In: stages, each a coroutine or a machine without arguments. Out: one coroutine, the pipeline.
 *
 *     send(event) ─▶ first ─ what it yields ─▶ second ─ what it yields ─▶ … ─▶ the pipeline's value
 *
 * A stage passes on what it yields, its first yield included; `undefined` passes nothing on: so a stage filters by
 * yielding nothing, transforms by yielding something else, and consumes by never yielding anything. One event in gives
 * at most one out.
 *
 * Closing runs downstream: a stage that has ended is followed by `return` of the next with its output, so what a stage
 * yields in its `finally` still reaches the later ones. Stages before one that ended have nowhere to send and are closed.
 * A pipeline of one stage is that stage: every law of the generator holds for it.
 */
import { type Coroutine, coroutineOf, create, type Machine, type Resumable } from './coroutine.ts';

export type Stage<Yielded, Output, Event> = Coroutine<Yielded, Output, Event> | Machine<[], Yielded, Output, Event>;

/**
 * The pipeline through all stages, not started. Starting it starts the stages that are not, the last one first. What
 * reaches it (`send`, `throw`, `return`) goes to the first stage; its value is what the last one yielded in that step,
 * or `undefined` if nothing came through. When a stage ends, so does the pipeline, with that stage's output; an error
 * that a stage does not catch closes the others and reaches the sender.
 *
 * @example
 * function* even(): Generator<number | undefined, never, number> {
 *   let passed: number | undefined;
 *   while (true) {
 *     const value = yield passed;
 *     passed = value % 2 === 0 ? value : undefined;
 *   }
 * }
 * function* square(): Generator<number | undefined, never, number> {
 *   let value = yield undefined;
 *   while (true) value = yield value * value;
 * }
 * const evenSquares = pipe(even, square).start();
 * evenSquares.send(3).value; // undefined
 * evenSquares.send(4).value; // 16
 */
export function pipe<Stages extends readonly [AnyStage, ...AnyStage[]]>(
  ...stages: Stages extends Joined<Stages> ? Stages : Joined<Stages>
): Coroutine<YieldedOf<Last<Stages>> | undefined, OutputOf<Stages[number]>, EventOf<Stages[0]>> {
  const coroutines = (stages as unknown as readonly Stage<unknown, unknown, unknown>[]).map((stage) => (typeof stage === 'function' ? create(stage) : stage));
  return coroutineOf('the pipeline', flowThrough(coroutines)) as ReturnType<typeof pipe<Stages>>;
}

// oxlint-disable-next-line no-explicit-any -- what an unannotated stage receives
type AnyStage = Stage<unknown, unknown, any>;
type YieldedOf<S> = S extends Stage<infer Yielded, unknown, never> ? Yielded : never;
type OutputOf<S> = S extends Stage<unknown, infer Output, never> ? Output : never;
type EventOf<S> = S extends Stage<unknown, unknown, infer Event> ? Event : never;
type Last<Stages extends readonly unknown[]> = Stages extends readonly [...unknown[], infer L] ? L : never;

/** The stages as they would have to be: each takes what the one before it passes on. */
type Joined<Stages extends readonly unknown[]> = Stages extends readonly [infer From, infer To, ...infer Rest]
  ? [From, ...(Passed<From> extends EventOf<To> ? Joined<[To, ...Rest]> : [{ 'does not take what the stage before it passes on': Passed<From> }, ...Rest])]
  : Stages;
type Passed<S> = Exclude<YieldedOf<S>, undefined | void>;

type Step = IteratorResult<unknown, unknown>;

function flowThrough(stages: readonly Coroutine<unknown, unknown, unknown>[]): Resumable<unknown, unknown, unknown> {
  let phase: 'created' | 'waiting' | 'running' = 'created';
  // Those before the head are closed; what is sent, thrown or returned goes to the head.
  let head = 0;

  /** What the pipeline has made of it, when the stage at `index` has made this step. */
  function pass(index: number, step: Step): Step {
    const next = stages[index + 1];
    if (step.done) {
      close(head, index);
      head = index + 1;
      return next ? pass(index + 1, next.return(step.value)) : step;
    }
    if (!next) return step;
    return step.value === undefined ? { done: false, value: undefined } : pass(index + 1, next.send(step.value));
  }

  /** The last one first, so that each finds the next one waiting for what it yields. */
  function startAll(): Step {
    let out: Step = { done: false, value: undefined };
    for (let index = stages.length - 1; index >= head; index -= 1) {
      const stage = stages[index]!;
      if (stage.status !== 'created') continue;
      stage.start();
      const step = pass(index, stage.done ? { done: true, value: stage.output } : { done: false, value: stage.value });
      if (step.done || step.value !== undefined) out = step;
    }
    return out;
  }

  function close(from: number, end: number): void {
    if (from >= end) return;
    try {
      stages[from]!.return(undefined);
    } finally {
      close(from + 1, end);
    }
  }

  /** Makes one step; an error that comes out of it closes what is still open. */
  function run(step: () => Step): Step {
    if (phase === 'running') throw new TypeError('the pipeline is already running');
    phase = 'running';
    try {
      return step();
    } catch (error) {
      close(head, stages.length);
      head = stages.length;
      throw error;
    } finally {
      phase = 'waiting';
    }
  }

  function resume(through: (stage: Coroutine<unknown, unknown, unknown>) => Step, ended: () => Step): Step {
    const first = stages[head];
    return run(() => (first ? pass(head, through(first)) : ended()));
  }

  function fail(error: unknown): never {
    throw error;
  }

  return {
    next: (...[event]) => (phase === 'created' ? run(startAll) : resume((stage) => stage.send(event), () => ({ done: true, value: undefined }))),
    throw(error) {
      if (phase === 'created') return run(() => fail(error));
      return resume((stage) => stage.throw(error), () => fail(error));
    },
    return(output) {
      const ended: Step = { done: true, value: output };
      if (phase !== 'created') return resume((stage) => stage.return(output), () => ended);
      return run(() => {
        close(0, stages.length);
        head = stages.length;
        return ended;
      });
    },
  };
}
