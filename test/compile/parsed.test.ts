/** What is held of the trees of many files, and that it is never an old one. */
import { expect, test } from 'vitest';
import { remembering } from '../../src/compile/parsed.ts';
import { parseModule } from '../../src/syntax/parse.ts';

function counting() {
  const parsed: string[] = [];
  const parse = remembering((path, text) => {
    parsed.push(path);
    return parseModule(path, text);
  });
  return { parsed, parse };
}

test('a text is parsed once', () => {
  const { parsed, parse } = counting();
  expect(parse('a.ts', 'let a;')).toBe(parse('a.ts', 'let a;'));
  expect(parsed).toEqual(['a.ts']);
});

test('another text at the same path is parsed anew', () => {
  const { parsed, parse } = counting();
  parse('a.ts', 'let a;');
  expect(parse('a.ts', 'let b;').module!.text).toBe('let b;');
  expect(parsed).toEqual(['a.ts', 'a.ts']);
});

test('of a large project only what was asked for lately is held, and a file that is larger than all that while it is the last', () => {
  const { parsed, parse } = counting();
  const text = `//${' '.repeat(40_000)}`;
  parse('shared.ts', 'let shared;');
  for (let at = 0; at < 6; at++) {
    parse(`${at}.ts`, text);
    parse('shared.ts', 'let shared;');
  }
  expect(parsed.filter((path) => path === 'shared.ts')).toHaveLength(1);
  parse('5.ts', text);
  parse('0.ts', text);
  expect(parsed.filter((path) => path === '5.ts' || path === '0.ts')).toEqual(['0.ts', '5.ts', '0.ts']);
  parse('huge.ts', `//${' '.repeat(400_000)}`);
  parse('huge.ts', `//${' '.repeat(400_000)}`);
  expect(parsed.filter((path) => path === 'huge.ts')).toHaveLength(1);
});
