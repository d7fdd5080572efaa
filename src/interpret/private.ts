/**
 * Instances that cannot be copied: only the class itself reads its `#private` members, so a copy of an instance would lack
 * them, and a snapshot cannot be told apart from the next one.
 */
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { walk } from '../syntax/walk.ts';
import type { Machine } from './machine.ts';

const known = new WeakMap<object, Map<Binding, Node | undefined>>();

/** The `new` by which an object that cannot be copied may have come into the variable. */
export function uncopied(machine: Machine, binding: Binding): Node | undefined {
  const all = known.get(machine.graph) ?? new Map<Binding, Node | undefined>();
  known.set(machine.graph, all);
  if (!all.has(binding)) all.set(binding, find(machine, machine.aliases(binding)));
  return all.get(binding);
}

function find(machine: Machine, sharing: ReadonlySet<Binding>): Node | undefined {
  let found: Node | undefined;
  for (const { instructions } of machine.graph.blocks) {
    for (const given of instructions) {
      const one = given.kind === 'attempt' ? given.instruction : given;
      const node = one.kind === 'bind' ? one.value : one.kind === 'evaluate' ? one.expression : undefined;
      if (!node || ![node, ...(one.kind === 'bind' ? [one.target as Node] : [])].some((part) => mentions(machine, part, sharing))) continue;
      walk(node, (at) => {
        if (at.type === 'NewExpression' && at.callee.type === 'Identifier' && hasPrivates(machine, at.callee)) found = at;
      });
    }
  }
  return found;
}

function mentions({ graph }: Machine, node: Node, names: ReadonlySet<Binding>): boolean {
  let found = false;
  walk(node, (at) => {
    const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
    if (binding && names.has(binding)) found = true;
    return !found;
  });
  return found;
}

function hasPrivates({ graph, project }: Machine, name: Node): boolean {
  const binding = graph.bindingOf(name);
  const at = binding && (graph.isLocal(binding) ? { binding } : project.lookup(binding, graph.homeOf(binding)));
  const declaration = at && 'binding' in at ? at.binding.declarations[0] : undefined;
  if (declaration?.type !== 'ClassDeclaration') return false;
  let found = false;
  walk(declaration, (node) => {
    if (node.type === 'PrivateIdentifier') found = true;
    return !found;
  });
  return found;
}
