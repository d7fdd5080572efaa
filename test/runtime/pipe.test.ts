/** Pipelines: what passes, what does not, and how they close. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runningAverage } from '../../machines/running-average.ts';
import { trafficLight } from '../../machines/traffic-light.ts';
import { create, type Coroutine, pipe, start } from '../../src/index.ts';
import { awkward } from './machines.ts';
import { outcome, steps } from './trace.ts';

function* even(): Generator<number | undefined, never, number> {
  let passed: number | undefined;
  while (true) {
    const value = yield passed;
    passed = value % 2 === 0 ? value : undefined;
  }
}

function* square(): Generator<number | undefined, never, number> {
  let value = yield undefined;
  while (true) value = yield value * value;
}

/** Takes anything, writes it down, and writes down that it is closed. */
function collector(log: unknown[]) {
  return create(function* collect(): Generator<undefined, never, unknown> {
    try {
      while (true) log.push(yield);
    } finally {
      log.push('closed');
    }
  });
}

describe('what passes', () => {
  test('filters and transforms as data arrives', () => {
    const pipeline = pipe(even, square).start();
    expect([1, 2, 3, 4].map((value) => pipeline.send(value).value)).toEqual([undefined, 4, undefined, 16]);
  });

  test('is the first yield too, to stages that wait for it', () => {
    const seen: unknown[] = [];
    const pipeline = pipe(trafficLight, collector(seen)).start();
    pipeline.send('next');
    pipeline.send('next');
    expect(seen).toEqual(['RED', 'GREEN', 'YELLOW']);
  });

  test('is everything but undefined', () => {
    const seen: unknown[] = [];
    const pipeline = pipe(awkward['mirror']!, collector(seen)).start();
    for (const value of [undefined, null, 0, false, '', Number.NaN]) pipeline.send(value);
    expect(seen).toEqual([null, 0, false, '', Number.NaN]);
  });

  test('is what is thrown in and caught', () => {
    const seen: unknown[] = [];
    const pipeline = pipe(awkward['cannotBeClosed']!, collector(seen)).start();
    pipeline.throw('an error');
    expect(seen).toEqual([0, 'an error']);
  });

  test('does not include what a coroutine had yielded before it joined', () => {
    const seen: unknown[] = [];
    const light = start(trafficLight);
    pipe(light, collector(seen)).start().send('next');
    expect(seen).toEqual(['GREEN']);
  });

  test('passes through pipelines within pipelines', () => {
    const seen: unknown[] = [];
    const pipeline = pipe(pipe(even, square), pipe(even, collector(seen))).start();
    for (const value of [1, 2, 3, 4]) pipeline.send(value);
    expect(seen).toEqual([4, 16]);
  });
});

describe('closing', () => {
  test('runs downstream from return, each finally in its turn', () => {
    const log: unknown[] = [];
    const pipeline = pipe(even, collector(log)).start();
    pipeline.send(2);
    expect(pipeline.return('bye' as never)).toEqual({ value: 'bye', done: true });
    expect(log).toEqual([2, 'closed']);
  });

  test('lets a stage pass on what it yields on its way out, and goes on from there', () => {
    const log: unknown[] = [];
    function* pairs(): Generator<unknown[] | undefined, void, unknown> {
      let held: unknown[] = [];
      let full: unknown[] | undefined;
      try {
        while (true) {
          held = [...held, yield full];
          full = held.length === 2 ? held : undefined;
          if (full) held = [];
        }
      } finally {
        if (held.length > 0) yield held;
      }
    }
    const pipeline = pipe(pairs, collector(log)).start();
    for (const value of [1, 2, 3]) pipeline.send(value);
    expect(pipeline.return().done).toBe(false);
    expect(log).toEqual([[1, 2], [3]]);
    expect(pipeline.send('go on').done).toBe(true);
    expect(log).toEqual([[1, 2], [3], 'closed']);
  });

  test.each([0, 1, 2])('reaches all stages and gives the output when stage %i ends', (ending) => {
    const logs: unknown[][] = [[], [], []];
    const forward = (log: unknown[], last: boolean) =>
      function* (): Generator<unknown, string, unknown> {
        try {
          let value: unknown;
          while (true) {
            value = yield value;
            if (last && value === 'stop') return 'stopped';
          }
        } finally {
          log.push('closed');
        }
      };
    const pipeline = pipe(forward(logs[0]!, ending === 0), forward(logs[1]!, ending === 1), forward(logs[2]!, ending === 2)).start();
    expect(pipeline.send('go').value).toBe('go');
    expect(pipeline.send('stop')).toEqual({ value: 'stopped', done: true });
    expect(pipeline.output).toBe('stopped');
    expect(logs).toEqual([['closed'], ['closed'], ['closed']]);
  });

  test.each([0, 1, 2])('reaches all other stages when stage %i fails, and the error reaches the sender', (failing) => {
    const log: unknown[] = [];
    const stage = (index: number) =>
      function* (): Generator<unknown, never, unknown> {
        try {
          let value: unknown;
          while (true) {
            value = yield value;
            if (index === failing && value === 'bad') throw new RangeError(`in stage ${index}`);
          }
        } finally {
          log.push(index);
        }
      };
    const pipeline = pipe(stage(0), stage(1), stage(2)).start();
    expect(() => pipeline.send('bad')).toThrow(`in stage ${failing}`);
    expect([pipeline.status, pipeline.done]).toEqual(['closed', false]);
    expect(log.toSorted()).toEqual([0, 1, 2]);
  });

  test('closes the stages that were not started when a later one ends at the start', () => {
    const first = create(even);
    const pipeline = pipe(first, awkward['endsAtOnce']!).start();
    expect([pipeline.status, pipeline.output, first.status]).toEqual(['closed', 'at once', 'closed']);
  });

  test('before the start runs no stage', () => {
    const log: unknown[] = [];
    const sink = collector(log);
    const pipeline = pipe(even, sink);
    pipeline.return(undefined as never);
    expect([pipeline.status, sink.status, log]).toEqual(['closed', 'closed', []]);
  });
});

test('a pipeline cannot be resumed by one of its stages', () => {
  const pipeline: Coroutine<unknown, unknown, unknown> = pipe(even as never, function* (): Generator<undefined, never, unknown> {
    while (true) {
      yield;
      pipeline.send(2);
    }
  });
  pipeline.start();
  expect(() => pipeline.send(2)).toThrow('cannot send: the pipeline is running');
});

test('an average of a pipeline is that of what passed', () => {
  const pipeline = pipe(even, runningAverage).start();
  expect(pipeline.value).toBe(null);
  expect([10, 15, 20].map((value) => pipeline.send(value).value)).toEqual([10, undefined, 15]);
});

describe.each(Object.entries(awkward))('a pipeline of %s alone', (_name, machine) => {
  test('does what its only stage does', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (sequence, startFirst) => {
        const stage = create(machine);
        const pipeline = pipe(machine);
        const both = [stage, pipeline];
        const same = (call: (coroutine: Coroutine<unknown, unknown, unknown>) => unknown) => {
          const [ours, theirs] = both.map((coroutine) => outcome(() => void call(coroutine)));
          expect(describeOutcome(theirs)).toEqual(describeOutcome(ours));
        };
        if (startFirst) same((coroutine) => coroutine.start());
        for (const step of sequence) {
          const results = both.map((coroutine) =>
            outcome(() => {
              if (step.kind === 'next') return coroutine.send(step.value);
              return step.kind === 'throw' ? coroutine.throw(step.value) : coroutine.return(step.value);
            }),
          );
          expect(describeOutcome(results[1]!)).toEqual(describeOutcome(results[0]!));
          const [a, b] = both.map(({ status, value, done, output }) => ({ status, value, done, output }));
          expect(b).toEqual(a);
        }
      }),
    );
  });
});

/** An outcome without the machine's name, which a CoroutineError's message begins with. */
function describeOutcome(made: ReturnType<typeof outcome> | undefined): unknown {
  if (made && 'thrown' in made && made.thrown instanceof Error && 'status' in made.thrown) return made.thrown.status;
  return made;
}
