/** Calls outside, held against the actions of a machine that somebody else wrote, by their names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyStateMachine, assign, createMachine, enqueueActions } from 'xstate';
import { describe, expect, test } from 'vitest';
import { doneBy } from '../../src/check/calls.ts';
import { type Verdict, checkMachine } from '../../src/check/index.ts';
import { compile } from '../../src/compile.ts';
import { root } from './gallery.ts';
import { paidOrder } from './paid-order.ts';
import { written } from './written.ts';

const { machines } = compile(['test/check/paid-order.ts'], { read: (path) => readFileSync(join(root, path), 'utf8') });
const chart = machines[0]!.chart!;
const { machine: guide, world } = await written(chart);

const charge = { type: 'charge', params: ({ event }: { event: { amount: number } }) => event.amount };
const notify = (kind: string) => ({ type: 'notify', params: { kind } });

/** As an XState user writes it; each part may be another. */
function order({ pay = [charge, notify('paid')], cancel = ['refund', notify('refunded')], paid = {}, cart = {} }: Readonly<Record<string, unknown>> = {}): AnyStateMachine {
  return createMachine({
    initial: 'cart',
    output: 'shipped',
    states: {
      cart: { on: { pay: { target: 'paid', actions: pay } }, ...(cart as object) },
      paid: { on: { ship: 'shipped', cancel: { target: 'cart', actions: cancel } }, ...(paid as object) },
      shipped: { type: 'final' },
    },
  } as never);
}

function check(machine: AnyStateMachine, map: Readonly<Record<string, string>> = {}): Verdict {
  const { recorders, exports } = world;
  return checkMachine({ chart, generator: paidOrder, machine, guide, recorders, exports: { generator: exports, machine: {}, guide: exports }, map });
}

/** What differs last: the input, and what each side calls. */
const end = ({ kind, trace }: Verdict) => {
  const last = trace?.steps.at(-1);
  return [kind, last?.input, last?.generator?.calls, last?.machine?.calls];
};

describe('a machine that names what it does', () => {
  test('is the same where its actions are the calls, in their order, and are given the same', () => {
    expect(check(order())).toMatchObject({ kind: 'same', reasons: [] });
    expect(check(order({ pay: [charge], paid: { entry: notify('paid') }, cancel: ['REFUND', notify('refunded')] }))).toMatchObject({ kind: 'same', reasons: [] });
  });

  test('says it in functions of that name, or in what is enqueued, too', () => {
    function refund() {}
    expect(check(order({ cancel: [refund, notify('refunded')] }))).toMatchObject({ kind: 'same', reasons: [] });
    const both = enqueueActions(({ enqueue }) => {
      enqueue('refund' as never);
      enqueue(notify('refunded') as never);
    });
    expect(check(order({ cancel: [both, assign({})] }))).toMatchObject({ kind: 'same', reasons: [] });
  });

  test('is the same by the names that somebody says', () => {
    const other = order({ pay: [{ ...charge, type: 'chargeCard' }, notify('paid')] });
    expect(check(other)).toMatchObject({ kind: 'undecided', reasons: ['what the generator calls as bank.charge was not compared: the machine has no action of that name', "the machine's action chargeCard was not compared: the generator calls nothing of that name"] });
    expect(check(other, { charge: 'chargeCard' })).toMatchObject({ kind: 'same', reasons: [] });
    expect(check(other, { 'bank.charge': 'charge_card' })).toMatchObject({ kind: 'same', reasons: [] });
  });

  test('is different where an action is missing, is one too many, or stands elsewhere, and the step is told', () => {
    const pay = "send({ type: 'pay', amount: 1 })";
    expect(end(check(order({ pay: [charge] })))).toEqual(['different', pay, ['bank.charge(1)', "notify({ kind: 'paid' })"], ['charge(1)']]);
    expect(end(check(order({ pay: [charge, notify('paid'), 'refund'] })))).toEqual(['different', pay, ['bank.charge(1)', "notify({ kind: 'paid' })"], ['charge(1)', "notify({ kind: 'paid' })", 'refund()']]);
    expect(end(check(order({ pay: [notify('paid'), charge] })))).toEqual(['different', pay, ['bank.charge(1)', "notify({ kind: 'paid' })"], ["notify({ kind: 'paid' })", 'charge(1)']]);
    expect(end(check(order({ cart: { on: { pay: { target: 'paid', actions: [charge, notify('paid')] }, ship: { actions: 'refund' } } } })))).toEqual(['different', "send({ type: 'ship' })", [], ['refund()']]);
  });

  test('is different where an action is given something else of the same shape', () => {
    expect(end(check(order({ pay: [{ type: 'charge', params: 7 }, notify('paid')] }))).slice(0, 1)).toEqual(['different']);
    expect(end(check(order({ pay: [charge, notify('payed')] }))).slice(2)).toEqual([['bank.charge(1)', "notify({ kind: 'paid' })"], ['charge(1)', "notify({ kind: 'payed' })"]]);
    const named = { type: 'charge', params: ({ event }: { event: { amount: number } }) => ({ amount: event.amount }) };
    expect(check(order({ pay: [named, notify('paid')] }))).toMatchObject({ kind: 'same' });
  });

  test('is undecided where what an action is given cannot be compared', () => {
    expect(check(order({ pay: ['charge', notify('paid')] }))).toMatchObject({ kind: 'undecided', reasons: ["what bank.charge is given was not compared: the machine's action has no params"] });
    expect(check(order({ pay: [charge, { type: 'notify', params: { what: 'paid', to: 'all' } }] }))).toMatchObject({ kind: 'undecided', reasons: ["what notify is given was not compared: the machine's action has params of another shape"] });
  });

  test('that does call outside is held to every call', () => {
    const calls = order().provide({ actions: { refund: () => console.log('refunded') } } as never);
    expect(check(calls)).toMatchObject({ kind: 'different' });
  });
});

test("of XState's own actions nothing is remembered: their params hold whole actors, whose text would be endless", () => {
  expect(doneBy({ type: 'xstate.spawnChild', params: { get src(): never { throw new Error('it was looked into'); } } })).toEqual([]);
  expect(doneBy({ type: 'charge', params: { cents: 5 } })).toEqual([{ name: 'charge', params: { cents: 5 }, text: '{ cents: 5 }' }]);
});
