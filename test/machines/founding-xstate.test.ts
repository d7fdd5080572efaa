/**
 * Every step of the founding coroutines, on the XState machine compiled from each. The machine is run where its generator
 * has been deleted from the source: what it does, it does by itself.
 */
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AnyActorRef, type AnyEventObject, type AnyStateMachine, createActor } from 'xstate';
import { readText } from '../../src/cli/read/disk.ts';
import { createLoader, type Exports } from '../../src/cli/read/load.ts';
import { compile } from '../../src/compile.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { returned, sent, thrown, yielded } from '../../src/xstate.ts';
import { root } from '../check/gallery.ts';
import { run } from '../format/xstate-written.ts';

/** The module written for a machine, as text and as what it exports, and what is left of the source without the generator. */
async function written(file: string, name: string, source = readFileSync(join(root, file), 'utf8')) {
  const { machines } = compile([`${file}#${name}`], { read: (path) => (path === file ? source : readText(join(root, path))) });
  const [machine] = machines;
  expect(machine?.diagnostics.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  const text = toXState(machine!.chart!, { from: 'diagrams' });
  const path = join(root, 'diagrams/founding.xstate.ts');
  const load = createLoader({ texts: new Map([[path, text], [join(root, file), without(name, source)]]) });
  return { text, exports: await load(path), left: () => load(join(root, file)) };
}

/** The source with one export cut out of it. */
function without(name: string, source: string): string {
  const exported = parseSync('machine.ts', source).program.body.find(
    (node) => node.type === 'ExportNamedDeclaration' && node.declaration !== null && new RegExp(`^(?:function\\* |const )${name}\\b`).test(source.slice(node.declaration.start)),
  )!;
  return source.slice(0, exported.start) + source.slice(exported.end);
}

type Written = Awaited<ReturnType<typeof written>>;

const files = {
  trafficLight: 'machines/traffic-light.ts',
  trafficLightByFlow: 'machines/traffic-light-by-flow.ts',
  echo: 'machines/echo.ts',
  runningAverage: 'machines/running-average.ts',
  averager: 'machines/averager.ts',
  filterAndSquare: 'machines/filter-and-square.ts',
  producer: 'machines/producer.ts',
  doubler: 'machines/producer.ts',
  demo: 'machines/demo.ts',
  simpleCoroutine: 'machines/simple-coroutine.ts',
} as const;
type Name = keyof typeof files;

const founding = Object.fromEntries(
  await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await written(file, name)] as const)),
) as Readonly<Record<Name, Written>>;

/** The class that the machine itself imports: another of the same name would not be caught. */
const { ValueError } = (await founding.demo.left()) as { readonly ValueError: new (message: string) => Error };

/** A running actor of the machine that is the module's first export, and the errors that stopped it. */
function actorOf(exports: Exports, input?: unknown) {
  const { actor, errors } = run(Object.values(exports)[0] as AnyStateMachine, input);
  return { actor, errors, steps: (...events: readonly AnyEventObject[]) => events.map((event) => step(actor, event)) };
}

const begin = (name: Name, input?: unknown) => actorOf(founding[name].exports, input);

/** What the machine gives out for an event. */
function step(actor: AnyActorRef, event: AnyEventObject): unknown {
  actor.send(event);
  return yielded(actor.getSnapshot());
}

/** What was printed, and the function that prints it. */
function printer<Line>() {
  const lines: Line[] = [];
  return { lines, out: (line: Line): void => void lines.push(line) };
}

afterEach(() => void vi.restoreAllMocks());

describe.each(Object.keys(files) as Name[])('the module written for %s', (name) => {
  test('has the machine as its first export', () => {
    const first = /^export .*$/m.exec(founding[name].text)?.[0];
    expect(first).toBe(`export const ${name} = setup({`);
    expect(Object.keys(founding[name].exports)).toEqual([name]);
  });

  test('imports XState and what is left when its generator is deleted, and nothing else', async () => {
    const { text, left } = founding[name];
    const imports = [...text.matchAll(/^import \{ (.*) \} from '(.*)';$/gm)].map(([, names, from]) => `${from}: ${names}`);
    expect(imports).toEqual(name === 'demo' ? ['xstate: assign, setup', '../machines/demo.ts: ValueError'] : ['xstate: assign, setup']);
    expect(text.match(/\bimport\b/g)).toHaveLength(imports.length);
    const rest = { demo: ['ValueError'], producer: ['doubler'], doubler: ['producer'] } as Readonly<Record<string, readonly string[]>>;
    expect(Object.keys(await left())).toEqual(rest[name] ?? []);
  });

  test('is closed by an error that nothing catches', () => {
    const { actor, errors } = begin(name, () => {});
    const error = new RangeError('no');
    actor.send(thrown(error));
    expect(actor.getSnapshot().status).toBe('error');
    expect(errors).toEqual([error]);
  });

  test('is closed by return, with the value returned', () => {
    const { actor } = begin(name, () => {});
    expect(step(actor, returned('enough'))).toBe('enough');
    expect(actor.getSnapshot().status).toBe('done');
  });
});

test.each([
  ['of a generator that needs nothing beside it', '', `'off'`],
  ['of one that reads a constant beside it', `const first = 'off' as const;\n`, 'first'],
])('a module whose top level throws still compiles: the machine %s runs', async (_which, beside, first) => {
  const source = `${beside}throw new Error('not today');\nexport function* light(): Generator<'on' | 'off', never, 'press'> {\n  while (true) { yield ${first}; yield 'on'; }\n}\n`;
  const { exports, left } = await written('machines/throws.ts', 'light', source);
  const { actor, steps } = actorOf(exports);
  expect([yielded(actor.getSnapshot()), ...steps(sent('press'), sent('press'))]).toEqual(['off', 'on', 'off']);
  await expect(left()).rejects.toThrow('not today');
});

describe.each(['trafficLight', 'trafficLightByFlow'] as const)('%s', (name) => {
  test('goes from RED to GREEN to YELLOW and back to RED', () => {
    const { actor, steps } = begin(name);
    expect([yielded(actor.getSnapshot()), ...steps(sent('next'), sent('next'), sent('next'))]).toEqual(['RED', 'GREEN', 'YELLOW', 'RED']);
  });

  test.each([0, 1, 2])('stays where it is on anything else, after %i turns', (turns) => {
    const { actor, steps } = begin(name);
    steps(...Array.from({ length: turns }, () => sent('next')));
    const before = actor.getSnapshot().value;
    expect(before).toBe(['RED', 'GREEN', 'YELLOW'][turns]);
    for (const other of ['stop', 'NEXT', '', '*', null, undefined, 1, { type: 'stop' }, { next: true }]) {
      actor.send(sent(other));
      expect(actor.getSnapshot()).toMatchObject({ value: before, status: 'active' });
    }
  });
});

test('both traffic lights do the same on whatever they are sent', () => {
  const event = fc.oneof({ weight: 3, arbitrary: fc.constant('next') }, fc.constantFrom('stop', '', null, 7), fc.string()).map((value) => sent<unknown>(value));
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const [light, byFlow] = [begin('trafficLight'), begin('trafficLightByFlow')];
      expect(byFlow.steps(...events)).toEqual(light.steps(...events));
    }),
  );
});

describe('echo', () => {
  test('repeats what it is sent', () => {
    const { lines, out } = printer<string>();
    const { actor, steps } = begin('echo', out);
    expect(steps(sent('Hello'), sent('World'))).toEqual([undefined, undefined]);
    expect(lines).toEqual(['Echo: Hello', 'Echo: World']);
    expect(actor.getSnapshot()).toMatchObject({ value: 'waiting', status: 'active' });
  });

  test('repeats words that mean something to XState, and what is no word', () => {
    const { lines, out } = printer<string>();
    begin('echo', out).steps(...['', '*', 'xstate.init', 'coroutine.send', null, undefined, 0].map((value) => sent<unknown>(value)));
    expect(lines).toEqual(['Echo: ', 'Echo: *', 'Echo: xstate.init', 'Echo: coroutine.send', 'Echo: null', 'Echo: undefined', 'Echo: 0']);
  });
});

test.each([
  ['echo', [sent('Hello')], ['Echo: Hello']],
  ['filterAndSquare', [sent(4)], ['Even squared: 16']],
  ['doubler', [sent(4)], [8]],
  ['simpleCoroutine', [sent(42)], ['-> coroutine started', '-> coroutine received: 42']],
] as const)('%s prints a line where it is given no way to print', (name, events, lines) => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  begin(name).steps(...events);
  expect(log.mock.calls.map(([line]) => line)).toEqual(lines);
});

describe('runningAverage', () => {
  test('starts at null and follows the numbers sent', () => {
    const { actor, steps } = begin('runningAverage');
    expect([yielded(actor.getSnapshot()), ...steps(sent(10), sent(20), sent(30))]).toEqual([null, 10, 15, 20]);
  });

  test('ends with the sentinel', () => {
    const { actor, steps } = begin('runningAverage');
    steps(sent(10), sent(20), sent(30), sent(null));
    expect(actor.getSnapshot()).toMatchObject({ value: 'done', status: 'done', output: undefined });
  });

  test.each([0, 1, 2, 3])('is closed by return after %i numbers', (count) => {
    const { actor, steps } = begin('runningAverage');
    steps(...[10, 20, 30].slice(0, count).map(sent), returned());
    expect(actor.getSnapshot()).toMatchObject({ value: 'returned', status: 'done', output: undefined });
  });
});

describe('averager', () => {
  test('comes started and follows the numbers sent', () => {
    const { actor, steps } = begin('averager');
    expect([yielded(actor.getSnapshot()), ...steps(sent(10), sent(20), sent(30))]).toEqual([null, 10, 15, 20]);
  });

  test('starts afresh in every actor', () => {
    begin('averager').steps(sent(10), sent(20));
    expect(begin('averager').steps(sent(40))).toEqual([40]);
  });

  test('fails on what is not a number, and is closed from then on', () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const { actor, errors, steps } = begin('averager');
    expect(steps(sent(40), sent('spam'))).toEqual([40, undefined]);
    const [error] = errors;
    expect(error).toBeInstanceOf(TypeError);
    expect((error as TypeError).message).toBe('not a number: spam');
    const failed = { status: 'error', error, context: { total: 40, count: 1, average: 40 } };
    expect(actor.getSnapshot()).toMatchObject(failed);
    steps(sent(50), returned(), thrown(new RangeError('late')));
    expect(actor.getSnapshot()).toMatchObject(failed);
    expect(errors).toHaveLength(1);
  });
});

test('filterAndSquare prints the squares of the even numbers, and nothing for the odd ones', () => {
  const print = vi.fn<(line: string) => void>();
  const { actor } = begin('filterAndSquare', print);
  const printed = [1, 2, 3, 4, 5].map((number) => {
    print.mockClear();
    actor.send(sent(number));
    return print.mock.calls.flat();
  });
  expect(printed).toEqual([[], ['Even squared: 4'], [], ['Even squared: 16'], []]);
  expect(actor.getSnapshot().status).toBe('active');
});

describe('producer and doubler', () => {
  test('producer gives 0 to 4 and ends', () => {
    const { actor, steps } = begin('producer');
    const go = sent<unknown>(undefined);
    expect([yielded(actor.getSnapshot()), ...steps(go, go, go, go)]).toEqual([0, 1, 2, 3, 4]);
    expect(actor.getSnapshot().status).toBe('active');
    expect(steps(go)).toEqual([undefined]);
    expect(actor.getSnapshot()).toMatchObject({ value: 'done', status: 'done' });
  });

  test('doubler prints the double of each value', () => {
    const { lines, out } = printer<number>();
    const source = begin('producer').actor;
    const sink = begin('doubler', out).actor;
    for (; source.getSnapshot().status === 'active'; source.send(sent<unknown>(undefined))) sink.send(sent(yielded(source.getSnapshot())));
    expect(lines).toEqual([0, 2, 4, 6, 8]);
    expect(sink.getSnapshot().status).toBe('active');
  });
});

describe('demo', () => {
  const go = sent<unknown>(undefined);
  const after = (steps: number) => {
    const begun = begin('demo');
    begun.steps(...Array.from({ length: steps }, () => go));
    return begun;
  };

  test('goes from Start to Middle to End to its end', () => {
    const { actor, steps } = begin('demo');
    expect([yielded(actor.getSnapshot()), ...steps(go, go, go)]).toEqual(['Start', 'Middle', 'End', undefined]);
    expect(actor.getSnapshot()).toMatchObject({ value: 'done', status: 'done' });
  });

  test.each([['Start', 0], ['Middle', 1]])('catches a ValueError thrown in at %s and goes on', (state, turns) => {
    const { actor, steps } = after(turns);
    expect(yielded(actor.getSnapshot())).toBe(state);
    expect(steps(thrown(new ValueError('no')), go, go)).toEqual(['Caught ValueError!', 'End', undefined]);
    expect(actor.getSnapshot()).toMatchObject({ value: 'done', status: 'done' });
  });

  test.each([0, 1, 2])('is closed by any other error, after %i steps', (turns) => {
    const { actor, errors } = after(turns);
    const error = new RangeError('no');
    actor.send(thrown(error));
    expect(actor.getSnapshot()).toMatchObject({ status: 'error', error });
    expect(errors).toEqual([error]);
  });

  test.each([
    ['End', [go, go]],
    ['Caught ValueError!', [thrown(new ValueError('early'))]],
  ])('is closed by a ValueError at %s, where nothing catches it', (state, events) => {
    const { actor, errors, steps } = begin('demo');
    expect(steps(...events).at(-1)).toBe(state);
    const error = new ValueError('late');
    actor.send(thrown(error));
    expect(actor.getSnapshot().status).toBe('error');
    expect(errors[0]).toBe(error);
  });
});

describe('simpleCoroutine', () => {
  test('prints nothing until it is started, waits, and is done when it has what it waits for', () => {
    const { lines, out } = printer<string>();
    const { simpleCoroutine } = founding.simpleCoroutine.exports;
    const actor = createActor(simpleCoroutine as AnyStateMachine, { input: out });
    expect(lines).toEqual([]);
    actor.start();
    expect(actor.getSnapshot()).toMatchObject({ value: 'waiting', status: 'active' });
    expect(lines).toEqual(['-> coroutine started']);
    actor.send(sent(42));
    expect(actor.getSnapshot()).toMatchObject({ value: 'done', status: 'done', output: undefined });
    expect(lines).toEqual(['-> coroutine started', '-> coroutine received: 42']);
  });

  test('is active while its own code runs, and takes what is sent meanwhile only afterwards', () => {
    const { lines, out } = printer<string>();
    const statuses: string[] = [];
    const { simpleCoroutine } = founding.simpleCoroutine.exports;
    const actor = createActor(simpleCoroutine as AnyStateMachine, {
      input: (line: string) => {
        statuses.push(actor.getSnapshot().status);
        out(line);
        if (statuses.length === 1) actor.send(sent(42));
        expect(lines).toHaveLength(statuses.length);
      },
    });
    actor.start();
    expect(lines).toEqual(['-> coroutine started', '-> coroutine received: 42']);
    expect(statuses).toEqual(['active', 'active']);
    expect(actor.getSnapshot().status).toBe('done');
  });
});
