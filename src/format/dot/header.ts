/**
 * Puts the header into the top left corner of a layout that has none, and moves the rest down only as far as it must:
 * what stands beside the header may stay there.
 */
import type { Box, Layout, Point } from './layout.ts';
import type { Picture } from './picture.ts';
import { sceneOf } from './scene.ts';
import { sizeOf } from './text.ts';

const CLEAR = { beside: 28, below: 16 };

export function placeHeader(picture: Picture, layout: Layout): Layout {
  const { width, height } = sizeOf(picture.header);
  const { shapes, groups, labels, lines } = sceneOf(picture, layout);
  const solid = [...shapes, ...groups, ...labels, ...lines.flatMap((line) => line.points.map((point): Box => ({ ...point, width: 0, height: 0 })))];
  const under = solid.filter((box) => box.x - box.width / 2 < width + CLEAR.beside);
  const down = Math.max(0, ...under.map((box) => height + CLEAR.below - (box.y - box.height / 2)));
  const move = (point: Point): Point => ({ x: point.x, y: point.y + down });
  return {
    width: Math.max(layout.width, width),
    height: Math.max(layout.height + down, height),
    header: { x: width / 2, y: height / 2 },
    shapes: new Map([...layout.shapes].map(([id, box]) => [id, { ...box, ...move(box) }])),
    groups: new Map([...layout.groups].map(([id, { label, ...box }]) => [id, { ...box, ...move(box), ...(label && { label: move(label) }) }])),
    arrows: new Map([...layout.arrows].map(([id, { curve, tip, label }]) => [id, { curve: curve.map(move), tip: move(tip), label: label && move(label) }])),
  };
}
