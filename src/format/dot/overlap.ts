/**
 * How well a layout reads, without a browser: what stands on what, by the layout's own geometry. Words have the upper
 * bound of their size, so what does not touch here touches in no reader's font.
 */
import { type Box, type Layout, type Point } from './layout.ts';
import type { Picture } from './picture.ts';
import { headCorners, polyline } from './route.ts';
import { sizeOf } from './text.ts';

export interface Overlaps {
  /** Words on other words, on a shape, on an arrowhead: must be none. */
  readonly texts: number;
  /** Places where an arrow's line runs through words. */
  readonly struck: number;
  /** Places where two arrows cross. */
  readonly crossings: number;
}

/** What overlaps what in a picture that was laid out. */
export function overlapsOf(picture: Picture, layout: Layout): Overlaps {
  const shapes = picture.shapes.map((shape) => layout.shapes.get(shape.id)!);
  const arrows = picture.arrows.map((arrow) => ({ route: layout.arrows.get(arrow.id)!, size: sizeOf(arrow.lines), arrow }));
  const labels = arrows.flatMap(({ route, size, arrow }) => (route.label ? [{ box: { ...route.label, ...size }, arrow }] : []));
  if (layout.header) labels.push({ box: { ...layout.header, ...sizeOf(picture.header) }, arrow: undefined! });
  const heads = arrows.map(({ route }) => around(headCorners(route.curve.at(-1)!, route.tip)));
  const lines = arrows.map(({ route, arrow }) => ({ line: polyline(route.curve), arrow }));

  let texts = 0;
  for (const [index, { box }] of labels.entries()) {
    for (const other of [...labels.slice(index + 1).map((label) => label.box), ...shapes, ...heads]) if (meet(box, other)) texts += 1;
  }
  let struck = 0;
  for (const { box } of labels) for (const { line } of lines) if (pieces(line).some(([a, b]) => crossesBox(a, b, box))) struck += 1;
  let crossings = 0;
  for (const [index, { line }] of lines.entries()) {
    for (const { line: other } of lines.slice(index + 1)) crossings += pieces(line).reduce((sum, [a, b]) => sum + pieces(other).filter(([c, d]) => cross(a, b, c, d)).length, 0);
  }
  return { texts, struck, crossings };
}

function meet(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

function around(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

function pieces(line: readonly Point[]): readonly (readonly [Point, Point])[] {
  return line.slice(1).map((point, index) => [line[index]!, point] as const);
}

function crossesBox(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const inside = (p: Point): boolean => p.x > left && p.x < right && p.y > top && p.y < bottom;
  return inside(a) || inside(b) || cross(a, b, { x: left, y: top }, { x: right, y: bottom }) || cross(a, b, { x: left, y: bottom }, { x: right, y: top });
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
