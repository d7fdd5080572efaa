/** `npm run docs`: writes the pages that are made from the source. test/docs.test.ts says when one is stale. */
import { writeFileSync } from 'node:fs';
import { pages } from './pages.ts';

for (const [file, page] of Object.entries(pages)) writeFileSync(file, page());
