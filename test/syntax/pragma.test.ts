/** Which variables the comments mark, and which marks mark nothing. */
import { expect, test } from 'vitest';
import { pragmasIn } from '../../src/syntax/pragma.ts';
import type { FunctionNode } from '../../src/syntax/tree.ts';
import { walk } from '../../src/syntax/walk.ts';
import { projectOf } from './project.ts';

function read(text: string) {
  const { module } = projectOf({ 'a.ts': text });
  let fn: FunctionNode | undefined;
  walk(module.program, (node) => {
    if (node.type === 'FunctionDeclaration' && node.generator) fn = node;
  });
  return pragmasIn(fn!, module);
}
const inside = (code: string) => read(`function* f() {\n${code}\n}`);
const marked = (found: ReturnType<typeof read>) => Object.fromEntries([...found.of].map(([binding, { pragma }]) => [binding.name, pragma]));
const ignored = (found: ReturnType<typeof read>) => found.ignored.map(({ word, reason }) => `${word}: ${reason}`);

test.each<[string, string, object]>([
  ['a line above', '// @context\nlet a = 0;', { a: 'context' }],
  ['a block above', '/* @control */\nconst a = 0;', { a: 'control' }],
  ['a JSDoc above, among other lines', '/**\n * How many are left.\n * @context: nobody names a state by it\n */\nlet a = 0;', { a: 'context' }],
  ['words after it', '// @control since there are four\nlet a = 0;', { a: 'control' }],
  ['a block right before, on the line', '/* @context */ let a = 0;', { a: 'context' }],
  ['several lines of comments', '// Counts.\n// @context\n// And counts.\nlet a = 0;', { a: 'context' }],
  ['one for all declarators', '// @context\nlet a = 0, b = 1;', { a: 'context', b: 'context' }],
  ['one each', 'let\n  // @context\n  a = 0,\n  // @control\n  b = 1;', { a: 'context', b: 'control' }],
  ['the nearer of two', '// @context\nlet a = 0,\n  // @control\n  b = 1;', { a: 'context', b: 'control' }],
  ['one before a name on the line', 'let a = 0, /* @context */ b = 1;', { b: 'context' }],
  ['all names of a pattern', '// @context\nconst { a, b: [c] } = d();', { a: 'context', c: 'context' }],
  ['one name of a pattern', 'const {\n  a,\n  // @context\n  b = 1,\n} = d();', { b: 'context' }],
  ['the variable of a loop', '// @context\nfor (let a = 0; a < 3; a++) yield a;', { a: 'context' }],
  ['the variable of a loop with a label', '// @context\nouter: for (const a of b) yield a;', { a: 'context' }],
  ['a variable of an inner block', 'while (yield) {\n// @context\nlet a = 0;\n}', { a: 'context' }],
  ['a comment of another word', '// @other\nlet a = 0;', {}],
])('%s: %s', (_, code, expected) => {
  const found = inside(code);
  expect(marked(found)).toEqual(expected);
  expect(ignored(found)).toEqual([]);
});

test('parameters are marked one by one, above or before', () => {
  expect(marked(read('function* f(\n  // @context\n  a: boolean,\n  /* @control */ b = true,\n  c = 1,\n  { /* @context */ d }: { d: 1 },\n) {}'))).toEqual({ a: 'context', b: 'control', d: 'context' });
});

test.each<[string, string[]]>([
  ['// @contol\nlet a = 0;', ['@contol: it is written `@control`']],
  ['// @Context\nlet a = 0;', ['@Context: it is written `@context`']],
  ['// counts, so @context\nlet a = 0;', ['@context: it does not begin its line']],
  ['// @control\n// @context\nlet a = 0, b = 1;', ['@context: `@control` stands there too, so neither is followed']],
  ["// @control\nyield 'a';", ['@control: no variable is declared right below it']],
  ['// @control\n\nlet a = 0;', ['@control: no variable is declared right below it']],
  ['let a = 0; // @control\nlet b = 0;', ['@control: no variable is declared right below it']],
  ['// @control\nfunction g() {}', ['@control: no variable is declared right below it']],
])('%s marks nothing, and says so', (code, expected) => {
  const found = inside(code);
  expect(marked(found)).toEqual({});
  expect(ignored(found)).toEqual(expected);
});

test('above the machine itself, and on a variable of its module, a mark marks nothing', () => {
  expect(ignored(read('/**\n * A light.\n * @control\n */\nexport function* f(a: boolean) { yield a; }'))).toEqual(['@control: no variable is declared right below it']);
  expect(ignored(read('// @context\nlet a = 0;\n// @context\nlet b = 0;\nfunction* f() { yield a; }'))).toEqual(['@context: `a` is a variable of the module, not of the machine']);
});

test('other words that begin with @ are nobody’s business', () => {
  expect(inside('// @ts-expect-error\nlet a = 0;\n/** @type {number} */\nlet b = 0;\n// @const\nconst c = 0;\n// see a@context.org\nlet d;').ignored).toEqual([]);
});
