/** The geometry of an arrow: its curve as short straight pieces, and the three corners of its head. */
import type { Point } from './layout.ts';

/** The corners of an arrowhead whose line ends at `neck`: a slim triangle, the point first. */
export function headCorners(neck: Point, tip: Point): readonly [Point, Point, Point] {
  const length = Math.sqrt((tip.x - neck.x) ** 2 + (tip.y - neck.y) ** 2) || 1;
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
