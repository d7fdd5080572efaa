/**
 * Chart → SVG: laid out by Graphviz in several ways, of which the one that reads best is drawn by ourselves.
 *
 * Graphviz keeps room for the words on arrows, but not always: a loop's words can lie on another arrow, and a few wide
 * labels in a row can touch. Whether they do is computed from the layout, so the choice is the same on every machine.
 */
import type { Chart } from '../../chart/chart.ts';
import type { Marks } from '../marks.ts';
import { Bug } from '../../diagnostic/diagnostic.ts';
import { type Spacing, dotOf } from './dot.ts';
import { draw } from './draw.ts';
import { type Layout, layOut } from './layout.ts';
import { placeHeader } from './header.ts';
import { type Overlaps, overlapsOf } from './overlap.ts';
import { type Picture, pictureOf } from './picture.ts';
import { relabel } from './relabel.ts';
import { ringLayout } from './ring.ts';
import { sceneOf } from './scene.ts';

/** Ways to lay a picture out, in stages: a later one is tried where words lie on something in all of the earlier. */
const stages: readonly (readonly Spacing[])[] = [waysOf(['kept'], [1, 1.4, 2]), waysOf(['after', 'before'], [1, 1.4]), waysOf(['kept', 'after', 'before'], [3, 4])];

/** The same of one with groups, over whose labels Graphviz may fail: at the end are ways without any. */
const groupedStages: readonly (readonly Spacing[])[] = [stages[0]!, stages[1]!, waysOf(['kept', 'after'], [1, 1.6]).map((way) => ({ ...way, middles: true }))];

function waysOf(loops: readonly Spacing['loops'][], aparts: readonly number[]): readonly Spacing[] {
  return loops.flatMap((loops) => (['LR', 'TB'] as const).flatMap((direction) => aparts.map((apart) => ({ direction, apart, loops }))));
}

/**
 * A chart as an SVG document: one file without scripts or outside references, transparent, the same bytes on every
 * machine, in the reader's light or dark scheme, with its words as `<title>` and `<desc>` for those who do not see it.
 *
 * ```ts
 * await writeFile('light.svg', await toSvg(chart));
 * ```
 */
export async function toSvg(chart: Chart): Promise<string> {
  return markedSvg(chart);
}

/** The same with marks on what stands out, by a sign and by how its lines are drawn. */
export async function markedSvg(chart: Chart, marks?: Marks): Promise<string> {
  const picture = pictureOf(chart, marks);
  return draw(picture, await layoutOf(picture));
}

/** Where everything in a picture is put: a ring as a ring, anything else the way that costs a reader least. */
export async function layoutOf(picture: Picture): Promise<Layout> {
  const ring = ringLayout(picture);
  if (ring) return placeHeader(picture, ring);
  let best: Judged | undefined;
  for (const [index, ways] of (picture.groups.length === 0 ? stages : groupedStages).entries()) {
    if (best && (index === 1 ? best.texts + best.struck + best.bordered === 0 : best.texts === 0)) break;
    for (const bare of await layOut(ways.map((way) => dotOf(picture, way)))) {
      if (!bare) continue;
      const judged = judge(picture, placeHeader(picture, bare));
      if (!best || judged.cost < best.cost) best = judged;
    }
  }
  if (!best) throw new Bug(`Graphviz lays ${picture.title} out in none of our ways`);
  return relabel(picture, best.layout);
}

interface Judged extends Overlaps {
  readonly layout: Layout;
  /** What a reader pays: words that cannot be read, lines to be told apart, then the size, wider than a page worst of all. */
  readonly cost: number;
}

function judge(picture: Picture, layout: Layout): Judged {
  const overlaps = overlapsOf(sceneOf(picture, layout));
  const tooWide = Math.max(0, layout.width - PAGE);
  const cost = 10_000 * overlaps.texts + 400 * overlaps.bordered + 80 * overlaps.struck + 25 * overlaps.crossings + layout.height + 0.3 * layout.width + 1.7 * tooWide;
  return { ...overlaps, layout, cost };
}

/** How wide a picture may be on a page of text before it is scaled down, in pixels. */
const PAGE = 860;
