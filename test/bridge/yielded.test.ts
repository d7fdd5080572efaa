/** What a snapshot says that the last step yielded or returned, of every kind of actor it may come from. */
import { createActor, createMachine, initialTransition, transition } from 'xstate';
import { expect, test } from 'vitest';
import { runningAverage } from '../../machines/running-average.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { fromCoroutine, returned, sent, thrown, yielded } from '../../src/xstate.ts';
import * as charts from '../charts.ts';
import { load } from '../format/xstate-written.ts';

test('a constant, of a machine that yieldchart wrote', () => {
  const actor = createActor(load(toXState(charts.trafficLight))).start();
  const seen = [yielded(actor.getSnapshot())];
  for (let turn = 0; turn < 3; turn += 1) {
    actor.send(sent('next'));
    seen.push(yielded(actor.getSnapshot()));
  }
  expect(seen).toEqual(['RED', 'GREEN', 'YELLOW', 'RED']);
});

test('a value computed from context, of a machine that yieldchart wrote', () => {
  const machine = load(toXState(charts.runningAverage));
  const actor = createActor(machine).start();
  expect(yielded(actor.getSnapshot())).toBe(null);
  actor.send(sent(10));
  actor.send(sent(20));
  expect(yielded(actor.getSnapshot())).toBe(15);
  const [first] = initialTransition(machine);
  expect(yielded(transition(machine, first, sent(7))[0])).toBe(7);
});

test('the output, once it is done', () => {
  const actor = createActor(load(toXState(charts.login)), { input: 1 }).start();
  actor.send(sent({ type: 'try', ok: false }));
  expect(yielded(actor.getSnapshot())).toBe('blocked');
  const closed = createActor(load(toXState(charts.runningAverage))).start();
  closed.send(returned('early'));
  expect(yielded(closed.getSnapshot())).toBe('early');
});

test('nothing, once it has failed', () => {
  const actor = createActor(load(toXState(charts.runningAverage)));
  actor.subscribe({ error: () => {} });
  actor.start().send(thrown(new RangeError('no')));
  expect(actor.getSnapshot().status).toBe('error');
  expect(yielded(actor.getSnapshot())).toBe(undefined);
});

test('what the innermost state says, of nested states', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'outer',
    meta: { yields: 'root' },
    states: { outer: { meta: { yields: 'outer' }, initial: 'inner', states: { inner: { meta: { yields: 'inner' } }, silent: {} } } },
  });
  expect(yielded(createActor(machine).start().getSnapshot())).toBe('inner');
});

test('undefined where the state says nothing, and where it says undefined', () => {
  const machine = createMachine({ initial: 'a', states: { a: { meta: { at: 'file:1:1' }, on: { next: 'b' } }, b: { meta: { yields: undefined } } } });
  const actor = createActor(machine).start();
  expect(yielded(actor.getSnapshot())).toBe(undefined);
  actor.send(sent('next'));
  expect(yielded(actor.getSnapshot())).toBe(undefined);
});

test('what the generator gave, of an actor that runs it', () => {
  const actor = createActor(fromCoroutine(runningAverage)).start();
  actor.send(sent(10));
  expect(yielded(actor.getSnapshot())).toBe(10);
  actor.send(sent(null));
  expect(actor.getSnapshot().status).toBe('done');
  expect(yielded(actor.getSnapshot())).toBe(undefined);
});
