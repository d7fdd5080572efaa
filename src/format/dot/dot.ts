/**
 * Picture → DOT, the language of Graphviz. Every shape has the size of its words, by our own measure, and the words are
 * in HTML-like labels; so any Graphviz lays it out as our own SVG is laid out.
 */
import type { Chart } from '../../chart/chart.ts';
import { type Group, anchorOf, courseOf, groupOfBoth, shapesIn } from './group.ts';
import { middleOf, portOf, roundOf, wordsOf } from './loop.ts';
import { type Arrow, type Picture, type Shape, pictureOf } from './picture.ts';
import { type Line, type Size, type Span, lineHeight, sizeOf, styles } from './text.ts';

/** What there is to choose in laying out a picture. */
export interface Spacing {
  readonly direction: 'LR' | 'TB';
  /** How generously shapes and ranks are set apart; 1 is usual. */
  readonly apart: number;
  /** Where the words of an arrow from a shape to itself are: kept by Graphviz, or as a shape after or before the state. */
  readonly loops: 'kept' | 'after' | 'before';
  /** Whether words are shapes on the way of their arrow: between groups, Graphviz may fail over labels. */
  readonly middles?: boolean;
}

/**
 * A chart as DOT text, for Graphviz's `dot`. Rounded boxes are states, the dot is the start, a ring is an end, a crossed
 * ring a failure, a hexagon a choice; an arrow says `event [guard] / action`. States that are made of others are clusters.
 *
 * ```ts
 * await writeFile('light.dot', toDot(chart)); // dot -Tpng light.dot -o light.png
 * ```
 */
export function toDot(chart: Chart): string {
  const picture = pictureOf(chart);
  return dotOf(picture, { direction: usualDirection(picture), apart: 1, loops: 'kept', middles: picture.groups.length > 0 }, picture.header);
}

/** Few states with short words on their arrows read well from left to right; others get too wide. */
function usualDirection(picture: Picture): Spacing['direction'] {
  if (picture.groups.length > 0) return 'TB';
  const shapes = picture.shapes.filter((shape) => shape.kind !== 'start').length;
  const widest = Math.max(0, ...picture.arrows.map((arrow) => sizeOf(arrow.lines).width));
  return shapes <= 4 && shapes * widest <= 600 ? 'LR' : 'TB';
}

/** The DOT of a picture. Shapes, groups and arrows keep their ids, by which a layout is read back. */
export function dotOf(picture: Picture, { direction, apart, loops, middles = false }: Spacing, header: readonly Line[] = []): string {
  const horizontal = direction === 'LR';
  const title = header.length === 0 ? '' : `, labelloc=t, labeljust=l, label=<${table(header, padded(sizeOf(header), LABEL_MARGIN, 12), 'left')}>`;
  // Whoever else lays it out lets Graphviz end arrows at clusters. We do so ourselves: it fails where they lie in one another.
  const compound = header.length === 0 || picture.groups.length === 0 ? '' : ', compound=true';
  const beside = picture.arrows.filter((arrow) => loops !== 'kept' && courseOf(picture, arrow) === 'loop');
  /** What stands in a group, or in none. */
  const inside = (group: string | undefined, indent: string): readonly string[] => [
    ...picture.shapes.filter(({ within }) => within === group).map((shape) => `${indent}${shape.id} [${shapeAttributes(shape)}]`),
    ...picture.groups.filter(({ within }) => within === group).flatMap((one) => [`${indent}subgraph ${CLUSTER}${one.id} {`, `${indent}  graph [${groupAttributes(one)}]`, ...inside(one.id, `${indent}  `), `${indent}}`]),
    ...beside.filter(({ from }) => picture.shapes.some(({ id, within }) => id === from && within === group)).map((arrow) => `${indent}${loopBeside(arrow, loops === 'before' ? 'before' : 'after')}`),
    ...picture.arrows.flatMap((arrow) => [...nodesFor(picture, arrow, group), ...(middles ? middleFor(picture, arrow, group) : [])]).map((node) => `${indent}${node}`),
  ];
  return [
    'digraph {',
    `  graph [rankdir=${direction}, bgcolor=transparent, pad=0.2, nodesep=${inches(34 * apart)}, ranksep=${inches((horizontal ? 38 : 30) * apart)}, fontname="${FONT}"${compound}${title}]`,
    `  node [fontname="${FONT}", fontsize=14, fixedsize=true, margin=0, penwidth=1.2, color="#7c8aa5", fillcolor="#eef2ff", fontcolor="#1e293b"]`,
    `  edge [fontname="${FONT}", fontsize=12, penwidth=1.2, arrowsize=0.75, color="#64748b", fontcolor="#334155"]`,
    ...inside(undefined, '  '),
    ...picture.arrows.filter((arrow) => !beside.includes(arrow)).flatMap((arrow) => (middles && arrow.lines.length > 0 ? throughMiddle(picture, arrow) : arrowStatements(picture, arrow))).map((statement) => `  ${statement}`),
    '}',
    '',
  ].join('\n');
}

/** What a group is called in DOT, and in what Graphviz says of it. */
export const CLUSTER = 'cluster_';

function groupAttributes({ kind, lines }: Group): string {
  const label = lines.length === 0 ? 'label=""' : `label=<${table(lines, padded(sizeOf(lines), 2 * LABEL_MARGIN, 6), 'left')}>, labelloc=t, labeljust=l`;
  return `${label}, margin=14, penwidth=1.2, color="#7c8aa5", style="rounded${kind === 'region' ? ',dashed' : ''}"`;
}

/** The nodes that an arrow needs beside those of the picture, in the group that they stand in. */
function nodesFor(picture: Picture, arrow: Arrow, group: string | undefined): readonly string[] {
  const course = courseOf(picture, arrow);
  const owner = course === 'out' ? arrow.to : arrow.from;
  switch (course) {
    case 'round':
      return picture.groups.some(({ id, within }) => id === owner && within === group) ? [`${roundOf(owner, arrow.id)} [${wordsAttributes(arrow)}]`] : [];
    case 'out':
    case 'in':
      return owner === group ? [`${portOf(arrow.id)} [shape=point, style=invis, width=0.02, height=0.02]`] : [];
    case 'plain':
    case 'loop':
      return [];
  }
}

/** Of a shape that is nothing but the words of an arrow. */
function wordsAttributes(arrow: Arrow): string {
  const { width, height } = labelRoom(arrow);
  return `shape=plaintext, fontsize=12, label=<${table(arrow.lines, sizeOf(arrow.lines))}>, width=${inches(width)}, height=${inches(height)}`;
}

function middleFor(picture: Picture, arrow: Arrow, group: string | undefined): readonly string[] {
  const course = courseOf(picture, arrow);
  if (course === 'loop' || course === 'round' || arrow.lines.length === 0) return [];
  const owner = course === 'out' ? arrow.to : course === 'in' ? arrow.from : groupOfBoth(picture, arrow.from, arrow.to);
  return owner === group ? [`${middleOf(arrow.id)} [${wordsAttributes(arrow)}]`] : [];
}

function arrowStatements(picture: Picture, arrow: Arrow): readonly string[] {
  const [from, to] = [anchorOf(picture, arrow.from, 'from'), anchorOf(picture, arrow.to, 'to')];
  const label = arrow.lines.length === 0 ? '' : `, label=<${table(arrow.lines, labelRoom(arrow), 'left')}>`;
  const id = `id=${arrow.id}`;
  switch (courseOf(picture, arrow)) {
    case 'plain':
    case 'loop': {
      const clipped = [...(from === arrow.from ? [] : [`ltail=${CLUSTER}${arrow.from}`]), ...(to === arrow.to ? [] : [`lhead=${CLUSTER}${arrow.to}`])];
      return [`${from} -> ${to} [${[id, ...clipped].join(', ')}${label}]`];
    }
    case 'round': {
      const [words, group] = [roundOf(arrow.from, arrow.id), `${CLUSTER}${arrow.from}`];
      return [`${from} -> ${words} [${id}, dir=none, ltail=${group}]`, `${words} -> ${from} [${id}, lhead=${group}]`];
    }
    case 'out':
      return [`${from} -> ${portOf(arrow.id)} [${id}${label}]`, ...lastIn(picture, arrow.to, arrow.id)];
    case 'in':
      return [`${to} -> ${portOf(arrow.id)} [${id}, dir=back${label}]`, ...lastIn(picture, arrow.from, arrow.id)];
  }
}

/** The statements of an arrow, its words a shape that it runs through. */
function throughMiddle(picture: Picture, arrow: Arrow): readonly string[] {
  const course = courseOf(picture, arrow);
  if (course === 'loop' || course === 'round') return arrowStatements(picture, arrow);
  const middle = middleOf(arrow.id);
  const [first, ...rest] = arrowStatements(picture, { ...arrow, lines: [] });
  const [, from, to, attributes] = /^(\w+) -> (\w+) \[(.*)\]$/.exec(first!)!;
  const back = course === 'in';
  const without = (name: string): string => attributes!.replace(new RegExp(`, ${name}=\\w+`), '');
  // The half without a head does not show which way it goes.
  return [`${from} -> ${middle} [${without('lhead')}${back ? '' : ', dir=none'}]`, `${middle} -> ${to} [${without('ltail').replace(', dir=back', '')}${back ? ', dir=none, comment=back' : ''}]`, ...rest];
}

/** Where an arrow meets the border of its own group from inside is after all that is in it. */
function lastIn(picture: Picture, group: string, arrow: string): readonly string[] {
  return shapesIn(picture, group).map((shape) => `${shape} -> ${portOf(arrow)} [style=invis, weight=0]`);
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
    case 'fork':
      return { width: 30, height: 6 };
    case 'history':
      return { width: Math.max(26, width + 10), height: Math.max(26, width + 10) };
    case 'state':
    case 'region':
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
    case 'fork':
      return `shape=box, style=filled, fillcolor="#475569", label="", ${size}`;
    case 'history':
      return `shape=circle, ${words}`;
    case 'state':
      return `shape=box, style="rounded,filled", ${words}`;
    case 'region':
      return `shape=box, style="rounded,filled,dashed", ${words}`;
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
