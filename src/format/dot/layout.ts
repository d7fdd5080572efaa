/**
 * DOT → where everything is. Graphviz (compiled to WebAssembly: the same arithmetic, so the same numbers, on every
 * machine) is asked for geometry only; what is drawn there is ours. Pixels, y downwards, origin at the top left.
 */
import { Bug } from '../../diagnostic/diagnostic.ts';

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

interface Drawn {
  readonly bb: string;
  readonly lp?: string;
  readonly objects: readonly { readonly name: string; readonly pos: string; readonly width: string; readonly height: string }[];
  readonly edges?: readonly { readonly id: string; readonly pos: string; readonly lp?: string }[];
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
  const label = (lp: string | undefined): Point | undefined => (lp === undefined ? undefined : point(lp));
  return {
    width: right - left,
    height: top - bottom,
    header: label(drawn.lp),
    shapes: new Map(drawn.objects.map(({ name, pos, width, height }) => [name, { ...point(pos), width: Number(width) * 72, height: Number(height) * 72 }])),
    arrows: new Map(
      (drawn.edges ?? []).map(({ id, pos, lp }) => {
        const [end, ...curve] = pos.split(' ');
        return [id, { curve: curve.map(point), tip: point(end!.slice('e,'.length)), label: label(lp) }];
      }),
    ),
  };
}
