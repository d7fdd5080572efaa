/**
 * How well a layout reads, without a browser: what stands on what, by the layout's own geometry. Words have the upper
 * bound of their size, so what does not touch here touches in no reader's font.
 */
import type { Box, Point } from './layout.ts';
import { type Segment, segmentMeetsBox, segments, segmentsCross } from './route.ts';
import { type Scene, boxAround, boxesMeet } from './scene.ts';

export interface Overlaps {
  /** Words on other words, on a shape, on an arrowhead: must be none. */
  readonly texts: number;
  /** Places where an arrow's line runs through words. */
  readonly struck: number;
  /** Places where the border of a group does. */
  readonly bordered: number;
  /** Pairs of arrows that cross. */
  readonly crossings: number;
}

export function overlapsOf({ shapes, groups, labels, header, heads, lines }: Scene): Overlaps {
  const words = header ? [...labels, header] : labels;
  const chains = lines.map((line) => ({ box: boxAround(line.points), segments: segments(line.points) }));
  return {
    texts: pairs(words, boxesMeet) + count(words, [...shapes, ...heads], boxesMeet),
    struck: count(words, chains, (word, chain) => boxesMeet(word, grown(chain.box)) && isStruck(word, chain.segments)),
    bordered: count(words, groups, isBorderStruck),
    crossings: pairs(chains, (a, b) => boxesMeet(grown(a.box), grown(b.box)) && a.segments.some((one) => b.segments.some((other) => segmentsCross(one, other)))),
  };
}

/** A line is as thin as it may be: a little more, for what it touches to meet it. */
function grown({ x, y, width, height }: Box): Box {
  return { x, y, width: width + 1, height: height + 1 };
}

export function isBorderStruck(box: Box, group: Box): boolean {
  return isStruck(box, borderOf(group));
}

export function isStruck(box: Box, chain: readonly Segment[]): boolean {
  return chain.some((segment) => segmentMeetsBox(segment, box));
}

/** The four sides of a box. */
function borderOf({ x, y, width, height }: Box): readonly Segment[] {
  const corner = (dx: number, dy: number): Point => ({ x: x + (dx * width) / 2, y: y + (dy * height) / 2 });
  return segments([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]);
}

/** How many pairs, one of each list, are so. */
function count<A, B>(as: readonly A[], bs: readonly B[], so: (a: A, b: B) => boolean): number {
  return as.reduce((sum, a) => sum + bs.filter((b) => so(a, b)).length, 0);
}

/** How many pairs within the list are so. */
function pairs<A>(all: readonly A[], so: (a: A, b: A) => boolean): number {
  return all.reduce((sum, a, index) => sum + all.slice(index + 1).filter((b) => so(a, b)).length, 0);
}
