/** Charts drawn by hand, for the tests of the rooms that only know charts. The examples of the docs, in our own data. */
import type { Action, Chart, Constant, State, Transition, Trigger } from '../src/chart/chart.ts';
import { type Code, type Piece, codeText } from '../src/chart/code.ts';
import { actionName } from '../src/chart/label.ts';

const file = 'machines/by-hand.ts';
const place = (line: number) => [{ file, line, column: 1 }];
const context = (name: string, as?: string): Piece => ({ to: 'context', name, as });
const event = (name = 'event', as?: string): Piece => ({ to: 'event', name, as });
const code = (...pieces: Piece[]): Code => ({ pieces });
const string = (value: string): Constant => ({ kind: 'string', value });
const on = (type: string): Trigger => ({ kind: 'event', type });
const always: Trigger = { kind: 'always' };
const action = (statements: Code[], writes: string[], effect = false): Action => ({ statements, writes, mutates: [], effect, name: actionName(statements.map(codeText)) });
const to = (trigger: Trigger, target: string | undefined, rest: Partial<Transition> = {}): Transition => ({ trigger, actions: [], target, places: place(9), ...rest });
const waits = (id: string, line: number, transitions: Transition[], note?: string): State =>
  ({ kind: 'atomic', id, value: { kind: 'constant', constant: string(id) }, places: place(line), transitions, note });
const chart = (name: string, rest: Partial<Chart> & Pick<Chart, 'initial' | 'states'>): Chart =>
  ({ name, file, parameters: [], context: [], alphabet: { events: [], open: false }, dependencies: [], ...rest });

export const trafficLight = chart('trafficLight', {
  description: 'A traffic light.',
  alphabet: { events: [{ type: 'next', form: 'string', fields: [] }], open: false },
  initial: to(always, 'RED'),
  states: [
    waits('RED', 3, [to(on('next'), 'GREEN')], 'everybody waits'),
    waits('GREEN', 3, [to(on('next'), 'YELLOW')]),
    waits('YELLOW', 3, [to(on('next'), 'RED')]),
  ],
});

const value: Trigger = { kind: 'value', name: 'value' };
export const runningAverage = chart('runningAverage', {
  context: [
    { name: 'total', type: 'number', initial: code('0') },
    { name: 'count', type: 'number', initial: code('0') },
    { name: 'average', type: 'number | null', initial: code('null') },
  ],
  alphabet: { events: [], values: 'number | null', open: false },
  initial: to(always, 'waiting'),
  states: [
    {
      kind: 'atomic',
      id: 'waiting',
      value: { kind: 'code', code: code(context('average')) },
      places: place(5),
      transitions: [
        to(value, 'done', { guard: code(event('value'), ' === null') }),
        to(value, 'waiting', {
          guard: 'else',
          actions: [action([code(context('total'), ' += ', event('value', 'number')), code(context('count'), ' += 1'), code(context('average'), ' = ', context('total'), ' / ', context('count'))], ['total', 'count', 'average'])],
        }),
      ],
    },
    { kind: 'final', id: 'done', places: place(11), transitions: [] },
  ],
});

const tried = "{ type: 'try'; ok: boolean }";
export const login = chart('login', {
  parameters: [{ name: 'limit', type: 'number', initial: code('3'), optional: true, rest: false }],
  context: [
    { name: 'limit', type: 'number', initial: undefined },
    { name: 'failed', type: 'number', initial: code('0') },
  ],
  alphabet: {
    events: [
      { type: 'try', form: 'object', fields: [{ name: 'ok', type: 'boolean', optional: false, values: [{ kind: 'boolean', value: false }, { kind: 'boolean', value: true }] }] },
      { type: 'logout', form: 'object', fields: [] },
    ],
    open: false,
  },
  initial: to(always, 'failed < limit?'),
  states: [
    {
      kind: 'choice',
      id: 'failed < limit?',
      places: place(3),
      transitions: [
        to(always, 'asking', { guard: code(context('failed'), ' < ', context('limit')) }),
        to(always, 'blocked', { guard: 'else', returns: code("'blocked'") }),
      ],
    },
    waits('asking', 4, [
      to(on('try'), 'in', { guard: code(event('event', tried), '.ok'), actions: [action([code(context('failed'), ' = 0')], ['failed'])] }),
      to(on('try'), 'asking', {
        guard: code('!', event('event', tried), '.ok && ', context('failed'), ' + 1 < ', context('limit')),
        actions: [action([code(context('failed'), ' += 1')], ['failed'])],
      }),
      to(on('try'), 'blocked', { guard: 'else', actions: [action([code(context('failed'), ' += 1')], ['failed'])], returns: code("'blocked'") }),
    ]),
    waits('in', 8, [
      to(on('logout'), 'asking', { guard: code(context('failed'), ' < ', context('limit')) }),
      to(on('logout'), 'blocked', { guard: 'else', returns: code("'blocked'") }),
    ]),
    { kind: 'final', id: 'blocked', value: { kind: 'constant', constant: string('blocked') }, places: place(10), transitions: [] },
  ],
});

export const demo = chart('demo', {
  alphabet: { events: [], open: true },
  initial: to(always, 'Start'),
  dependencies: [{ kind: 'import', name: 'ValueError', exported: 'ValueError', from: file, package: false, typeOnly: false }],
  states: (() => {
    const any: Trigger = { kind: 'any', but: [] };
    const caught = code({ to: 'error', name: 'error' }, ' instanceof ', { to: 'module', name: 'ValueError' });
    const throws = [to({ kind: 'throw' }, 'Caught ValueError!', { guard: caught }), to({ kind: 'throw' }, undefined, { guard: 'else', throws: code({ to: 'error', name: 'error' }) })];
    return [
      waits('Start', 3, [to(any, 'Middle'), ...throws]),
      waits('Middle', 4, [to(any, 'End'), ...throws]),
      waits('Caught ValueError!', 7, [to(any, 'End')]),
      waits('End', 9, [to(any, 'done')]),
      { kind: 'final', id: 'done', places: place(10), transitions: [] } satisfies State,
    ];
  })(),
});

const badge = "{ type: 'badge'; id: string }";
export const door = chart('door', {
  parameters: [
    { name: 'check', type: '(badge: string) => boolean', optional: false, rest: false },
    { name: 'open', type: '() => void', optional: false, rest: false },
  ],
  context: [
    { name: 'check', type: '(badge: string) => boolean' },
    { name: 'open', type: '() => void' },
    { name: 'checked', type: 'boolean | undefined', initial: code('undefined') },
  ],
  alphabet: { events: [{ type: 'badge', form: 'object', fields: [{ name: 'id', type: 'string', optional: false }] }, { type: 'reset', form: 'object', fields: [] }], open: false },
  initial: to(always, 'shut'),
  states: [
    waits('shut', 3, [to(on('badge'), 'checked?', { actions: [action([code(context('checked'), ' = ', context('check'), '(', event('event', badge), '.id)')], ['checked'], true)] })]),
    {
      kind: 'choice',
      id: 'checked?',
      places: place(5),
      transitions: [
        to(always, 'shut', { guard: code(context('checked')), actions: [action([code(context('open'), '()')], [], true)] }),
        to(always, 'alarm', { guard: 'else' }),
      ],
    },
    waits('alarm', 6, [to(on('reset'), 'shut')]),
  ],
});

export const all: readonly Chart[] = [trafficLight, runningAverage, login, demo, door];
