import fc from 'fast-check';
import { and, assign, createMachine, enqueueActions, not, or, raise, sendTo } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Chart, Constant, State, Transition, Trigger } from '../../src/chart/chart.ts';
import { type Code, codeText } from '../../src/chart/code.ts';
import { constantText, guardLabel, transitionLabel, triggerLabel } from '../../src/chart/label.ts';
import { compareCharts } from '../../src/check/structure/structure.ts';
import { toXStateJson } from '../../src/format/xstate/write/json.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';
import { all } from '../charts.ts';
import { load } from './xstate-written.ts';

/** What an XState machine can show of a chart, as plain data: the order of different events and the name of a bare value's variable are not among it. */
function shown(chart: Chart) {
  return { name: chart.name, initial: shownTransition(chart, chart.initial, []), states: chart.states.map((state) => shownState(chart, state)) };
}

/** A transition that does nothing is none, and beside a wildcard is one of those that the wildcard leaves out. */
function shownState(chart: Chart, state: State) {
  const hasAny = state.transitions.some(({ trigger }) => trigger.kind === 'any');
  const isNothing = ({ trigger, guard, target, actions, returns, throws }: Transition) =>
    (trigger.kind === 'event' || (trigger.kind === 'value' && (!hasAny || guard === 'else'))) && (!guard || guard === 'else') && target === undefined && actions.length === 0 && !returns && !throws;
  const but = state.transitions.filter((transition) => isNothing(transition) && !transition.guard).map(({ trigger }) => triggerLabel(trigger));
  const transitions = state.transitions
    .filter((transition) => !isNothing(transition))
    .map((transition): Transition => (transition.trigger.kind === 'any' ? { ...transition, trigger: { kind: 'any', but: [...transition.trigger.but, ...but] } } : transition))
    .map((transition) => shownTransition(chart, transition, state.transitions));
  return { id: state.id, kind: state.kind, value: state.kind === 'final' && state.value?.kind === 'constant' ? constantText(state.value.constant) : undefined, transitions: transitions.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) };
}

function shownTransition(chart: Chart, transition: Transition, siblings: readonly Transition[]) {
  const { trigger } = transition;
  const key = trigger.kind === 'value' ? 'value' : trigger.kind === 'any' ? `any but ${JSON.stringify(trigger.but.toSorted())}` : `${trigger.kind} ${triggerLabel(trigger)}`;
  const final = chart.states.find((state) => state.id === transition.target);
  const returns = final?.kind === 'final' && final.value?.kind === 'constant' ? { pieces: [constantText(final.value.constant)] } : transition.returns;
  const alike = siblings.filter((other) => JSON.stringify(other.trigger) === JSON.stringify(trigger));
  const guard = guardLabel(transition) === '' && alike.length > 1 && alike.at(-1) === transition ? 'else' : transition.guard;
  return { key, does: transitionLabel({ ...transition, trigger: { kind: 'always' }, guard, returns }), target: transition.throws ? undefined : transition.target };
}

const ValueError = { 'by-hand.ts': 'export class ValueError extends Error {}' };
const machineOf = (chart: Chart) => load(toXState(chart), ValueError);
const jsonOf = (chart: Chart) => JSON.parse(toXStateJson(chart));

test.each(all.map((chart) => [chart.name, chart] as const))('%s reads back as it was written, as a module and as JSON', (_, chart) => {
  for (const machine of [machineOf(chart), createMachine(jsonOf(chart))]) {
    const { chart: back, diagnostics } = fromXState(machine);
    expect(diagnostics).toEqual([]);
    expect(shown(back)).toEqual(shown(chart));
    expect(compareCharts(chart, back)).toEqual([]);
  }
});

describe('any flat chart whatever', () => {
  const hostile = ['', '*', 'a.*', '#x', '.', 'a.b', '..', '\\', 'a\\', '\\.', '%2E', '%', '%25', '(empty)', '%28empty)', '__proto__', 'constructor', 'toString', 'returned', 'returned early', 'done', '1', '10', '2', '01', 'sent', 'fail', 'xstate.init', 'xstate.done.x',
    'coroutine.send', 'coroutine.throw', 'it\'s', '"', "'\"", '`${x}`', '\n', 'a // b', ' // ', '//', '\u2028', '\ud800', 'é', '🚦', ' ', 'event \'x\'', 'in', 'sent && x', 'return 1', 'NaN'];
  const name = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 5 }));
  const code = fc.constantFrom<Code>(
    { pieces: [{ to: 'context', name: 'count' }, ' > 1'] },
    { pieces: [{ to: 'context', name: 'sent' }] },
    { pieces: ['"a // b" === \'\' || ', { to: 'context', name: 'sent' }] },
    { pieces: [{ to: 'context', name: 'sent' }, ' && ', { to: 'context', name: 'count' }, ' > 2'] },
    { pieces: [{ to: 'context', name: 'fail' }, '?.', 'x ?? `${1}\n  b`'] },
    { pieces: ['f(() => {\n    g();\n  })'] },
  );
  const action = code.map((statement) => ({ statements: [statement], writes: [], mutates: [], effect: true, name: codeText(statement) }));
  const constant = fc.oneof<fc.Arbitrary<Constant>[]>(
    name.map((value) => ({ kind: 'string', value })),
    fc.oneof(fc.double(), fc.constantFrom(-0, NaN, Infinity, 1e21)).map((value) => ({ kind: 'number', value })),
    fc.constantFrom<Constant>({ kind: 'boolean', value: true }, { kind: 'null' }, { kind: 'bigint', value: '-12' }),
  );
  const states = fc.uniqueArray(name, { minLength: 1, maxLength: 6 }).chain((ids) => {
    const target = fc.constantFrom(...ids, undefined);
    const events = fc.uniqueArray(name, { maxLength: 4 });
    const transition = (trigger: Trigger, guard: Transition['guard']) =>
      fc.record({ target, actions: fc.array(action, { maxLength: 2 }), throws: fc.option(code, { nil: undefined, freq: 8 }) }).map((rest): Transition => ({ trigger, guard, ...rest, target: rest.throws ? undefined : rest.target, places: [] }));
    const group = (trigger: Trigger) =>
      fc.tuple(fc.uniqueArray(code, { maxLength: 3, selector: codeText }), fc.boolean()).chain(([guards, hasElse]) =>
        fc.tuple(...guards.map((guard) => transition(trigger, guard)), ...(guards.length === 0 || hasElse ? [transition(trigger, guards.length === 0 ? undefined : 'else')] : [])));
    const groups = (triggers: readonly Trigger[]) => fc.tuple(...triggers.map(group)).map((list) => list.flat());
    const atomic = events.chain((types) =>
      fc.subarray<Trigger>([...types.map((type) => ({ kind: 'event', type }) as const), { kind: 'value', name: 'v' }, { kind: 'throw' }, { kind: 'return' }, { kind: 'any', but: [] }]).chain((triggers) => {
        const free = types.filter((type) => !triggers.some((trigger) => trigger.kind === 'event' && trigger.type === type));
        return groups(triggers.map((trigger) => (trigger.kind === 'any' ? { kind: 'any', but: free } : trigger)));
      })).map((transitions) => ({ kind: 'atomic' as const, transitions }));
    const choice = groups([{ kind: 'always' }]).map((transitions) => ({ kind: 'choice' as const, transitions }));
    const final = fc.option(constant, { nil: undefined }).map((value) => ({ kind: 'final' as const, transitions: [], value: value && { kind: 'constant' as const, constant: value } }));
    const made = fc.tuple(...ids.map((id) => fc.oneof({ weight: 3, arbitrary: atomic }, choice, final).map((rest): State => ({ id, places: [], ...rest }))));
    return fc.tuple(made, fc.constantFrom(...ids), fc.array(action, { maxLength: 1 }), code).map(([list, first, actions, returned]): Chart => {
      const withReturns = (transition: Transition): Transition => {
        const end = list.find((state) => state.id === transition.target);
        return end?.kind !== 'final' ? transition : end.value?.kind === 'constant' ? { ...transition, returns: { pieces: [constantText(end.value.constant)] } } : { ...transition, returns: returned };
      };
      return {
        name: 'any chart', file: '', parameters: [], dependencies: [], alphabet: { events: [], open: false },
        context: ['count', 'sent', 'fail'].map((each) => ({ name: each, type: 'any' })),
        initial: withReturns({ trigger: { kind: 'always' }, target: first, actions, places: [] }),
        states: list.map((state) => ({ ...state, transitions: state.transitions.map(withReturns) })),
      };
    });
  });

  test('reads back from its JSON as it was written', () => {
    fc.assert(fc.property(states, (chart) => {
      const { chart: back, diagnostics } = fromXState(createMachine(jsonOf(chart)));
      expect(diagnostics).toEqual([]);
      expect(shown(back)).toEqual(shown(chart));
    }), { numRuns: 1500 });
  });

  test('reads back from its module as it was written', { timeout: 120_000 }, () => {
    fc.assert(fc.property(states, (chart) => {
      const { chart: back, diagnostics } = fromXState(machineOf(chart));
      expect(diagnostics).toEqual([]);
      expect(shown(back)).toEqual(shown(chart));
    }), { numRuns: 60 });
  });

  test('reads the same without what nobody sees', () => {
    const bare = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(bare) : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'meta' && key !== 'description').map(([key, each]) => [key, bare(each)])) : value;
    for (const chart of all) expect(fromXState(createMachine(bare(jsonOf(chart)) as never))).toEqual(fromXState(createMachine(jsonOf(chart))));
  });
});

describe('a machine written by hand', () => {
  test('reads its shorthands, its combinations and its functions', () => {
    const { chart, diagnostics } = fromXState(createMachine({
      id: 'm',
      initial: 'a',
      states: {
        a: { on: { go: 'b', maybe: [{ guard: and(['x', not('y')]), target: 'b' }, { guard: or(['x', { type: 'z', params: { n: 1 } }]), actions: ['beep'] }, { actions: assign({ n: 1 }) }] } },
        b: { on: { '*': { guard: ({ context }) => context.n > 1, target: 'c' } } },
        c: { type: 'final', output: { n: 1 } },
      },
    }));
    expect(diagnostics).toEqual([]);
    expect(chart.states.flatMap((state) => state.transitions.map((transition) => `${transitionLabel(transition)} -> ${transition.target}`))).toEqual([
      'go -> b', 'maybe [x && !y] -> b', 'maybe [x || z({"n":1})] / beep -> undefined', 'maybe [else] / n = 1 -> undefined', 'any [({ context }) => context.n > 1] / return {"n":1} -> c',
    ]);
  });

  test('an event that it forbids is no transition, and is left out of its wildcard', () => {
    const { chart } = fromXState(createMachine({ id: 'm', initial: 'a', states: { a: { on: { x: undefined, y: {} } }, b: { on: { x: undefined, '*': 'a' } } } }));
    expect(chart.states.map((state) => state.transitions.map(transitionLabel))).toEqual([[], ['any but x']]);
  });

  test.each([
    ['`route`', { states: { a: { id: 'a', route: {} } } }],
    ['an id that another state has too, `x`', { states: { a: { id: 'x' }, b: { id: 'x' } } }],
    ['states within a state of type `final`', { states: { a: { type: 'final', states: { x: {} } } } }],
    ['`onDone` of a state of type `atomic`', { states: { a: { onDone: 'a' } } }],
    ['`onDone` at its root', { states: { a: {} }, onDone: '.a' }],
    ['`on` of a history', { states: { a: { initial: 'x', states: { x: {}, h: { type: 'history', on: { go: 'x' } } } } } }],
    ['a history that leads to a state that is not there', { states: { a: { initial: 'x', states: { x: {}, h: { type: 'history', target: 'y' } } } } }],
    ['an `initial` that leads to a history', { states: { a: { initial: 'h', states: { x: {}, h: { type: 'history' } } } } }],
    ['several states that cannot be active at once', { states: { a: { on: { go: { target: ['a', 'b'] } } }, b: {} } }],
    ['several states that cannot be active at once', { states: { a: { on: { go: { target: ['p.x', 'p'] } } }, p: { type: 'parallel', states: { x: {}, y: {} } } } }],
    ['a list of strings under `after`, `10`', { states: { a: { after: { 10: ['b'] } }, b: {} } }],
    ['a transition on `xstate.stop`', { states: { a: { on: { 'xstate.stop': 'b' } }, b: {} } }],
    ['a function as the transition on `go`', { states: { a: { on: { go: () => ({ target: 'b' }) } }, b: {} } }],
    ['`systemId` of an actor', { states: { a: { invoke: { src: 'x', systemId: 'y' } } } }],
    ['a `raise` of a computed event', { states: { a: { on: { go: { actions: raise(({ context }) => ({ type: context.n })) } } } } }],
    ['a `raise` after a computed delay', { states: { a: { on: { go: { actions: raise({ type: 'x' }, { delay: () => 1 }) } } } } }],
    ['a `sendTo` to the machine itself', { states: { a: { on: { go: { actions: sendTo(({ self }) => self, { type: 'x' }) } } } } }],
    ['an `enqueueActions` that raises events', { states: { a: { on: { go: { actions: enqueueActions(({ enqueue }) => enqueue.raise({ type: 'x' })) } } } } }],
  ])('%s is said, not dropped', (construct, config) => {
    const { diagnostics } = fromXState(createMachine({ id: 'm', initial: 'a', ...config } as never));
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining(construct)]);
  });
});
