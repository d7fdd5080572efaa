/** Nodes in, the lines they stand on out, as a person says them: `line 4`, `lines 4, 7 and 9`, `line 2 of lib/rules.ts`. */
import type { Graph } from '../flow/graph.ts';
import { placeOf } from '../syntax/lines.ts';
import type { Node } from '../syntax/tree.ts';

export function linesOf(nodes: readonly Node[], graph: Graph): string {
  const places = nodes.map((node) => placeOf(graph.moduleOf(node), node.start));
  const files = [...new Set(places.map(({ file }) => file))];
  return files
    .map((file) => {
      const lines = [...new Set(places.filter((place) => place.file === file).map(({ line }) => line))].sort((a, b) => a - b);
      return `${lines.length === 1 ? 'line' : 'lines'} ${listed(lines)}${file === graph.module.path ? '' : ` of ${file}`}`;
    })
    .join(', ');
}

/** `4`, `4 and 7`, `4, 7 and 9`, `4, 7, 9 and 5 more`. */
export function listed(all: readonly (string | number)[]): string {
  const shown = all.length > most ? [...all.slice(0, most), `${all.length - most} more`] : all;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const most = 4;
