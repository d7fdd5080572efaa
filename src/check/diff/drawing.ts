/** Two versions of a machine in, pictures of both in one out, in which what differs stands out. */
import type { Chart } from '../../chart/chart.ts';
import { markedMermaid } from '../../format/mermaid/write.ts';
import { unionOf } from './union.ts';

/**
 * Both versions as one Mermaid state diagram: `+` is only in the new one, `−` only in the old, `±` another in each.
 *
 * @example diffMermaid(before, after) // 'stateDiagram-v2\n  state "+ refunding" as refunding\n  …'
 */
export function diffMermaid(old: Chart, next: Chart): string {
  const { chart, marks } = unionOf(old, next);
  return markedMermaid(chart, marks);
}

/**
 * The same as a picture: what is new has bold lines, what is gone broken ones, what is another in each both.
 *
 * @example await writeFile('shop.diff.svg', await diffSvg(before, after))
 */
export async function diffSvg(old: Chart, next: Chart): Promise<string> {
  const [{ markedSvg }, { chart, marks }] = [await import('../../format/dot/svg.ts'), unionOf(old, next)];
  return markedSvg(chart, marks);
}
