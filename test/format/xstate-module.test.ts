import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { describe, expect, test } from 'vitest';
import type { Action, Chart, State, Transition, Trigger } from '../../src/chart/chart.ts';
import { type Code, type Piece, codeText } from '../../src/chart/code.ts';
import { actionName } from '../../src/chart/label.ts';
import { compareCharts } from '../../src/check/structure/structure.ts';
import { compile } from '../../src/compile.ts';
import { toXStateJson } from '../../src/format/xstate/write/json.ts';
import { toXState } from '../../src/format/xstate/write/module.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';
import { sent as sentEvent, yielded } from '../../src/xstate.ts';
import { all, demo, door, login, runningAverage, trafficLight } from '../charts.ts';
import { load, returned, run, sent, thrown, typeErrors, walk } from './xstate-written.ts';

const code = (...pieces: Piece[]): Code => ({ pieces });
const context = (name: string, as?: string): Piece => ({ to: 'context', name, as });
const event = (name: string, as?: string): Piece => ({ to: 'event', name, as });
const action = (statements: Code[], writes: string[] = [], effect = false, mutates: string[] = []): Action => ({ statements, writes, mutates, effect, name: actionName(statements.map(codeText)) });
const on = (type: string): Trigger => ({ kind: 'event', type });
const value: Trigger = { kind: 'value', name: 'value' };
const any = (...but: string[]): Trigger => ({ kind: 'any', but });
const always: Trigger = { kind: 'always' };
const to = (trigger: Trigger, target: string | undefined, rest: Partial<Transition> = {}): Transition => ({ trigger, actions: [], target, places: [], ...rest });
const waits = (id: string, ...transitions: Transition[]): State => ({ kind: 'atomic', id, value: { kind: 'constant', constant: { kind: 'string', value: id } }, places: [], transitions });
const choice = (id: string, ...transitions: Transition[]): State => ({ kind: 'choice', id, places: [], transitions });
const done: State = { kind: 'final', id: 'done', places: [], transitions: [] };
const strings = (...types: string[]) => ({ events: types.map((type) => ({ type, form: 'string' as const, fields: [] })), open: false });
const chart = (rest: Partial<Chart> & Pick<Chart, 'states'>): Chart => ({
  name: 'machine', file: 'here/m.ts', parameters: [], context: [], alphabet: { events: [], open: false }, dependencies: [],
  initial: to(always, rest.states[0]!.id), ...rest,
});
const parameter = (name: string, type: string, rest: object = {}) => ({ name, type, optional: false, rest: false, ...rest });
const ValueError = "export class ValueError extends Error { static [Symbol.hasInstance](error: any) { return error?.name === 'ValueError'; } }";

describe('the machines of the examples run', () => {
  test('the light goes round', () => {
    const { actor } = run(load(toXState(trafficLight)));
    expect(actor.getSnapshot().value).toBe('RED');
    expect(walk(actor, { type: 'next' }, { type: 'next' }, { type: 'next' }, { type: 'other' })).toEqual(['GREEN', 'YELLOW', 'RED', 'RED']);
  });

  test('the average is kept in context and ends on null', () => {
    const { actor } = run(load(toXState(runningAverage)));
    walk(actor, sent(10), sent(20), sent(0));
    expect(actor.getSnapshot().context).toEqual({ total: 30, count: 3, average: 10 });
    expect(walk(actor, sent(null))).toEqual(['done']);
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', output: undefined });
  });

  test('what a state yields is in its meta, as a value or as a function of the context', () => {
    const { actor } = run(load(toXState(runningAverage)));
    walk(actor, sent(10), sent(20));
    const { yields, at } = actor.getSnapshot().getMeta()['runningAverage.waiting'];
    expect(yields(actor.getSnapshot())).toBe(15);
    expect(at).toBe('machines/by-hand.ts:5:1');
    expect(run(load(toXState(trafficLight))).actor.getSnapshot().getMeta()['trafficLight.RED'].yields).toBe('RED');
  });

  test('the input of one parameter is the argument itself, with its default', () => {
    const wrong = { type: 'try', ok: false };
    const machine = load(toXState(login));
    const { actor } = run(machine);
    expect(actor.getSnapshot().context).toEqual({ limit: 3, failed: 0 });
    expect(walk(actor, wrong, wrong, { type: 'try', ok: true }, { type: 'logout' }, wrong, wrong, wrong)).toEqual(['asking', 'asking', 'in', 'asking', 'asking', 'asking', 'blocked']);
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', output: 'blocked' });
    expect(walk(run(machine, 1).actor, wrong)).toEqual(['blocked']);
  });

  test('the initial state may be behind a choice', () => {
    const machine = load(toXState(login));
    expect(run(machine, 0).actor.getSnapshot()).toMatchObject({ status: 'done', value: 'blocked', output: 'blocked' });
    expect(run(machine, 1).actor.getSnapshot()).toMatchObject({ status: 'active', value: 'asking' });
  });

  test('any event is any event that was sent, and a throw is not', () => {
    const source = toXState(demo);
    const files = { 'by-hand.ts': ValueError };
    const { actor } = run(load(source, files));
    expect(walk(actor, { type: 'x' }, sent(3), { type: 'sent.on' })).toEqual(['Middle', 'End', 'done']);

    const failing = run(load(source, files));
    const error = new Error('not theirs');
    failing.actor.send(thrown(error));
    expect(failing.actor.getSnapshot().status).toBe('error');
    expect(failing.errors).toEqual([error]);
  });

  test('a throw that the machine catches goes where its guard says', () => {
    const { actor } = run(load(toXState(demo), { 'by-hand.ts': ValueError }));
    expect(walk(actor, thrown(Object.assign(new Error(), { name: 'ValueError' })), { type: 'x' })).toEqual(['Caught ValueError!', 'End']);
  });

  test('a return ends the machine with its value, in every state', () => {
    const { actor } = run(load(toXState(trafficLight)));
    walk(actor, { type: 'next' }, returned('early'));
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', output: 'early' });
  });

  test('functions are input, and effects happen once and in order', () => {
    const log: string[] = [];
    const check = (badge: string): boolean => log.push(`check ${badge}`) > 0 && badge === 'mine';
    const open = (): void => void log.push('open');
    const { actor } = run(load(toXState(door)), [check, open]);
    expect(walk(actor, { type: 'badge', id: 'mine' }, { type: 'badge', id: 'other' }, { type: 'badge', id: 'mine' }, { type: 'reset' })).toEqual(['shut', 'alarm', 'alarm', 'shut']);
    expect(log).toEqual(['check mine', 'open', 'check other']);
  });
});

describe('what is written', () => {
  test('the traffic light reads as a person would have written it', () => {
    expect(toXState(trafficLight)).toBe(`import { assign, setup } from 'xstate';

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const trafficLight = setup({
  types: {
    events: {} as { type: 'next' } | Thrown | Returned,
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
  },
}).createMachine({
  id: 'trafficLight',
  description: 'A traffic light.',
  initial: 'RED',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    RED: {
      description: 'everybody waits',
      meta: { yields: 'RED', at: 'machines/by-hand.ts:3:1' },
      on: { next: { target: 'GREEN' } },
    },
    GREEN: {
      meta: { yields: 'GREEN', at: 'machines/by-hand.ts:3:1' },
      on: { next: { target: 'YELLOW' } },
    },
    YELLOW: {
      meta: { yields: 'YELLOW', at: 'machines/by-hand.ts:3:1' },
      on: { next: { target: 'RED' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
`);
  });

  test('every example type-checks under strict', { timeout: 60_000 }, () => {
    const files = Object.fromEntries(all.map((each) => [`machines/${each.name}.xstate.ts`, toXState(each)]));
    expect(typeErrors({ ...files, 'machines/by-hand.ts': ValueError })).toBe('');
  });

  test('the JSON is the same config, with what it cannot carry by name', () => {
    const config = JSON.parse(toXStateJson(login));
    expect(config.context).toEqual({ implementation: 'context' });
    expect(config.states.asking.on.try[0]).toEqual({ guard: 'event.ok', target: 'in', actions: 'failed = 0' });
    expect(toXStateJson(login).endsWith('}\n')).toBe(true);
  });
});

const measured = "{ type: 'measured'; celsius: number }";
const set = "{ type: 'set'; celsius: number }";
const celsius = (type: string) => ({ type, form: 'object' as const, fields: [{ name: 'celsius', type: 'number', optional: false }] });
const thermostat = chart({
  name: 'thermostat',
  context: [{ name: 'wanted', type: 'number', initial: code('20') }, { name: 'now', type: 'number', initial: code('20') }],
  alphabet: { events: [celsius('measured'), celsius('set')], open: false },
  states: ['idle', 'heating'].map((id) =>
    waits(id,
      to(on('measured'), 'heating', { guard: code(event('event', measured), '.celsius < ', context('wanted')), actions: [action([code(context('now'), ' = ', event('event', measured), '.celsius')], ['now'])] }),
      to(on('measured'), 'idle', { guard: 'else', actions: [action([code(context('now'), ' = ', event('event', measured), '.celsius')], ['now'])] }),
      to(on('set'), 'heating', { guard: code(event('event', set), '.celsius < ', context('wanted')), actions: [action([code(context('wanted'), ' = ', event('event', set), '.celsius')], ['wanted'])] }),
      to(on('set'), 'idle', { guard: 'else', actions: [action([code(context('wanted'), ' = ', event('event', set), '.celsius')], ['wanted'])] }),
    )),
});

const wildcards = chart({
  name: 'wildcards',
  alphabet: { events: [...strings('go', 'stay').events, { type: '*', form: 'string', fields: [] }, { type: '', form: 'object', fields: [] }, { type: 'tell', form: 'object', fields: [] }], values: 'number', open: true },
  context: [{ name: 'ready', type: 'boolean', initial: code('false') }, { name: 'got', type: 'unknown', initial: code('undefined') }],
  states: [
    waits('start',
      to(on('go'), 'gone', { guard: code(context('ready')) }),
      to(on('*'), 'starred', { guard: code(context('ready'), ' || ', event('got'), " === '*'") }),
      to(value, 'counted', { guard: code(event('n', 'number'), ' > 3') }),
      to(on(''), 'emptied'),
      to(any('stay'), undefined, { guard: code(event('got'), " === 'keep' || ", event('got'), " === 'tell'"), actions: [action([code(context('got'), ' = ', event('got'))], ['got'])] }),
      to(any('stay'), 'anywhere', { guard: 'else' }),
    ),
    waits('gone'), waits('starred'), waits('counted'), waits('emptied'), waits('anywhere'),
  ],
});

const stack = chart({
  name: 'stack',
  context: [{ name: 'items', type: 'string[]', initial: code('[]') }, { name: 'alias', type: '{ items: string[] }', initial: code('{ ', context('items'), ' }') }, { name: 'seen', type: 'Map<string, number>', initial: code('new Map()') }],
  alphabet: strings('push', 'reset', 'see'),
  states: [
    waits('stacking',
      to(on('push'), undefined, { actions: [action([code(context('items'), '.push(', event('word'), ')')], ['items', 'alias'], false, ['items', 'alias'])] }),
      to(on('see'), undefined, { actions: [action([code(context('seen'), '.set(', event('word'), ', (', context('seen'), '.get(', event('word'), ') ?? 0) + 1)')], ['seen'], false, ['seen'])] }),
      to(on('reset'), undefined, { actions: [action([code(context('items'), ' = []'), code(context('items'), ".push('first')")], ['items'], false, ['items'])] }),
    ),
  ],
});

const ordered = chart({
  name: 'ordered',
  parameters: [{ name: 'log', type: '(text: string) => number', optional: false, rest: false }],
  context: [{ name: 'log', type: '(text: string) => number' }, { name: 'size', type: 'number', initial: code('0') }],
  alphabet: strings('go', 'fall'),
  states: [
    waits('start', to(on('go'), 'size?', { actions: [action([code(context('log'), "('first')")], [], true)] }), to(on('fall'), undefined, { actions: [action([code(context('log'), "('before')")], [], true)], throws: code('new Error(`size ${', context('size'), '}`)') })),
    choice('size?', to(always, 'start', { guard: code(context('size'), ' > 5') }), to(always, 'done', { guard: 'else', actions: [action([code(context('size'), ' = ', context('log'), "('second')")], ['size'], true), action([code(context('log'), "('third')")], [], true)], returns: code('{ ', context('size'), ' }') })),
    done,
  ],
});

const hostile = chart({
  name: 'Lights.default',
  parameters: [
    { name: 'context', type: 'number', optional: false, rest: false },
    { name: 'event', type: 'number', initial: code(context('context'), ' + 1'), optional: true, rest: false },
    { name: 'rest', type: 'string[]', optional: false, rest: true },
  ],
  context: [
    { name: 'context', type: 'number' }, { name: 'event', type: 'number' }, { name: 'rest', type: 'string[]' },
    { name: 'copy', type: 'number[]', initial: code('[', context('event'), ']') }, { name: 'output', type: 'number', initial: code(context('copy'), '.length') }, { name: 'sent', type: 'boolean', initial: code('true') },
    { name: 'late', type: 'number' },
  ],
  alphabet: { ...strings('__proto__', '1', 'a.b', 'it\'s', 'constructor'), open: true },
  initial: to(always, 'returned', { actions: [action([code(context('late'), ' = ', context('context'), ' * 2')], ['late'])] }),
  states: [
    waits('returned',
      to(on('__proto__'), '1', { actions: [action([code(context('copy'), '.push(', context('context'), ')'), code(context('output'), '++')], ['copy', 'output'], false, ['copy'])] }),
      to(on('1'), '#x', { guard: code(context('sent')) }),
      to(on('a.b'), 'a.b\\c'),
      to(on('it\'s'), '', { returns: code('1') }),
      to(on('constructor'), '__proto__'),
      to(any(), 'done', { guard: code(context('sent')), returns: code('{ ', context('copy'), ', what: ', event('what'), ', also: ', event('what'), ' }') }),
    ),
    waits('1', to(on('__proto__'), 'returned')), waits('#x', to(on('1'), 'returned')), waits('a.b\\c', to(on('1'), 'returned')), waits('__proto__', to(on('1'), 'returned')),
    waits('(empty)'),
    { kind: 'final', id: '', value: { kind: 'constant', constant: { kind: 'number', value: 1 } }, places: [], transitions: [] },
    done,
  ],
});

describe('the traps', () => {
  test('one text that means two things is two guards, told apart by their event', () => {
    const { actor } = run(load(toXState(thermostat)));
    expect(walk(actor, { type: 'measured', celsius: 19 }, { type: 'set', celsius: 18 }, { type: 'measured', celsius: 18 })).toEqual(['heating', 'heating', 'idle']);
    expect(toXState(thermostat)).toContain("'event.celsius < wanted // set': ({ context, event }) => (event as Set).celsius < context.wanted");
  });

  test.each([
    [{ type: 'go' }, 'start'], [{ type: 'stay' }, 'start'], [sent(3), 'start'], [sent(4), 'counted'], [sent('*'), 'starred'], [sent({ type: '' }), 'emptied'],
    [{ type: 'keep' }, 'start'], [{ type: 'tell' }, 'start'], [{ type: 'else' }, 'anywhere'], [{ type: 'xstate.done.actor.x' }, 'start'],
  ])('the wildcard does not take what another list asked for and refused: %j', (event, state) => {
    expect(walk(run(load(toXState(wildcards))).actor, event)).toEqual([state]);
  });

  test('a bare value that is caught as any is the value itself', () => {
    const { actor } = run(load(toXState(wildcards)));
    walk(actor, { type: 'keep' });
    expect(actor.getSnapshot().context.got).toBe('keep');
    walk(actor, { type: 'tell' });
    expect(actor.getSnapshot().context.got).toBe('tell');
  });

  test('what is changed in place is copied first, and what was shared stays shared', () => {
    const machine = load(toXState(stack));
    const [first] = initialTransition(machine);
    const [second] = transition(machine, first, { type: 'push' });
    const [third] = transition(machine, second, { type: 'see' });
    expect(first.context).toEqual({ items: [], alias: { items: [] }, seen: new Map() });
    expect(second.context.items).toEqual(['push']);
    expect(second.context.alias.items).toBe(second.context.items);
    expect([...second.context.seen]).toEqual([]);
    expect([...third.context.seen]).toEqual([['see', 1]]);
    expect(transition(machine, third, { type: 'reset' })[0].context.items).toEqual(['first']);
  });

  test('two actors do not share their first context', () => {
    const machine = load(toXState(stack));
    expect(initialTransition(machine)[0].context.items).not.toBe(initialTransition(machine)[0].context.items);
  });

  test('an effect before one whose result is remembered comes first', () => {
    const log: string[] = [];
    const { actor } = run(load(toXState(ordered)), (text: string) => log.push(text));
    walk(actor, { type: 'go' });
    expect(log).toEqual(['first', 'second', 'third']);
    expect(actor.getSnapshot()).toMatchObject({ status: 'done', output: { size: 2 } });
  });

  test('a plain effect sees the variables as they are where it stands', () => {
    const seen: number[] = [];
    const counts = chart({
      parameters: [parameter('see', '(n: number) => void')],
      context: [{ name: 'see', type: '(n: number) => void' }, { name: 'n', type: 'number', initial: code('0') }],
      alphabet: strings('go'),
      states: [waits('a', to(on('go'), 'a', { actions: [1, 2].flatMap(() => [action([code(context('see'), '(', context('n'), ')')], [], true), action([code(context('n'), '++')], ['n'])]) }))],
    });
    walk(run(load(toXState(counts)), (n: number) => seen.push(n)).actor, { type: 'go' }, { type: 'go' });
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  test('an effect before an uncaught throw still happens, and the machine fails with that error', () => {
    const log: string[] = [];
    const { actor, errors } = run(load(toXState(ordered)), (text: string) => log.push(text));
    walk(actor, { type: 'fall' });
    expect(log).toEqual(['before']);
    expect(errors).toMatchObject([{ message: 'size 0' }]);
  });

  test('names that XState cannot carry, and names of its own, do no harm', () => {
    const machine = load(toXState(hostile));
    const start = () => run(machine, [4]).actor;
    expect(start().getSnapshot().context).toMatchObject({ context: 4, event: 5, rest: [], copy: [5], output: 1, late: 8 });
    const pushed = start();
    expect(walk(pushed, { type: '__proto__' })).toEqual(['%31']);
    expect(pushed.getSnapshot().context).toMatchObject({ copy: [5, 4], output: 2 });
    expect(walk(start(), { type: '1' }, { type: '1' })).toEqual(['%23x', 'returned']);
    expect(walk(start(), { type: 'a.b' }, { type: '1' })).toEqual(['a%2Eb%5Cc', 'returned']);
    expect(walk(start(), { type: 'constructor' }, { type: '1' })).toEqual(['%5F_proto__', 'returned']);
    const ended = start();
    expect(walk(ended, { type: "it's" })).toEqual(['(empty)']);
    expect(ended.getSnapshot()).toMatchObject({ status: 'done', output: 1 });
    const other = start();
    walk(other, sent(7));
    expect(other.getSnapshot()).toMatchObject({ status: 'done', output: { copy: [5], what: 7, also: 7 } });
    const early = start();
    walk(early, returned(9));
    expect(early.getSnapshot()).toMatchObject({ status: 'done', output: 9 });
  });

  test('all of these type-check under strict, and a wrong one does not', { timeout: 60_000 }, () => {
    const charts = [thermostat, wildcards, stack, ordered, hostile];
    // XState's own types have no guards for an event whose name every object has as a property.
    const files = Object.fromEntries(charts.map((each) => [`${each.name}.ts`, toXState(each).replaceAll("constructor: { guard: 'as string',", "'a constructor': { guard: 'as string' as never,").replace("{ type: 'constructor' }", "{ type: 'a constructor' }")]));
    expect(typeErrors(files)).toBe('');
    expect(typeErrors({ 'wrong.ts': toXState(thermostat).replace('context.wanted', 'context.unwanted') })).toContain('unwanted');
  });
});

const asked = "{ type: 'ask'; of: string }";
const error = (as?: string): Piece => ({ to: 'error', name: 'error', as });

const signatures: readonly Chart[] = [
  chart({ name: 'oneOptional', parameters: [parameter('limit', 'number | undefined', { optional: true })], context: [{ name: 'limit', type: 'number | undefined' }], states: [waits('a')] }),
  chart({ name: 'allOptional', parameters: [parameter('a', 'number', { initial: code('1') }), parameter('b', '() => void', { optional: true, type: '(() => void) | undefined' })], context: [{ name: 'a', type: 'number' }, { name: 'b', type: '(() => void) | undefined' }], states: [waits('a')] }),
  chart({ name: 'onlyRest', parameters: [parameter('names', 'string[]', { rest: true })], context: [{ name: 'names', type: 'string[]' }], states: [waits('a')] }),
  chart({ name: 'unread', parameters: [parameter('unused', 'number')], states: [waits('a')] }),
  chart({
    name: 'catching',
    context: [{ name: 'last', type: 'unknown', initial: code('null') }, { name: 'text', type: 'string | null', initial: code('null') }],
    alphabet: { events: [{ type: 'ask', form: 'object', fields: [{ name: 'of', type: 'string', optional: false }] }, { type: 'tell', form: 'object', fields: [{ name: 'to', type: "'a' | 'b'", optional: true }] }], open: false },
    states: [
      waits('a',
        to({ kind: 'throw' }, 'b', { guard: code(error(), ' instanceof Error && ', error(), ".message === 'x'"), actions: [action([code(context('last'), ' = ', error())], ['last'])] }),
        to({ kind: 'return' }, 'b', { actions: [action([code(context('last'), ' = ', { to: 'returned', name: 'result' })], ['last'])] }),
        to(any(), 'b', { guard: code(event('event'), ".type === 'ask' && ", event('event'), '.of.length > 1') }),
      ),
      waits('b',
        to(on('ask'), 'a', { guard: code(context('text'), ' !== null && ', context('text'), '.length'), actions: [action([code('const of = ', event('event', asked), '.of'), code('if (of) ', context('text'), ' = of.trim()'), code('for (const part of [of, of]) { ', context('text', 'string'), ' += part; }')], ['text'])] }),
        to(on('tell'), 'which?', { actions: [action([code('console.log(', event('event'), '.to)')], [], true)] }),
        to(on('ask'), 'which?', { guard: 'else' }),
      ),
      choice('which?', to(always, 'a', { guard: code(event('event'), ".type === 'tell' && ", event('event'), '.to') }), to(always, 'b', { guard: 'else' })),
    ],
  }),
  chart({
    name: 'mixed',
    context: [{ name: 'last', type: 'unknown', initial: code('null') }],
    alphabet: { events: [...strings('go', 'stop').events, { type: 'at', form: 'object', fields: [] }], values: 'number', open: false },
    states: [waits('a', to(any(), undefined, { actions: [action([code(context('last'), ' = ', event('what'))], ['last'])] })), waits('b', to(on('go'), 'a', { actions: [action([code('const next: \'go\' = ', event('word')), code(context('last'), ' = [', event('word'), ', next]')], ['last'])] }))],
  }),
  chart({ name: 'fails', initial: to(always, undefined, { throws: code("new Error('at once')") }), states: [waits('a')] }),
];

describe('where anything may be sent', () => {
  const compiled = (body: string) => compile(['m.ts'], { read: (path) => (path === 'm.ts' ? `export function* m() { ${body} }` : undefined) }).machines[0]!.chart!;
  const sources = {
    string: "const event1 = yield 'A'; if (event1 === 'a') {} else yield 'A'; yield 'B';",
    guarded: "let n = 0; while (true) { const e = yield n > 2 ? 'BIG' : 'SMALL'; if (e === 'a' && n < 3) n += 1; else if (e === 'stay') continue; else { yield 'OTHER'; n = 5; } }",
    object: "let n = 0; while (true) { const e = yield n > 2 ? 'BIG' : 'SMALL'; if (e.type === 'add') n += e.by; else yield 'OTHER'; }",
    both: "let n = 0; while (true) { const e = yield n > 2 ? 'BIG' : 'SMALL'; if (e.type === 'add') n += e.by; else if (e === 'reset') n = 0; else if (e.type === 'clear' && n > 1) n = 1; else n += 0.5; }",
    twice: "while (true) { const e = yield 'A'; if (e === 'a') yield 'STRING'; else if (e.type === 'a') yield 'OBJECT'; }",
  };
  const values = ['a', { type: 'a', n: 1 }, 'stay', { type: 'stay', n: 1 }, 'add', { type: 'add', by: 2 }, { type: 'add', by: 0 }, 'reset', { type: 'reset', n: 1 }, 'clear', { type: 'clear', n: 1 }, 7, {}, '', 'other', { type: 'other' }];

  test.each(Object.entries(sources))('a machine that asks for a %s does what its generator does, whatever comes', (name, body) => {
    // Where only objects are asked for, the string of such a name is the one that cannot be told.
    const told = values.filter((value) => name !== 'object' || value !== 'add');

    const chart = compiled(body);
    const machine = load(toXState(chart));
    const make = new Function(`return function* () { ${body} }`)() as () => Generator<unknown, unknown, unknown>;
    fc.assert(fc.property(fc.array(fc.constantFrom(...told), { maxLength: 12 }), (list) => {
      const generator = make();
      const { actor } = run(machine);
      let step = generator.next();
      for (const value of list) {
        if (step.done) break;
        expect(yielded(actor.getSnapshot())).toBe(step.value);
        step = generator.next(value);
        actor.send(sentEvent(value));
      }
      expect(actor.getSnapshot().status).toBe(step.done ? 'done' : 'active');
      if (!step.done) expect(yielded(actor.getSnapshot())).toBe(step.value);
    }), { numRuns: 150 });
  });

  test('a string and an object of one name are told apart', () => {
    const machine = load(toXState(compiled(sources.string)));
    const after = (event: { type: string; n?: number }) => {
      const { actor } = run(machine);
      actor.send(event);
      return yielded(actor.getSnapshot());
    };
    expect([after({ type: 'a' }), after({ type: 'a', n: 1 })]).toEqual(['B', 'A']);
  });

  test('an object with no field but its type is taken for the string', () => {
    const { actor } = run(load(toXState(compiled(sources.both))));
    expect(walk(actor, { type: 'add' }, { type: 'add', by: 3 })).toEqual(['SMALL', 'BIG']);
  });

  test('but where the code only ever asks for objects, for the object', () => {
    const { actor } = run(load(toXState(compiled("let n = 0; while (true) { const e = yield n > 2 ? 'BIG' : 'SMALL'; if (e.type === 'add') n += e.by ?? 3; else yield 'OTHER'; }"))));
    expect(walk(actor, { type: 'add' }, { type: 'other' }, { type: 'add', by: 1 })).toEqual(['BIG', 'OTHER', 'BIG']);
  });

  test('every one of these reads back, and type-checks under strict', { timeout: 60_000 }, () => {
    const charts = Object.entries(sources).map(([name, body]) => [name, compiled(body)] as const);
    for (const [, chart] of charts) {
      const { chart: back, diagnostics } = fromXState(load(toXState(chart)));
      expect(diagnostics).toEqual([]);
      expect(compareCharts(chart, back)).toEqual([]);
      const forms = (of: Chart) => Object.fromEntries(of.alphabet.events.map(({ type, form }) => [type, form]));
      expect([back.alphabet.open, forms(back)]).toEqual([true, forms(chart)]);
    }
    expect(typeErrors(Object.fromEntries(charts.map(([name, chart]) => [`${name}.ts`, toXState(chart)])))).toBe('');
  });
});

describe('signatures and events of every kind', () => {
  test('type-check under strict', { timeout: 60_000 }, () => {
    expect(typeErrors(Object.fromEntries(signatures.map((each) => [`${each.name}.ts`, toXState(each)])))).toBe('');
  });

  const named = (name: string) => load(toXState(signatures.find((each) => each.name === name)!));
  test.each([
    ['oneOptional', undefined, { limit: undefined }], ['oneOptional', 3, { limit: 3 }], ['allOptional', undefined, { a: 1, b: undefined }], ['allOptional', [2], { a: 2, b: undefined }],
    ['onlyRest', undefined, { names: [] }], ['onlyRest', ['x'], { names: ['x'] }], ['unread', 3, {}],
  ])('%s takes %j', (name, input, expected) => {
    expect(run(named(name), input).actor.getSnapshot().context).toEqual(expected);
  });

  test('what was thrown and what was returned can be caught', () => {
    const problem = new Error('x');
    const { actor } = run(named('catching'));
    expect(walk(actor, thrown(problem))).toEqual(['b']);
    expect(actor.getSnapshot().context.last).toBe(problem);
    const other = run(named('catching')).actor;
    expect(walk(other, returned(7))).toEqual(['b']);
    expect(other.getSnapshot().context.last).toBe(7);
  });

  test('a choice sees the event that led to it', () => {
    const { actor } = run(named('catching'));
    expect(walk(actor, { type: 'ask', of: 'x' }, { type: 'ask', of: 'xy' }, { type: 'ask', of: 'x' }, { type: 'tell', to: 'a' }, { type: 'tell' })).toEqual(['a', 'b', 'b', 'a', 'a']);
  });

  test.each([[{ type: 'go' }, 'go'], [{ type: 'at' }, { type: 'at' }], [sent(3), 3]])('in a closed alphabet, any knows what %j stands for', (message, last) => {
    const { actor } = run(named('mixed'));
    walk(actor, message);
    expect(actor.getSnapshot().context.last).toEqual(last);
  });

  test('a machine may fail before its first state', () => {
    expect(run(named('fails')).actor.getSnapshot()).toMatchObject({ status: 'error', error: { message: 'at once' } });
  });
});

describe('imports', () => {
  const dependencies: Chart['dependencies'] = [
    { kind: 'import', name: 'a', exported: 'a', from: 'src/lib/a.js', package: false, typeOnly: false },
    { kind: 'import', name: 'b', exported: 'bee', from: 'src/lib/a.js', package: false, typeOnly: false },
    { kind: 'import', name: 'T', exported: 'T', from: 'src/lib/a.js', package: false, typeOnly: true },
    { kind: 'import', name: 'd', exported: 'default', from: 'src/machines/d', package: false, typeOnly: false },
    { kind: 'import', name: 'path', exported: '*', from: 'node:path', package: true, typeOnly: false },
    { kind: 'copy', name: 'twice', text: 'const twice = (n: number) => 2 * n;', typeOnly: false },
  ];
  const importing = chart({ file: 'src/machines/m.ts', dependencies, states: [waits('a')] });
  const importsOf = (from?: string) => toXState(importing, { from }).split('\n').slice(1, 7);

  test('are found from where the text will be', () => {
    expect(importsOf()).toEqual(["import { a, bee as b } from '../lib/a.js';", "import type { T } from '../lib/a.js';", "import d from './d';", "import * as path from 'node:path';", '', 'const twice = (n: number) => 2 * n;']);
    expect(importsOf('diagrams/deep')[0]).toBe("import { a, bee as b } from '../../src/lib/a.js';");
    expect(importsOf('')[2]).toBe("import d from './src/machines/d';");
    expect(importsOf('./src/../src/lib')[0]).toBe("import { a, bee as b } from './a.js';");
  });

  test('do not take a name from the machine, nor the machine from them', () => {
    const assigned = chart({ name: 'a', dependencies: [...dependencies, { kind: 'copy', name: 'assign', text: 'const assign = 1;', typeOnly: false }], states: [waits('a')] });
    const source = toXState(assigned);
    expect(source).toContain("import { assign as assign_, setup } from 'xstate';");
    expect(source).toContain('export const a_ = setup(');
  });
});
