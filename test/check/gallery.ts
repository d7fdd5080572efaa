/** The gallery as a checker's test sees it: every machine that compiles, with its committed diagram and XState module where there are any. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Chart } from '../../src/chart/chart.ts';
import { compile } from '../../src/compile.ts';

export const root = resolve(import.meta.dirname, '../..');
const text = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

export interface Piece {
  readonly chart: Chart;
  readonly file: string;
  readonly diagram: string | undefined;
}

export function gallery(): readonly Piece[] {
  const files = readdirSync(join(root, 'machines'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => `machines/${file}`).toSorted();
  const { machines } = compile(files, { read: (path) => text(resolve(root, path)) });
  return machines.flatMap(({ chart, file, stem }) => (chart ? [{ chart, file, diagram: text(join(root, 'diagrams', `${stem}.mmd`)) }] : []));
}
