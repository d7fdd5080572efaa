/**
 * A layout for the commonest small machine, states that go round in a circle: on an ellipse, clockwise from the start
 * on the left, each arrow an arc of it, the words outside. The ellipse is the smallest on which nothing overlaps.
 */
import { shapeSize } from './dot.ts';
import type { Box, Layout, Point, Route } from './layout.ts';
import { overlapsOf } from './overlap.ts';
import type { Arrow, Picture, Shape } from './picture.ts';
import { boxAround, boxesMeet, sceneOf } from './scene.ts';
import { contains, distance } from './route.ts';
import { sizeOf } from './text.ts';

const MOST_SHAPES = 6;
const SHORTEST_ARROW = 60;
const CLEAR = 30;
const HEAD = 8;
const LEAD_IN = 40;
const TALLEST_LABEL = 70;

/** Where everything is, if the picture is such a ring and is small enough to look like one. */
export function ringLayout(picture: Picture): Layout | undefined {
  const ring = ringOf(picture);
  if (ring === undefined || ring.arrows.some((arrow) => sizeOf(arrow.lines).height > TALLEST_LABEL)) return undefined;
  for (let radius = 40; radius <= 200; radius += 4) {
    const layout = onEllipse(picture, ring, { x: radius * 1.5, y: radius });
    if (layout === undefined) continue;
    const scene = sceneOf(picture, layout);
    const { texts, struck, crossings } = overlapsOf(scene);
    if (texts + struck + crossings === 0 && !crowded(scene.shapes)) return layout;
  }
  return undefined;
}

function crowded(shapes: readonly Box[]): boolean {
  return shapes.some((a, index) => shapes.slice(index + 1).some((b) => boxesMeet({ ...a, width: a.width + CLEAR, height: a.height + CLEAR }, b)));
}

interface Ring {
  readonly entry: Arrow;
  readonly shapes: readonly Shape[];
  /** The arrow out of each of the shapes. */
  readonly arrows: readonly Arrow[];
}

function ringOf({ shapes, groups, arrows }: Picture): Ring | undefined {
  const [entry] = arrows.filter((arrow) => arrow.from === 'start');
  const members = shapes.filter((shape) => shape.kind !== 'start');
  if (!entry || groups.length > 0 || members.length < 3 || members.length > MOST_SHAPES || arrows.length !== members.length + 1) return undefined;
  const round: { shape: Shape; arrow: Arrow }[] = [];
  let id = entry.to;
  do {
    const shape = members.find((member) => member.id === id);
    const arrow = arrows.find((candidate) => candidate.from === id);
    if (!shape || !arrow || shape.kind !== 'state' || round.length === members.length) return undefined;
    round.push({ shape, arrow });
    id = arrow.to;
  } while (id !== entry.to);
  return round.length === members.length ? { entry, shapes: round.map(({ shape }) => shape), arrows: round.map(({ arrow }) => arrow) } : undefined;
}

function onEllipse(picture: Picture, ring: Ring, radius: Point): Layout | undefined {
  const step = (2 * Math.PI) / ring.shapes.length;
  const angle = (index: number): number => Math.PI + index * step;
  const at = (turn: number): Point => ({ x: radius.x * Math.cos(turn), y: radius.y * Math.sin(turn) });
  const boxes = ring.shapes.map((shape, index): Box => ({ ...at(angle(index)), ...shapeSize(shape) }));
  const arcs = ring.arrows.map((arrow, index) => arc(arrow, boxes[index]!, boxes[(index + 1) % boxes.length]!, { at, radius, from: angle(index), to: angle(index + 1) }));
  if (!arcs.every((route) => route !== undefined)) return undefined;

  const first = boxes[0]!;
  const words = sizeOf(ring.entry.lines);
  const tip = { x: first.x - first.width / 2, y: first.y };
  const dot: Box = { x: tip.x - Math.max(LEAD_IN, words.width + 24), y: first.y, ...shapeSize(picture.shapes.find((shape) => shape.kind === 'start')!) };
  const neck = { x: tip.x - HEAD, y: tip.y };
  const out = { x: dot.x + dot.width / 2, y: dot.y };
  const lead: Route = { curve: [out, between(out, neck, 1 / 3), between(out, neck, 2 / 3), neck], tip, label: ring.entry.lines.length === 0 ? undefined : { x: (dot.x + tip.x) / 2, y: dot.y - words.height / 2 - 6 } };
  return fromOrigin(picture, {
    width: 0,
    height: 0,
    shapes: new Map([['start', dot], ...ring.shapes.map((shape, index) => [shape.id, boxes[index]!] as const)]),
    groups: new Map(),
    arrows: new Map([[ring.entry.id, lead], ...ring.arrows.map((arrow, index) => [arrow.id, arcs[index]!] as const)]),
  });
}

interface Sweep {
  readonly at: (turn: number) => Point;
  readonly radius: Point;
  readonly from: number;
  readonly to: number;
}

/** The part of the ellipse between two boxes; absent where there is too little of it. */
function arc(arrow: Arrow, leaves: Box, enters: Box, { at, radius, from, to }: Sweep): Route | undefined {
  const start = border(from, to, (turn) => contains(leaves, at(turn)));
  const end = border(to, from, (turn) => contains(enters, at(turn)));
  if (start >= end || distance(at(start), at(end)) < SHORTEST_ARROW) return undefined;
  const tip = at(end);
  const neck = border(end, start, (turn) => distance(at(turn), tip) < HEAD);
  const pull = (4 / 3) * Math.tan((neck - start) / 4);
  const along = (turn: number, sign: number): Point => ({ x: at(turn).x - sign * pull * radius.x * Math.sin(turn), y: at(turn).y + sign * pull * radius.y * Math.cos(turn) });
  const curve = [at(start), along(start, 1), along(neck, -1), at(neck)];
  return { curve, tip, label: arrow.lines.length === 0 ? undefined : outside(at((start + end) / 2), radius, sizeOf(arrow.lines)) };
}

/** The middle of a box that touches the ellipse from outside, nearly, at a point of it. */
function outside(point: Point, radius: Point, { width, height }: { width: number; height: number }): Point {
  const normal = { x: point.x / (radius.x * radius.x), y: point.y / (radius.y * radius.y) };
  const length = distance(normal, { x: 0, y: 0 });
  const [x, y] = [normal.x / length, normal.y / length];
  const away = (Math.abs(x) * width + Math.abs(y) * height) / 2 + 8;
  return { x: point.x + x * away, y: point.y + y * away };
}

/** Between `inside`, where it holds, and `outside`, where it does not: the value at which it ceases to. */
function border(inside: number, outside: number, holds: (turn: number) => boolean): number {
  let [low, high] = [inside, outside];
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** The same layout, moved so that nothing is left of or above the origin. */
function fromOrigin(picture: Picture, layout: Layout): Layout {
  const { shapes, labels, lines } = sceneOf(picture, layout);
  const corners = [...shapes, ...labels].flatMap(({ x, y, width, height }) => [{ x: x - width / 2, y: y - height / 2 }, { x: x + width / 2, y: y + height / 2 }]);
  const all = boxAround([...corners, ...lines.flatMap((line) => line.points)]);
  const move = (point: Point): Point => ({ x: point.x - all.x + all.width / 2, y: point.y - all.y + all.height / 2 });
  return {
    width: all.width,
    height: all.height,
    shapes: new Map([...layout.shapes].map(([id, box]) => [id, { ...box, ...move(box) }])),
    groups: layout.groups,
    arrows: new Map([...layout.arrows].map(([id, { curve, tip, label }]) => [id, { curve: curve.map(move), tip: move(tip), label: label && move(label) }])),
  };
}
