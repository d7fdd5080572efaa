import { describe, expect, it } from 'vitest';
import type { Binding, Module } from '../../src/syntax/module.ts';
import { parseModule } from '../../src/syntax/parse.ts';
import type { Node } from '../../src/syntax/tree.ts';
import { walk } from '../../src/syntax/walk.ts';

function parsed(text: string, path = 'a.ts'): Module {
  const { module, diagnostics } = parseModule(path, text);
  expect(diagnostics).toEqual([]);
  return module as Module;
}

/** Every identifier of the name, in source order, and the line its binding is declared on (0: none). */
function lines(text: string, name: string, path?: string): number[] {
  const module = parsed(text, path);
  const found: Node[] = [];
  walk(module.program, (node) => {
    if ((node.type === 'Identifier' || node.type === 'JSXIdentifier') && (node as { name: string }).name === name) found.push(node);
  });
  found.sort((a, b) => a.start - b.start);
  return found.map((node) => {
    const binding = module.bindings.get(node);
    return binding ? text.slice(0, binding.identifier.start).split('\n').length : 0;
  });
}

function all(module: Module): Set<Binding> {
  return new Set(module.bindings.values());
}

function named(module: Module, name: string, kind?: Binding['kind']): Binding {
  const found = [...all(module)].filter((binding) => binding.name === name && (!kind || binding.kind === kind));
  expect(found).toHaveLength(1);
  return found[0] as Binding;
}

describe('values', () => {
  it('hoists var out of blocks to its function', () => {
    expect(lines('const x = 0;\nfunction f() { x; { \nvar x = 1; } x; }\nx;', 'x')).toEqual([1, 3, 3, 3, 1]);
  });
  it('hoists functions within their block', () => {
    expect(lines('f();\nfunction f() {}\n{ f();\nfunction f() {} }', 'f')).toEqual([2, 2, 4, 4]);
  });
  it('keeps let and const to their block, and the heads of loops to the loop', () => {
    expect(lines('let i = 0;\nfor (let i = 0; i < 3; i++) { i; }\ni;\nfor (const i of [i]) i;', 'i')).toEqual([1, 2, 2, 2, 2, 1, 4, 4, 4]);
  });
  it('shows the name of a function expression inside it only', () => {
    expect(lines('f;\nconst g = function f() { f; };\nf;', 'f')).toEqual([0, 2, 2, 0]);
  });
  it('lets a parameter shadow the name of its function expression', () => {
    expect(lines('(function f(\nf) { f; });', 'f')).toEqual([1, 2, 2]);
  });
  it('shows parameters to later defaults, and the body not to defaults', () => {
    expect(lines('const a = 1;\nfunction f(b = a, c = b) { var a = 2; a; }', 'a')).toEqual([1, 1, 2, 2]);
    expect(lines('function f(b = 1, c = b) { var b; b; }', 'b')).toEqual([1, 1, 1, 1]);
  });
  it('gives a catch its parameter', () => {
    expect(lines('const e = 1;\ntry {} catch (e) { e; }\ne;', 'e')).toEqual([1, 2, 2, 1]);
    expect(lines('try {} catch ({ code: e = e }) { e; }', 'e')).toEqual([1, 1, 1]);
  });
  it('looks up the discriminant of a switch outside the scope of its cases', () => {
    expect(lines('const x = 1;\nswitch (x) { case 1:\nlet x = 2; x; }', 'x')).toEqual([1, 1, 3, 3]);
  });
  it('takes neither labels nor property names for references', () => {
    expect(lines('const x = 1;\nx: for (;;) { break x; }\n({ x: 1 }).x; ({ x() {} }); class A { x = 1; }', 'x')).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });
  it('takes shorthand properties and computed keys for references', () => {
    const module = parsed('const x = 1; const y = { x, [x]: 1 }; class C { [x] = 1; }');
    expect(named(module, 'x').references).toHaveLength(3);
  });
  it('keeps the inner name of a class expression inside', () => {
    expect(lines('C;\nconst D = class C { m() { C; } };', 'C')).toEqual([0, 2, 2]);
  });
  it('reads JSX elements, but not intrinsic ones', () => {
    expect(lines('const Box = 1;\n<Box a={Box}><Box.Lid /></Box>;', 'Box', 'a.tsx')).toEqual([1, 1, 1, 1, 1]);
    expect(lines('const div = 1;\n<div />;', 'div', 'a.tsx')).toEqual([1, 0]);
  });
  it('lets static blocks keep their var', () => {
    expect(lines('var x = 1;\nclass A { static { var x = 2; x; } }\nx;', 'x')).toEqual([1, 2, 2, 1]);
  });
});

describe('assignments', () => {
  const assigned = (text: string, name: string) => named(parsed(text), name).assignments.map((node) => text.slice(0, node.start).split('\n').length);
  it('finds every way to assign', () => {
    expect(assigned('let x = 0;\nx = 1;\nx += 1;\nx++;\n[x] = [1];\n({ x } = y);\n({ a: x = 2 } = y);\nfor (x of []);\nfor (x in {});\n[...x] = [];\n(x as any) = 1;\nx!++;\nx ??= 3;\nx;', 'x')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });
  it('takes neither the declaration nor a member for one', () => {
    expect(assigned('let x = {};\nx.a = 1;\nx[0] = 2;\n({ a: x.a } = y);', 'x')).toEqual([]);
  });
  it('takes a second var with a value for one', () => {
    expect(assigned('var x = 0;\nvar x = 1;\nvar x;\nfor (var x of []);', 'x')).toEqual([2, 4]);
  });
  it('reads what a computed key or a default in a pattern reads', () => {
    const module = parsed('let a = 0, b = 1; ({ [b]: a = b } = {});');
    expect(named(module, 'b').references).toHaveLength(2);
    expect(named(module, 'b').assignments).toHaveLength(0);
  });
});

describe('types', () => {
  it('merges interfaces into one binding', () => {
    const binding = named(parsed('interface A { a: 1 }\ninterface A { b: 2 }\ntype B = A;'), 'A');
    expect(binding.declarations).toHaveLength(2);
    expect(binding.references).toHaveLength(1);
  });
  it('lets a local alias shadow an outer one, also above its declaration', () => {
    expect(lines('type T = 1;\nfunction f(): T { let x: T;\ntype T = 2; }\nlet y: T;', 'T')).toEqual([1, 1, 3, 3, 1]);
  });
  it('keeps values and types apart', () => {
    const module = parsed("const Light = {} as const;\ntype Light = keyof typeof Light;\nlet a: Light = Light;");
    expect(named(module, 'Light', 'const').references).toHaveLength(2);
    expect(named(module, 'Light', 'type').references).toHaveLength(1);
  });
  it('scopes type parameters, mapped keys and what is inferred', () => {
    expect(lines('type T = 1;\ntype A<T> = T;\ntype B = { [T in "a"]: T };\ntype C<X> = X extends (infer T)[] ? T : 0;\nfunction f<T>(x: T): T {}\ntype D = T;', 'T')).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 1]);
  });
  it('reads the value in typeof, and the leftmost of a qualified name', () => {
    expect(lines('const a = { b: 1 };\ntype T = typeof a.b;\ntype b = 1;', 'b')).toEqual([0, 0, 3]);
    expect(lines('enum E { A }\ntype T = E.A;', 'E')).toEqual([1, 1]);
  });
  it('shows an enum member inside its enum, also across declarations', () => {
    expect(lines('const A = 0;\nenum E { A = 1, B = A }\nenum E { C = A }\nA;', 'A')).toEqual([1, 2, 2, 2, 1]);
  });
  it('shows what a namespace exports in its other bodies, and nothing else', () => {
    expect(lines('namespace N { export const a = 1; }\nnamespace N { a; }', 'a')).toEqual([1, 1]);
    expect(lines('namespace N { const a = 1; }\nnamespace N { a; }', 'a')).toEqual([1, 0]);
  });
  it('gives the value and the type of one exported name', () => {
    const exported = parsed('const L = 1; type L = 2; export { L }; export type { L as M };').exports;
    expect(exported.get('L')).toMatchObject({ binding: { kind: 'const' }, type: { kind: 'type' }, typeOnly: false });
    expect(exported.get('M')).toMatchObject({ binding: { kind: 'type' }, typeOnly: true });
  });
});

describe('modules', () => {
  it('knows imports of every kind', () => {
    const module = parsed("import a, { b as c, type d } from './x'; import * as e from 'y'; import type f from 'z';");
    expect([...module.scope.bindings.values()].map(({ name, imported }) => [name, imported?.from, imported?.name, imported?.typeOnly])).toEqual([
      ['a', './x', 'default', false], ['c', './x', 'b', false], ['d', './x', 'd', true], ['e', 'y', '*', false], ['f', 'z', 'default', true],
    ]);
  });
  it('knows exports of every kind', () => {
    const module = parsed("export const a = 1, { b, c: [d] } = x; export function* e() {} export default class F {} export { a as g, h } ; const h = 1; export { i as j } from './i'; export * from './k'; export * as l from './l'; export enum M {}");
    expect([...module.exports.keys()]).toEqual(['a', 'b', 'd', 'e', 'default', 'g', 'h', 'j', 'l', 'M']);
    expect(module.exports.get('default')?.binding?.name).toBe('F');
    expect(module.exports.get('j')?.from).toEqual({ specifier: './i', name: 'i' });
    expect(module.exports.get('l')?.from).toEqual({ specifier: './l', name: '*' });
    expect(module.reexports).toEqual(['./k']);
  });
  it('keeps an anonymous default as its node', () => {
    expect(parsed('export default function* () {}').exports.get('default')?.node?.type).toBe('FunctionDeclaration');
    expect(parsed('export default { a: 1 }').exports.get('default')?.node?.type).toBe('ObjectExpression');
  });
  it('says where the syntax is wrong', () => {
    const { module, diagnostics } = parseModule('a.ts', 'const a = ;');
    expect(module).toBeUndefined();
    expect(diagnostics).toEqual([{ code: 'syntax-error', severity: 'error', message: 'Unexpected token.', file: 'a.ts', span: { start: 10, end: 11 } }]);
  });
  it('says what is declared twice', () => {
    expect(parseModule('a.ts', 'let a; let a;').diagnostics[0]?.message).toContain('already been declared');
  });
  it('reads JavaScript as JavaScript', () => {
    expect(parseModule('a.mjs', 'let a: number;').diagnostics).toHaveLength(1);
    expect(parseModule('a.mts', 'let a: number;').diagnostics).toHaveLength(0);
    expect(parseModule('a.cjs', 'module.exports = {}; return;').diagnostics).toHaveLength(0);
  });
});

describe('code nested deeper than the stack', () => {
  const deep = {
    blocks: `${'{'.repeat(1500)}a${'}'.repeat(1500)}`,
    sum: `a${' + a'.repeat(10_000)}`,
    members: `a${'.b'.repeat(10_000)}`,
    elses: `if (a) {}${' else if (a) {}'.repeat(5000)}`,
    scopes: `${'{ let a; '.repeat(1400)}a${'}'.repeat(1400)}`,
    types: `type T = ${'['.repeat(1500)}1${']'.repeat(1500)}`,
    patterns: `const ${'['.repeat(1500)}b${']'.repeat(1500)} = a;`,
  };
  it.each(Object.entries(deep))('binds %s', (_, text) => {
    const module = parsed(text);
    expect(module.scope.kind).toBe('module');
  });
});

describe('laws', () => {
  it('keeps the references in source order and every one of them bound to the binding', () => {
    const module = parsed(`
      import { x } from './x';
      interface Ev<T = typeof x> { type: T; m(a: Ev): void }
      export default class K<T extends Ev> extends x<T> { static #p = x; @x m(@x a = K) { do { var v = a; } while (v); return x as unknown as T; } }
      function f({ a = x, ...b }: Ev, [c] = [b]) { l: for (const k in b) { if (k) continue l; a += c; ({ a, [k]: c } = b); } return <T,>(t: T) => t; }
      enum E { A = x, B = A } namespace N { export type E2 = E.A; export const y = E.B } type M = { [K in keyof typeof N]: N.E2 };
    `);
    for (const binding of all(module)) {
      const starts = binding.references.map((node) => node.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const node of binding.references) expect([...all(module)].some((other) => module.bindings.get(node) === other)).toBe(true);
      expect(binding.references).toEqual(expect.arrayContaining([...binding.assignments]));
      expect(binding.scope.bindings.get(binding.name) === binding || binding.scope.types.get(binding.name) === binding).toBe(true);
    }
  });
});
