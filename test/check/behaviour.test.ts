import type { AnyStateMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { type Machine, type Verdict, checkMachine, countsText, tell } from '../../src/check/index.ts';
import type { Chart } from '../../src/chart/chart.ts';
import * as charts from '../charts.ts';
import * as hand from './by-hand.ts';

const machines: readonly (readonly [Chart, Machine, AnyStateMachine])[] = [
  [charts.trafficLight, hand.trafficLight, hand.trafficLightMachine],
  [charts.runningAverage, hand.runningAverage, hand.runningAverageMachine],
  [charts.login, hand.login, hand.loginMachine],
  [charts.demo, hand.demo, hand.demoMachine],
  [charts.door, hand.door, hand.doorMachine],
];

const exports = { ValueError: hand.ValueError };
const check = (chart: Chart, generator: Machine, machine: AnyStateMachine, guide?: AnyStateMachine): Verdict => checkMachine({ chart, generator, machine, guide, bridge: hand.bridge, exports: { generator: exports, machine: exports } });

describe('a generator and the machine that says the same', () => {
  test.each(machines.map(([chart, generator, machine]) => [chart.name, chart, generator, machine] as const))('are the same, everything exercised: %s', (_, chart, generator, machine) => {
    const verdict = check(chart, generator, machine);
    console.log(tell(verdict).join('\n'));
    expect({ ...verdict, counts: undefined }).toEqual({ machine: chart.name, kind: 'same', counts: undefined, differences: [], unexercised: [], reasons: [] });
    expect(verdict.counts.taken).toBe(verdict.counts.transitions);
    expect(countsText(verdict.counts)).toContain('taken');
  });
});
