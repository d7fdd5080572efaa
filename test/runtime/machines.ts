/** Machines made to be awkward about their ends: what the laws of the runtime are tried on. */
import { demo, ValueError } from '../../machines/demo.ts';
import { runningAverage } from '../../machines/running-average.ts';
import { trafficLight } from '../../machines/traffic-light.ts';
import type { Machine } from '../../src/index.ts';

export { ValueError };

type AnyMachine = Machine<[], unknown, unknown, unknown>;

function* yieldsInFinally(): Generator<unknown, unknown, unknown> {
  try {
    yield 'open';
  } finally {
    const event = yield 'closing';
    yield `still closing: ${String(event)}`;
  }
  return 'ended';
}

function* returnsInFinally(): Generator<unknown, unknown, unknown> {
  try {
    yield 'open';
    return 'ended';
  } finally {
    // oxlint-disable-next-line no-unsafe-finally
    return 'overridden';
  }
}

function* cannotBeClosed(): Generator<unknown, unknown, unknown> {
  for (let round = 0; ; round += 1) {
    try {
      yield round;
    } catch (error) {
      yield error;
    } finally {
      // oxlint-disable-next-line no-unsafe-finally
      continue;
    }
  }
}

function* throwsInFinally(): Generator<unknown, void, unknown> {
  try {
    yield 'open';
  } finally {
    // oxlint-disable-next-line no-unsafe-finally
    throw new RangeError('thrown in finally');
  }
}

function* delegates(): Generator<unknown, unknown, unknown> {
  const inner = yield* yieldsInFinally();
  return [inner, yield* runningAverage() as Generator<unknown, unknown, unknown>];
}

function* endsAtOnce(): Generator<unknown, unknown, unknown> {
  return 'at once';
}

function* failsAtOnce(): Generator<unknown, unknown, unknown> {
  throw new RangeError('at once');
}

/** Yields what it is sent, `undefined` among it. */
function* mirror(): Generator<unknown, unknown, unknown> {
  let event: unknown;
  while (true) event = yield event;
}

export const awkward: Readonly<Record<string, AnyMachine>> = {
  trafficLight: trafficLight as AnyMachine,
  runningAverage: runningAverage as AnyMachine,
  demo,
  yieldsInFinally,
  returnsInFinally,
  cannotBeClosed,
  throwsInFinally,
  delegates,
  endsAtOnce,
  failsAtOnce,
  mirror,
};
