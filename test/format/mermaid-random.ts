/** Random charts with names and code that Mermaid, a label's grammar or a line reader could stumble over. */
import fc from 'fast-check';
import type { Action, Chart, State, Transition, Trigger } from '../../src/chart/chart.ts';
import { plainCode } from '../../src/chart/code.ts';

const NASTY = [
  'a; b', 'a: b', 'a::b', ':', 'b:', 'direction LR', 'go direction', 'Direction  tb', 'say "hi"', '<<choice>>', '[[fork]]', '#35;', '&amp;', '&lt;', '&#59;', '&;', 'a<b', 'a <= b', 'Map<K, V>', '<br/>', '<script>',
  '*a*', '_a_', '__proto__', '`a`', '~~a~~', '[a](b)', '$$x$$', 'fa:fa-car', 'a\\*b', '\\n', 'line\nbreak', 'a &&\n    b', 'end note', 'www.x.org', 'me@x.org', 'https://x.org/?a=b', '%%', '%%{init: {}}%%', '100%', 'C#', '#1',
  'any', 'any but', 'any but x', 'throw', 'return', 'return x', 'throw new Error(x)', 'else', "'quoted'", '"', "'", "it's", '`', '[', ']', '[x]', ' [x]', '/', ' / ', '/ x', 'a/b', 'a, b', ',', '(', ')', '{', '}', '{{x}}', 'f({ a: [1], b: "]" })',
  'a[b[0]] === 1', '`${x}`', '/[[]/.test(x)', '// x', 'x, return 1', 'f(a, …', '', ' ', '  ', ' a ', '-->', '--', '[*]', '[H]', 'root', 'root_start', 'state', 'note', 'class', 'end', 'style', 'style:x#1', 'constructor', 'toString', 'as', 'default',
  'accTitle', 'myDirection', 'x_y', 'x-y', 'x y', 'x__y', '1', '3 lives', 'é', '日本', '😀', '👨‍👩‍👧', '\u200b', '\u200b\u200b', '\u00a0', '\t', '\r', '\u2028', '\ud800', '\u202e', 'ﬂ°', '¶ß', '°', 'input limit', 'context x = 1', '1. x', '- x', '> x', '|', '@',
  'stateDiagram-v2', '---', ':::', 'x:::y', 'RED', 'GREEN', 'a long name that goes on and on until it is longer than any id',
];

const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NASTY) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });
/** Any text. */
export const text: fc.Arbitrary<string> = fc.oneof({ weight: 3, arbitrary: piece }, { weight: 2, arbitrary: fc.array(piece, { minLength: 2, maxLength: 3 }).chain((parts) => fc.constantFrom('', ' ', ', ').map((between) => parts.join(between))) });
/** Text with something in it, as a piece of code has. */
const code = text.map((words) => words.trim()).filter((words) => words !== '').map(plainCode);

const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  { weight: 4, arbitrary: text.map((type) => ({ kind: 'event' as const, type })) },
  { weight: 1, arbitrary: text.map((name) => ({ kind: 'value' as const, name })) },
  { weight: 1, arbitrary: fc.uniqueArray(text, { maxLength: 2 }).map((but) => ({ kind: 'any' as const, but })) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'throw' as const }, { kind: 'return' as const }, { kind: 'always' as const }) },
);
const guard = fc.option(fc.oneof({ weight: 3, arbitrary: code }, { weight: 1, arbitrary: fc.constant('else' as const) }), { nil: undefined });
const action: fc.Arbitrary<Action> = code.map((statement) => ({ statements: [statement], writes: [], mutates: [], effect: true, name: (statement.pieces as string[]).join('') }));

/** Where a transition goes: to a state, nowhere (it does something and stays), to a final, or to a failure. */
function ending(targets: readonly string[], finals: readonly string[]): fc.Arbitrary<Partial<Transition>> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...targets).map((target) => ({ target })) },
    { weight: 1, arbitrary: action.map((only) => ({ actions: [only] })) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...finals), fc.option(code, { nil: undefined })).map(([target, returns]) => ({ target, returns })) },
    { weight: 1, arbitrary: code.map((throws) => ({ throws })) },
  );
}

function transition(triggers: fc.Arbitrary<Trigger>, end: fc.Arbitrary<Partial<Transition>>): fc.Arbitrary<Transition> {
  return fc.tuple(triggers, guard, fc.array(action, { maxLength: 2 }), end).map(([taken, asked, actions, rest]) => ({ trigger: taken, guard: asked, actions, places: [], ...rest }));
}

const always = fc.constant<Trigger>({ kind: 'always' });

/** Half of them need no label. */
const name = fc.oneof(text, fc.constantFrom('RED', 'GREEN', 'BLUE', 'idle', 'busy', 'a_b', 'a_b_2'));

/** Charts whose every state is atomic or a choice with an arrow, and two finals. */
export const charts: fc.Arbitrary<Chart> = fc
  .tuple(fc.uniqueArray(name, { minLength: 3, maxLength: 8 }), fc.integer({ min: 0, max: 2 }))
  .chain(([ids, choices]) => {
    const finals = ids.slice(0, 2);
    const targets = ids.slice(2);
    const states = targets.map((id, index): fc.Arbitrary<State> => {
      const choice = index > 0 && index <= choices;
      const transitions = fc.array(transition(choice ? always : trigger, ending(targets, finals)), { minLength: choice ? 1 : 0, maxLength: index % 2 === 0 ? 4 : 1 });
      return fc.tuple(transitions, fc.option(text, { nil: undefined, freq: 1 })).map(([arrows, note]) => ({ kind: choice ? 'choice' : 'atomic', id, note, places: [], transitions: arrows }));
    });
    const initial = transition(always, ending(targets, finals)).filter(({ target, throws }) => target !== undefined || throws !== undefined);
    return fc.tuple(fc.tuple(...states), initial, fc.array(text, { maxLength: 2 })).map(([drawn, start, values]) => ({
      name: 'random',
      file: '',
      parameters: [],
      context: values.map((value, index) => ({ name: `$x${index}`, type: 'any', initial: plainCode(value) })),
      alphabet: { events: [], open: true },
      initial: start,
      states: [...drawn, ...finals.map((id): State => ({ kind: 'final', id, places: [], transitions: [] }))],
      dependencies: [],
    }));
  });
