/**
 * Picture → DOT, the language of Graphviz. Every shape has the size of its words, by our own measure, and the words are
 * in HTML-like labels; so any Graphviz lays it out as our own SVG is laid out.
 */
import type { Chart } from '../../chart/chart.ts';
import { wordsOf } from './loop.ts';
import { type Arrow, type Picture, type Shape, pictureOf } from './picture.ts';
import { type Line, type Size, type Span, lineHeight, sizeOf, styles } from './text.ts';

/** What there is to choose in laying out a picture. */
export interface Spacing {
  readonly direction: 'LR' | 'TB';
  /** How generously shapes and ranks are set apart; 1 is usual. */
  readonly apart: number;
  /** Where the words of an arrow from a shape to itself are: kept by Graphviz, or as a shape after or before the state. */
  readonly loops: 'kept' | 'after' | 'before';
}

/**
 * A chart as DOT text, for Graphviz's `dot`. Rounded boxes are states, the dot is the start, a ring is an end, a crossed
 * ring a failure, a hexagon a choice; an arrow says `event [guard] / action`.
 *
 * ```ts
 * await writeFile('light.dot', toDot(chart)); // dot -Tpng light.dot -o light.png
 * ```
 */
export function toDot(chart: Chart): string {
  const picture = pictureOf(chart);
  return dotOf(picture, { direction: usualDirection(picture), apart: 1, loops: 'kept' }, picture.header);
}

/** Few states with short words on their arrows read well from left to right; others get too wide. */
function usualDirection(picture: Picture): Spacing['direction'] {
  const shapes = picture.shapes.filter((shape) => shape.kind !== 'start').length;
  const widest = Math.max(0, ...picture.arrows.map((arrow) => sizeOf(arrow.lines).width));
  return shapes <= 4 && shapes * widest <= 600 ? 'LR' : 'TB';
}

/** The DOT of a picture. Shapes and arrows keep their ids, by which a layout is read back. */
export function dotOf(picture: Picture, { direction, apart, loops }: Spacing, header: readonly Line[] = []): string {
  const horizontal = direction === 'LR';
  const title = header.length === 0 ? '' : `, labelloc=t, labeljust=l, label=<${table(header, padded(sizeOf(header), LABEL_MARGIN, 12), 'left')}>`;
  return [
    'digraph {',
    `  graph [rankdir=${direction}, bgcolor=transparent, pad=0.2, nodesep=${inches(34 * apart)}, ranksep=${inches((horizontal ? 38 : 30) * apart)}, fontname="${FONT}"${title}]`,
    `  node [fontname="${FONT}", fontsize=14, fixedsize=true, margin=0, penwidth=1.2, color="#7c8aa5", fillcolor="#eef2ff", fontcolor="#1e293b"]`,
    `  edge [fontname="${FONT}", fontsize=12, penwidth=1.2, arrowsize=0.75, color="#64748b", fontcolor="#334155"]`,
    ...picture.shapes.map((shape) => `  ${shape.id} [${shapeAttributes(shape)}]`),
    ...picture.arrows.map((arrow) => `  ${arrow.from === arrow.to && loops !== 'kept' ? loopBeside(arrow, loops) : arrowStatement(arrow)}`),
    '}',
    '',
  ].join('\n');
}

function arrowStatement(arrow: Arrow): string {
  const label = arrow.lines.length === 0 ? '' : `, label=<${table(arrow.lines, labelRoom(arrow), 'left')}>`;
  return `${arrow.from} -> ${arrow.to} [id=${arrow.id}${label}]`;
}

function loopBeside(arrow: Arrow, side: 'after' | 'before'): string {
  const words = wordsOf(arrow.id);
  const { width, height } = labelRoom(arrow);
  const [first, second] = side === 'after' ? [arrow.from, words] : [words, arrow.from];
  return `${words} [shape=box, label="", width=${inches(width)}, height=${inches(height)}]; {rank=same; ${first} -> ${second} [id=${arrow.id}, weight=100]}`;
}

/** The room that an arrow's words keep clear around them. */
function labelRoom(arrow: Arrow): Size {
  return padded(sizeOf(arrow.lines), 2 * LABEL_MARGIN, 8);
}

const FONT = 'Helvetica';
const LABEL_MARGIN = 7;

/** How large a shape is, words and all. */
export function shapeSize(shape: Shape): Size {
  const { width, height } = sizeOf(shape.lines);
  switch (shape.kind) {
    case 'start':
      return { width: 11, height: 11 };
    case 'state':
      return { width: Math.max(64, width + 28), height: height + 17 };
    case 'choice':
      return hexagonAround({ width, height });
    case 'end':
    case 'fail':
      return width === 0 ? { width: 18, height: 18 } : { width: width + 44, height: Math.max(26, height + 12) };
  }
}

/** Graphviz's hexagon slopes over a quarter of its width on each side; the words' corners must be inside. */
function hexagonAround({ width, height }: Size): Size {
  const tall = height + 18;
  return { width: Math.ceil(width / (1 - height / tall / 2)) + 12, height: tall };
}

function shapeAttributes(shape: Shape): string {
  const { width, height } = shapeSize(shape);
  const size = `width=${inches(width)}, height=${inches(height)}`;
  const words = `label=<${table(shape.lines, sizeOf(shape.lines))}>, ${size}`;
  switch (shape.kind) {
    case 'start':
      return `shape=circle, style=filled, fillcolor="#475569", label="", ${size}`;
    case 'state':
      return `shape=box, style="rounded,filled", ${words}`;
    case 'choice':
      return `shape=hexagon, ${words}`;
    case 'end':
      return shape.lines.length === 0 ? `shape=doublecircle, style=filled, fillcolor="#475569", label="", ${size}` : `shape=box, style=rounded, peripheries=2, ${words}`;
    case 'fail':
      return `shape=box, style="rounded,dashed", ${words}`;
  }
}

function padded(size: Size, x: number, y: number): Size {
  return { width: size.width + x, height: size.height + y };
}

/** Pixels (Graphviz's points) as the inches it wants, in a form that does not depend on rounding. */
function inches(pixels: number): string {
  return (pixels / 72).toFixed(4);
}

function table(lines: readonly Line[], { width, height }: Size, align: 'left' | 'center' = 'center'): string {
  if (lines.length === 0) return '<table border="0"><tr><td></td></tr></table>';
  const margin = align === 'left' ? `<td width="${LABEL_MARGIN}"></td>` : '';
  const rows = lines.map((line) => `<tr>${margin}<td align="${align}" height="${lineHeight(line) + line.above}">${line.spans.map(styled).join('')}</td></tr>`);
  return `<table border="0" cellborder="0" cellspacing="0" cellpadding="0" width="${width}" height="${height}">${rows.join('')}</table>`;
}

function styled({ text, style }: Span): string {
  const { size, bold, italic } = styles[style];
  const escaped = `<font point-size="${size}">${escapeHtml(text)}</font>`;
  const leaning = italic ? `<i>${escaped}</i>` : escaped;
  return bold ? `<b>${leaning}</b>` : leaning;
}

// A backslash could begin one of Graphviz's own escapes (`\N`).
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\\[\]]/g, (character) => `&#${character.charCodeAt(0)};`);
}
