/** What the test of each pair comes to, as test/machines/beside-xstate.test.ts last wrote it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Walked } from './walk.ts';

export interface Expected extends Omit<Walked, 'difference' | 'steps'> {
  /** In which both can wait. */
  readonly states?: number;
  /** The machine broken on purpose, in so many ways; so many of them were noticed. */
  readonly mutants?: number;
  readonly caught?: number;
}

const file = join(import.meta.dirname, 'expected.json');

export function readExpected(): Readonly<Record<string, Expected>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Expected>;
}

export function writeExpected(expected: Readonly<Record<string, Expected>>): void {
  const lines = Object.entries(expected).map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`);
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
