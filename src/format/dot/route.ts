/** The geometry of an arrow: its curve as short straight segments, the corners of its head, and where it passes behind words. */
import type { Box, Point } from './layout.ts';

export type Segment = readonly [Point, Point];

/** The corners of an arrowhead whose line ends at `neck`: a slim triangle, the point first. */
export function headCorners(neck: Point, tip: Point): readonly [Point, Point, Point] {
  const length = distance(neck, tip) || 1;
  const along = { x: (tip.x - neck.x) / length, y: (tip.y - neck.y) / length };
  const side = (sign: number): Point => ({ x: neck.x - sign * along.y * 3, y: neck.y + sign * along.x * 3 });
  return [tip, side(1), side(-1)];
}

/** A curve of cubic Bézier pieces (a start, then three points for each) as a chain of points. */
export function polyline(curve: readonly Point[]): readonly Point[] {
  const points = [curve[0]!];
  for (let start = 0; start + 3 < curve.length; start += 3) {
    const [a, b, c, d] = curve.slice(start, start + 4) as [Point, Point, Point, Point];
    for (let step = 1; step <= STEPS; step += 1) {
      const t = step / STEPS;
      const s = 1 - t;
      const mix = (pick: (point: Point) => number): number => s * s * s * pick(a) + 3 * s * s * t * pick(b) + 3 * s * t * t * pick(c) + t * t * t * pick(d);
      points.push({ x: mix((point) => point.x), y: mix((point) => point.y) });
    }
  }
  return points;
}

const STEPS = 12;

export function segments(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).map((point, index) => [points[index]!, point] as const);
}

/**
 * The stretches of a chain of points that are outside all boxes and those that are not, in turn, as lengths: the dashes
 * that leave a line out where it would run through words. Empty where it runs through none.
 */
export function dashes(points: readonly Point[], boxes: readonly Box[]): readonly number[] {
  const stretches: number[] = [0];
  for (const [from, to] of segments(points)) {
    const length = distance(from, to);
    const steps = Math.max(1, Math.ceil(length / 2));
    for (let step = 0; step < steps; step += 1) {
      const t = (step + 0.5) / steps;
      const at = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
      const hidden = boxes.some((box) => contains(box, at));
      if (hidden !== (stretches.length % 2 === 0)) stretches.push(0);
      stretches[stretches.length - 1]! += length / steps;
    }
  }
  return stretches.length === 1 ? [] : stretches;
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

export function contains({ x, y, width, height }: Box, point: Point): boolean {
  return Math.abs(point.x - x) * 2 < width && Math.abs(point.y - y) * 2 < height;
}

export function segmentMeetsBox([a, b]: Segment, box: Box): boolean {
  const [left, right, top, bottom] = [box.x - box.width / 2, box.x + box.width / 2, box.y - box.height / 2, box.y + box.height / 2];
  const diagonals: readonly Segment[] = [[{ x: left, y: top }, { x: right, y: bottom }], [{ x: left, y: bottom }, { x: right, y: top }]];
  return contains(box, a) || contains(box, b) || diagonals.some((diagonal) => segmentsCross([a, b], diagonal));
}

export function segmentsCross([a, b]: Segment, [c, d]: Segment): boolean {
  const turn = (p: Point, q: Point, r: Point): number => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
