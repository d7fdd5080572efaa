/**
 * A chart in, a Mermaid state diagram out: `stateDiagram-v2` text that Mermaid 11 and 12 and GitHub draw, and that
 * `fromMermaid` reads back.
 */
import type { Chart } from '../../../chart/chart.ts';
import { asDrawn } from '../../../chart/drawn.ts';
import type { Marks } from '../../marks.ts';
import { drawingOf } from './arrows.ts';
import { blockWriter } from './blocks.ts';

/**
 * The chart as Mermaid text, ending in a line break. The same chart gives the same text.
 *
 * @example toMermaid(chart) // 'stateDiagram-v2\n  [*] --> RED\n  RED --> GREEN : next\n'
 */
export function toMermaid(whole: Chart): string {
  return markedMermaid(whole);
}

/** The same with marks on what stands out, by a sign and, of states, by their outline: to look at, not to be read back. */
export function markedMermaid(whole: Chart, marks?: Marks): string {
  const chart = asDrawn(whole);
  const lines = blockWriter(chart, drawingOf(chart, marks), marks)();
  return [...header(chart), 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function header({ name, file }: Chart): readonly string[] {
  // A comment that holds `%%{` would be taken for a directive.
  const words = `${name}${file && ` (${file})`}`.replace(/[\s\p{C}]+/gu, ' ').replaceAll('%{', '% {');
  return [`%% ${words}, drawn by yieldchart`];
}
