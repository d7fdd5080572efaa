import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { typeLines } from '../../src/format/xstate/write/type-lines.ts';

const long = "'a-long-word-for-a-state' | 'another-long-word-for-a-state' | 'the-longest-word-for-a-state-there-is'";

/** The tree without where things stand: layout is all that may differ. `a: | B` is `a: B`. */
function treeOf(type: string): unknown {
  const { program, errors } = parseSync('t.ts', `type T =${type.startsWith('\n') ? '' : ' '}${type};`);
  expect(errors, type).toEqual([]);
  return JSON.parse(JSON.stringify(program, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)));
}

test('a field that is a long union is broken behind its name', () => {
  expect(typeLines(`{ last: ${long}; count: number }`, 0)).toBe(`{
  last:
    | 'a-long-word-for-a-state'
    | 'another-long-word-for-a-state'
    | 'the-longest-word-for-a-state-there-is';
  count: number;
}`);
});

test.each([
  `{ last: ${long}; count: number }`,
  `{ count: number, last?: ${long}, }`,
  `{ readonly 'a: b': ${long}; [key: string]: ${long}; ask(words: ${long}, more: { x: ${long} }): ${long} }`,
  `{ a: { b: { c: ${long} }[] | ${long} } | null }`,
  `{ f: (x: ${long}) => ${long}; g: new () => { h: ${long} } }`,
  `{ a: T extends { b: infer X } ? X | ${long} : { c: ${long} }; b: ${long} }`,
  `{ a: \`\${'x' | 'y'} | ; : \${string}-and-then-much-more-of-it\` | ${long}; b: Map<';' | ':', ${long}> }`,
  `${long} | { a: ';' | ':' | ' | '; b: ${long} }`,
  `{ [K in ${long}]?: ${long} }`,
])('what is broken is the same type: %s', (type) => {
  expect(typeLines(type, 0)).toContain('\n');
  expect(treeOf(typeLines(type, 0))).toEqual(treeOf(type));
});

test.each([`{ a: ${long} } & { b: ${long} }`, `T extends { a: ${long} } ? 'x' | ${long} : 'y' | 'z'`])('what is neither a union nor one object stays on its line: %s', (type) => {
  expect(typeLines(type, 0)).toBe(type);
});
