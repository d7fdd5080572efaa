/**
 * A node of a control-flow graph in, TypeScript out that means the same: the source's own text, in which each of the
 * function's own names is another for each binding, and temporaries stand where something was taken out.
 */
import { isSynthetic } from '../../src/flow/lower/builder.ts';
import type { Graph } from '../../src/flow/graph.ts';
import { layoutOf } from '../../src/flow/synthetic.ts';
import type { Binding } from '../../src/syntax/module.ts';
import type { Node } from '../../src/syntax/tree.ts';
import { children } from '../../src/syntax/walk.ts';

export interface Coder {
  readonly code: (node: Node) => string;
  readonly name: (binding: Binding) => string;
  /** The names of everything that was asked for. */
  readonly names: () => readonly string[];
}

export function coder(graph: Graph): Coder {
  const names = new Map<Binding, string>();
  const name = (binding: Binding): string => {
    const known = names.get(binding);
    if (known !== undefined) return known;
    const made = `${binding.name}$${names.size}`;
    names.set(binding, made);
    return made;
  };
  const identifier = (node: Node & { name: string }): string => {
    const binding = graph.bindingOf(node);
    return binding && graph.isLocal(binding) ? name(binding) : node.name;
  };
  const code = (node: Node): string => {
    if (node.type === 'Identifier') return identifier(node as Node & { name: string });
    if (isSynthetic(node)) return layoutOf(node).map((piece) => (typeof piece === 'string' ? piece : code(piece))).join('');
    if (node.type === 'Property' && node.shorthand) return `${(node.key as { name: string }).name}: ${code(node.value as Node)}`;
    const source = graph.moduleOf(node).text;
    let text = '';
    let position = node.start;
    for (const child of children(node).toSorted((x, y) => x.start - y.start)) {
      text += source.slice(position, child.start);
      // Types are of no use in a pattern that is assigned to.
      if (child.type !== 'TSTypeAnnotation') text += code(child);
      position = child.end;
    }
    return text + source.slice(position, node.end);
  };
  return { code, name, names: () => [...names.values()] };
}
