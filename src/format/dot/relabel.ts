/**
 * Words back to their arrows. Graphviz puts an arrow's words where the middle of it is between two shapes; of an arrow that ends at the border
 * of a group only a part is drawn, and the words may be left behind. Those are put beside what is drawn of it.
 */
import type { Box, Layout, Point } from './layout.ts';
import { isBorderStruck, isStruck } from './overlap.ts';
import type { Picture } from './picture.ts';
import { distance, segments } from './route.ts';
import { boxesMeet, sceneOf } from './scene.ts';
import { sizeOf } from './text.ts';

/** How far words may be from their line, in pixels. */
const NEAR = 14;
const CLEAR = 6;

export function relabel(picture: Picture, layout: Layout): Layout {
  if (picture.groups.length === 0) return layout;
  return picture.arrows.reduce((soFar, { id, lines }) => {
    const route = soFar.arrows.get(id)!;
    if (!route.label) return soFar;
    const label = { ...route.label, ...sizeOf(lines) };
    const scene = sceneOf(picture, soFar);
    const own = scene.lines.find((line) => line.arrow.id === id)!.points;
    if (Math.min(...own.map((point) => away(point, label))) <= NEAR) return soFar;

    const others = scene.labels.filter(({ x, y }) => x !== label.x || y !== label.y);
    const solid = [...others, ...scene.shapes, ...scene.heads, ...(scene.header ? [scene.header] : [])];
    const chains = scene.lines.map((line) => segments(line.points));
    const price = (box: Box): number =>
      100 * solid.filter((one) => boxesMeet(one, box)).length + 10 * scene.groups.filter((group) => isBorderStruck(box, group)).length + 5 * chains.filter((chain) => isStruck(box, chain)).length;
    const places = beside(own, label).filter(({ x, y }) => x >= label.width / 2 && y >= label.height / 2 && x <= soFar.width - label.width / 2 && y <= soFar.height - label.height / 2);
    const best = places.map((at) => ({ at, price: price({ ...label, ...at }) })).reduce<{ at: Point; price: number } | undefined>((a, b) => (a && a.price <= b.price ? a : b), undefined);
    return best && best.price < 100 ? { ...soFar, arrows: new Map([...soFar.arrows, [id, { ...route, label: best.at }]]) } : soFar;
  }, layout);
}

/** Middles of boxes that stand beside a line, on either side: the middle of the line first. */
function beside(line: readonly Point[], { width, height }: Box): readonly Point[] {
  const lengths = segments(line).map(([a, b]) => distance(a, b));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((part) => {
    let left = part * whole;
    const index = Math.max(0, lengths.findIndex((length) => (left -= length) <= 0));
    const [from, to] = [line[index]!, line[index + 1]!];
    const length = lengths[index] || 1;
    const at = { x: to.x + ((to.x - from.x) * left) / length, y: to.y + ((to.y - from.y) * left) / length };
    const across = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
    const off = (Math.abs(across.x) * width + Math.abs(across.y) * height) / 2 + CLEAR;
    return [1, -1].map((side) => ({ x: at.x + side * across.x * off, y: at.y + side * across.y * off }));
  });
}

/** How far a point is from a box; 0 inside of it. */
function away(point: Point, { x, y, width, height }: Box): number {
  const dx = Math.max(0, Math.abs(point.x - x) - width / 2);
  const dy = Math.max(0, Math.abs(point.y - y) - height / 2);
  return Math.sqrt(dx * dx + dy * dy);
}
