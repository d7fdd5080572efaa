/** The diagrams that are written, as a person sees them in the file. */
import { describe, expect, it } from 'vitest';
import type { Chart, State, Transition, Trigger } from '../../src/chart/chart.ts';
import { plainCode } from '../../src/chart/code.ts';
import { type Spot, escape } from '../../src/format/mermaid/escape.ts';
import { mermaidIds } from '../../src/format/mermaid/write/ids.ts';
import { toMermaid } from '../../src/format/mermaid/write/write.ts';
import { demo, door, login, runningAverage, trafficLight } from '../charts.ts';

const written = (chart: Chart): string => toMermaid(chart).replace(/^%%.*\n/, '');
const on = (type: string): Trigger => ({ kind: 'event', type });
const any: Trigger = { kind: 'any', but: [] };
const to = (trigger: Trigger, target?: string, rest: Partial<Transition> = {}): Transition => ({ trigger, actions: [], target, places: [], ...rest });
const state = (id: string, transitions: readonly Transition[] = [], kind: State['kind'] = 'atomic'): State => ({ kind, id, places: [], transitions });
const chart = (...states: readonly State[]): Chart => ({ ...trafficLight, initial: to({ kind: 'always' }, states[0]!.id), states });
const arrows = (...transitions: readonly Transition[]): readonly string[] =>
  written(chart(state('A', transitions), state('B'), state('done', [], 'final')))
    .split('\n')
    .filter((line) => line.startsWith('  A --> '))
    .map((line) => line.trim());

describe('the samples', () => {
  it('the traffic light is four arrows', () => {
    expect(toMermaid(trafficLight)).toBe(`%% trafficLight (machines/by-hand.ts), drawn by yieldchart
stateDiagram-v2
  [*] --> RED
  RED --> GREEN : next
  note right of RED : everybody waits
  GREEN --> YELLOW : next
  YELLOW --> RED : next
`);
  });

  it('the running average shows its context and its end', () => {
    expect(written(runningAverage)).toBe(`stateDiagram-v2
  [*] --> waiting
  note left of waiting : context total = 0, count = 0, average = null
  waiting --> [*] : value [value === null]
  waiting --> waiting : value [else] / total += value, count += 1, average = total / count
`);
  });

  it('the login starts in a choice and returns a constant', () => {
    expect(written(login)).toBe(`stateDiagram-v2
  state failed_limit <<choice>>
  [*] --> failed_limit
  note left of failed_limit : input limit = 3<br/>context failed = 0
  failed_limit --> asking : [failed < limit]
  failed_limit --> [*] : [else] / return 'blocked'
  asking --> in : try [event.ok] / failed = 0
  asking --> asking : try [!event.ok && failed + 1 < limit] / failed += 1
  asking --> [*] : try [else] / failed += 1, return 'blocked'
  in --> asking : logout [failed < limit]
  in --> [*] : logout [else] / return 'blocked'
`);
  });

  it('the demo labels the state whose name is no id, and fails at the end', () => {
    expect(written(demo)).toBe(`stateDiagram-v2
  state "Caught ValueError!" as Caught_ValueError
  [*] --> Start
  Start --> Middle : any
  Start --> Caught_ValueError : throw [error instanceof ValueError]
  Start --> [*] : throw [else] / throw error
  Middle --> End : any
  Middle --> Caught_ValueError : throw [error instanceof ValueError]
  Middle --> [*] : throw [else] / throw error
  Caught_ValueError --> End : any
  End --> [*] : any
`);
  });

  it('the door names its input', () => {
    expect(written(door)).toContain('note left of shut : input check, open<br/>context checked = undefined\n');
  });
});

describe('which arrows are drawn', () => {
  it('those between the same two states share a line', () => {
    expect(arrows(to(on('x'), 'B'), to(on('y'), 'A'), to(on('z'), 'B', { guard: plainCode('n > 1') }), to(on('w'), 'A'))).toEqual(['A --> B : x<br/>z [n > 1]', 'A --> A : y<br/>w']);
  });

  it('what does nothing is not drawn, what only does something is', () => {
    expect(arrows(to(on('x')), to(on('y'), undefined, { actions: [{ statements: [plainCode('n += 1')], writes: ['n'], mutates: [], effect: false, name: 'n += 1' }] }))).toEqual(['A --> A : y / n += 1']);
  });

  it('what does nothing is named by the wildcard that would take it', () => {
    expect(arrows(to(on('x')), to(on('a, b')), to(any, 'B'))).toEqual(["A --> B : any but x, 'a, b'"]);
    expect(arrows(to(on('x')), to({ kind: 'any', but: ['y', 'x'] }, 'B'))).toEqual(['A --> B : any but y, x']);
  });

  it('the wildcard need not name an event that another arrow names', () => {
    expect(arrows(to(on('x'), 'B', { guard: plainCode('n > 1') }), to(on('x'), undefined, { guard: 'else' }), to(any, 'B'))).toEqual(['A --> B : x [n > 1]<br/>any']);
  });

  it('a wildcard that does nothing is neither drawn nor named', () => {
    expect(arrows(to(any, 'B', { guard: plainCode('n > 1') }), to(any, undefined, { guard: 'else' }))).toEqual(['A --> B : any [n > 1]']);
  });

  it('what does nothing is drawn where an else depends on it', () => {
    expect(arrows(to(on('x'), undefined, { guard: plainCode('n > 1') }), to(on('x'), 'B', { guard: 'else' }))).toEqual(['A --> A : x [n > 1]', 'A --> B : x [else]']);
  });

  it('an error that is swallowed is drawn: elsewhere it ends the machine', () => {
    expect(arrows(to({ kind: 'throw' }))).toEqual(['A --> A : throw']);
  });

  it('a final with a value says so even where its arrow does not', () => {
    const end: State = { ...state('over', [], 'final'), value: { kind: 'constant', constant: { kind: 'string', value: 'over' } } };
    expect(written(chart(state('A', [to(on('x'), 'over')]), end))).toContain("A --> [*] : x / return 'over'");
  });

  it('a state that no arrow mentions is still there, before its note', () => {
    expect(written(chart(state('A'), { ...state('B'), note: 'alone; in the\ndark' }))).toBe('stateDiagram-v2\n  [*] --> A\n  B\n  note right of B : alone#59; in the<br/>dark\n');
  });
});

describe('words that would be misread are quoted', () => {
  it.each([
    [on('any'), "'any'"],
    [on('throw'), "'throw'"],
    [on('return'), "'return'"],
    [on('any but stay'), "'any but stay'"],
    [on(''), "''"],
    [on('press [Enter]'), "'press [Enter]'"],
    [on('press [Enter] twice'), 'press [Enter] twice'],
    [on('go / stop'), "'go / stop'"],
    [on("'it'"), "'#92;'it#92;''"],
    [on(' padded '), "' padded '"],
    [on('todos/add'), 'todos/add'],
    [on("it's here"), "it's here"],
    [{ kind: 'value', name: 'any' } satisfies Trigger, "'any'"],
  ])('%j', (trigger, label) => {
    expect(arrows(to(trigger, 'B'))).toEqual([`A --> B : ${label}`]);
  });

  it.each([
    ['a[b[0]] && c === "]"', 'a[b[0]] && c === "]"'],
    ['/[[]/.test(x)', '/[[]/.test(x)'],
    ['/\\]/.test(x) / y', "'/#92;#92;]/.test(x) / y'"],
    ["'x'", "'#92;'x#92;''"],
    ['a &&\n    b', 'a && b'],
  ])('the guard %s', (guard, label) => {
    expect(arrows(to(on('go'), 'B', { guard: plainCode(guard) }))).toEqual([`A --> B : go [${label}]`]);
  });
});

describe('ids', () => {
  it.each([
    ['RED', 'RED'],
    ['snake_case', 'snake_case'],
    ['end', 'end'],
    ['failed < limit?', 'failed_limit'],
    ['3 lives', 's3_lives'],
    ['note', 'note_'],
    ['State', 'State_'],
    ['root', 'root_'],
    ['X_start', 'X_start_'],
    ['myDirection', 'myDirection_'],
    ['constructor', 'constructor_'],
    ['__proto__', 'proto'],
    ['日本', 'u65e5_u672c'],
    ['?!', 's'],
    ['', 's'],
    ['a long name that goes on and on until it is longer than any id', 'a_long_name_that_goes_on_and_on_until_it'],
  ])('%j is %s', (name, id) => {
    expect(mermaidIds([state(name)]).get(name)).toBe(id);
  });

  it('are distinct, and never take the name that another state keeps', () => {
    expect([...mermaidIds([state('a b'), state('a-b'), state('a_b'), state('a!b', [], 'choice')])]).toEqual([
      ['a_b', 'a_b'],
      ['a b', 'a_b_2'],
      ['a-b', 'a_b_3'],
      ['a!b', 'a_b_4'],
    ]);
  });
});

describe('escaping keeps ordinary code as it is, and what a renderer would eat is a code', () => {
  const plain = ['[x > 1] / act()', 'a && b || !c', 'f({a, b})', 'x <= 1', 'a < b', 'n * 2', 'snake_case', "it's", 'C# 50%', 'a -- b', 'total / count', '日本 😀'];
  it.each(plain)('%s', (text) => {
    expect((['state', 'arrow', 'note'] satisfies Spot[]).map((spot) => escape(text, spot))).toEqual([text, text, text]);
  });

  it.each([
    ['a; "b"', 'a#59; "b"'],
    ['when: x', 'when#58; x'],
    ['Map<K>', 'Map#60;K>'],
    ['a <b', 'a #60;b'],
    ['&lt', '#38;lt'],
    ['__x_y_', '#95;#95;x_y#95;'],
    ['2**3 a*b', '2#42;#42;3 a#42;b'],
    ['$$x$', '#36;#36;x$'],
    ['%%{x', '#37;#37;{x'],
    ['[a](b)', '[a#93;(b)'],
    ['me@x', 'me#64;x'],
    ['www.x', '#119;ww.x'],
    ['a direction LR', 'a #100;irection LR'],
    ['end note', '#101;nd note'],
    ['`~\\', '#96;#126;#92;'],
    [' a  b ', '#32;a #32;b#32;'],
    ['a\tb\u00a0\u202e', 'a#9;b#160;#8238;'],
  ])('%j', (text, expected) => {
    expect(escape(text, 'arrow')).toBe(expected);
  });

  it('a state may keep a colon before a space, but no quotes', () => {
    expect([escape('a: b', 'state'), escape('a:b "c"', 'state'), escape('[[fork]]', 'state')]).toEqual(['a: b', 'a#58;b #34;c#34;', '#91;#91;fork]]']);
  });
});
