/**
 * Whether a `var` may be read where its declaration has not been come to: then it is `undefined`, whatever it is declared as.
 *
 *     if (ready) { var price = ask(); }   →   price may be undefined after the block
 */
import type { Graph } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';

export function mayBeUnset(graph: Pick<Graph, 'parentOf'>, binding: Binding): boolean {
  const declaration = binding.declarations[0];
  if (binding.kind !== 'var' || declaration?.type !== 'VariableDeclarator') return false;
  const home = homeOf(graph, declaration);
  return home === undefined || binding.references.some(({ start, end }) => start < declaration.start || end > home.end);
}

/** Where everything that comes after the declaration comes after it has run. */
function homeOf(graph: Pick<Graph, 'parentOf'>, declaration: Node): Node | undefined {
  const statement = graph.parentOf(declaration);
  const parent = statement && graph.parentOf(statement);
  if (parent?.type === 'ForStatement' && parent.init === (statement as unknown)) return graph.parentOf(parent);
  return parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement' ? (parent.body as Node) : parent;
}
