import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '../scripts/pages.ts';
import { refused } from '../scripts/refused.ts';
import { compile } from '../src/compile.ts';

test.each(Object.entries(pages))('%s is what the source says; `npm run docs` writes it anew', (file, page) => {
  expect(readFileSync(file, 'utf8')).toBe(page());
});

test.each(refused)('the docs are right that it is refused: $says', ({ says, source }) => {
  const { machines } = compile(['refused.ts'], { read: (path) => (path === 'refused.ts' ? source : undefined) });
  expect(machines.map(({ chart }) => chart)).toEqual([undefined]);
  expect(machines[0]?.diagnostics.map(({ message }) => message)).toContain(says);
});
