/** The gallery as a checker's test sees it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Chart } from '../../src/chart/chart.ts';
import { compile } from '../../src/compile.ts';

export const root = resolve(import.meta.dirname, '../..');
const text = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** The charts of all machines that compile. What is committed for them in diagrams/ is what they are written as: another test holds that, byte by byte. */
export function gallery(): readonly Chart[] {
  const files = readdirSync(join(root, 'machines'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => `machines/${file}`).toSorted();
  const { machines } = compile(files, { read: (path) => text(resolve(root, path)) });
  return machines.flatMap(({ chart }) => chart ?? []);
}
