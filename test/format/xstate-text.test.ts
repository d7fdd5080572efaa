import fc from 'fast-check';
import { statementsOf } from '../../src/format/xstate/write/statement.ts';
import { describe, expect, test } from 'vitest';
import type { Trigger } from '../../src/chart/chart.ts';
import { isBoolean } from '../../src/format/xstate/write/boolean.ts';
import { eventGuard, eventKey, readTrigger } from '../../src/format/xstate/event-name.ts';
import { decodeKey, encodeKey } from '../../src/format/xstate/key.ts';
import { labelText, labels } from '../../src/format/xstate/label.ts';
import { dedent, indent } from '../../src/format/xstate/write/lines.ts';
import { wordsOf } from '../../src/format/xstate/write/module-name.ts';
import { printWritten } from '../../src/format/xstate/write/shorthand.ts';

const nasty = fc.oneof(fc.string({ unit: fc.constantFrom('%', '2', 'E', '.', '#', '\\', '(empty)', '__proto__', '1', ' // ', '/', "'", '"', 'sent', ' && ', '*', 'xstate.') }), fc.string({ unit: 'binary' }));

describe('keys', () => {
  test('of different states differ, and say what the state is', () => {
    fc.assert(fc.property(nasty, fc.boolean(), (id, integers) => {
      const key = encodeKey(id, integers);
      expect(decodeKey(key)).toBe(id);
      expect(key).not.toMatch(/^#|^$|[.\\]|^__proto__$/);
    }));
  });

  test('stay what they are wherever XState can carry them', () => {
    for (const id of ['RED', 'Caught ValueError!', '50%', 'a/b', 'idle after paid', '3']) expect(encodeKey(id)).toBe(id);
    expect([encodeKey('3.5'), encodeKey('#1'), encodeKey(''), encodeKey('3', true)]).toEqual(['3%2E5', '%231', '(empty)', '%33']);
  });
});

test('the name of an event comes back from its key and guard, whatever else may be sent', () => {
  fc.assert(fc.property(nasty, fc.option(fc.constantFrom('a > 1', 'sent && b'), { nil: undefined }), fc.boolean(), fc.constantFrom('string', 'object'), (type, guard, open, form) => {
    for (const trigger of [{ kind: 'event', type }, { kind: 'any', but: [] }, { kind: 'throw' }, { kind: 'return' }] satisfies Trigger[]) {
      const name = [eventGuard(trigger, { events: [{ type, form, fields: [] }], open }), guard].filter((each) => each !== undefined).join(' && ');
      expect(readTrigger(eventKey(trigger)!, name === '' ? undefined : name)).toEqual({ trigger, guard });
    }
  }));
});

test.each([
  ['a = 1', ['a = 1']],
  ['a = 1; try { f({ b: 1 }); } catch (c) { a = 2; e = c; }', ['a = 1;', 'try {\n  f({ b: 1 });\n} catch (c) {\n  a = 2;\n  e = c;\n}']],
  ['try { if (a) { b(); } else c(); } finally { d(); }', ['try {\n  if (a) {\n    b();\n  } else c();\n} finally {\n  d();\n}']],
  ["for (let i = 0; i < 2; i++) f('; {'); g(() => { h(); k(); })", ["for (let i = 0; i < 2; i++) f('; {');", 'g(() => { h(); k(); })']],
  ['a = /;/; b()', ['a = /;/; b()']],
])('the statements of %j are laid out', (line, expected) => {
  expect(statementsOf(line)).toEqual(expected);
});

test('labels tell two meanings of one text apart and still say the text', () => {
  fc.assert(fc.property(fc.array(fc.tuple(nasty, fc.constantFrom('f', 'g', 'h'), fc.array(nasty, { maxLength: 2 }))), (asked) => {
    const made = labels(['sent']);
    const names = asked.map(([text, implementation, hints]) => made.label(text, implementation, hints));
    names.forEach((name, index) => {
      const [text, implementation] = asked[index]!;
      expect(labelText(name)).toBe(text);
      expect(made.entries.get(name)).toBe(implementation);
      expect(name).not.toBe('sent');
    });
  }));
});

test('a shorthand property is written out only where its variable has another name', () => {
  const x = { to: 'context', name: 'x' } as const;
  const print = (pieces: readonly (string | typeof x)[]) => printWritten({ pieces }, () => 'context.x');
  expect(print(['{ ', x, ' }'])).toBe('{ x: context.x }');
  expect(print(['f({ a, ', x, ", b: '}' }, ", x, ', [', x, ', 1])'])).toBe("f({ a, x: context.x, b: '}' }, context.x, [context.x, 1])");
  expect(print(['`${', x, '}`'])).toBe('`${context.x}`');
  expect(print(['{ x: ', x, ' }'])).toBe('{ x: context.x }');
  expect(printWritten({ pieces: ['{ ', x, ' }'] }, () => 'x')).toBe('{ x }');
});

test('moving code leaves what is inside a template literal where it is', () => {
  const code = "f(`a\n  b ${g({\n  c: '`' })} d\n  e`, {\n  // it's `\n  h: 1,\n})";
  expect(indent(code, '    ')).toBe("f(`a\n  b ${g({\n      c: '`' })} d\n  e`, {\n      // it's `\n      h: 1,\n    })");
  expect(dedent('if (a) {\n      b();\n\n    }')).toBe('if (a) {\n  b();\n\n}');
});

test.each([
  ['a < b', true], ['!a', true], ['!a && (b === c || d instanceof E)', true], ["'x' in y", true], ['true', true], ['(a > b)', true], ["a[b < c] === '||'", true],
  ['a', false], ['a && b < c', false], ['a ? b < c : d', false], ['f(a < b)', false], ['a << b', false], ['a ?? b > c', false], ['x => x > 1', false], ['!a + 1', false], ["'<'", false], ['a?.b', false],
])('whether %s gives a boolean: %s', (expression, expected) => {
  expect(isBoolean(expression)).toBe(expected);
});

test('the words of code are the names in it, not its properties', () => {
  expect(wordsOf({ pieces: ['a.b?.c(...d, e[f])', { to: 'context', name: 'g' }, '.h'] })).toEqual(['a', 'd', 'e', 'f', 'g']);
});
