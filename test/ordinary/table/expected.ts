/**
 * What came of each machine of test/ordinary when `UPDATE=1 npx vitest run test/ordinary.test.ts` last ran: the rows of
 * docs/ordinary.md. Failures are left in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judgement } from './judge.ts';

const file = join(import.meta.dirname, 'expected.json');

export function readExpected(): Readonly<Record<string, Judgement>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Judgement>;
}

/** A line for each machine. */
export function writeExpected(rows: Readonly<Record<string, Judgement>>): void {
  const lines = Object.entries(rows).map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`);
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
