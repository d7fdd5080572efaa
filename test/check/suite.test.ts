/** Whether the suite alone, without a look at the structure, tells a machine from every one that is off by one place. */
import type { AnyStateMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { compareBehaviour } from '../../src/check/drive/behaviour.ts';
import { type World, createRecorders, replaceGlobals } from '../../src/check/index.ts';
import { suiteFor } from '../../src/check/suite/suite.ts';
import * as charts from '../charts.ts';
import * as hand from './by-hand.ts';
import { edited, targetsIn } from './machine-config.ts';

const subjects = [
  ['trafficLight', charts.trafficLight, hand.trafficLight, hand.trafficLightMachine],
  ['runningAverage', charts.runningAverage, hand.runningAverage, hand.runningAverageMachine],
  ['demo', charts.demo, hand.demo, hand.demoMachine],
  ['door', charts.door, hand.door, hand.doorMachine],
] as const;

function* mutants(machine: AnyStateMachine): Generator<readonly [what: string, mutant: AnyStateMachine]> {
  for (const { path, state, target } of targetsIn(machine)) {
    for (const key of Object.keys(machine.config.states as object)) if (key !== target) yield [`${state} --> ${target}, now ${key}`, edited(machine, path, key)];
    yield [`${state} --> ${target}, dropped`, edited(machine, path.slice(0, -1), undefined)];
  }
  const guards = machine.implementations.guards as Readonly<Record<string, (...args: unknown[]) => boolean>>;
  for (const [name, guard] of Object.entries(guards)) yield [`[${name}] negated`, machine.provide({ guards: { [name]: (...args: unknown[]) => !guard(...args) } } as never)];
  for (const name of Object.keys(machine.implementations.actions)) yield [`${name} left out`, machine.provide({ actions: { [name]: () => {} } } as never)];
}

describe('the suite of', () => {
  test.each(subjects)('%s tells it from every mutant of one place', (_, chart, generator, machine) => {
    const recorders = createRecorders(replaceGlobals);
    const world: World = { recorders, exports: { ValueError: hand.ValueError } };
    const survivors = recorders.during(() => {
      const { sequences } = suiteFor(chart, machine, hand.bridge, world);
      return [...mutants(machine)].flatMap(([what, mutant]) => (compareBehaviour({ chart, generator, machine: mutant, bridge: hand.bridge, worlds: { generator: world, machine: world } }, sequences).trace ? [] : [what]));
    });
    expect(survivors).toEqual([]);
  });

  test('a machine is without repetition: no sequence is the beginning of another', () => {
    const recorders = createRecorders(replaceGlobals);
    const { sequences } = recorders.during(() => suiteFor(charts.door, hand.doorMachine, hand.bridge, { recorders, exports: {} }));
    for (const one of sequences) {
      const goneOn = sequences.some((other) => other !== one && other.start === one.start && other.steps.length > one.steps.length && one.steps.every((step, index) => step === other.steps[index]));
      expect(goneOn).toBe(false);
    }
  });
});
