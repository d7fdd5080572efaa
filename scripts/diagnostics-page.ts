/** In: the catalogue. Out: a Markdown page of every diagnostic: what is refused, and why. */
import { type DiagnosticCode, type Severity, catalogue } from '../src/diagnostic/catalogue.ts';
import { sayGenerally } from '../src/diagnostic/render.ts';
import { refused } from './refused.ts';

const groups: readonly { readonly severity: Severity; readonly title: string; readonly says: string }[] = [
  { severity: 'unsupported', title: 'Not supported', says: 'The code is right, and the compiler cannot chart it exactly. The machine is refused, exit 1; nothing is written for it.' },
  { severity: 'error', title: 'Errors', says: 'The code is wrong, or does not load. The machine is refused, exit 1; where a file or a name was mistyped, exit 2.' },
  { severity: 'imprecise', title: 'Imprecise', says: 'The chart is right, and says less than the code. Exit 0.' },
  { severity: 'hint', title: 'Hints', says: 'There is a way to say more. Exit 0.' },
];

export function diagnosticsPage(): string {
  return [
    '# Diagnostics: what is refused, and why',
    '',
    'Written from the catalogue by `npm run docs`; `yieldchart explain CODE` prints an entry. What depends on the code it is said of stands as ‹name›.',
    '',
    '## What is not charted yet',
    '',
    'Each of these is refused, in these words; a test holds that. Most wait for a later version, and then leave this list.',
    '',
    ...refused.flatMap(({ says, source }) => [says, '', '```ts', source, '```', '']),
    ...groups.flatMap(({ severity, title, says }) => [`## ${title}`, '', says, '', ...codesOf(severity).flatMap(entry)]),
  ].join('\n');
}

function codesOf(severity: Severity): readonly DiagnosticCode[] {
  return (Object.keys(catalogue) as DiagnosticCode[]).filter((code) => catalogue[code].severity === severity);
}

function entry(code: DiagnosticCode): readonly string[] {
  const { why, fix } = catalogue[code];
  return [`### \`${code}\``, '', sayGenerally(code), '', `- **Why:** ${why}`, `- **Fix:** ${fix}`, ''];
}
