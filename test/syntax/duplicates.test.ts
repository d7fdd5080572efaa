import { expect, test } from 'vitest';
import { parseModule } from '../../src/syntax/parse.ts';

const said = (text: string) => {
  const { module, diagnostics } = parseModule('a.ts', text);
  expect(module === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, message, span }) => [code, message, text.slice(0, span!.start).split('\n').length]);
};

test('a second function of a name is an error, where it stands', () => {
  expect(said("export function* a() { yield 1; }\nexport function* a() { yield 2; }")).toEqual([['syntax-error', 'There is already a function `a` in this module.', 2]]);
  expect(said('function a() {}\nexport default function* a() { yield 1; }')).toEqual([['syntax-error', 'There is already a function `a` in this module.', 2]]);
});

test('a second export of a name is an error, however it is exported', () => {
  expect(said("function* b() {}\nexport function* a() {}\nexport { b as a };")).toEqual([['syntax-error', 'This module already exports something as `a`.', 3]]);
  expect(said('const b = 1, c = 2;\nexport { b as a, c as a };')).toHaveLength(1);
});

test.each([
  ['overloads', 'export function a(x: 1): void;\nexport function a(x: 2): void;\nexport function a(x: unknown) {}'],
  ['a type and a value', "export type a = 'x';\nconst b = 1;\nexport { b as a };"],
  ['a type listed beside a value', "interface A {}\nexport { A as a };\nexport const a = 1;"],
  ['a function and its namespace', 'export function a() {}\nexport namespace a { export const b = 1; }'],
  ['one thing under two names', 'export function* a() {}\nexport { a as b };'],
  ['functions of one name in two blocks', 'export function* a() { { function b() {} } { function b() {} } }'],
])('%s may share a name', (_, text) => {
  expect(said(text)).toEqual([]);
});
