/**
 * Picture and layout → SVG. One file that stands alone: no script, no reference to anything outside, no id that another
 * drawing on the same page could share, transparent, and its colours follow the reader's light or dark scheme.
 */
import type { Mark } from '../marks.ts';
import type { Box, GroupBox, Layout, Point, Route } from './layout.ts';
import type { Group } from './group.ts';
import type { Arrow, Picture, Shape } from './picture.ts';
import { dashes, headCorners } from './route.ts';
import { sceneOf } from './scene.ts';
import { type Line, lineHeight, sizeOf } from './text.ts';
import { PATTERNS, styleSheet } from './theme.ts';

const MARGIN = 12;

export function draw(picture: Picture, layout: Layout): string {
  const width = Math.ceil(layout.width) + 2 * MARGIN;
  const height = Math.ceil(layout.height) + 2 * MARGIN;
  const { labels, header: title, lines } = sceneOf(picture, layout);
  const behind = [...labels, ...(title ? [title] : [])];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="yieldchart" role="img" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}">`,
    `<title>${escapeXml(picture.title)}</title>`,
    `<desc>${escapeXml(picture.description)}</desc>`,
    `<style>${styleSheet({ marked: [...picture.groups, ...picture.shapes, ...picture.arrows].some(({ mark }) => mark), nested: picture.groups.length > 0 || picture.shapes.some(({ kind }) => kind === 'fork' || kind === 'history') })}</style>`,
    ...header(picture, layout),
    ...picture.groups.map((group) => drawGroup(group, layout.groups.get(group.id)!)),
    ...lines.map(({ arrow, points }) => drawArrow(arrow, layout.arrows.get(arrow.id)!, dashes(points, behind))),
    ...picture.shapes.map((shape) => drawShape(shape, layout.shapes.get(shape.id)!)),
    '</svg>',
    '',
  ].join('\n');
}

function header(picture: Picture, layout: Layout): readonly string[] {
  if (!layout.header) return [];
  const { width, height } = sizeOf(picture.header);
  return [`<g class="header">${words(picture.header, { x: layout.header.x - width / 2, y: layout.header.y - height / 2 }, 'start')}</g>`];
}

function drawGroup({ kind, lines, mark }: Group, { label, ...box }: GroupBox): string {
  const { width, height } = sizeOf(lines);
  const head = label ? words(lines, { x: label.x - width / 2, y: label.y - height / 2 }, 'start') : '';
  return `<g class="${classes(kind === 'region' ? 'group region' : 'group', mark)}">${rectangle(box, 11)}${head}</g>`;
}

function drawShape(shape: Shape, box: Box): string {
  const { height } = sizeOf(shape.lines);
  const at = (x: number): string => words(shape.lines, { x, y: box.y - height / 2 }, 'middle');
  switch (shape.kind) {
    case 'start':
      return `<circle class="dot" cx="${round(box.x)}" cy="${round(box.y)}" r="5.5"/>`;
    case 'state':
      return `<g class="${classes('state', shape.mark)}">${rectangle(box, 9)}${at(box.x)}</g>`;
    case 'region':
      return `<g class="${classes('state region', shape.mark)}">${rectangle(box, 9)}${at(box.x)}</g>`;
    case 'history':
      return `<g class="${classes('state', shape.mark)}">${circle(box)}${at(box.x)}</g>`;
    case 'fork':
      return `<rect class="bar" x="${round(box.x - box.width / 2)}" y="${round(box.y - box.height / 2)}" width="${round(box.width)}" height="${round(box.height)}" rx="2"/>`;
    case 'choice':
      return `<g class="${classes('choice', shape.mark)}">${hexagon(box)}${at(box.x)}</g>`;
    case 'end':
      return shape.lines.length === 0 ? `<g class="end">${ring(box)}</g>` : `<g class="${classes('end', shape.mark)}">${rectangle(box, 10)}${ring({ x: box.x - box.width / 2 + 17, y: box.y })}${at(box.x + 9)}</g>`;
    case 'fail':
      return `<g class="end">${rectangle(box, 10)}${cross({ x: box.x - box.width / 2 + 17, y: box.y })}${at(box.x + 9)}</g>`;
  }
}

function rectangle({ x, y, width, height }: Box, radius: number): string {
  return `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`;
}

function circle({ x, y, width }: Box): string {
  return `<circle class="round" cx="${round(x)}" cy="${round(y)}" r="${round(width / 2)}"/>`;
}

function hexagon({ x, y, width, height }: Box): string {
  const [right, half, slope] = [width / 2, height / 2, width / 4];
  const corners = [[-right, 0], [-slope, -half], [slope, -half], [right, 0], [slope, half], [-slope, half]] as const;
  return `<path d="M${corners.map(([dx, dy]) => pair({ x: x + dx, y: y + dy })).join('L')}Z"/>`;
}

function ring({ x, y }: Point): string {
  return `<circle class="ring" cx="${round(x)}" cy="${round(y)}" r="8"/><circle class="dot" cx="${round(x)}" cy="${round(y)}" r="4.5"/>`;
}

function cross({ x, y }: Point): string {
  const stroke = (dx: number): string => `M${pair({ x: x - dx, y: y - 3.5 })}L${pair({ x: x + dx, y: y + 3.5 })}`;
  return `<circle class="ring" cx="${round(x)}" cy="${round(y)}" r="8"/><path class="cross" d="${stroke(3.5)}${stroke(-3.5)}"/>`;
}

function drawArrow(arrow: Arrow, { curve, tip, label }: Route, broken: readonly number[]): string {
  const [start, ...rest] = curve;
  const size = sizeOf(arrow.lines);
  const text = label ? words(arrow.lines, { x: label.x - size.width / 2, y: label.y - size.height / 2 }, 'start') : '';
  const shown = arrow.mark && arrow.mark !== 'added' ? broken.flatMap((stretch, index) => (index % 2 === 0 ? dashed(stretch, PATTERNS[arrow.mark!]) : [stretch])) : broken;
  const gaps = broken.length === 0 ? '' : ` pathLength="${round(broken.reduce((sum, stretch) => sum + stretch, 0))}" stroke-dasharray="${[...shown, ...(shown.length % 2 === 0 ? [] : [0])].map(round).join(' ')}"`;
  return `<g class="${classes('arrow', arrow.mark)}"><path class="line"${gaps} d="M${pair(start!)}C${rest.map(pair).join(' ')}"/>${head(curve.at(-1)!, tip)}${text}</g>`;
}

function classes(own: string, mark: Mark | undefined): string {
  return mark === undefined ? own : `${own} ${mark}`;
}

/** A stretch of a line in dashes and gaps, beginning and ending in a dash. */
function dashed(stretch: number, pattern: readonly number[]): readonly number[] {
  const found: number[] = [];
  let left = stretch;
  for (let at = 0; left > 0; at = (at + 1) % pattern.length) {
    found.push(Math.min(left, pattern[at]!));
    left -= pattern[at]!;
  }
  return found.length % 2 === 1 ? found : [...found, 0];
}

function head(neck: Point, tip: Point): string {
  return `<path class="head" d="M${headCorners(neck, tip).map(pair).join('L')}Z"/>`;
}

/** Lines of text under each other, from the top; `x` is their left or their middle. */
function words(lines: readonly Line[], { x, y }: Point, anchor: 'start' | 'middle'): string {
  let bottom = y;
  const texts = lines.map((line) => {
    bottom += line.above + lineHeight(line);
    const spans = line.spans.map(({ text, style }) => `<tspan class="${style}">${escapeXml(text)}</tspan>`).join('');
    return `<text xml:space="preserve"${anchor === 'middle' ? ' text-anchor="middle"' : ''} x="${round(x)}" y="${round(bottom - lineHeight(line) * 0.28)}">${spans}</text>`;
  });
  return texts.join('');
}

function pair({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
