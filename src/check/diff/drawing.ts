/** Two versions of a machine in, a diagram of both in one out, in which what differs stands out. */
import type { Chart } from '../../chart/chart.ts';
import { markedMermaid } from '../../format/mermaid/write/write.ts';
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
