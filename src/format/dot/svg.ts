/** Chart → SVG: laid out by Graphviz, drawn by ourselves. */
import type { Chart } from '../../chart/chart.ts';
import { dotOf, usualDirection } from './dot.ts';
import { draw } from './draw.ts';
import { layOut } from './layout.ts';
import { pictureOf } from './picture.ts';

export async function toSvg(chart: Chart): Promise<string> {
  const picture = pictureOf(chart);
  const [layout] = await layOut([dotOf(picture, { direction: usualDirection(picture), apart: 1 })]);
  return draw(picture, layout!);
}
