import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantOf, type StaticValue } from '../../src/syntax/constants/constant.ts';
import type { Expression } from '../../src/syntax/tree.ts';
import { walk } from '../../src/syntax/walk.ts';
import { projectOf } from './project.ts';

/** What the `at` argument of the call `at(…)` in the text is worth, as plain data; `'?'` where that is not known. */
function worth(text: string, others: Readonly<Record<string, string>> = {}): unknown {
  const { project, module } = projectOf({ 'a.ts': text, ...others });
  let found: Expression | undefined;
  walk(module.program, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'at') found ??= node.arguments[0] as Expression;
  });
  const value = constantOf(found as Expression, module, project);
  return value ? data(value) : '?';
}

function data(value: StaticValue): unknown {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, inner]) => [key, data(inner)]));
    case 'array':
      return value.items.map(data);
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'bigint':
      return BigInt(value.value);
    default:
      return value.value;
  }
}

describe('what a pattern takes out of a table', () => {
  const table = "const T = { a: 'x', b: { c: ['p', 'q'] }, n: null, 'd-e': 1 };";
  it.each<[string, unknown]>([
    ['const { a } = T; at(a);', 'x'],
    ['const { a: b } = T; at(b);', 'x'],
    ['const { b: { c: [, q] } } = T; at(q);', 'q'],
    ["const { 'd-e': d } = T; at(d);", 1],
    ['const [p] = T.b.c; at(p);', 'p'],
    ['const { b } = T; at(b.c[0]);', 'p'],
    ["const { ['a']: a } = T; at(a);", 'x'],
    ['const { gone } = T; at(gone);', undefined],
  ])('%s', (text, expected) => {
    expect(worth(`${table} ${text}`)).toEqual(expected);
  });
  it.each([
    'const { a = 1 } = T; at(a);',
    "const { [k]: a } = T; at(a);",
    'const { b } = T; at(b.c);',
    'const { ...r } = T; at(r.a);',
    'const [, ...r] = T.b.c; at(r[0]);',
    'const { toString } = T; at(toString);',
    'const { n: { a } } = T; at(a);',
    'const [x] = T.a; at(x);',
    'const { b } = T; b.c = []; at(b.c);',
    'const { b } = T; T.b.c = []; at(b.c);',
    'let { a } = T; at(a);',
    'for (const { a } of [T]) at(a);',
  ])('%s is not known', (text) => {
    expect(worth(`${table} ${text}`)).toBe('?');
  });
});

describe('expressions of literals', () => {
  it.each<[string, unknown]>([
    ["'a'", 'a'],
    ['3', 3],
    ['true', true],
    ['null', null],
    ['undefined', undefined],
    ['12n', 12n],
    ['-3', -3],
    ['!0', true],
    ["'a' + 'b' + 1", 'ab1'],
    ['2 * 3 + 4', 10],
    ['`a${1}${true}${null}`', 'a1truenull'],
    ["({ a: 1, 'b': [2, 'c'], 3: 4, ['d' + 'e']: 5 })", { 3: 4, a: 1, b: [2, 'c'], de: 5 }],
    ['({ ...{ a: 1, b: 2 }, b: 3 })', { a: 1, b: 3 }],
    ['[...[1, 2], 3]', [1, 2, 3]],
    ['[1, 2].length', 2],
    ["'abc'.length", 3],
    ["({ a: 'x' }).a", 'x'],
    ["(['x', 'y'] as const)[1]!", 'y'],
    ["({ a: 'x' } satisfies object)['a']", 'x'],
    ["Object.freeze({ a: 'x' })?.a", 'x'],
    ['<string>"x"', 'x'],
    // Not known, or nothing that a chart could carry.
    ['f()', '?'],
    ['/x/', '?'],
    ['() => 1', '?'],
    ['1 / 0', '?'],
    ['NaN', '?'],
    ['-0', '?'],
    ['[1, , 2]', '?'],
    ['({ a: 1, f() {} })', '?'],
    ['({ a: 1 }).b', '?'],
    ['({ a: 1 }).toString', '?'],
    ['[1][2]', '?'],
    ["({ __proto__: { a: 1 } }).a", '?'],
    ['this', '?'],
  ])('%s', (text, expected) => {
    expect(worth(`at(${text});`)).toEqual(expected);
  });
  it('reads a member beside a function', () => {
    expect(worth("const t = { a: 'x', f() {} }; at(t.a);")).toBe('x');
  });
});

describe('variables', () => {
  it('are constants where they are const', () => {
    expect(worth("const a = 'x'; const b = a + a; at(b);")).toBe('xx');
    expect(worth("let a = 'x'; a = 'y'; at(a);")).toBe('?');
    expect(worth("function f(a = 'x') { at(a); }")).toBe('?');
    expect(worth('for (const a of [1]) at(a);')).toBe('?');
  });
  it('are told from what shadows them', () => {
    expect(worth("const a = 'x'; { const a = f(); at(a); }")).toBe('?');
    expect(worth("const a = f(); { const a = 'x'; at(a); }")).toBe('x');
    expect(worth("const undefined2 = 1; function g(undefined) { at(undefined); }")).toBe('?');
  });
  it('that need themselves are not known', () => {
    expect(worth('const a = b + 1; const b = a + 1; at(a);')).toBe('?');
    expect(worth('const a = { a: a }; at(a);')).toBe('?');
  });
  it('do not take forever to double', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `const v${index + 1} = \`\${v${index}}\${v${index}}\`;`);
    expect(worth(`const v0 = 'x'; ${lines.join(' ')} at(v60);`)).toBe('?');
    expect(worth(`const v0 = f(); ${lines.join(' ')} at(v60);`)).toBe('?');
  });
});

describe('enums', () => {
  it.each<[string, string, unknown]>([
    ['enum E { A, B, C = 7, D }', '[E.A, E.B, E.C, E.D]', [0, 1, 7, 8]],
    ["enum E { A = 'x', 'b c' = 'y' }", "[E.A, E['b c']]", ['x', 'y']],
    ['const enum E { A = 1 << 2, B = A | 1, C = E.B + 1 }', '[E.A, E.B, E.C]', [4, 5, 6]],
    ['enum E { A }', 'E[0]', 'A'],
    ['enum E { A = f(), B = 2 }', 'E.B', 2],
    ['enum E { A = f() }', 'E.A', '?'],
    ['enum E { A } enum E { B = 5 }', '[E.A, E.B]', [0, 5]],
    ['enum E { A = 3 } enum F { B = E.A }', 'F.B', 3],
    ['declare enum E { A }', 'E.A', '?'],
    ['const n = 4; enum E { A = n }', 'E.A', 4],
  ])('%s: %s', (text, expression, expected) => {
    expect(worth(`${text} at(${expression});`)).toEqual(expected);
  });
});

describe('imports', () => {
  const others = { 'b.ts': "export const T = { red: 'RED' } as const; export enum E { A = 'a' } export default { x: 1 }; export const n = { m: { k: 'v' } };", 'c.ts': "export * from './b.ts'; export { T as U } from './b.js'; export * as ns from './b.ts';" };
  it('are followed', () => {
    expect(worth("import { T, E } from './b.ts'; at(T.red + E.A);", others)).toBe('REDa');
    expect(worth("import { U } from './c'; at(U.red);", others)).toBe('RED');
    expect(worth("import { T } from './c.js'; at(T.red);", others)).toBe('RED');
    expect(worth("import t from './b.ts'; at(t.x);", others)).toBe(1);
    expect(worth("import * as b from './b.ts'; at(b.T.red);", others)).toBe('RED');
    expect(worth("import { x } from 'package'; at(x);", others)).toBe('?');
    expect(worth("import { x } from './missing.ts'; at(x);", others)).toBe('?');
  });
  it('are no constants where this module changes them', () => {
    expect(worth("import { n } from './b.ts'; n.m = { k: 'w' }; at(n.m.k);", others)).toBe('?');
    expect(worth("import * as b from './b.ts'; b.n.m.k = 'w'; at(b.n.m.k);", others)).toBe('?');
    expect(worth("import { n } from './b.ts'; at(n.m.k); f(n.m.k);", others)).toBe('v');
    expect(worth("import { n, n as other } from './b.ts'; other.m.k = 'w'; at(n.m.k);", others)).toBe('?');
    expect(worth("import { n } from './b.ts'; import * as b from './b.ts'; b.n.m.k = 'w'; at(n.m.k);", others)).toBe('?');
    expect(worth("import { n } from './b.ts'; import * as b from './b.ts'; n.m.k = 'w'; at(b.n.m.k);", others)).toBe('?');
    expect(worth("import { n, n as other, T } from './b.ts'; import * as b from './b.ts'; f(T.red, other.m.k, b.T.red); at(n.m.k + b.n.m.k);", others)).toBe('vv');
  });
});

describe('a table that something may change is no constant', () => {
  const table = "const T = { a: 'x', b: { c: 'y' }, l: ['p', 'q'] };";
  it.each([
    "T.a = 'z'", "T['a'] += 'z'", 'delete T.a', 'T.l.push("r")', 'T.l.length = 0', 'T.l[0]++', 'T.b.c = "z"', 'f(T)', 'f(T.b)', 'f(...T.l, T)', 'new F(T)', 'const u = T; u.a = 1',
    'let u; u = T.b; u.c = 1', 'const { b } = T; b.c = 1', 'const { b: { ...r } } = T; f(r); const { ...s } = T; s.b.c = 1', '[T.a] = [1]', '({ x: T.a } = y)', 'for (T.a of []);', 'Object.assign(T, {})', 'f({ T })', 'o.t = T',
    'const g = () => T', 'function g(t: any) { t.a = 1; } g(T)', 'function g() { arguments[0].a = 1; } g(T)', 'Object.values(T)[1].c = 1', 'T.l.sort()', 'T.l.map((x, i, all) => all.pop())', '(T as any).a = 1', 'T.b!.c = 1',
    'for (const v of Object.values(T)) (v as any).c = 1', 'const w = { inner: T }; w.inner.a = 1', 'const w = [T]; w[0].a = 1', '(c ? T : U).a = 1', '(U ?? T).a = 1', 'f`${T}`', 'let u = T.b; u = T as any; u.c = 1; u.a = 1', 'T.l.at(0).x = T', 'throw T',
  ])('%s', (use) => {
    expect(worth(`${table} ${use}; at(T.a);`)).toBe('?');
  });
});

describe('a table that is only read is a constant', () => {
  const table = "export const T = { a: 'x', b: { c: 'y' }, l: ['p', 'q'] };";
  it.each([
    'f(T.a)', 'f(T.b.c)', 'f(T.l[k])', 'T.a === x', 'k in T', 'Object.keys(T)', 'T.l.includes(x)', 'T.l.map((x) => x + 1)', 'const u = T.b; f(u.c)', 'const { b } = T; f(b.c)', 'for (const p of T.l) f(p)',
    'f(...T.l)', 'JSON.stringify(T)', 'type K = keyof typeof T', 'export { T as U }', 'function g(t: any) { return t.a; } g(T)', 'const g = (t: any) => t.b.c; g(T)', 'function* g() { yield T; }', 'if (T) f()', '`${T}`', 'T.l.join()', 'f({ ...T.b })', 'const row = T[k as "b"]; const z = (row as any)?.c ?? y',
    'new Set(T.l)', 'f(T.b.c.length)', 'T.hasOwnProperty("a")', 'Object.entries(T.b).forEach(f)', 'T.a.padStart(3)',
  ])('%s', (use) => {
    expect(worth(`${table} ${use}; at(T.a);`)).toBe('x');
  });
  it('also when handed to anyone, where it is frozen and flat', () => {
    expect(worth("const T = Object.freeze({ a: 'x' }); f(T); at(T.a);")).toBe('x');
    expect(worth("const T = Object.freeze({ a: 'x', b: {} }); f(T); at(T.a);")).toBe('?');
  });
});

describe('laws', () => {
  const leaf = fc.oneof(fc.string().map((value) => JSON.stringify(value)), fc.integer({ min: -1000, max: 1000 }).map((value) => `(${value})`), fc.constantFrom('true', 'null'));
  const expression = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, leaf, fc.tuple(tie('any'), fc.constantFrom('+', '-', '*', '/', '%', '|', '>>>', '**'), tie('any')).map((parts) => `(${parts.join(' ')})`), tie('any').map((inner) => `(-${inner})`), tie('any').map((inner) => `\`a\${${inner}}\``)),
  })).any;
  it('computes what JavaScript computes, or says nothing', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const folded = worth(`at(${text});`);
        if (folded !== '?') expect(folded).toBe(new Function(`return ${text}`)());
      }),
      { numRuns: 300 },
    );
  });
  it('adds ten thousand terms', () => {
    expect(worth(`const a = 1; at(a${' + a'.repeat(9_999)});`)).toBe(10_000);
  });
  it('gives up on a table that goes by ten thousand names', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `const t${index + 1} = t${index};`);
    expect(worth(`const t0 = { a: 'x', b: {} }; ${names.join(' ')} at(t0.a);`)).toBe('?');
  });
  it('gives up on what is nested too deep', () => {
    expect(worth(`at(${'['.repeat(1400)}${']'.repeat(1400)});`)).toBe('?');
  });
});
