/** Everything of a picture where a layout puts it: boxes for what is solid, chains of points for lines. */
import type { Box, Layout, Point } from './layout.ts';
import type { Arrow, Picture } from './picture.ts';
import { headCorners, polyline } from './route.ts';
import { sizeOf } from './text.ts';

export interface Scene {
  readonly shapes: readonly Box[];
  readonly groups: readonly Box[];
  /** The words on arrows and in the heads of groups, without the room around them. */
  readonly labels: readonly Box[];
  readonly header?: Box;
  readonly heads: readonly Box[];
  readonly lines: readonly Line[];
}

export interface Line {
  readonly arrow: Arrow;
  readonly points: readonly Point[];
}

export function sceneOf(picture: Picture, layout: Layout): Scene {
  const routed = picture.arrows.map((arrow) => ({ arrow, route: layout.arrows.get(arrow.id)! }));
  return {
    shapes: picture.shapes.map((shape) => layout.shapes.get(shape.id)!),
    groups: picture.groups.map((group) => layout.groups.get(group.id)!),
    labels: [...routed.flatMap(({ arrow, route }) => (route.label ? [{ ...route.label, ...sizeOf(arrow.lines) }] : [])), ...picture.groups.flatMap(({ id, lines }) => (layout.groups.get(id)!.label ? [{ ...layout.groups.get(id)!.label!, ...sizeOf(lines) }] : []))],
    header: layout.header && { ...layout.header, ...sizeOf(picture.header) },
    heads: routed.map(({ route }) => boxAround(headCorners(route.curve.at(-1)!, route.tip))),
    lines: routed.map(({ arrow, route }) => ({ arrow, points: polyline(route.curve) })),
  };
}

/** The smallest box that holds the points. */
export function boxAround(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}
