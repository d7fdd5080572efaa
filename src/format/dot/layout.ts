/**
 * DOT → where everything is. Graphviz (compiled to WebAssembly: the same arithmetic, so the same numbers, on every
 * machine) is asked for geometry only; what is drawn there is ours. Pixels, y downwards, origin at the top left.
 */
import { Bug } from '../../diagnostic/diagnostic.ts';
import { isWords, loopRoute } from './loop.ts';

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
  readonly arrows: ReadonlyMap<string, Route>;
}

export interface Route {
  /** Cubic Bézier: a start, then three points for each piece. */
  readonly curve: readonly Point[];
  /** Where the arrowhead's point is. */
  readonly tip: Point;
  /** The middle of its label. */
  readonly label?: Point;
}

interface DrawnNode {
  readonly _gvid: number;
  readonly name: string;
  readonly pos: string;
  readonly width: string;
  readonly height: string;
}

interface Drawn {
  readonly bb: string;
  /** Nodes, and subgraphs, which have no place. */
  readonly objects: readonly (DrawnNode | { readonly pos?: undefined })[];
  readonly edges?: readonly { readonly id: string; readonly pos: string; readonly lp?: string; readonly tail: number; readonly head: number }[];
}

/** Lays out DOT texts, in order. Graphviz is loaded when the first is asked for. */
export async function layOut(dots: readonly string[]): Promise<readonly Layout[]> {
  const { instance } = await import('@viz-js/viz');
  const graphviz = await instance();
  return dots.map((dot) => {
    const result = graphviz.render(dot, { format: 'json0', engine: 'dot' });
    if (result.status === 'failure') throw new Bug(`Graphviz refuses our DOT: ${result.errors.map((error) => error.message).join('; ')}`);
    return layoutOf(JSON.parse(result.output) as Drawn);
  });
}

function layoutOf(drawn: Drawn): Layout {
  const [left, bottom, right, top] = drawn.bb.split(',').map(Number) as [number, number, number, number];
  const point = (text: string): Point => {
    const [x, y] = text.split(',').map(Number) as [number, number];
    return { x: x - left, y: top - y };
  };
  const nodes = drawn.objects.filter((object) => object.pos !== undefined);
  const names = new Map(nodes.map(({ _gvid, name }) => [_gvid, name]));
  const shapes = new Map(nodes.map(({ name, pos, width, height }) => [name, { ...point(pos), width: Number(width) * 72, height: Number(height) * 72 }]));
  const route = ({ pos, lp, tail, head }: NonNullable<Drawn['edges']>[number]): Route => {
    const [from, to] = [names.get(tail)!, names.get(head)!];
    if (isWords(to)) return loopRoute(shapes.get(from)!, shapes.get(to)!);
    if (isWords(from)) return loopRoute(shapes.get(to)!, shapes.get(from)!);
    const [end, ...curve] = pos.split(' ');
    return { curve: curve.map(point), tip: point(end!.slice('e,'.length)), label: lp === undefined ? undefined : point(lp) };
  };
  return { width: right - left, height: top - bottom, shapes, arrows: new Map((drawn.edges ?? []).map((edge) => [edge.id, route(edge)])) };
}
