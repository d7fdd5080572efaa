/**
 * Nodes in the order of the source: the machine's own module first, then each of the others whose code it is made of. A line that is
 * added to one module moves nothing of another.
 */
import type { Graph } from '../flow/graph.ts';
import type { Node } from '../syntax/tree.ts';

export function bySource(graph: Pick<Graph, 'modules' | 'moduleOf'>): (a: Node, b: Node) => number {
  const places = new Map(graph.modules.map(({ path }, at) => [path, at]));
  const placeOf = (node: Node): number => places.get(graph.moduleOf(node).path) ?? places.size;
  return (a, b) => placeOf(a) - placeOf(b) || a.start - b.start;
}
