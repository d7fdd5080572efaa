/** Two versions of a machine in, a picture of both in one out. By itself: Graphviz comes with it. */
import type { Chart } from '../../chart/chart.ts';
import { markedSvg } from '../../format/dot/svg.ts';
import { unionOf } from './union.ts';

/**
 * Both versions as one SVG: what is new has bold lines, what is gone broken ones, what is another in each both.
 *
 * @example await writeFile('shop.diff.svg', await diffSvg(before, after))
 */
export async function diffSvg(old: Chart, next: Chart): Promise<string> {
  const { chart, marks } = unionOf(old, next);
  return markedSvg(chart, marks);
}
