/** Where arrows meet the borders of groups. Graphviz draws them between shapes: what of that is inside a group they end or begin at is left out. */
import type { Box, Point, Route } from './layout.ts';
import { contains, distance } from './route.ts';

type Line = Pick<Route, 'curve' | 'tip'>;

/** How long an arrowhead is. */
const HEAD = 8;
const STEPS = 24;

/** An arrow without its part in `leaves`, where it begins, and in `enters`, where it ends. */
export function clip({ curve, tip }: Line, leaves: Box | undefined, enters: Box | undefined): Line {
  if (!leaves && !enters) return { curve, tip };
  const pieces = (curve.length - 1) / 3;
  const marks = Array.from({ length: pieces * STEPS + 1 }, (_, index) => index / STEPS);
  const out = leaves ? marks.findLastIndex((at) => contains(leaves, pointAt(curve, at))) : -1;
  const start = out < 0 || out === marks.length - 1 ? 0 : crossing(marks[out]!, marks[out + 1]!, (at) => contains(leaves!, pointAt(curve, at)));
  const into = enters ? marks.findIndex((at) => at > start && contains(enters, pointAt(curve, at))) : -1;
  if (into < 1) return { curve: part(curve, start, pieces), tip };
  const end = crossing(marks[into]!, Math.max(start, marks[into - 1]!), (at) => contains(enters!, pointAt(curve, at)));
  const point = pointAt(curve, end);
  const neck = distance(pointAt(curve, start), point) <= HEAD ? (start + end) / 2 : crossing(end, start, (at) => distance(pointAt(curve, at), point) < HEAD);
  return { curve: part(curve, start, neck), tip: point };
}

/**
 * The route of an arrow that comes to `port`, after all that is in the group, or leaves it, as one that comes to the border or leaves it:
 * the border below; where the picture runs from left to right, that on the right.
 */
export function toBorder({ curve, tip }: Line, port: Point, group: Box, horizontal: boolean): Line {
  const border = horizontal ? { x: group.x + group.width / 2, y: port.y } : { x: port.x, y: group.y + group.height / 2 };
  if (distance(curve[0]!, port) < distance(tip, port)) return { curve: [border, ...straight(border, curve[0]!), ...curve.slice(1)], tip };
  const neck = horizontal ? { ...border, x: border.x - HEAD } : { ...border, y: border.y - HEAD };
  return { curve: [...curve, ...straight(curve.at(-1)!, neck)], tip: border };
}

/** The smallest of the boxes that a point is in. */
export function innermost(groups: ReadonlyMap<string, Box>, point: Point): Box | undefined {
  const around = [...groups.values()].filter((box) => contains(box, point));
  return around.toSorted((a, b) => a.width * a.height - b.width * b.height)[0];
}

/** The rest of a cubic piece that is a straight line. */
export function straight(from: Point, to: Point): readonly Point[] {
  return [mix(from, to, 1 / 3), mix(from, to, 2 / 3), to];
}

/** Between `inside`, where it holds, and `outside`, where it does not: the last place at which it does. */
function crossing(inside: number, outside: number, holds: (at: number) => boolean): number {
  let [low, high] = [inside, outside];
  for (let round = 0; round < 30; round += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A place on a curve of cubic pieces: 1.5 is the middle of the second. */
function pointAt(curve: readonly Point[], at: number): Point {
  return split(pieceOf(curve, at).points, pieceOf(curve, at).t)[0].at(-1)!;
}

function pieceOf(curve: readonly Point[], at: number): { readonly points: readonly Point[]; readonly t: number } {
  const index = Math.min(Math.floor(at), (curve.length - 1) / 3 - 1);
  return { points: curve.slice(index * 3, index * 3 + 4), t: at - index };
}

/** The curve from one place on it to another. */
function part(curve: readonly Point[], from: number, to: number): readonly Point[] {
  const pieces: (readonly Point[])[] = [];
  const last = Math.min(Math.max(Math.ceil(to), Math.floor(from) + 1), (curve.length - 1) / 3);
  for (let index = Math.floor(from); index < last; index += 1) {
    const points = curve.slice(index * 3, index * 3 + 4);
    const [high, low] = [Math.min(1, to - index), Math.max(0, from - index)];
    const upTo = split(points, high)[0];
    pieces.push(low <= 0 ? upTo : split(upTo, high === 0 ? 0 : low / high)[1]);
  }
  return [pieces[0]![0]!, ...pieces.flatMap((piece) => piece.slice(1))];
}

/** A cubic piece in two (de Casteljau). */
function split(points: readonly Point[], t: number): readonly [readonly Point[], readonly Point[]] {
  const [a, b, c, d] = points as [Point, Point, Point, Point];
  const [ab, bc, cd] = [mix(a, b, t), mix(b, c, t), mix(c, d, t)];
  const [abc, bcd] = [mix(ab, bc, t), mix(bc, cd, t)];
  const middle = mix(abc, bcd, t);
  return [[a, ab, abc, middle], [middle, bcd, cd, d]];
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
