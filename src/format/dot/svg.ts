/**
 * Chart → SVG: laid out by Graphviz in several ways, of which the one that reads best is drawn by ourselves.
 *
 * Graphviz keeps room for the words on arrows, but not always: a loop's words can lie on another arrow, and a few wide
 * labels in a row can touch. Whether they do is computed from the layout, so the choice is the same on every machine.
 */
import type { Chart } from '../../chart/chart.ts';
import { type Spacing, dotOf } from './dot.ts';
import { draw } from './draw.ts';
import { type Layout, layOut } from './layout.ts';
import { placeHeader } from './header.ts';
import { overlapsOf } from './overlap.ts';
import { type Picture, pictureOf } from './picture.ts';
import { ringLayout } from './ring.ts';
import { sceneOf } from './scene.ts';

const ways: readonly Spacing[] = (['LR', 'TB'] as const).flatMap((direction) => [1, 1.4, 2].map((apart) => ({ direction, apart })));

/**
 * A chart as an SVG document: one file without scripts or outside references, transparent, the same bytes on every
 * machine, in the reader's light or dark scheme, with its words as `<title>` and `<desc>` for those who do not see it.
 *
 * ```ts
 * await writeFile('light.svg', await toSvg(chart));
 * ```
 */
export async function toSvg(chart: Chart): Promise<string> {
  const picture = pictureOf(chart);
  return draw(picture, await layoutOf(picture));
}

/** Where everything in a picture is put: a ring as a ring, anything else the way that costs a reader least. */
export async function layoutOf(picture: Picture): Promise<Layout> {
  const ring = ringLayout(picture);
  if (ring) return placeHeader(picture, ring);
  const layouts = await layOut(ways.map((way) => dotOf(picture, way)));
  const [first, ...others] = layouts.map((bare) => {
    const layout = placeHeader(picture, bare);
    return { layout, cost: costOf(picture, layout) };
  });
  return others.reduce((best, other) => (other.cost < best.cost ? other : best), first!).layout;
}

/** What a reader pays: words that cannot be read, lines to be told apart, and then the size, wider than a page worst of all. */
function costOf(picture: Picture, layout: Layout): number {
  const { texts, struck, crossings } = overlapsOf(sceneOf(picture, layout));
  const tooWide = Math.max(0, layout.width - PAGE);
  return 10_000 * texts + 60 * struck + 25 * crossings + layout.height + 0.3 * layout.width + 1.7 * tooWide;
}

/** How wide a picture may be on a page of text before it is scaled down, in pixels. */
const PAGE = 860;
