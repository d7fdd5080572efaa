import { type AnyStateMachine, assign, createMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/chart.ts';
import { plainCode } from '../../src/chart/code.ts';
import { type Machine, type Verdict, checkMachine, tell } from '../../src/check/index.ts';
import * as charts from '../charts.ts';
import * as hand from './by-hand.ts';
import { edited } from './machine-config.ts';

interface Trio {
  readonly chart: Chart;
  readonly generator: Machine;
  readonly machine: AnyStateMachine;
}

const trafficLight: Trio = { chart: charts.trafficLight, generator: hand.trafficLight, machine: hand.trafficLightMachine };
const runningAverage: Trio = { chart: charts.runningAverage, generator: hand.runningAverage, machine: hand.runningAverageMachine };
const login: Trio = { chart: charts.login, generator: hand.login, machine: hand.loginMachine };
const demo: Trio = { chart: charts.demo, generator: hand.demo, machine: hand.demoMachine };
const door: Trio = { chart: charts.door, generator: hand.door, machine: hand.doorMachine };

const exports = { ValueError: hand.ValueError };
const check = (trio: Trio, rest: object = {}): Verdict => checkMachine({ ...trio, bridge: hand.bridge, exports: { generator: exports, machine: exports }, ...rest });
const fault = (trio: Trio, machine: AnyStateMachine): Verdict => check({ ...trio, machine }, { guide: trio.machine });

/** What differs last: the input, and what each side does on it. */
const end = (verdict: Verdict) => {
  const last = verdict.trace?.steps.at(-1);
  const seen = (side: 'generator' | 'machine') => last?.[side] && [last[side].outcome, last[side].value, ...last[side].calls].join(' ');
  return [verdict.kind, verdict.trace?.steps.map((step) => step.input).join(' '), seen('generator'), seen('machine')];
};

describe('a generator and the machine that says the same', () => {
  test.each([trafficLight, runningAverage, demo, door].map((trio) => [trio.chart.name, trio] as const))('are the same, everything exercised: %s', (name, trio) => {
    const { counts, ...verdict } = check(trio);
    expect(verdict).toEqual({ machine: name, kind: 'same', level: 'suite', names: [], differences: [], unexercised: [], impossible: [], reasons: [] });
    expect(counts.taken).toBe(counts.transitions);
    expect(counts.bothWays).toBe(counts.guards);
    expect(counts.sequences).toBeGreaterThan(counts.transitions);
  });

  test('are undecided where an arrow could not be taken, and it is named', () => {
    const verdict = check(login);
    expect(verdict.kind).toBe('undecided');
    expect(verdict.unexercised).toEqual([
      'in --> asking : logout [failed < limit] was always taken: [failed < limit] was not seen to fail',
      "in --> [*] : logout [else] / return 'blocked' was not taken",
    ]);
  });

  test('are the same where every configuration was looked at and an arrow cannot be taken; it is named', () => {
    const more = (machine: AnyStateMachine) => edited(machine, ['states', 'RED', 'on', 'next'], [{ guard: 'never', target: 'YELLOW' }, { target: 'GREEN' }]).provide({ guards: { never: () => false } } as never);
    const [red, ...others] = charts.trafficLight.states;
    const [next] = red!.transitions;
    const chart = { ...charts.trafficLight, states: [{ ...red!, transitions: [{ ...next!, target: 'YELLOW', guard: plainCode('never') }, { ...next!, guard: 'else' as const }] }, ...others] };
    expect(check({ ...trafficLight, chart, machine: more(hand.trafficLightMachine) })).toMatchObject({ kind: 'same', unexercised: [], impossible: ['RED --> YELLOW : next [never] was not taken'] });
    const open = { ...chart, alphabet: { ...chart.alphabet, open: true } };
    expect(check({ ...trafficLight, chart: open, machine: more(hand.trafficLightMachine) })).toMatchObject({ kind: 'undecided', unexercised: ['RED --> YELLOW : next [never] was not taken'] });
  });

  test('are checked to the same end each time', () => {
    expect(check(door)).toEqual(check(door));
  });

  test('are undecided, with the reason, where one of them could not be loaded', () => {
    expect(check(trafficLight, { generator: undefined, reasons: ['its module throws: Error: no database'] })).toMatchObject({ kind: 'undecided', reasons: ['its module throws: Error: no database'] });
  });

  test('are undecided where nothing was given to run', () => {
    expect(check(trafficLight, { machine: undefined })).toMatchObject({ kind: 'undecided', reasons: ['the XState machine was not given, so nothing was run'] });
  });

  test('are tried with the samples of their module; one that is no sample is said, and the rest used', () => {
    const samples = { login: { args: [1], events: [{ type: 'try', ok: false }], limits: [3], errors: 'none' } };
    const mine = { ...exports, samples };
    const verdict = check({ ...login, generator: function* () { yield 'asking'; return 'blocked'; } }, { exports: { generator: mine, machine: mine } });
    expect(verdict.reasons).toEqual(['samples.login has limits, which means nothing: it may have args, moreArgs, events and errors', 'samples.login.errors is no array']);
    expect(verdict.trace?.steps[0]?.input).toBe('start(0)');
  });

  test('touch nothing outside, and take nothing for it', () => {
    const verdict = check(door);
    expect(verdict.kind).toBe('same');
    const shown: unknown[] = [];
    const { log } = console;
    console.log = (...args) => void shown.push(args);
    try {
      const talks: Machine = function* () {
        console.log(yield 'RED');
        throw new Error(String(Math.random()));
      };
      expect(check({ ...trafficLight, generator: talks }).kind).toBe('different');
    } finally {
      console.log = log;
    }
    expect(shown).toEqual([]);
  });
});

describe('a machine that says nothing of what it yields, as people write them', () => {
  const plain = createMachine({ initial: 'RED', states: { RED: { on: { next: 'GREEN' } }, GREEN: { on: { next: 'YELLOW' } }, YELLOW: { on: { next: 'RED' } } } });

  test('is held against the generator by the names of its states', () => {
    expect(check({ ...trafficLight, machine: plain }, { guide: trafficLight.machine })).toMatchObject({ kind: 'same' });
    const wrong = edited(plain, ['states', 'GREEN', 'on', 'next'], 'RED');
    expect(end(check({ ...trafficLight, machine: wrong }, { guide: trafficLight.machine }))).toEqual(['different', "start() send('next') send('next')", "yields 'YELLOW'", 'yields undefined']);
  });
});

describe('a fault in the XState machine is found by running it, on the shortest trace', () => {
  test('a dropped transition', () => {
    expect(end(fault(trafficLight, edited(hand.trafficLightMachine, ['states', 'YELLOW', 'on', 'next'], undefined)))).toEqual([
      'different',
      "start() send('next') send('next') send('next')",
      "yields 'RED'",
      "yields 'YELLOW'",
    ]);
  });

  test('a wrong target', () => {
    expect(end(fault(trafficLight, edited(hand.trafficLightMachine, ['states', 'GREEN', 'on', 'next', 'target'], 'RED')))).toEqual(['different', "start() send('next') send('next')", "yields 'YELLOW'", "yields 'RED'"]);
  });

  test('a wrong guard', () => {
    const wrong = hand.loginMachine.provide({ guards: { '!event.ok && failed + 1 < limit': (({ context, event }: { context: { failed: number; limit: number }; event: { ok: boolean } }) => !event.ok && context.failed < context.limit) as never } });
    expect(end(fault(login, wrong))).toEqual(['different', "start(1) send({ type: 'try', ok: false })", "returns 'blocked'", "yields 'asking'"]);
  });

  test('a guard that throws', () => {
    const wrong = hand.runningAverageMachine.provide({ guards: { 'value === null': (() => { throw new TypeError('no'); }) as never } });
    expect(fault(runningAverage, wrong)).toMatchObject({ kind: 'different' });
  });

  test('a wrong action', () => {
    const wrong = hand.doorMachine.provide({ actions: { 'open()': (() => {}) as never } });
    expect(end(fault(door, wrong))).toEqual(['different', "start(function check, function open) send({ type: 'badge', id: 'a' })", "yields 'shut' check('a') → true open()", "yields 'shut' check('a') → true"]);
  });

  test('an action done twice, or in another order', () => {
    const twice = edited(hand.doorMachine, ['states', 'checked?', 'always', 0, 'actions'], ['open()', 'open()']);
    expect(fault(door, twice).kind).toBe('different');
    const early = edited(hand.doorMachine, ['states', 'shut', 'on', 'badge', 'actions'], ['open()', 'checked = check(event.id)']);
    expect(fault(door, early).kind).toBe('different');
  });

  test('a wrong context update, though it shows only later', () => {
    const wrong = hand.loginMachine.provide({ actions: { 'failed = 0': (() => {}) as never } });
    const [kind, inputs, generator, machine] = end(fault(login, wrong));
    expect([kind, generator, machine]).toEqual(['different', "yields 'asking'", "returns 'blocked'"]);
    // As many tries as fail before and after getting in, and the two that get in and out: for a limit of 2, one and one.
    expect(inputs).toBe("start(2) send({ type: 'try', ok: false }) send({ type: 'try', ok: true }) send({ type: 'logout' }) send({ type: 'try', ok: false })");
  });

  test('a wrong computed value', () => {
    const wrong = hand.runningAverageMachine.provide({ actions: { 'total += value, count += 1, average = total / count': assign(({ context, event }: never) => ({ average: ((context as { total: number }).total + (event as { value: number }).value) as number })) as never } });
    expect(fault(runningAverage, wrong).trace?.steps.length).toBe(3);
  });

  test('a wrong initial state', () => {
    expect(end(fault(trafficLight, edited(hand.trafficLightMachine, ['initial'], 'GREEN')))).toEqual(['different', 'start()', "yields 'RED'", "yields 'GREEN'"]);
  });

  test('a missing final', () => {
    expect(end(fault(runningAverage, edited(hand.runningAverageMachine, ['states', 'done', 'type'], undefined)))).toEqual(['different', 'start() send(null)', 'returns undefined', 'yields undefined']);
  });

  test('a wrong output', () => {
    expect(end(fault(login, edited(hand.loginMachine, ['states', 'blocked', 'output'], 'out')))).toEqual(['different', 'start(0)', "returns 'blocked'", "returns 'out'"]);
  });

  test('an error that is not caught, or caught by another arrow', () => {
    const lost = edited(hand.demoMachine, ['states', 'Middle', 'on', 'coroutine.throw'], undefined);
    expect(end(fault(demo, lost))).toEqual(['different', "start() send('a') throw(ValueError: thrown in)", "yields 'Caught ValueError!'", 'throws ValueError: thrown in']);
    const swallowed = edited(hand.demoMachine, ['on', 'coroutine.throw'], { target: '.End' });
    expect(fault(demo, swallowed).kind).toBe('different');
  });

  test('a return that does not end it', () => {
    expect(end(fault(trafficLight, edited(hand.trafficLightMachine, ['on', 'coroutine.return'], undefined)))).toEqual(['different', "start() return('returned early')", "returns 'returned early'", "yields 'RED'"]);
  });

  test('and the story tells both sides, step by step', () => {
    const wrong = edited(hand.trafficLightMachine, ['states', 'GREEN', 'on', 'next', 'target'], 'RED');
    expect(tell(fault(trafficLight, wrong)).join('\n').replace(/\d+ sequences, \d+ steps/, 'N sequences, N steps')).toBe(
      [
        'trafficLight: different',
        '  3 states, 3 of 3 transitions taken, N sequences, N steps',
        '  The generator and the XState machine part after 2 steps:',
        '    start()',
        "      both       yields 'RED'   in RED",
        "    send('next')   at machines/by-hand.ts:3:1",
        "      both       yields 'GREEN'   in GREEN",
        "  ≠ send('next')   at machines/by-hand.ts:3:1",
        "      generator  yields 'YELLOW'",
        "      machine    yields 'RED'   in RED",
      ].join('\n'),
    );
  });
});
