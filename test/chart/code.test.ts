import { expect, test } from 'vitest';
import { compacted, squeezed } from '../../src/chart/code.ts';

test('code that is laid out otherwise is the same when it is compacted, and other code is not', () => {
  expect(compacted('log(\n  "a  b",\n  [1, 2,],\n)')).toBe('log("a  b",[1,2])');
  expect(compacted('return  x')).toBe('return x');
  // What would read otherwise keeps its space, and a hole its comma.
  expect([compacted('a + ++b'), compacted('a++ + b'), compacted('a - -b')]).toEqual(['a+ ++b', 'a++ +b', 'a- -b']);
  expect([compacted('[, ]'), compacted('[1, , ]')]).toEqual(['[,]', '[1,,]']);
});

test('spaces in a text are kept', () => {
  expect(squeezed("say('a  b',\n  `c\n  d`)")).toBe("say('a  b', `c\n  d`)");
});
