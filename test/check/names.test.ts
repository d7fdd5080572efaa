import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { type Verdict, checkMachine } from '../../src/check/index.ts';
import { fold } from '../../src/check/names.ts';
import * as charts from '../charts.ts';
import * as hand from './by-hand.ts';

/** The traffic light, by other names. */
function light(names: readonly [red: string, green: string, yellow: string], event = 'next') {
  const [red, green, yellow] = names;
  return createMachine({ initial: red, states: { [red]: { on: { [event]: green } }, [green]: { on: { [event]: yellow } }, [yellow]: { on: { [event]: red } } } });
}

function check(machine: ReturnType<typeof light>, rest: object = {}): Verdict {
  return checkMachine({ chart: charts.trafficLight, generator: hand.trafficLight, machine, guide: hand.trafficLightMachine, bridge: hand.bridge, ...rest });
}

describe('names', () => {
  test('are one but for case and separators', () => {
    expect(['Signed out', 'signedOut', 'SIGNED_OUT', 'signed-out'].map(fold)).toEqual(Array(4).fill('signedout'));
    expect(fold('→')).toBe('→');
    expect(check(light(['Red', 'green', 'yellow'], 'NEXT'))).toMatchObject({ kind: 'same', names: [] });
  });

  test('that are alike are never taken for others: colours that were swapped are seen', () => {
    expect(check(light(['red', 'yellow', 'green']))).toMatchObject({ kind: 'different', names: [] });
  });

  test('that are not alike are shown, and hold once somebody says so', () => {
    const machine = light(['stop', 'go', 'yellow'], 'push');
    const pairs = [{ generator: 'next', machine: 'push' }, { generator: 'RED', machine: 'stop' }, { generator: 'GREEN', machine: 'go' }];
    expect(check(machine)).toMatchObject({ kind: 'undecided', names: pairs, reasons: ['the two only do the same where these names are one: next = push, RED = stop, GREEN = go'] });
    expect(check(machine, { acceptNames: true })).toMatchObject({ kind: 'same', names: pairs });
    expect(check(machine, { map: { RED: 'stop', GREEN: 'go', next: 'push' } })).toMatchObject({ kind: 'same', names: [] });
    expect(check(machine, { map: { RED: 'go', GREEN: 'stop', next: 'push' } })).toMatchObject({ kind: 'different' });
  });

  test('of nested states are their last step, where no other state is called so', () => {
    const machine = createMachine({
      initial: 'halt',
      states: {
        halt: { initial: 'red', states: { red: { on: { next: '#moving.green' } } } },
        moving: { id: 'moving', initial: 'green', states: { green: { on: { next: 'yellow' } }, yellow: { on: { next: '#machine.halt' } } } },
      },
      id: 'machine',
    });
    expect(check(machine as never)).toMatchObject({ kind: 'same', names: [] });
  });
});

describe('what only the machine does', () => {
  test('is a difference where it leads elsewhere', () => {
    const machine = createMachine({ initial: 'RED', states: { RED: { on: { next: 'GREEN', reset: 'YELLOW' } }, GREEN: { on: { next: 'YELLOW' } }, YELLOW: { on: { next: 'RED' } } } });
    expect(check(machine as never)).toMatchObject({ kind: 'different' });
  });

  test('is said where no run takes it', () => {
    const machine = createMachine({ initial: 'RED', states: { RED: { on: { next: 'GREEN' } }, GREEN: { on: { next: 'YELLOW' } }, YELLOW: { on: { next: [{ target: 'RED', guard: () => true }, { target: 'GREEN' }] } } } });
    expect(check(machine as never)).toMatchObject({ kind: 'undecided', reasons: ["the machine's own YELLOW : next was not taken"] });
  });
});
