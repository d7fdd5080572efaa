/**
 * DOT → where everything is. Graphviz (compiled to WebAssembly: the same arithmetic, so the same numbers, on every
 * machine) is asked for geometry only; what is drawn there is ours. Pixels, y downwards, origin at the top left.
 */
import { Bug } from '../../diagnostic/diagnostic.ts';
import { CLUSTER } from './dot.ts';
import { distance } from './route.ts';
import { isMiddle, isPort, isWords, loopRoute, roundGroup, roundRoute } from './loop.ts';
import { clip, innermost, straight, toBorder } from './border.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its centre. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The middle of the header. */
  readonly header?: Point;
  readonly shapes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, GroupBox>;
  readonly arrows: ReadonlyMap<string, Route>;
}

export interface GroupBox extends Box {
  /** The middle of the words in its head. */
  readonly label?: Point;
}

export interface Route {
  /** Cubic Bézier: a start, then three points for each piece. */
  readonly curve: readonly Point[];
  /** Where the arrowhead's point is. */
  readonly tip: Point;
  /** The middle of its label. */
  readonly label?: Point;
}

/** A node, or a cluster. */
interface DrawnObject {
  readonly _gvid: number;
  readonly name: string;
  readonly pos?: string;
  readonly width?: string;
  readonly height?: string;
  readonly bb?: string;
  readonly lp?: string;
}

interface DrawnEdge {
  /** Absent of an edge that only holds others in place. */
  readonly id?: string;
  readonly pos?: string;
  readonly lp?: string;
  /** The clusters that it begins and ends at. */
  readonly ltail?: string;
  readonly lhead?: string;
  /** `back`: it has no head, and goes the other way. */
  readonly comment?: string;
  readonly tail: number;
  readonly head: number;
}

interface Drawn {
  readonly bb: string;
  readonly rankdir: string;
  readonly objects: readonly DrawnObject[];
  readonly edges?: readonly DrawnEdge[];
}

/** Lays out DOT texts, in order; nothing for one that Graphviz gets wrong, as it may where groups lie in one another. Graphviz is loaded when the first is asked for. */
export async function layOut(dots: readonly string[]): Promise<readonly (Layout | undefined)[]> {
  const { instance } = await import('@viz-js/viz');
  const graphviz = await instance();
  return dots.map((dot) => {
    const result = graphviz.render(dot, { format: 'json0', engine: 'dot' });
    if (result.status === 'failure') throw new Bug(`Graphviz refuses our DOT: ${result.errors.map((error) => error.message).join('; ')}`);
    const drawn = JSON.parse(result.output) as Drawn;
    return isWhole(drawn) && !result.errors.some(({ level }) => level === 'error') ? layoutOf(drawn) : undefined;
  });
}

function isWhole({ edges = [] }: Drawn): boolean {
  return edges.every(({ id, pos }) => id === undefined || pos !== undefined);
}

function layoutOf(drawn: Drawn): Layout {
  const [left, bottom, right, top] = drawn.bb.split(',').map(Number) as [number, number, number, number];
  const point = (text: string): Point => {
    const [x, y] = text.split(',').map(Number) as [number, number];
    return { x: x - left, y: top - y };
  };
  const nodes = drawn.objects.filter((object) => object.pos !== undefined);
  const names = new Map(nodes.map(({ _gvid, name }) => [_gvid, name]));
  const shapes = new Map(nodes.map(({ name, pos, width, height }) => [name, { ...point(pos!), width: Number(width) * 72, height: Number(height) * 72 }]));
  const clusters = drawn.objects.filter(({ name, bb }) => bb !== undefined && name.startsWith(CLUSTER));
  const groups = new Map(clusters.map(({ name, bb, lp }): [string, GroupBox] => [name.slice(CLUSTER.length), { ...boxOf(bb!, point), ...(lp !== undefined && { label: point(lp) }) }]));

  const routes = new Map<string, Route>();
  for (const { id, pos, lp, ltail, lhead, comment, tail, head } of drawn.edges ?? []) {
    if (id === undefined || pos === undefined) continue;
    const [from, to] = [names.get(tail)!, names.get(head)!];
    const { curve, tip } = curveOf(pos, comment === 'back', point);
    const round = roundGroup(to);
    // The way back from the words of a loop is drawn with the way there.
    if (roundGroup(from) !== undefined) continue;
    const label = lp === undefined ? undefined : point(lp);
    if (isWords(to)) routes.set(id, loopRoute(shapes.get(from)!, shapes.get(to)!));
    else if (isWords(from)) routes.set(id, loopRoute(shapes.get(to)!, shapes.get(from)!));
    else if (round !== undefined) routes.set(id, roundRoute(groups.get(round)!, shapes.get(to)!));
    else {
      const port = isPort(to) ? shapes.get(to)! : undefined;
      const line = port ? toBorder({ curve, tip }, port, innermost(groups, port)!, drawn.rankdir === 'LR') : clip({ curve, tip }, groups.get(groupOf(ltail)), groups.get(groupOf(lhead)));
      const middle = [from, to].find(isMiddle);
      routes.set(id, middle === undefined ? { ...line, label } : { ...joined(routes.get(id), line), label: shapes.get(middle)! });
    }
  }
  return { width: right - left, height: top - bottom, shapes, groups, arrows: routes };
}

/** Two halves of an arrow, in whichever order they come: one ends where the other begins, but for the words between. */
function joined(known: Route | undefined, half: Pick<Route, 'curve' | 'tip'>): Pick<Route, 'curve' | 'tip'> {
  if (!known) return half;
  const gap = (a: Pick<Route, 'curve'>, b: Pick<Route, 'curve'>): number => distance(a.curve.at(-1)!, b.curve[0]!);
  const [first, last] = gap(known, half) <= gap(half, known) ? [known, half] : [half, known];
  return { curve: [...first.curve, ...straight(first.curve.at(-1)!, last.curve[0]!), ...last.curve.slice(1)], tip: last.tip };
}

function groupOf(cluster = ''): string {
  return cluster.slice(CLUSTER.length);
}

function boxOf(bb: string, point: (text: string) => Point): Box {
  const [x0, y0, x1, y1] = bb.split(',') as [string, string, string, string];
  const [low, high] = [point(`${x0},${y0}`), point(`${x1},${y1}`)];
  return { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2, width: high.x - low.x, height: low.y - high.y };
}

/** A spline of Graphviz's, turned so that it ends at its head: `e,x,y p p p p`, or `s,x,y p p p p` where the head is at its start. */
function curveOf(pos: string, isBack: boolean, point: (text: string) => Point): Pick<Route, 'curve' | 'tip'> {
  const [first, ...rest] = pos.split(' ');
  const head = /^([es]),(.*)$/.exec(first!);
  const curve = (head ? rest : [first!, ...rest]).map(point);
  if (!head) return isBack ? { curve: curve.toReversed(), tip: curve[0]! } : { curve, tip: curve.at(-1)! };
  return { curve: head[1] === 's' ? curve.toReversed() : curve, tip: point(head[2]!) };
}
