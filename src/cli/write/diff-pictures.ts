/** Pairs of charts that differ in; `NAME.diff.mmd` and `NAME.diff.svg` out, each with both versions in one picture. */
import { resolve } from 'node:path';
import type { Chart } from '../../chart/chart.ts';
import { type Output, writeWhole } from './write.ts';

export interface Differing {
  /** What the files are called. */
  readonly stem: string;
  readonly old: Chart;
  readonly new: Chart;
}

export async function writeDiffPictures(pairs: readonly Differing[], folder: string, cwd: string): Promise<void> {
  if (pairs.length === 0) return;
  const [{ diffMermaid }, { diffSvg }] = await Promise.all([import('../../check/diff/drawing.ts'), import('../../check/diff/picture.ts')]);
  const outputs: Output[] = [];
  for (const { stem, old, new: next } of pairs) {
    const name = outputs.some((output) => output.name === `${stem}.diff.mmd`) ? `${stem}-${outputs.length / 2 + 1}` : stem;
    outputs.push({ name: `${name}.diff.mmd`, text: diffMermaid(old, next) }, { name: `${name}.diff.svg`, text: await diffSvg(old, next) });
  }
  writeWhole(resolve(cwd, folder), folder, outputs);
}
