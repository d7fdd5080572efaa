import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentAbove } from '../../src/syntax/comment.ts';
import { placeOf } from '../../src/syntax/lines.ts';
import type { Node } from '../../src/syntax/tree.ts';
import { walk } from '../../src/syntax/walk.ts';
import { projectOf } from './project.ts';

/** The first node of the type, and its module. */
function first(text: string, type: string) {
  const { module } = projectOf({ 'a.ts': text });
  let found: Node | undefined;
  walk(module.program, (node) => {
    if (node.type === type) found ??= node;
  });
  return { node: found as Node, module };
}
const above = (text: string, type = 'YieldExpression') => {
  const { node, module } = first(text, type);
  return commentAbove(node, module);
};
const inside = (code: string) => `function* f() {\n${code}\n}`;

describe('the comment above', () => {
  it.each<[string, string, string | undefined]>([
    ['a line', "// everybody waits\nyield 'RED';", 'everybody waits'],
    ['two lines', "// one\n  // two\nyield 'RED';", 'one\ntwo'],
    ['a block', "/* one\n   two */\nyield 'RED';", 'one\ntwo'],
    ['JSDoc', "/**\n * one\n *\n * two\n */\nyield 'RED';", 'one\n\ntwo'],
    ['JSDoc on one line', "/** one */\nconst a = yield 'RED';", 'one'],
    ['three slashes', "/// one\nyield 'RED';", 'one'],
    ['a block and a line', "/* one */\n// two\nyield 'RED';", 'one\ntwo'],
    ['the statement of the yield', "// one\nwhile ((yield 'RED') !== 1);", 'one'],
    ['a labelled statement', "// one\nl: while (yield 'RED') break l;", 'one'],
    ['a yield on its own line', "// one\nconst e = [\n  // two\n  yield 'RED',\n];", 'two'],
    ['stars that mean something', "/**\n * **bold** * x\n * - item\n */\nyield 'RED';", '**bold** * x\n- item'],
    ['nothing', "yield 'RED';", undefined],
    ['an empty line between', "// one\n\nyield 'RED';", undefined],
    ['an empty line in it', "// one\n\n// two\nyield 'RED';", 'two'],
    ['a comment behind other code', "a(); // about a\nyield 'RED';", undefined],
    ['a comment behind it', "yield 'RED'; // behind", undefined],
    ['a comment on its line', "/* here */ yield 'RED';", undefined],
    ['other code before it on its line', "// about a\na(); yield 'RED';", undefined],
    ['only pragmas', "// @control a\nyield 'RED';", undefined],
    ['pragmas and words', "// @control a\n// one\nyield 'RED';", 'one'],
    ['tags of JSDoc with what follows them', "/**\n * one\n * @param x that goes\n *   on\n *\n * two\n */\nyield 'RED';", 'one\n\ntwo'],
    ['carriage returns', "// one\r\nyield 'RED';", 'one'],
  ])('%s', (_, code, expected) => {
    expect(above(inside(code))).toBe(expected);
  });
  it('is found above functions, however exported', () => {
    expect(above('/** A light. */\nexport function* light() {}', 'FunctionDeclaration')).toBe('A light.');
    expect(above('/** A light. */\nexport default function* () {}', 'FunctionDeclaration')).toBe('A light.');
    expect(above('/** A light. */\nexport const light = primed(function* () {});', 'FunctionExpression')).toBe('A light.');
    expect(above('export class A {\n  /** A light. */\n  static *light() {}\n}', 'FunctionExpression')).toBe('A light.');
    expect(above('export const a = {\n  // A light.\n  *light() {},\n};', 'FunctionExpression')).toBe('A light.');
  });
});

describe('places', () => {
  it('count lines and columns from one, in UTF-16', () => {
    const { module } = projectOf({ 'a.ts': "const a = '😀'; b\r\n  c\rd" });
    expect(['b', 'c', 'd'].map((name) => placeOf(module, module.text.indexOf(name, 10)))).toEqual([
      { file: 'a.ts', line: 1, column: 17 },
      { file: 'a.ts', line: 2, column: 3 },
      { file: 'a.ts', line: 3, column: 1 },
    ]);
  });
  it('find the way back to every offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a;', ' ', '\n', '\r', '\r\n', ';')), (pieces) => {
        const text = pieces.join('');
        const { module } = projectOf({ 'a.ts': text });
        const lines = text.split(/\r\n|[\n\r]/);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, column } = placeOf(module, offset);
          const before = text.slice(0, offset).replace(/\r$/, text[offset] === '\n' ? '' : '\r');
          expect(line).toBe(before.split(/\r\n|[\n\r]/).length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 2);
        }
      }),
    );
  });
});
