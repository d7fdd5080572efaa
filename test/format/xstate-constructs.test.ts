/** Every construct of XState, as people write it, and the chart that it is read as. */
/* oxlint-disable no-explicit-any -- the functions of a config are only read, never run */
import { and, assign, cancel, createMachine, emit, enqueueActions, fromPromise, log, not, or, raise, sendParent, sendTo, setup, spawnChild, stateIn, stopChild } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Action, Chart, State, Transition } from '../../src/chart/chart.ts';
import { codeText } from '../../src/chart/code.ts';
import { constantText, transitionLabel } from '../../src/chart/label.ts';
import { toXStateJson } from '../../src/format/xstate/write/json.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';

/** The chart as a person would write it down: a line for each state and each transition. */
function sketch(chart: Chart): readonly string[] {
  return [`-> ${way(chart.initial)}`, ...chart.states.flatMap((state) => [stateLine(state), ...state.transitions.map((transition) => `  ${way(transition)}`)])];
}

function stateLine(state: State): string {
  const { kind, id, parent, initial, depth, entry, exit, actors, tags, value } = state;
  const names = (actions: readonly Action[]): string => actions.map(({ name }) => name).join(', ');
  return [
    `${depth ? `${depth} ` : ''}${kind} ${id}`,
    ...(parent === undefined ? [] : [`in ${parent}`]),
    ...(initial ? [`begins ${way(initial)}`] : []),
    ...(entry ? [`entry ${names(entry)}`] : []),
    ...(exit ? [`exit ${names(exit)}`] : []),
    ...(actors ?? []).map((actor) => `runs ${actor.source} as ${actor.id}${actor.input ? ` given ${codeText(actor.input)}` : ''}`),
    ...(tags ? [`tagged ${tags.join(', ')}`] : []),
    ...(value ? [`says ${value.kind === 'constant' ? constantText(value.constant) : codeText(value.code)}`] : []),
  ].join('; ');
}

function way(transition: Transition): string {
  const { target, also = [], reenter, trigger } = transition;
  const internal = trigger.kind === 'any' && trigger.internal ? 'internal ' : '';
  return `${internal}${transitionLabel(transition)} -> ${target === undefined ? '(stays)' : [target, ...also].join(' + ')}${reenter ? ' anew' : ''}`.trim();
}

const read = (config: object) => fromXState(createMachine(config as never));

const constructs: readonly (readonly [title: string, config: object, expected: readonly string[]])[] = [
  ['a machine without states is one state', { id: 'm', on: { go: { actions: 'beep' } } }, ['-> -> m', 'atomic m', '  go / beep -> (stays)']],
  ['nested states have paths for ids, and begin somewhere', { id: 'm', initial: 'a', states: { a: { initial: 'x', states: { x: { on: { go: 'y' } }, y: {} }, on: { out: 'b' } }, b: {} } },
    ['-> -> a', 'compound a; begins -> a.x', '  out -> b', 'atomic a.x; in a', '  go -> a.y', 'atomic a.y; in a', 'atomic b']],
  ['an initial transition does something', { id: 'm', initial: { target: 'a', actions: 'first' }, states: { a: { initial: { target: 'x', actions: ['second', { type: 'third', params: { n: 1 } }] }, states: { x: {} } } } },
    ['-> / first -> a', 'compound a; begins / second, third({"n":1}) -> a.x', 'atomic a.x; in a']],
  ['regions', { id: 'm', initial: 'p', states: { p: { type: 'parallel', states: { x: { initial: 'off', states: { off: { on: { go: 'on' } }, on: {} } }, y: {} } } } },
    ['-> -> p', 'parallel p', 'compound p.x; in p; begins -> p.x.off', 'atomic p.x.off; in p.x', '  go -> p.x.on', 'atomic p.x.on; in p.x', 'atomic p.y; in p']],
  ['all forms of targets', { id: 'm', initial: 'a', states: {
    a: { id: 'first', initial: 'x', on: { 1: 'b', 2: 'b.z', 3: '.y', 4: '#second', 5: '#m.b.z', 6: '#first.y', 7: '#second.z', 8: 'a', 9: 'a.y' }, states: { x: {}, y: { on: { up: '#m.a', far: '#m.b' } } } },
    b: { id: 'second', initial: 'z', states: { z: {} } },
  } }, ['-> -> a', 'compound a; begins -> a.x', '  1 -> b', '  2 -> b.z', '  3 -> a.y', '  4 -> b', '  5 -> b.z', '  6 -> a.y', '  7 -> b.z', '  8 -> a', '  9 -> a.y', 'atomic a.x; in a', 'atomic a.y; in a', '  up -> a', '  far -> b', 'compound b; begins -> b.z', 'atomic b.z; in b']],
  ['keys with dots, and keys that a path could be mistaken for', { id: 'm', initial: 'a', states: { 'a.b': { id: 'dotted' }, a: { initial: 'b', states: { b: { on: { go: '#m.a\\.b', on: '#m.3\\.5' } } } }, '3.5': {} } },
    ['-> -> a', 'atomic a.b', 'compound a; begins -> a.b 2', 'atomic a.b 2; in a', '  go -> a.b', '  on -> 3.5', 'atomic 3.5']],
  ['histories: shallow, deep, and where they lead at first', { id: 'm', initial: 'a', states: { a: { initial: 'x', states: { x: { initial: 'q', states: { q: {}, r: {} } }, y: {}, h: { type: 'history' }, i: { history: 'deep', target: 'x.r' }, j: { history: true, target: '#m.a.y' } } }, b: { on: { back: 'a.h', deep: 'a.i' } } } },
    ['-> -> a', 'compound a; begins -> a.x', 'compound a.x; in a; begins -> a.x.q', 'atomic a.x.q; in a.x', 'atomic a.x.r; in a.x', 'atomic a.y; in a', 'shallow history a.h; in a', 'deep history a.i; in a', '  -> a.x.r', 'shallow history a.j; in a', '  -> a.y', 'atomic b', '  back -> a.h', '  deep -> a.i']],
  ['a history at the top makes the root a state', { id: 'm', initial: 'a', states: { a: {}, h: { type: 'history' } } }, ['-> -> m', 'compound m; begins -> m.a', 'atomic m.a; in m', 'shallow history m.h; in m']],
  ['`always`, alone and beside others', { id: 'm', initial: 'a', states: { a: { always: [{ guard: 'g', target: 'b' }, 'c'] }, b: { on: { go: 'c' }, always: { guard: 'h', target: 'a', actions: 'beep' } }, c: { entry: 'e', always: { guard: 'h', target: 'a' } } } },
    ['-> -> a', 'choice a', '  [g] -> b', '  [else] -> c', 'atomic b', '  go -> c', '  [h] / beep -> a', 'atomic c; entry e', '  [h] -> a']],
  ['delays: numbers and names, several candidates', { id: 'm', initial: 'a', states: { a: { after: { 1000: 'b', SOON: [{ guard: 'g', target: 'b' }, { actions: 'beep' }], 500: { target: 'a', reenter: true } } }, b: {} } },
    ['-> -> a', 'atomic a', '  after 500 -> a anew', '  after 1000 -> b', '  after SOON [g] -> b', '  after SOON [else] / beep -> (stays)', 'atomic b']],
  ['what is injected for a delay is no entry and no exit', { id: 'm', initial: 'a', states: { a: { entry: 'e', exit: ['x', 'y'], after: { 10: 'b' } }, b: {} } }, ['-> -> a', 'atomic a; entry e; exit x, y', '  after 10 -> b', 'atomic b']],
  ['actors, by name, with what they are given and what they tell', { id: 'm', initial: 'a', states: { a: { invoke: [{ src: 'load', id: 'loader', input: { of: 1 }, onDone: { target: 'b', actions: 'keep' }, onError: [{ guard: 'again', target: 'a', reenter: true }, { target: 'b' }], onSnapshot: { actions: 'show' } }, { src: 'watch', input: ({ context }: never) => context }] }, b: {} } },
    ['-> -> a', 'atomic a; runs load as loader given {"of":1}; runs watch as 1.m.a given ({ context }) => context', '  done loader / keep -> b', '  error loader [again] -> a anew', '  error loader [else] -> b', '  snapshot loader / show -> (stays)', 'atomic b']],
  ['actors without a name', { id: 'm', initial: 'a', states: { a: { invoke: { src: fromPromise(async () => 1), onDone: 'b' } }, b: { invoke: { src: createMachine({ id: 'child' }), id: 'c' } } } },
    ['-> -> a', 'atomic a; runs actor 1 of a as 0.m.a', '  done 0.m.a -> b', 'atomic b; runs child as c']],
  ['what tells of an actor that was spawned', { id: 'm', initial: 'a', states: { a: { entry: spawnChild('load', { id: 'x' }), on: { 'xstate.done.actor.x': 'b' } }, b: {} } }, ["-> -> a", "atomic a; entry spawnChild('load', 'x')", '  done x -> b', 'atomic b']],
  ['`onDone` of states and of regions', { id: 'm', initial: 'a', states: { a: { initial: 'x', states: { x: { on: { go: 'f' } }, f: { type: 'final', output: 3 } }, onDone: { target: 'p', actions: 'keep' } }, p: { type: 'parallel', onDone: 'a', states: { q: { initial: 'f', states: { f: { type: 'final' } } } } } } },
    ['-> -> a', 'compound a; begins -> a.x', '  done / keep -> p', 'atomic a.x; in a', '  go -> a.f', 'final a.f; in a; says 3', 'parallel p', '  done -> a', 'compound p.q; in p; begins -> p.q.f', 'final p.q.f; in p.q']],
  ['outputs: constants, values and functions', { id: 'm', initial: 'a', output: ({ event }: { event: { output: unknown } }) => event.output, states: { a: { initial: 'x', on: { 1: 'one', 2: 'two', 3: 'three' }, states: { x: { type: 'final', output: ({ context }: never) => context } } }, one: { type: 'final', output: 'won' }, two: { type: 'final', output: { n: 1 } }, three: { type: 'final', output: ({ context }: never) => context } } },
    ['-> -> a', 'compound a; begins -> a.x', "  1 / return 'won' -> one", '  2 / return {"n":1} -> two', '  3 / return ({ context }) => context -> three', 'final a.x; in a; says ({ context }) => context', "final one; says 'won'", 'final two', 'final three']],
  ['an output of the root counts, whatever the final state says', { id: 'm', initial: 'a', output: { n: 1 }, states: { a: { on: { go: 'f' } }, f: { type: 'final' } } }, ['-> -> a', 'atomic a', '  go / return {"n":1} -> f', 'final f']],
  ['wildcards take what is left over, and what all conditions refuse', { id: 'm', initial: 'a', states: { a: { on: { go: { guard: 'g', target: 'b' }, stop: 'b', '*': [{ guard: 'h', target: 'c' }, { actions: 'beep' }] } }, b: {}, c: {} } },
    ['-> -> a', 'atomic a', '  go [g] -> b', '  go [h] -> c', '  go [else] / beep -> (stays)', '  stop -> b', '  any [h] -> c', '  any [else] / beep -> (stays)', 'atomic b', 'atomic c']],
  ['partial wildcards, the longest first', { id: 'm', initial: 'a', states: { a: { on: { '*': 'd', 'mouse.*': 'c', 'mouse.down.*': { guard: 'g', target: 'b' }, 'mouse.down.left': { guard: 'h', target: 'b' } } }, b: {}, c: {}, d: {} } },
    ['-> -> a', 'atomic a', '  any -> d', '  mouse.* -> c', '  mouse.down.* [g] -> b', '  mouse.down.* [else] -> c', '  mouse.down.left [h] -> b', '  mouse.down.left [g] -> b', '  mouse.down.left [else] -> c', 'atomic b', 'atomic c', 'atomic d']],
  ['a wildcard takes what the machine tells itself', { id: 'm', initial: 'a', states: { a: { initial: 'f', states: { f: { type: 'final' } }, on: { '*': 'b' } }, b: {} } }, ['-> -> a', 'compound a; begins -> a.f', '  internal any -> b', 'final a.f; in a', 'atomic b']],
  ['what is forbidden is said where something wider would take it', { id: 'm', initial: 'a', states: { a: { initial: 'x', on: { go: 'b', 'key.*': 'b' }, states: { x: { on: { go: undefined, 'key.up': {}, other: {} } }, y: { on: { '*': { actions: 'beep' }, go: [{}] } } } }, b: { on: { go: undefined } } } },
    ['-> -> a', 'compound a; begins -> a.x', '  go -> b', '  key.* -> b', 'atomic a.x; in a', '  go -> (stays)', '  key.up -> (stays)', 'atomic a.y; in a', '  any but go / beep -> (stays)', 'atomic b']],
  ['an empty list forbids nothing', { id: 'm', initial: 'a', states: { a: { initial: 'x', on: { go: 'b' }, states: { x: { on: { go: [] } } } }, b: {} } }, ['-> -> a', 'compound a; begins -> a.x', '  go -> b', 'atomic a.x; in a', 'atomic b']],
  ['several targets, and a list of targets that are candidates', { id: 'm', initial: 'p', states: { p: { type: 'parallel', states: { l: { initial: 'l1', states: { l1: {}, l2: {} } }, r: { initial: 'r1', states: { r1: {}, r2: {} } } } }, a: { on: { go: { target: ['p.l.l2', '#m.p.r.r2'] }, or: ['p', 'a'] } } } },
    ['-> -> p', 'parallel p', 'compound p.l; in p; begins -> p.l.l1', 'atomic p.l.l1; in p.l', 'atomic p.l.l2; in p.l', 'compound p.r; in p; begins -> p.r.r1', 'atomic p.r.r1; in p.r', 'atomic p.r.r2; in p.r', 'atomic a', '  go -> p.l.l2 + p.r.r2', '  or -> p', '  or -> a']],
  ['transitions that enter their state anew, and those that do not', { id: 'm', initial: 'a', states: { a: { initial: 'x', on: { self: 'a', anew: { target: 'a', reenter: true }, into: { target: '.x', reenter: true }, stay: { reenter: true, actions: 'beep' } }, states: { x: {} } } } },
    ['-> -> a', 'compound a; begins -> a.x', '  self -> a', '  anew -> a anew', '  into -> a.x anew', '  stay / beep -> (stays)', 'atomic a.x; in a']],
  ['tags', { id: 'm', initial: 'a', states: { a: { tags: 'busy' }, b: { tags: ['busy', 'shown'] } } }, ['-> -> a', 'atomic a; tagged busy', 'atomic b; tagged busy, shown']],
  ['a root with transitions is a state that contains the others, and its end leads to an end', { id: 'm', initial: 'a', on: { reset: { target: '.a', reenter: true }, again: '#m', log: { actions: 'log' } }, states: { a: { on: { go: 'f' } }, f: { type: 'final' } } },
    ['-> -> m', 'compound m; begins -> m.a', '  reset -> m.a anew', '  again -> m', '  log / log -> (stays)', '  done -> done', 'atomic m.a; in m', '  go -> m.f', 'final m.f; in m', 'final done']],
  ['a root that is parallel ends when all its regions have', { id: 'm', type: 'parallel', entry: 'start', states: { x: { initial: 'f', states: { f: { type: 'final' } } }, y: { initial: 'on', states: { on: { on: { go: 'off' } }, off: { type: 'final' } } } } },
    ['-> -> m', 'parallel m; entry start', '  done -> done', 'compound m.x; in m; begins -> m.x.f', 'final m.x.f; in m.x', 'compound m.y; in m; begins -> m.y.on', 'atomic m.y.on; in m.y', '  go -> m.y.off', 'final m.y.off; in m.y', 'final done']],
  ['a root with an `always`, a delay, an actor', { id: 'm', initial: 'a', always: { guard: 'late', target: '.b' }, after: { 10: '.b' }, invoke: { src: 'watch', id: 'w', onError: '.b' }, states: { a: {}, b: {} } },
    ['-> -> m', 'compound m; begins -> m.a; runs watch as w', '  error w -> m.b', '  after 10 -> m.b', '  [late] -> m.b', 'atomic m.a; in m', 'atomic m.b; in m']],
  ['guards: names, parameters, combinations, states', { id: 'm', initial: 'a', states: { a: { on: { 1: { guard: 'g', target: 'b' }, 2: { guard: { type: 'g', params: { n: 1 } }, target: 'b' }, 3: { guard: and(['g', not('h')]), target: 'b' }, 4: { guard: and([or(['g', 'h']), not(and(['g', 'h']))]), target: 'b' }, 5: { guard: stateIn({ p: { x: 'on' } }), target: 'b' }, 6: { guard: stateIn('#m.p.x'), target: 'b' }, 7: { guard: not(stateIn('a')), target: 'b' }, 8: { guard: stateIn('nowhere'), target: 'b' } } }, b: {}, p: { type: 'parallel', states: { x: { initial: 'on', states: { on: {} } } } } } },
    ['-> -> a', 'atomic a', '  1 [g] -> b', '  2 [g({"n":1})] -> b', '  3 [g && !h] -> b', '  4 [(g || h) && !(g && h)] -> b', "  5 [in 'p.x.on'] -> b", "  6 [in 'p.x'] -> b", "  7 [!(in 'a')] -> b", '  8 [in "nowhere"] -> b', 'atomic b', 'parallel p', 'compound p.x; in p; begins -> p.x.on', 'atomic p.x.on; in p.x']],
  ['functions: by their name, their source, or where they stand', { id: 'm', initial: 'a', states: { a: { entry: () => { one(); two(); }, on: { go: [{ guard: isReady, target: 'a' }, { guard: ({ context }: any) => context.n > 1, target: 'a' }, { guard: ({ context }: any) => { const n = context.n; return n > 2; }, target: 'a' }, { guard: ({ context }: any) => { const n = context.n; return n > 3; }, actions: [beep, () => one(), ({ event }: any) => { one(); two(event); }] }] } } } },
    ['-> -> a', 'atomic a; entry action 1 of entry of a', '  go [isReady] -> a', '  go [({ context }) => context.n > 1] -> a', '  go [guard 1 of a.go] -> a', '  go [guard 2 of a.go] / beep, () => one(), action 1 of a.go -> (stays)']],
  ['built-in actions', { id: 'm', initial: 'a', states: { a: { on: {
    1: { actions: assign({ n: 1, m: ({ context }: any) => context.m + 1, k: () => 'x' }) },
    2: { actions: [raise({ type: 'x' }), raise({ type: 'x' }, { delay: 10, id: 'later' }), raise({ type: 'y', n: 1 } as never), raise(({ context }: any) => ({ type: 'z', n: context.n }) as never, { delay: 'SOON' as never })] },
    3: { actions: [sendTo('child', { type: 'x' }), sendTo(({ context }: any) => context.ref, ({ event }: any) => event), sendParent({ type: 'x' })] },
    4: { actions: [emit({ type: 'x' }), log('hello'), log(({ context }: any) => context.n), cancel('later'), spawnChild('load', { id: 'l' }), stopChild('l')] },
    5: { actions: enqueueActions(({ enqueue }: any) => { enqueue('beep'); enqueue('save'); }) },
    6: { actions: assign(({ context }: any) => ({ n: context.n + 1 })) },
  } } } },
    ['-> -> a', 'atomic a', "  1 / n = 1, m = context.m + 1, k = 'x' -> (stays)", `  2 / raise('x'), raise('x', 10, 'later'), raise('y') with {"n":1}, raise('z', 'SOON') with ({ context }) => ({ type: 'z', n: context.n }) -> (stays)`,
      `  3 / sendTo('child', {"type":"x"}), sendTo(({ context }) => context.ref, ({ event }) => event), sendParent({"type":"x"}) -> (stays)`,
      `  4 / emit({"type":"x"}), log('hello'), log(({ context }) => context.n), cancel('later'), spawnChild('load', 'l'), stopChild('l') -> (stays)`,
      '  5 / enqueueActions(enqueueActions 1 of a.5) -> (stays)', '  6 / ({ context }) => ({ n: context.n + 1 }) -> (stays)']],
];

function isReady(): boolean {
  return true;
}
function beep(): void {}
function one(): void {}
function two(...given: readonly unknown[]): number {
  return given.length;
}

describe('reads', () => {
  test.each(constructs)('%s', (_, config, expected) => {
    const { chart, diagnostics } = read(config);
    expect(diagnostics).toEqual([]);
    expect(sketch(chart).map((line) => line.replaceAll('"', "'"))).toEqual(expected.map((line) => line.replaceAll('"', "'")));
  });
});

test.each(constructs)('writes what it read, so that it is read and written the same again: %s', (_, config) => {
  const json = toXStateJson(read(config).chart);
  const { chart, diagnostics } = read(JSON.parse(json) as object);
  expect(diagnostics).toEqual([]);
  expect(chart).toEqual(read(config).chart);
  expect(toXStateJson(chart)).toBe(json);
});

test('raised events are kept as such', () => {
  const { chart } = read({ id: 'm', initial: 'a', states: { a: { entry: raise({ type: 'x' }, { delay: 'SOON' as never }), exit: raise({ type: 'y' }) } } });
  expect(chart.states.map(({ entry, exit }) => [entry, exit].map((list) => list?.map(({ raises, delay }) => ({ raises, delay }))))).toEqual([[[{ raises: 'x', delay: 'SOON' }], [{ raises: 'y', delay: undefined }]]]);
});

test('two functions of one name that differ are told apart, and one function has one name everywhere', () => {
  const [first, second] = [(() => ({ same: () => 1 }))().same, (() => ({ same: () => 2 }))().same];
  const { chart } = read({ id: 'm', initial: 'a', states: { a: { on: { go: { actions: [first, second, first] } } } } });
  const names = chart.states[0]!.transitions[0]!.actions.map(({ name }) => name);
  expect(names[0]).toBe(names[2]);
  expect(names[1]).not.toBe(names[0]);
});

test('a machine that is given its implementations reads by their names', () => {
  const machine = setup({ guards: { isReady: () => true }, actions: { beep: () => {} }, delays: { SOON: 10 }, actors: { load: fromPromise(async () => 1) } }).createMachine({
    id: 'm', initial: 'a', states: { a: { invoke: { src: 'load' }, after: { SOON: { guard: 'isReady', actions: 'beep' } } } },
  });
  expect(sketch(fromXState(machine).chart)).toEqual(['-> -> a', 'atomic a; runs load as 0.m.a', '  after SOON [isReady] / beep -> (stays)']);
});
