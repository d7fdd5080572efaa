/** What people write by hand, and what of it cannot be a chart yet. */
import { describe, expect, it } from 'vitest';
import { codeText } from '../../src/chart/code.ts';
import { transitionLabel } from '../../src/chart/label.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';

function arrows(text: string): readonly string[] {
  const { chart, diagnostics } = fromMermaid(text);
  expect(diagnostics).toEqual([]);
  const out = (from: string, transition: (typeof chart & {})['initial']): string => `${from} > ${transition.target ?? '-'} : ${transitionLabel(transition)}`;
  return [out('[*]', chart!.initial), ...chart!.states.flatMap((state) => state.transitions.map((transition) => out(state.id, transition)))];
}

const diagram = (...lines: string[]): string => ['stateDiagram-v2', ...lines].join('\n');

describe('a hand-written state diagram', () => {
  it('is read with everything that only concerns its looks left out', () => {
    const text = `---
title: A light
config:
  theme: dark
---
%%{init: {"theme": "dark"}}%%
%% a remark
stateDiagram
  direction LR
  accTitle: a light
  accDescr {
    RED --> BLUE
  }
  classDef hot fill:#f96,stroke:#333
  hide empty description
  [*] --> RED
  RED:::hot --> GREEN : next
  note "floats" as N1
  # another remark
  GREEN-->RED:next
  class RED,GREEN hot
  style RED fill:#f00
  click RED "https://example.org"
`;
    expect(arrows(text)).toEqual(['[*] > RED : ', 'RED > GREEN : next', 'GREEN > RED : next']);
    expect(arrows(text.replaceAll('\n', '\r\n'))).toEqual(arrows(text));
  });

  it('names a state by the text it shows, wherever the text is given', () => {
    const text = diagram('[*] --> s1', 's1 --> s2 : go', 'state "Wide awake" as s1', 's2 : Fast<br>asleep', 's2 --> s1 : wake #quot;up#quot; &lt;3'.replace(' &lt;3', ''));
    expect(arrows(text)).toEqual(['[*] > Wide awake : ', 'Wide awake > Fast\nasleep : go', 'Fast\nasleep > Wide awake : wake "up"']);
  });

  it('takes the states in the order of their arrows, those that nothing leaves last', () => {
    const text = diagram('state "The end" as z', '[*] --> b', 'b --> dead : x', 'b --> a : y', 'a --> z : x', 'a --> b : y');
    expect(fromMermaid(text).chart!.states.map((state) => state.id)).toEqual(['b', 'a', 'The end', 'dead']);
  });

  it('keeps two states of one text apart by their ids', () => {
    expect(arrows(diagram('state "on" as a', 'state "on" as b', '[*] --> a', 'a --> b : x', 'b --> a : y'))).toEqual(['[*] > on : ', 'on > on (b) : x', 'on (b) > on : y']);
  });

  it('takes each line of a label for a transition, unless it begins with a bracket or a slash', () => {
    expect(arrows(diagram('[*] --> a', 'a --> b : go<br/>[x > 1]\\n/ act()<br />stop<br/>'))).toEqual(['[*] > a : ', 'a > b : go [x > 1] / act()', 'a > b : stop']);
  });

  it('reads the words out of a choice as a guard, with or without brackets', () => {
    const text = diagram('state c <<choice>>', '[*] --> c', 'c --> a : [n < 0]', 'c --> b : n === 0 / zero()', 'c --> [*] : else');
    expect(arrows(text)).toEqual(['[*] > c : ', 'c > a : [n < 0]', 'c > b : [n === 0] / zero()', 'c > done : [else]']);
    expect(fromMermaid(text).chart!.states.find((state) => state.id === 'c')!.kind).toBe('choice');
  });

  it('knows a final state by what is returned', () => {
    const text = diagram('[*] --> ok', "ok --> [*] : a / x = 1, return 'ok'", 'ok --> [*] : b / return 3', 'ok --> [*] : c / return total', 'ok --> [*] : d', 'ok --> [*] : e / throw new Error("a, return b")');
    const { states } = fromMermaid(text).chart!;
    expect(states[0]!.transitions.map((transition) => [transition.target, transition.returns && codeText(transition.returns), transition.throws && codeText(transition.throws)])).toEqual([
      ['ok (end)', "'ok'", undefined],
      ['3', '3', undefined],
      ['done', 'total', undefined],
      ['done', undefined, undefined],
      [undefined, undefined, 'new Error("a, return b")'],
    ]);
    expect(states.slice(1).map((state) => [state.kind, state.id, state.value])).toEqual([
      ['final', 'ok (end)', { kind: 'constant', constant: { kind: 'string', value: 'ok' } }],
      ['final', '3', { kind: 'constant', constant: { kind: 'number', value: 3 } }],
      ['final', 'done', undefined],
    ]);
  });

  it('reads notes on one line and on several', () => {
    const text = diagram('[*] --> a', 'note left of a : one; two'.replace(';', '#59;'), 'note right of a', '  three: four;', '  five', 'end note');
    expect(fromMermaid(text).chart!.states[0]!.note).toBe('one; two\nthree: four;\nfive');
  });

  it('does not take the note of the context for a note of the state', () => {
    expect(fromMermaid(diagram('[*] --> a', 'note left of a : input limit = 3, open<br/>context failed = 0')).chart!.states[0]!.note).toBeUndefined();
    expect(fromMermaid(diagram('[*] --> a', 'note left of a : context failed = 0<br/>is counted')).chart!.states[0]!.note).toBe('context failed = 0\nis counted');
    expect(fromMermaid(diagram('[*] --> a', 'note left of a : input must be valid')).chart!.states[0]!.note).toBe('input must be valid');
  });

  it('says where in the text each state and arrow stands', () => {
    const { chart } = fromMermaid(diagram('', '  [*] --> a', '  a --> b : go'), { name: 'walk', file: 'walk.mmd' });
    expect([chart!.name, chart!.file, chart!.initial.places, chart!.states[1]!.places]).toEqual(['walk', 'walk.mmd', [{ file: 'walk.mmd', line: 3, column: 3 }], [{ file: 'walk.mmd', line: 4, column: 3 }]]);
  });

  it('knows its alphabet by the arrows', () => {
    expect(fromMermaid(diagram('[*] --> a', 'a --> a : go<br/>any but stay', 'a --> [*] : throw')).chart!.alphabet).toEqual({
      events: [{ type: 'go', form: 'string', fields: [] }, { type: 'stay', form: 'string', fields: [] }],
      open: true,
    });
  });
});

describe('a label', () => {
  const read = (label: string): unknown => {
    const { trigger, guard, actions } = fromMermaid(diagram('[*] --> a', `a --> b : ${label}`)).chart!.states[0]!.transitions[0]!;
    return [trigger, guard && guard !== 'else' ? codeText(guard) : guard, actions[0]?.name ?? ''];
  };
  const event = (type: string): unknown => ({ kind: 'event', type });

  it.each([
    ['coin', event('coin'), undefined, ''],
    ['coin[paid > 3]/open(), log("a / b")', event('coin'), 'paid > 3', 'open(), log("a / b")'],
    ['todos/add [else] / x = [1, 2]', event('todos/add'), 'else', 'x = [1, 2]'],
    ['coin / unlock', event('coin'), undefined, 'unlock'],
    ['/ tick()', { kind: 'always' }, undefined, 'tick()'],
    ['[a[b[0]] === "]"] / c', { kind: 'always' }, 'a[b[0]] === "]"', 'c'],
    ["go [it's a[0]] / b[1]", event('go'), "it's a[0]", 'b[1]'],
    ['go [a[ > b] / c', event('go'), 'a[ > b', 'c'],
    ["go [it's late] / don't", event('go'), "it's late", "don't"],
    ['go [`${f("]")}]` === x]', event('go'), '`${f("]")}]` === x', ''],
    ['press [Enter] twice', event('press [Enter] twice'), undefined, ''],
    ['any', { kind: 'any', but: [] }, undefined, ''],
    ["any but stay, 'a, b', \"c [d]\" [x]", { kind: 'any', but: ['stay', 'a, b', 'c [d]'] }, 'x', ''],
    ["'any'", event('any'), undefined, ''],
    ["'any but \\'x\\'' / y", event("any but 'x'"), undefined, 'y'],
    ['throw [error instanceof E]', { kind: 'throw' }, 'error instanceof E', ''],
    ['return', { kind: 'return' }, undefined, ''],
    ["go ['x] y'] / ' z'", event('go'), 'x] y', ' z'],
    ['return x / y', event('return x'), undefined, 'y'],
  ])('%s', (label, trigger, guard, actions) => {
    expect(read(label)).toEqual([trigger, guard, actions]);
  });
});

describe('what cannot be read is said, with its place', () => {
  it.each([
    ['--', 'Only the block of a state is divided by `--`.'],
    ['state f <<fork>>', 'A fork that nothing leads to (f) is not charted yet.'],
    ['state f [[join]]', 'A join that does not come from every region of one parallel state (f) is not charted yet.'],
    ['state f <<entry>>', 'A entry (`<<entry>>`) is not charted yet.'],
    ['state f <<history>>', 'A history that is in no state (f) is not charted yet.'],
    ['b --> a[H*] : back', 'A history that is in no state (a[H*]) is not charted yet.'],
    ['c : asked', 'A choice with a text (c), which Mermaid draws as a state, is not charted yet.'],
    ['a --> b : one; two', 'Mermaid ends the text at the `;` and draws the rest as states. Write `#59;` for it.'],
    ['b : one; two', 'Mermaid ends the text at the `;` and draws the rest as states. Write `#59;` for it.'],
    ['a --> b : turn direction LR', 'Mermaid takes this whole line for a direction. Write the word `direction` as `#100;irection` here.'],
    ['a -> b', 'This is no line that a state diagram has.'],
    ['a --> b --> a', 'This is no line that a state diagram has.'],
    ['two words', 'This is no line that a state diagram has.'],
    ['}', 'This bracket closes no block.'],
    ['note right of a', 'This note has neither a text after a colon nor an `end note`.'],
    ['[*] : text', '`[*]` is no state, only an end of an arrow.'],
    ['[*] --> b', 'More than one arrow leaves `[*]`, so the diagram does not say where the machine starts.'],
  ])('%s', (line, message) => {
    const text = diagram('  state c <<choice>>', '  a : A', '  [*] --> a', `  ${line}`, '  a --> c');
    const { chart, diagnostics } = fromMermaid(text, { file: 'x.mmd', name: 'x' });
    expect(chart).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
    expect(diagnostics[0]).toMatchObject({ file: 'x.mmd', machine: 'x' });
    const { start, end } = diagnostics[0]!.span!;
    expect(text.slice(start, end)).toBe(line === 'c : asked' ? 'state c <<choice>>' : line);
  });

  it('a diagram that starts nowhere, and a text that is no state diagram', () => {
    expect(fromMermaid(diagram('a --> b')).diagnostics[0]!.message).toMatch(/where the machine starts/);
    expect(fromMermaid('flowchart TD\na --> b').diagnostics[0]!.message).toMatch(/begins with the line/);
    expect(fromMermaid('').diagnostics[0]!.message).toMatch(/begins with the line/);
  });
});
