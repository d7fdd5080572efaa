/**
 * The types that a machine's functions declare for themselves: their type parameters, and the aliases and interfaces in their bodies. An emitted
 * module has no such function around its code: there they are declared at its top.
 */
import type { Graph } from '../flow/graph.ts';
import type { Binding, Module } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { nodesIn, walk } from '../syntax/walk.ts';

/** By name; the first of those that have the same. */
export type InnerTypes = ReadonlyMap<string, { readonly binding: Binding; readonly module: Module; readonly node: Node; readonly text: string }>;

export function innerTypes(graph: Pick<Graph, 'fn' | 'frames' | 'nodes' | 'moduleOf'>): InnerTypes {
  const found = new Map<string, { binding: Binding; module: Module; node: Node; text: string }>();
  for (const fn of [graph.fn as Node, ...graph.frames]) {
    const module = graph.moduleOf(fn);
    const text = ({ start, end }: Node): string => module.text.slice(start, end);
    const declare = (node: Node, identifier: Node, words: string): void => {
      const binding = module.bindings.get(identifier);
      if (binding && !found.has(binding.name)) found.set(binding.name, { binding, module, node, text: words });
    };
    // Whatever it is called with: a machine is not generic.
    for (const parameter of parametersOf(fn)) declare(parameter, parameter.name as Node, `type ${parameter.name.name} = ${parameter.constraint && !mentions(parameter.constraint, parameter.name as Node, module) ? text(parameter.constraint) : 'any'};`);
    for (const node of graph.frames.size === 0 ? graph.nodes : nodesIn(fn)) {
      if (node.type === 'TSTypeAliasDeclaration') declare(node, node.id as Node, text(node));
      if (node.type === 'TSInterfaceDeclaration') declare(node, node.id as Node, module.bindings.get(node.id)?.declarations.map(text).join('\n') ?? text(node));
    }
  }
  return found;
}

type TypeParameter = Node & { type: 'TSTypeParameter' };

function parametersOf(fn: Node): readonly TypeParameter[] {
  return 'typeParameters' in fn && fn.typeParameters && 'params' in fn.typeParameters ? (fn.typeParameters.params as readonly TypeParameter[]) : [];
}

/** `T extends Node<T>`: no type can be that by itself. */
function mentions(node: Node, name: Node, module: Module): boolean {
  let found = false;
  const binding = module.bindings.get(name);
  walk(node, (at) => void (found ||= at.type === 'Identifier' && module.bindings.get(at) === binding));
  return found;
}
