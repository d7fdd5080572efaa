/** Every step of the founding coroutines, on the running coroutine. */
import { describe, expect, test } from 'vitest';
import { averager } from '../../machines/averager.ts';
import { demo, ValueError } from '../../machines/demo.ts';
import { echo } from '../../machines/echo.ts';
import { filterAndSquare } from '../../machines/filter-and-square.ts';
import { doubler, producer } from '../../machines/producer.ts';
import { runningAverage } from '../../machines/running-average.ts';
import { simpleCoroutine } from '../../machines/simple-coroutine.ts';
import { trafficLightByFlow } from '../../machines/traffic-light-by-flow.ts';
import { trafficLight } from '../../machines/traffic-light.ts';
import { create, pipe, start, type Status } from '../../src/index.ts';

/** What was printed, and the function that prints it. */
function printer<Line>() {
  const lines: Line[] = [];
  return { lines, out: (line: Line): void => void lines.push(line) };
}

describe.each([
  ['trafficLight', trafficLight],
  ['trafficLightByFlow', trafficLightByFlow],
])('%s', (_name, machine) => {
  test('goes from RED to GREEN to YELLOW and back to RED', () => {
    const light = start(machine);
    const seen = [light.value];
    for (let turn = 0; turn < 3; turn += 1) {
      light.send('next');
      seen.push(light.value);
    }
    expect(seen).toEqual(['RED', 'GREEN', 'YELLOW', 'RED']);
  });

  test.each([0, 1, 2])('stays where it is on anything else, after %i turns', (turns) => {
    const light = start(machine);
    for (let turn = 0; turn < turns; turn += 1) light.send('next');
    const before = light.value;
    for (const other of ['stop', 'NEXT', '', null, undefined, 1, { type: 'next' }]) light.send(other as 'next');
    expect(light.value).toBe(before);
    expect(light.status).toBe('suspended');
  });
});

test('echo repeats what it is sent', () => {
  const { lines, out } = printer<string>();
  const coroutine = start(echo, out);
  coroutine.send('Hello');
  coroutine.send('World');
  expect(lines).toEqual(['Echo: Hello', 'Echo: World']);
  expect(coroutine.status).toBe('suspended');
});

describe('runningAverage', () => {
  function afterThree() {
    const coroutine = start(runningAverage);
    const seen = [coroutine.value, ...[10, 20, 30].map((value) => coroutine.send(value).value)];
    return { coroutine, seen };
  }

  test('starts at null and follows the numbers sent', () => {
    expect(afterThree().seen).toEqual([null, 10, 15, 20]);
  });

  test('ends with the sentinel', () => {
    const { coroutine } = afterThree();
    expect(coroutine.send(null)).toEqual({ value: undefined, done: true });
    expect(coroutine.status).toBe('closed');
  });

  test.each([0, 1, 2, 3])('is closed by return after %i numbers', (count) => {
    const coroutine = start(runningAverage);
    for (const value of [10, 20, 30].slice(0, count)) coroutine.send(value);
    expect(coroutine.return()).toEqual({ value: undefined, done: true });
    expect(coroutine.status).toBe('closed');
  });
});

describe('averager', () => {
  test('comes started and follows the numbers sent', () => {
    const coroutine = create(averager);
    expect(coroutine.status).toBe('suspended');
    expect([10, 20, 30].map((value) => coroutine.send(value).value)).toEqual([10, 15, 20]);
  });

  test('takes the first number as a plain generator too', () => {
    expect(averager().next(10)).toEqual({ value: 10, done: false });
  });

  test('fails on what is not a number, and is closed from then on', () => {
    const coroutine = create(averager);
    expect(coroutine.send(40).value).toBe(40);
    expect(() => coroutine.send('spam')).toThrow(TypeError);
    expect(coroutine.status).toBe('closed');
    expect(() => coroutine.send(50)).toThrow('averager is closed');
  });
});

test('filterAndSquare prints the squares of the even numbers, and nothing for the odd ones', () => {
  const { lines, out } = printer<string>();
  const coroutine = start(filterAndSquare, out);
  for (const value of [1, 2, 3, 4, 5]) coroutine.send(value);
  expect(lines).toEqual(['Even squared: 4', 'Even squared: 16']);
});

describe('producer and doubler', () => {
  test('producer gives 0 to 4 and ends', () => {
    expect([...producer()]).toEqual([0, 1, 2, 3, 4]);
  });

  test('doubler prints the double of each value', () => {
    const { lines, out } = printer<number>();
    const coroutine = start(doubler, out);
    for (const value of producer()) coroutine.send(value);
    expect(lines).toEqual([0, 2, 4, 6, 8]);
  });

  test('joined, they print the doubles and end together', () => {
    const { lines, out } = printer<number>();
    const sink = create(doubler, out);
    const pipeline = pipe(producer, sink).start();
    while (!pipeline.done) pipeline.send();
    expect(lines).toEqual([0, 2, 4, 6, 8]);
    expect(sink.status).toBe('closed');
  });
});

describe('demo', () => {
  test('goes from Start to Middle to End to its end', () => {
    const coroutine = start(demo);
    expect(coroutine.value).toBe('Start');
    expect(coroutine.send().value).toBe('Middle');
    expect(coroutine.send().value).toBe('End');
    expect(coroutine.send()).toEqual({ value: undefined, done: true });
    expect(coroutine.status).toBe('closed');
  });

  test.each([['Start', 0], ['Middle', 1]])('catches a ValueError thrown in at %s and goes on', (_state, steps) => {
    const coroutine = start(demo);
    for (let step = 0; step < steps; step += 1) coroutine.send();
    expect(coroutine.throw(new ValueError('no'))).toEqual({ value: 'Caught ValueError!', done: false });
    expect(coroutine.send().value).toBe('End');
    expect(coroutine.send().done).toBe(true);
    expect(coroutine.status).toBe('closed');
  });

  test.each([0, 1, 2])('is closed by any other error, after %i steps', (steps) => {
    const coroutine = start(demo);
    for (let step = 0; step < steps; step += 1) coroutine.send();
    const error = new RangeError('no');
    expect(() => coroutine.throw(error)).toThrow(error);
    expect(coroutine.status).toBe('closed');
    expect(coroutine.done).toBe(false);
  });

  test('is closed by a ValueError where nothing catches it', () => {
    const coroutine = start(demo);
    coroutine.send();
    coroutine.send();
    expect(() => coroutine.throw(new ValueError('late'))).toThrow('late');
    expect(coroutine.status).toBe('closed');
  });
});

test('simpleCoroutine is created, suspended, running while its own code runs, and closed', () => {
  const { lines, out } = printer<string>();
  const statuses: Status[] = [];
  const coroutine = create(simpleCoroutine, (line) => {
    statuses.push(coroutine.status);
    out(line);
  });
  expect(coroutine.status).toBe('created');
  expect(lines).toEqual([]);
  coroutine.start();
  expect(coroutine.status).toBe('suspended');
  expect(lines).toEqual(['-> coroutine started']);
  expect(coroutine.send(42).done).toBe(true);
  expect(coroutine.status).toBe('closed');
  expect(lines).toEqual(['-> coroutine started', '-> coroutine received: 42']);
  expect(statuses).toEqual(['running', 'running']);
});
