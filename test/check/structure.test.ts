import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainCode, codeText } from '../../src/chart/code.ts';
import type { Chart, State, Transition } from '../../src/chart/chart.ts';
import { actionsLabel } from '../../src/chart/label.ts';
import { compareCharts } from '../../src/check/structure/structure.ts';
import { all, demo, door, login, runningAverage, trafficLight } from '../charts.ts';

const names = { a: 'chart', b: 'other' };
const kinds = (a: Chart, b: Chart) => compareCharts(a, b, names).map((difference) => difference.kind);

/** As a reader gives it who has only the picture: no types, no writes, code as text, other ids for what has no name. */
function seen(chart: Chart): Chart {
  const ids = new Map(chart.states.map((state, index) => [state.id, state.kind === 'atomic' ? state.id : state.kind === 'final' ? '[*]' : `c${index}`]));
  const look = (transition: Transition): Transition => ({
    ...transition,
    guard: transition.guard && transition.guard !== 'else' ? plainCode(codeText(transition.guard)) : transition.guard,
    actions: transition.actions.length === 0 ? [] : [{ name: actionsLabel({ ...transition, returns: undefined, throws: undefined }), statements: [], writes: [], mutates: [], effect: false }],
    target: transition.target === undefined ? undefined : ids.get(transition.target),
    places: [],
  });
  const states = chart.states.map((state): State => ({ kind: state.kind, id: ids.get(state.id)!, places: [], transitions: state.transitions.map(look) }));
  const end: State[] = chart.states.some((state) => state.kind === 'final') ? [{ kind: 'final', id: '[*]', places: [], transitions: [] }] : [];
  return { ...chart, parameters: [], context: [], initial: look(chart.initial), states: [...states.filter((state) => state.kind !== 'final'), ...end] };
}

/** The chart with one transition (the start among them) put another way; nothing, where it is to go. */
function changed(chart: Chart, place: { state: number; index: number }, change: (transition: Transition) => Transition | undefined): Chart {
  if (place.state < 0) return { ...chart, initial: change(chart.initial)! };
  return {
    ...chart,
    states: chart.states.map((state, at) => (at !== place.state ? state : { ...state, transitions: state.transitions.flatMap((transition, index) => (index === place.index ? (change(transition) ?? []) : [transition])) })),
  };
}

const places = (chart: Chart) => chart.states.flatMap((state, at) => state.transitions.map((transition, index) => ({ state: at, index, transition })));

describe('a chart is the same as', () => {
  test.each(all.map((chart) => [chart.name, chart] as const))('itself: %s', (_, chart) => {
    expect(compareCharts(chart, chart, names)).toEqual([]);
  });

  test.each(all.map((chart) => [chart.name, chart] as const))('what a picture of it shows, ids and types forgotten: %s', (_, chart) => {
    expect(compareCharts(chart, seen(chart), names)).toEqual([]);
    expect(compareCharts(seen(chart), chart, names)).toEqual([]);
  });

  test('itself in any order of states and arrows, as long as an [else] says so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chart, stream) => {
        const shuffle = <T>(list: readonly T[]): T[] => list.map((item) => [stream.next().value as number, item] as const).sort(([x], [y]) => x - y).map(([, item]) => item);
        const other = { ...chart, states: shuffle(chart.states).map((state) => ({ ...state, transitions: shuffle(state.transitions) })) };
        expect(compareCharts(chart, other, names)).toEqual([]);
      }),
    );
  });

  test('itself with its [else] left unguarded and last, as XState has it', () => {
    const other = { ...login, states: login.states.map((state) => ({ ...state, transitions: state.transitions.map((transition) => (transition.guard === 'else' ? { ...transition, guard: undefined } : transition)) })) };
    expect(compareCharts(login, other, names)).toEqual([]);
  });

  test('itself with a transition that stays drawn as an arrow to its own state', () => {
    const other = changed(runningAverage, { state: 0, index: 1 }, (transition) => ({ ...transition, target: undefined }));
    expect(compareCharts(runningAverage, other, names)).toEqual([]);
  });

  test('itself with its bare value unnamed, as XState sends it', () => {
    const other = { ...runningAverage, states: runningAverage.states.map((state) => ({ ...state, transitions: state.transitions.map((transition) => ({ ...transition, trigger: { kind: 'value' as const, name: '' } })) })) };
    expect(compareCharts(runningAverage, other, names)).toEqual([]);
  });

  test('itself with one choice drawn as two that ask the same', () => {
    const copy = { ...door.states[1]!, id: 'again' };
    const other = changed({ ...door, states: [...door.states, copy] }, { state: 1, index: 0 }, (transition) => transition);
    const split = changed(other, { state: 0, index: 0 }, (transition) => ({ ...transition, target: 'again' }));
    expect(kinds(door, split)).toEqual(['state-unexpected']);
    expect(kinds(door, { ...split, states: split.states.filter((state) => state.id !== 'checked?') })).toEqual([]);
  });
});

describe('breaking any one arrow is found, and named', () => {
  const cases = all.flatMap((chart) => places(chart).map((place) => [chart, place] as const));
  const named = (chart: Chart, other: Chart, from: string) => {
    const found = compareCharts(chart, other, names);
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((difference) => difference.state === from)).toBe(true);
    return found;
  };

  test('deleted', () => {
    for (const [chart, place] of cases) {
      const found = named(chart, changed(seen(chart), visible(chart, place), () => undefined), chart.states[place.state]!.id);
      expect(found[0]).toMatchObject({ kind: 'transition-missing' });
    }
  });

  test('added', () => {
    for (const [chart, place] of cases) {
      const found = named(changed(chart, place, () => undefined), chart, chart.states[place.state]!.id);
      expect(found.map((difference) => difference.kind)).toContain('transition-unexpected');
    }
  });

  test('led to any other state', () => {
    for (const [chart, place] of cases) {
      const picture = seen(chart);
      const at = visible(chart, place);
      const before = picture.states[at.state]!.transitions[at.index]!;
      for (const { id } of picture.states) {
        if (id === (before.throws ? '[*]' : (before.target ?? picture.states[at.state]!.id))) continue;
        const found = named(chart, changed(picture, at, (transition) => ({ ...transition, target: id, throws: undefined })), chart.states[place.state]!.id);
        expect(found.map((difference) => difference.arrow?.split(' --> ')[0])).toContain(chart.states[place.state]!.id);
      }
    }
  });

  test('given another condition, other words, another event', () => {
    for (const [chart, place] of cases) {
      const at = visible(chart, place);
      const from = chart.states[place.state]!.id;
      named(chart, changed(seen(chart), at, (transition) => ({ ...transition, guard: plainCode('perhaps') })), from);
      named(chart, changed(seen(chart), at, (transition) => ({ ...transition, actions: [{ name: 'else()', statements: [], writes: [], mutates: [], effect: true }] })), from);
      named(chart, changed(seen(chart), at, (transition) => ({ ...transition, trigger: { kind: 'event', type: 'other' } })), from);
    }
  });

  test('in the start', () => {
    for (const chart of all) {
      for (const { id } of chart.states) {
        if (id === chart.initial.target) continue;
        expect(kinds(chart, changed(chart, { state: -1, index: 0 }, (transition) => ({ ...transition, target: id })))).toContain('initial');
      }
    }
  });
});

describe('what is said', () => {
  test('of a wrong target names the arrow, both ends and both places', () => {
    const other = changed(trafficLight, { state: 1, index: 0 }, (transition) => ({ ...transition, target: 'RED', places: [{ file: 'light.mmd', line: 4, column: 1 }] }));
    expect(compareCharts(trafficLight, other, { a: 'chart', b: 'light.mmd' })).toEqual([
      {
        kind: 'target',
        message: 'GREEN --> YELLOW : next: in chart it leads to YELLOW, in light.mmd RED.',
        state: 'GREEN',
        arrow: 'GREEN --> YELLOW : next',
        expected: 'YELLOW',
        actual: 'RED',
        places: { a: [{ file: 'machines/by-hand.ts', line: 9, column: 1 }], b: [{ file: 'light.mmd', line: 4, column: 1 }] },
      },
    ]);
  });

  test('of a lost final says that the arrow no longer ends', () => {
    const other = { ...runningAverage, states: runningAverage.states.map((state): State => (state.kind === 'final' ? { ...state, kind: 'atomic' } : state)) };
    expect(compareCharts(runningAverage, other, names).map((difference) => difference.message)).toEqual([
      'other has a state done; chart has not.',
      'waiting --> [*] : value [value === null]: in chart it leads to the end (done), in other done.',
    ]);
  });

  test('of an unguarded candidate before the others says that it hides them', () => {
    const other = { ...login, states: login.states.map((state) => ({ ...state, transitions: state.transitions.map((transition) => (transition.guard === 'else' ? { ...transition, guard: undefined } : transition)).reverse() })) };
    expect(kinds(login, other)).toEqual(['guard', 'guard', 'guard']);
  });

  test('of a state nothing leads to, that only one has it', () => {
    const idle: State = { kind: 'atomic', id: 'idle', places: [], transitions: [] };
    expect(compareCharts(demo, { ...demo, states: [...demo.states, idle] }, names).map((difference) => difference.message)).toEqual(['other has a state idle; chart has not.']);
  });

  test('of an arrow into nowhere, where it points', () => {
    const other = changed(trafficLight, { state: 0, index: 0 }, (transition) => ({ ...transition, target: 'BLUE' }));
    expect(kinds(trafficLight, other)).toEqual(['target', 'target-unknown']);
  });

  test('of another returned value, that the arrow does another thing', () => {
    const other = changed(login, { state: 1, index: 2 }, (transition) => ({ ...transition, returns: plainCode("'gone'") }));
    const bare = { ...other, states: other.states.map((state) => (state.kind === 'final' ? { ...state, value: undefined } : state)) };
    expect(kinds(login, bare)).toEqual(['actions']);
  });
});

/** Where in the picture (its finals gathered into one) a transition of the chart is. */
function visible(chart: Chart, place: { state: number; index: number }): { state: number; index: number } {
  return { state: chart.states.slice(0, place.state).filter((state) => state.kind !== 'final').length, index: place.index };
}
