import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '../scripts/pages.ts';

test.each(Object.entries(pages))('%s is what the source says; `npm run docs` writes it anew', (file, page) => {
  expect(readFileSync(file, 'utf8')).toBe(page());
});
