/** The pages of docs/ that are made from the source, by path. */
import { apiPage } from './api-page.ts';
import { besideXstatePage } from './beside-xstate-page.ts';
import { commandLinePage } from './command-line-page.ts';
import { diagnosticsPage } from './diagnostics-page.ts';
import { ordinaryPage } from './ordinary-page.ts';

export const pages: Readonly<Record<string, () => string>> = {
  'docs/api.md': apiPage,
  'docs/beside-xstate.md': besideXstatePage,
  'docs/command-line.md': commandLinePage,
  'docs/diagnostics.md': diagnosticsPage,
  'docs/ordinary.md': ordinaryPage,
};
