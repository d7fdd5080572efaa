/**
 * How well a layout reads, without a browser: what stands on what, by the layout's own geometry. Words have the upper
 * bound of their size, so what does not touch here touches in no reader's font.
 */
import { segmentMeetsBox, segments, segmentsCross } from './route.ts';
import { type Scene, boxesMeet } from './scene.ts';

export interface Overlaps {
  /** Words on other words, on a shape, on an arrowhead: must be none. */
  readonly texts: number;
  /** Places where an arrow's line runs through words. */
  readonly struck: number;
  /** Pairs of arrows that cross. */
  readonly crossings: number;
}

export function overlapsOf({ shapes, labels, header, heads, lines }: Scene): Overlaps {
  const words = header ? [...labels, header] : labels;
  const chains = lines.map((line) => segments(line.points));
  return {
    texts: pairs(words, boxesMeet) + count(words, [...shapes, ...heads], boxesMeet),
    struck: count(words, chains, (box, chain) => chain.some((segment) => segmentMeetsBox(segment, box))),
    crossings: pairs(chains, (a, b) => count(a, b, segmentsCross) > 0),
  };
}

/** How many pairs, one of each list, are so. */
function count<A, B>(as: readonly A[], bs: readonly B[], so: (a: A, b: B) => boolean): number {
  return as.reduce((sum, a) => sum + bs.filter((b) => so(a, b)).length, 0);
}

/** How many pairs within the list are so. */
function pairs<A>(all: readonly A[], so: (a: A, b: A) => boolean): number {
  return all.reduce((sum, a, index) => sum + all.slice(index + 1).filter((b) => so(a, b)).length, 0);
}
