/** A generator as XState actor logic, against XState itself. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type AnyActorRef, type AnyMachineSnapshot, assign, createActor, createMachine, initialTransition, type InspectionEvent, sendTo, setup, toPromise, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { averager } from '../../machines/averager.ts';
import { demo, ValueError } from '../../machines/demo.ts';
import { door } from '../../machines/door.ts';
import { echo } from '../../machines/echo.ts';
import { login } from '../../machines/login.ts';
import { order } from '../../machines/order.ts';
import { runningAverage } from '../../machines/running-average.ts';
import { tcpConnection } from '../../machines/tcp-connection.ts';
import { trafficLight } from '../../machines/traffic-light.ts';
import { create } from '../../src/index.ts';
import { fromCoroutine, returned, sent, thrown, yielded } from '../../src/xstate.ts';
import { awkward } from '../runtime/machines.ts';
import { outcome, steps } from '../runtime/trace.ts';

/** Counts how often it is started and closed, and what it hears. */
function witness() {
  const heard: unknown[] = [];
  function* machine(): Generator<number, never, unknown> {
    heard.push('start');
    try {
      for (let count = 0; ; count += 1) heard.push(yield count);
    } finally {
      heard.push('close');
    }
  }
  return { heard, machine };
}

/** The actor started, its errors kept instead of thrown at nobody. */
function started<Actor extends AnyActorRef>(actor: Actor): Actor {
  actor.subscribe({ error: () => {} });
  actor.start();
  return actor;
}

describe('an actor', () => {
  test('goes as the generator goes', () => {
    const actor = createActor(fromCoroutine(trafficLight)).start();
    const seen: unknown[] = [actor.getSnapshot().value];
    actor.subscribe(({ value }) => seen.push(value));
    for (const event of ['next', 'stop', 'next', 'next']) actor.send(sent(event as 'next'));
    expect(seen).toEqual(['RED', 'GREEN', 'GREEN', 'YELLOW', 'RED']);
  });

  test('takes one argument as its input, or the array of several', () => {
    const blocked = createActor(fromCoroutine(login, { objects: 'all' }), { input: 1 }).start();
    blocked.send(sent({ type: 'try', ok: false }));
    expect(blocked.getSnapshot()).toMatchObject({ status: 'done', output: 'blocked' });

    const open = vi.fn();
    const shut = createActor(fromCoroutine(door, { objects: ['reset'] }), { input: [(badge: string) => badge === 'good', open] }).start();
    shut.send(sent({ type: 'badge', id: 'good' }));
    expect(open).toHaveBeenCalledTimes(1);
    shut.send(sent({ type: 'badge', id: 'bad' }));
    expect(yielded(shut.getSnapshot())).toBe('alarm');
    shut.send(sent({ type: 'reset' }));
    expect(yielded(shut.getSnapshot())).toBe('shut');
  });

  test('takes no input for the defaults', () => {
    const actor = createActor(fromCoroutine(login, { objects: 'all' })).start();
    for (let count = 0; count < 3; count += 1) actor.send(sent({ type: 'try', ok: false }));
    expect(actor.getSnapshot().status).toBe('done');
  });

  test('ends with what the generator returns, and with what it is told to return', async () => {
    const actor = createActor(fromCoroutine(order, { objects: ['deliver', 'return'] }), { input: ['o-1'] });
    const output = toPromise(actor.start());
    actor.send(sent({ type: 'cancel', reason: 'too slow' }));
    expect(await output).toEqual({ id: 'o-1', delivered: false, reason: 'too slow' });

    const closed = createActor(fromCoroutine(runningAverage)).start();
    closed.send(returned());
    expect(closed.getSnapshot().status).toBe('done');
  });

  test('catches an error thrown in where the generator does, and fails where it does not', () => {
    const caught = createActor(fromCoroutine(demo)).start();
    caught.send(thrown(new ValueError('no')));
    expect(caught.getSnapshot().value).toBe('Caught ValueError!');

    const error = new RangeError('no');
    const failed = started(createActor(fromCoroutine(demo)));
    failed.send(thrown(error));
    expect(failed.getSnapshot()).toMatchObject({ status: 'error', error, value: 'Start' });
  });

  test('fails where the generator throws before its first yield', () => {
    const actor = started(createActor(fromCoroutine(awkward['failsAtOnce']!)));
    expect(actor.getSnapshot()).toMatchObject({ status: 'error', error: new RangeError('at once') });
  });

  test('is done at once where the generator never yields', () => {
    const actor = createActor(fromCoroutine(awkward['endsAtOnce']!)).start();
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', output: 'at once' });
  });

  test('starts a primed machine once', () => {
    const actor = createActor(fromCoroutine(averager)).start();
    actor.send(sent(10));
    expect(actor.getSnapshot().value).toBe(10);
  });

  test('runs each effect once, and never replays while it goes forward', () => {
    const { heard, machine } = witness();
    const actor = createActor(fromCoroutine(machine)).start();
    for (const event of [1, 2, 3]) actor.send(sent(event));
    expect(heard).toEqual(['start', 1, 2, 3]);
  });

  test('closes the generator when it is stopped', () => {
    const { heard, machine } = witness();
    const actor = createActor(fromCoroutine(machine)).start();
    actor.send(sent(1));
    actor.stop();
    expect(heard).toEqual(['start', 1, 'close']);
    expect(actor.getSnapshot()).toMatchObject({ status: 'stopped', value: 1 });
  });

  test('fails when the generator throws as it is stopped', () => {
    const actor = started(createActor(fromCoroutine(awkward['throwsInFinally']!)));
    actor.stop();
    expect(actor.getSnapshot()).toMatchObject({ status: 'error', error: new RangeError('thrown in finally') });
  });

  test('stays active where the generator yields in its finally', () => {
    const actor = createActor(fromCoroutine(awkward['yieldsInFinally']!)).start();
    actor.send(returned('early'));
    expect(actor.getSnapshot()).toMatchObject({ status: 'active', value: 'closing' });
    actor.send(sent('on'));
    actor.send(sent('on'));
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', output: 'early' });
  });

  test('does not hear what XState says to itself', () => {
    const { heard, machine } = witness();
    const actor = createActor(fromCoroutine(machine)).start();
    actor.send({ type: 'xstate.done.actor.child' } as never);
    expect(heard).toEqual(['start']);
  });

  test('can be inspected', () => {
    const seen: InspectionEvent[] = [];
    const actor = createActor(fromCoroutine(trafficLight), { inspect: (event) => seen.push(event) }).start();
    actor.send(sent('next'));
    expect(seen.map(({ type }) => type)).toEqual(expect.arrayContaining(['@xstate.actor', '@xstate.event', '@xstate.snapshot']));
    expect(seen.filter((event) => event.type === '@xstate.snapshot').map(({ snapshot }) => yielded(snapshot))).toEqual(['RED', 'GREEN']);
  });
});

describe.each(Object.entries(awkward))('an actor of %s', (_name, machine) => {
  test('does what the coroutine does, on any sequence, whether it goes on, is restored or is a chain of pure functions', () => {
    fc.assert(
      fc.property(steps, fc.nat(12), (sequence, restoreAt) => {
        const logic = fromCoroutine(machine);
        const coroutine = create(machine);
        const start = outcome(() => coroutine.start());
        let actor = started(createActor(logic));
        let [pure] = initialTransition(logic);
        let failure: unknown = 'thrown' in start ? start.thrown : undefined;
        const compare = () => {
          for (const snapshot of [actor.getSnapshot(), pure]) {
            const status = coroutine.status === 'suspended' ? 'active' : coroutine.done ? 'done' : 'error';
            expect(snapshot).toMatchObject({ status, value: coroutine.value, output: coroutine.output });
            expect(snapshot.error).toEqual(failure);
          }
        };
        compare();
        for (const [index, step] of sequence.entries()) {
          if (coroutine.status === 'closed') break;
          if (index === restoreAt) actor = started(createActor(logic, { snapshot: actor.getPersistedSnapshot() as never }));
          const event = step.kind === 'next' ? sent(step.value) : step.kind === 'throw' ? thrown(step.value) : returned(step.value);
          const made = outcome(() => {
            if (step.kind === 'next') return coroutine.send(step.value);
            return step.kind === 'throw' ? coroutine.throw(step.value) : coroutine.return(step.value);
          });
          if ('thrown' in made) failure = made.thrown;
          actor.send(event as never);
          [pure] = transition(logic, pure, event as never);
          compare();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a snapshot', () => {
  test('goes through JSON and comes back to life', () => {
    const logic = fromCoroutine(runningAverage);
    const first = createActor(logic).start();
    first.send(sent(10));
    first.send(sent(20));
    const kept = JSON.stringify(first.getPersistedSnapshot());
    first.stop();

    const second = createActor(logic, { snapshot: JSON.parse(kept) }).start();
    expect(second.getSnapshot().value).toBe(15);
    second.send(sent(30));
    expect(second.getSnapshot().value).toBe(20);
  });

  test('keeps the input that it was started with', () => {
    const logic = fromCoroutine(login, { objects: 'all' });
    const first = createActor(logic, { input: 2 }).start();
    first.send(sent({ type: 'try', ok: false }));
    const second = createActor(logic, { snapshot: JSON.parse(JSON.stringify(first.getPersistedSnapshot())) }).start();
    second.send(sent({ type: 'try', ok: false }));
    expect(second.getSnapshot()).toMatchObject({ status: 'done', output: 'blocked' });
  });

  test('of an end is restored as an end', () => {
    const logic = fromCoroutine(runningAverage);
    const first = createActor(logic).start();
    first.send(sent(null));
    const second = createActor(logic, { snapshot: JSON.parse(JSON.stringify(first.getPersistedSnapshot())) }).start();
    expect(second.getSnapshot().status).toBe('done');
  });

  test('can be branched from, again and again', () => {
    const logic = fromCoroutine(runningAverage);
    const [none] = initialTransition(logic);
    const [ten] = transition(logic, none, sent(10));
    const [fifteen] = transition(logic, ten, sent(20));
    const [twenty] = transition(logic, ten, sent(30));
    const [again] = transition(logic, ten, sent(20));
    expect([none, ten, fifteen, twenty, again].map(yielded)).toEqual([null, 10, 15, 20, 15]);
    expect(transition(logic, fifteen, sent(null))[0].status).toBe('done');
    expect(again).toEqual(fifteen);
  });

  test('of a running actor can be branched from without taking its generator away', () => {
    const { heard, machine } = witness();
    const logic = fromCoroutine(machine);
    const actor = createActor(logic).start();
    actor.send(sent('a'));
    expect(yielded(transition(logic, actor.getSnapshot(), sent('pure'))[0])).toBe(2);
    heard.length = 0;
    actor.send(sent('b'));
    actor.stop();
    expect(heard).toEqual(['b', 'close']);
  });

  test('that has ended stays as it is', () => {
    const logic = fromCoroutine(runningAverage);
    const [end] = transition(logic, initialTransition(logic)[0], sent(null));
    expect(transition(logic, end, sent(1))[0]).toBe(end);
  });

  test('can be explored by the graph of XState', () => {
    const events = ['passive open', 'active open', 'send', 'close', 'timeout', 'syn', 'syn+ack', 'ack', 'fin', 'fin+ack', 'rst'] as const;
    const paths = getShortestPaths(fromCoroutine(tcpConnection) as never, {
      events: events.map((event) => sent(event)) as never,
      serializeState: (snapshot) => String(yielded(snapshot)) as never,
    });
    expect(paths.map(({ state }) => yielded(state)).toSorted()).toEqual([
      'CLOSED', 'CLOSE_WAIT', 'CLOSING', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'LAST_ACK', 'LISTEN', 'SYN_RECEIVED', 'SYN_SENT', 'TIME_WAIT',
    ]);
  });
});

describe('in a machine', () => {
  const parent = (logic: unknown) =>
    setup({ actors: { child: logic as ReturnType<typeof fromCoroutine<typeof runningAverage>> } }).createMachine({
      initial: 'working',
      context: { seen: [] as unknown[] },
      on: {
        tell: { actions: sendTo('child', ({ event }) => event['what']) },
      },
      states: {
        working: {
          invoke: {
            src: 'child',
            id: 'child',
            onSnapshot: { actions: assign({ seen: ({ context, event }) => [...context.seen, yielded(event.snapshot)] }) },
            onDone: { target: 'done', actions: assign({ seen: ({ context, event }) => [...context.seen, event.output] }) },
            onError: { target: 'failed', actions: assign({ seen: ({ context, event }) => [...context.seen, event.error] }) },
          },
          on: { leave: 'left' },
        },
        done: {},
        failed: {},
        left: {},
      },
    });
  const tell = (actor: AnyActorRef, what: unknown) => actor.send({ type: 'tell', what });

  test('it can be invoked, sent to, and ends in onDone', () => {
    const actor = createActor(parent(fromCoroutine(runningAverage))).start();
    for (const value of [10, 20, null]) tell(actor, sent(value));
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    expect(snapshot.value).toBe('done');
    expect(snapshot.context['seen'].slice(-3)).toEqual([10, 15, undefined]);
  });

  test('its output reaches onDone', () => {
    const actor = createActor(parent(fromCoroutine(awkward['yieldsInFinally']!))).start();
    tell(actor, returned('early'));
    tell(actor, sent(1));
    tell(actor, sent(1));
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    expect([snapshot.value, snapshot.context['seen'].at(-1)]).toEqual(['done', 'early']);
  });

  test('its error ends in onError', () => {
    const error = new RangeError('no');
    const actor = createActor(parent(fromCoroutine(demo))).start();
    tell(actor, thrown(error));
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    expect([snapshot.value, snapshot.context['seen'].at(-1)]).toEqual(['failed', error]);
  });

  test('it is closed when the state that invokes it is left', () => {
    const { heard, machine } = witness();
    const actor = createActor(parent(fromCoroutine(machine))).start();
    tell(actor, sent(1));
    actor.send({ type: 'leave' });
    expect(heard).toEqual(['start', 1, 'close']);
  });

  test('it is kept and restored with its parent', () => {
    const machine = parent(fromCoroutine(runningAverage));
    const first = createActor(machine).start();
    tell(first, sent(10));
    const kept = JSON.parse(JSON.stringify(first.getPersistedSnapshot()));
    first.stop();
    const second = createActor(machine, { snapshot: kept }).start();
    tell(second, sent(20));
    expect((second.getSnapshot() as AnyMachineSnapshot).context['seen'].at(-1)).toBe(15);
  });

  test('several run side by side without touching each other', () => {
    const logic = fromCoroutine(trafficLight);
    const both = createActor(createMachine({ type: 'parallel', states: { a: { invoke: { src: logic, id: 'a' } }, b: { invoke: { src: logic, id: 'b' } } } })).start();
    both.getSnapshot().children['a']!.send(sent('next'));
    expect(['a', 'b'].map((id) => yielded(both.getSnapshot().children[id]!.getSnapshot()))).toEqual(['GREEN', 'RED']);
  });
});

test('a machine that prints does so through what it was given', () => {
  const lines: string[] = [];
  const actor = createActor(fromCoroutine(echo), { input: (line: string) => void lines.push(line) }).start();
  actor.send(sent('Hello'));
  actor.send(sent({ kind: 'bare' }));
  expect(lines).toEqual(['Echo: Hello', 'Echo: [object Object]']);
});
