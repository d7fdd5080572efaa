/**
 * Not run: compiled, by types.test.ts and by `npm run types`. Every line under `@ts-expect-error` must fail to compile,
 * and every other one must compile.
 */
import { expectTypeOf } from 'vitest';
import { averager } from '../../machines/averager.ts';
import { demo } from '../../machines/demo.ts';
import { echo } from '../../machines/echo.ts';
import { filterAndSquare } from '../../machines/filter-and-square.ts';
import { doubler, producer } from '../../machines/producer.ts';
import { runningAverage } from '../../machines/running-average.ts';
import { trafficLight } from '../../machines/traffic-light.ts';
import { create, type Coroutine, pipe, primed, start, type Status } from '../../src/index.ts';

const light = start(trafficLight);
expectTypeOf(light).toEqualTypeOf<Coroutine<'RED' | 'GREEN' | 'YELLOW', never, 'next'>>();
expectTypeOf(light.value).toEqualTypeOf<'RED' | 'GREEN' | 'YELLOW' | undefined>();
expectTypeOf(light.output).toEqualTypeOf<undefined>();
expectTypeOf(light.status).toEqualTypeOf<Status>();
expectTypeOf(light.send('next')).toEqualTypeOf<IteratorResult<'RED' | 'GREEN' | 'YELLOW', never>>();
// @ts-expect-error: not an event of the machine
light.send('stop');
// @ts-expect-error: an event is missing
light.send();
// @ts-expect-error: an event is an argument, not two
light.send('next', 'next');
// @ts-expect-error: not a state of the machine
light.value satisfies 'BLUE' | undefined;
// @ts-expect-error: the state may be undefined
light.value satisfies 'RED' | 'GREEN' | 'YELLOW';
// @ts-expect-error: read only
light.status = 'closed';
// @ts-expect-error: it never returns
light.return('RED');

const average = create(runningAverage);
average.start().send(10);
average.send(null);
average.return();
expectTypeOf(average.value).toEqualTypeOf<number | null | undefined>();
// @ts-expect-error: not a number
average.send('10');
// @ts-expect-error: null is the sentinel, undefined is not
average.send();

start(demo).send();
start(demo).send({ anything: 'at all' });

function* counter(from: number, by = 1): Generator<number, string, 'go' | undefined> {
  while ((yield from) === 'go') from += by;
  return 'done';
}
start(counter, 1);
start(counter, 1, 2).send();
expectTypeOf(start(counter, 1).output).toEqualTypeOf<string | undefined>();
// @ts-expect-error: an argument is missing
start(counter);
// @ts-expect-error: not a number
create(counter, 'one');
// @ts-expect-error: one too many
create(counter, 1, 2, 3);
// @ts-expect-error: not a machine
create(() => 'RED');
// @ts-expect-error: a generator is not a machine
create(trafficLight());

const inferred = create(function* () {
  yield 'open' as const;
});
inferred.send();
expectTypeOf(inferred.value).toEqualTypeOf<'open' | undefined>();

expectTypeOf(primed(counter)).parameters.toEqualTypeOf<[from: number, by?: number]>();
expectTypeOf(create(averager)).toEqualTypeOf<Coroutine<number | null, never, unknown>>();
// @ts-expect-error: not a machine
primed((value: number) => value);

light.subscribe(({ value }) => expectTypeOf(value).toEqualTypeOf<'RED' | 'GREEN' | 'YELLOW' | undefined>());
expectTypeOf(light.subscribe(() => {})).toEqualTypeOf<() => void>();

function* even(): Generator<number | undefined, never, number> {
  let passed: number | undefined;
  while (true) {
    const value = yield passed;
    passed = value % 2 === 0 ? value : undefined;
  }
}
function* spell(): Generator<string | undefined, 'spelt', number> {
  return 'spelt';
}

expectTypeOf(pipe(even, spell)).toEqualTypeOf<Coroutine<string | undefined, 'spelt', number>>();
expectTypeOf(pipe(even, even, spell).start()).toEqualTypeOf<Coroutine<string | undefined, 'spelt', number>>();
pipe(producer, doubler);
pipe(producer, create(filterAndSquare));
pipe(even, runningAverage, echo);
pipe(pipe(even, even), pipe(spell));
pipe(even, even).send(2);
pipe(function* () {
  while (true) {
    const received = yield 'text';
    expectTypeOf(received).toBeAny();
  }
}).send(1);
// @ts-expect-error: the first stage takes numbers
pipe(even, even).send('2');
// @ts-expect-error: spell passes strings, even takes numbers
pipe(even, spell, even);
// @ts-expect-error: the same at the first joint
pipe(spell, even, spell);
// @ts-expect-error: runningAverage also yields null, which doubler does not take
pipe(runningAverage, doubler);
// @ts-expect-error: a stage is started without arguments
pipe(even, counter);
// @ts-expect-error: a pipeline has at least one stage
pipe();
// @ts-expect-error: a function that is no machine
pipe(even, (value: number) => value * 2);
