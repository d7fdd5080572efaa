/**
 * What rests on a node of a graph alone, and on nothing of the way that is walked, is found out once for each graph: a machine's,
 * or that of a function that is run in place or looked into.
 */
import type { Graph } from '../../flow/graph.ts';
import type { Node } from '../../syntax/tree.ts';

export function onceInGraph<Asked extends { readonly graph: Graph }, Found>(find: (asked: Asked, node: Node) => Found): (asked: Asked, node: Node) => Found {
  const graphs = new WeakMap<Graph, Map<Node, { readonly found: Found }>>();
  return (asked, node) => {
    let nodes = graphs.get(asked.graph);
    if (!nodes) graphs.set(asked.graph, (nodes = new Map()));
    let known = nodes.get(node);
    if (!known) nodes.set(node, (known = { found: find(asked, node) }));
    return known.found;
  };
}
