/** What nests too deep to be read is said before the parser meets it; whatever a person writes is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseModule } from '../../src/syntax/parse.ts';
import { tooDeepAt } from '../../src/syntax/nesting.ts';

const times = (count: number, open: string, inner = '', close = ''): string => open.repeat(count) + inner + close.repeat(count);

/** Each as deep as it is long, each in a way of its own: the parser itself would overflow on every one. */
const deep: Readonly<Record<string, string>> = {
  parentheses: `x = ${times(20_000, '(', '1', ')')};`,
  'brackets that are never closed': `x = ${times(20_000, '[')}`,
  blocks: times(20_000, '{', '', '}'),
  objects: `x = ${times(20_000, '{ a: ', '1', '}')};`,
  calls: `x = ${times(20_000, 'f(', '1', ')')};`,
  templates: `x = ${times(20_000, '`${', '1', '}`')};`,
  classes: `x = ${times(5000, 'class { a = ', '1', '}')};`,
  'not after not': `x = ${times(100_000, '!')}1;`,
  members: `x = a${times(100_000, '.a')};`,
  sums: `x = 1${times(100_000, ' + 1')};`,
  'sums over lines': `x = 1${times(100_000, ' +\n  1')};`,
  arrows: `x = ${times(20_000, 'a => ')}1;`,
  ternaries: `x = ${times(20_000, 'a ? 1 : ')}2;`,
  'else if': `${times(50_000, 'if (a) { b(); } else ')}c();`,
  'else if without braces': `${times(50_000, 'if (a) b();\nelse ')}c();`,
  'loops without braces': `${times(50_000, 'while (a)\n')}b();`,
  assignments: `${times(50_000, 'a = ')}1;`,
  labels: `${times(50_000, 'l: ')}b();`,
  types: `type T = ${times(20_000, 'A<', 'x', '>')};`,
  casts: `x = ${times(100_000, '<any>')}y;`,
  'conditional types': `type T = ${times(50_000, 'a extends b ? 1 : ')}2;`,
};

describe('the depth of a text', () => {
  for (const [what, text] of Object.entries(deep)) {
    it(`refuses ${what} that would leave the parser's stack`, () => {
      const { module, diagnostics } = parseModule('deep.ts', text);
      expect(module).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(['nested-too-deep']);
    });
  }

  const flat: Readonly<Record<string, string>> = {
    'a hundred thousand statements': times(100_000, 'f(1 + 2, [a.b], { c: d });\n'),
    'a hundred thousand statements without semicolons': times(100_000, 'const a = b.c + !d\nif (a) f()\nelse g()\n'),
    'a hundred thousand rows': `const t = [${times(100_000, "{ from: 'a', to: b ? 'c' : 'd' },\n")}];`,
    'a union of ten thousand': `type T = ${times(10_000, "| { type: 'a'; b: A<C> }\n")};`,
    'ten thousand cases': `switch (a) { ${times(10_000, "case 'a': { b(); break; }\n")} }`,
    'a thousand `else if`': `${times(1000, "if (a === 'b') { c(); } else ")}d();`,
    'ten thousand concatenations': `x = 'a'${times(10_000, " +\n  'b'")};`,
    'brackets in strings': `x = '${times(50_000, '(')}' + "${times(50_000, '[')}" + \`${times(50_000, '{')}\`;`,
    'brackets in comments': `// ${times(50_000, '(')}\n/* ${times(50_000, '[')} */`,
    'brackets in regular expressions': times(20_000, 'x = /[(/]\\(/.test(y) ? a / b : /[[{]/;\n'),
    'comparisons that are no types': times(50_000, 'if (a < b && c > d || e < f) g();\n'),
  };
  for (const [what, text] of Object.entries(flat)) {
    it(`reads ${what}`, () => {
      expect(tooDeepAt(text)).toBeUndefined();
    });
  }

  const nested: Readonly<Record<string, string>> = {
    'nested blocks': times(2000, '{\n', 'b();', '}\n'),
    'nested conditions': times(2000, 'if (a) {\n', 'b();', '} else { c(); }\n'),
    'nested loops': times(2000, 'for (const a of b) {\n', 'b();', '}\n'),
    'nested loops that count': times(2000, 'for (let a = 0; a < 10; a += 1) {\n', 'b();', '}\n'),
    'nested tries': times(2000, 'try {\n', 'b();', '} catch (error) { c(error); }\n'),
    'blocks of several kinds': times(500, 'while (a) { do { try {\nif (b) {\n', 'c();', '} else d(); } finally { e(); } } while (f); }\n'),
  };
  for (const [what, text] of Object.entries(nested)) {
    it(`reads two thousand ${what}, names and all`, () => {
      const { module, diagnostics } = parseModule('nested.ts', `export function* nested() {\n${text}\n}`);
      expect(diagnostics).toEqual([]);
      expect(module!.exports.has('nested')).toBe(true);
    });
  }

  it('takes the braces of a value for what they cost', () => {
    expect(tooDeepAt(`x = ${times(1700, '{ a: ', '1', '}')};`)).toBeGreaterThan(0);
    expect(tooDeepAt(`x = ${times(1700, '() => {\n', 'b();', '}')};`)).toBeGreaterThan(0);
  });

  it('says where it is too deep', () => {
    const text = `const a = 1;\nconst b = ${times(5000, '[', '1', ']')};`;
    expect(text.slice(0, tooDeepAt(text)!)).toMatch(/^const a = 1;\nconst b = \[+$/);
  });

  it('reads every module of this project and of its tools', () => {
    const files = ['src', 'test', 'node_modules/typescript/lib', 'node_modules/xstate/dist', 'node_modules/vitest/dist'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?[jt]s$/.test(name)).map((name) => `${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => tooDeepAt(readFileSync(file, 'utf8')) !== undefined)).toEqual(['test/fixtures/refused/nested.ts']);
  });
});
