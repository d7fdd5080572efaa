/** The coroutine against the raw generator, and what it adds: a lifecycle that can be read, and errors that name it. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { averager } from '../../machines/averager.ts';
import { demo } from '../../machines/demo.ts';
import { runningAverage } from '../../machines/running-average.ts';
import { trafficLight } from '../../machines/traffic-light.ts';
import { create, type Coroutine, CoroutineError, primed, start } from '../../src/index.ts';
import { awkward } from './machines.ts';
import { outcome, type Step, steps } from './trace.ts';

/** The error that a call must throw. */
function coroutineError(call: () => unknown): CoroutineError {
  const made = outcome(call);
  if (!('thrown' in made) || !(made.thrown instanceof CoroutineError)) throw new Error('no CoroutineError was thrown');
  return made.thrown;
}

describe.each(Object.entries(awkward))('a coroutine of %s', (_name, machine) => {
  test('gives what the raw generator gives, on any sequence of send, throw and return', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (sequence, startFirst) => {
        const generator = machine();
        const coroutine = create(machine);
        let ended = false;
        if (startFirst) {
          const raw = outcome(() => generator.next());
          const ours = outcome(() => coroutine.start());
          ended = 'thrown' in raw || raw.result.done === true;
          if ('thrown' in raw) expect(ours).toEqual(raw);
          else if (raw.result.done) expect(coroutine.output).toBe(raw.result.value);
          else expect(coroutine.value).toBe(raw.result.value);
        }
        for (const step of sequence) {
          // To send before the start or after the end is the one thing a coroutine refuses and a generator does not.
          if (step.kind === 'next' && coroutine.status !== 'suspended') {
            expect(coroutineError(() => coroutine.send(step.value)).status).toBe(coroutine.status);
            continue;
          }
          const raw = outcome(() => generator[step.kind](step.value as never));
          const ours = outcome(() => apply(coroutine, step));
          expect(ours).toEqual(raw);
          ended ||= 'thrown' in raw || raw.result.done === true;
          expect(coroutine.status).toBe(ended ? 'closed' : 'suspended');
          if ('result' in raw && !raw.result.done) expect(coroutine.value).toBe(raw.result.value);
        }
      }),
    );
  });
});

function apply(coroutine: Coroutine<unknown, unknown, unknown>, step: Step): IteratorResult<unknown, unknown> {
  if (step.kind === 'next') return coroutine.send(step.value);
  return step.kind === 'throw' ? coroutine.throw(step.value) : coroutine.return(step.value);
}

describe('a lifecycle', () => {
  test('begins created, without any of the machine having run', () => {
    const ran = vi.fn();
    const coroutine = create(function* () {
      ran();
      yield 'here';
    });
    expect([coroutine.status, coroutine.value, coroutine.done, coroutine.output]).toEqual(['created', undefined, false, undefined]);
    expect(ran).not.toHaveBeenCalled();
    expect(coroutine.start()).toBe(coroutine);
    expect(coroutine.value).toBe('here');
  });

  test('ends done with the output it returned, and keeps the last value', () => {
    const coroutine = start(function* (): Generator<string, number, unknown> {
      yield 'here';
      return 42;
    });
    coroutine.send();
    expect([coroutine.status, coroutine.value, coroutine.done, coroutine.output]).toEqual(['closed', 'here', true, 42]);
    coroutine.return(7);
    expect(coroutine.output).toBe(42);
  });

  test('ends closed but not done when an error closes it', () => {
    const coroutine = start(demo);
    expect(() => coroutine.throw(new RangeError('no'))).toThrow('no');
    expect([coroutine.status, coroutine.done, coroutine.output]).toEqual(['closed', false, undefined]);
  });

  test('passes the arguments on, defaults included', () => {
    function* count(from: number, by = 10): Generator<number, never, unknown> {
      while (true) yield (from += by);
    }
    expect(start(count, 1).value).toBe(11);
    expect(start(count, 1, 2).value).toBe(3);
  });

  test('can be used through its bare functions', () => {
    const { start: prime, send } = create(trafficLight);
    expect(prime().value).toBe('RED');
    expect(send('next').value).toBe('GREEN');
  });
});

describe('a CoroutineError', () => {
  test('says that the coroutine is not started', () => {
    const error = coroutineError(() => create(trafficLight).send('next'));
    expect(error.message).toBe('cannot send: trafficLight is not started (call start() first)');
    expect(error.status).toBe('created');
    expect(error.name).toBe('CoroutineError');
  });

  test('says that the coroutine is running', () => {
    const coroutine: Coroutine<string, void, unknown> = create(function* reentrant() {
      yield 'waiting';
      coroutine.send();
      yield 'never reached';
    });
    coroutine.start();
    const error = coroutineError(() => coroutine.send());
    expect(error.message).toBe('cannot send: reentrant is running (a machine cannot be resumed by what it calls)');
    expect(error.status).toBe('running');
    expect(coroutine.status).toBe('closed');
  });

  test('leaves throw and return while running to the generator', () => {
    const seen: unknown[] = [];
    const coroutine: Coroutine<string, void, unknown> = create(function* () {
      yield 'waiting';
      seen.push(outcome(() => coroutine.throw(new Error('no'))), outcome(() => coroutine.return()));
      yield 'still here';
    });
    coroutine.start();
    expect(coroutine.send()).toEqual({ value: 'still here', done: false });
    expect(seen).toEqual([{ thrown: expect.any(TypeError) }, { thrown: expect.any(TypeError) }]);
    expect(coroutine.status).toBe('suspended');
  });

  test('says that the coroutine is closed', () => {
    const coroutine = start(runningAverage);
    coroutine.send(null);
    const error = coroutineError(() => coroutine.send(1));
    expect(error.message).toBe('cannot send: runningAverage is closed');
    expect(error.status).toBe('closed');
  });

  test.each([
    ['is already started', () => start(trafficLight)],
    ['is closed', () => start(awkward['endsAtOnce']!)],
  ])('says that a coroutine to start %s', (situation, made) => {
    expect(coroutineError(() => made().start()).message).toContain(`cannot start: `);
    expect(coroutineError(() => made().start()).message).toContain(situation);
  });

  test('calls a machine without a name the coroutine', () => {
    expect(coroutineError(() => create((() => function* (): Generator<string, void, unknown> {})()).send()).message).toMatch(/^cannot send: the coroutine is not started/);
  });
});

describe('a subscription', () => {
  test('hears of every step, the one that closes it included, until it is ended', () => {
    const coroutine = create(trafficLight);
    const seen: unknown[] = [];
    const end = coroutine.subscribe(({ status, value }) => seen.push([status, value]));
    coroutine.start();
    coroutine.send('next');
    coroutine.return(undefined as never);
    expect(seen).toEqual([['suspended', 'RED'], ['suspended', 'GREEN'], ['closed', 'GREEN']]);
    end();

    const other = start(trafficLight);
    const listener = vi.fn();
    other.subscribe(listener)();
    other.send('next');
    expect(listener).not.toHaveBeenCalled();
  });

  test('hears that an error has closed the coroutine', () => {
    const coroutine = start(demo);
    const seen: unknown[] = [];
    coroutine.subscribe(({ status, done }) => seen.push([status, done]));
    expect(() => coroutine.throw(new RangeError('no'))).toThrow('no');
    expect(seen).toEqual([['closed', false]]);
  });

  test('is one of its own even for the same listener', () => {
    const coroutine = start(trafficLight);
    const listener = vi.fn();
    const end = coroutine.subscribe(listener);
    coroutine.subscribe(listener);
    coroutine.send('next');
    expect(listener).toHaveBeenCalledTimes(2);
    end();
    coroutine.send('next');
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test('may send from a listener', () => {
    const coroutine = start(trafficLight);
    coroutine.subscribe(() => void (coroutine.value === 'GREEN' && coroutine.send('next')));
    coroutine.send('next');
    expect(coroutine.value).toBe('YELLOW');
  });

  test('lets an error of a listener reach the sender, the step having been made', () => {
    const coroutine = start(trafficLight);
    coroutine.subscribe(() => {
      throw new RangeError('listener');
    });
    expect(() => coroutine.send('next')).toThrow('listener');
    expect([coroutine.status, coroutine.value]).toEqual(['suspended', 'GREEN']);
  });

  test('is not told of what changes nothing', () => {
    const coroutine = start(runningAverage);
    coroutine.send(null);
    const listener = vi.fn();
    coroutine.subscribe(listener);
    coroutine.return();
    expect(() => coroutine.throw(new RangeError('late'))).toThrow('late');
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('primed', () => {
  test('makes create and start give the same started coroutine, its first value known', () => {
    const light = primed(trafficLight);
    for (const make of [create, start]) {
      const coroutine = make(light);
      expect([coroutine.status, coroutine.value]).toEqual(['suspended', 'RED']);
    }
    expect(light.name).toBe('trafficLight');
  });

  test('primes once, however often it is applied', () => {
    expect(primed(primed(averager))().next(10).value).toBe(10);
    expect(create(primed(primed(averager))).send(10).value).toBe(10);
  });

  test('passes the arguments on', () => {
    const counter = primed(function* (from: number): Generator<number, never, unknown> {
      while (true) yield from++;
    });
    expect(counter(5).next().value).toBe(6);
    expect(create(counter, 5).value).toBe(5);
  });

  test('lets through what the machine throws before its first yield', () => {
    expect(() => primed(awkward['failsAtOnce']!)()).toThrow('at once');
    expect(() => create(primed(awkward['failsAtOnce']!))).toThrow('at once');
  });

  test('gives a closed coroutine for a machine that ends at once', () => {
    const coroutine = start(primed(awkward['endsAtOnce']!));
    expect([coroutine.status, coroutine.output]).toEqual(['closed', 'at once']);
  });
});
