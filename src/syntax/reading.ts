/**
 * One reading of a type: where its nodes stand, what its type parameters are, and in whose words it is printed.
 */
import type { Binding, Module } from './module.ts';
import type { Declared, Project } from './project.ts';
import type { Node } from './tree.ts';
import type { Type } from './type.ts';
import { keyText } from './type-make.ts';
import { walk } from './walk.ts';

export interface Reading {
  /** The module that the nodes being read stand in. */
  readonly module: Module;
  readonly project: Project;
  /** The module in which the printed types must mean the same. */
  readonly root: Module;
  readonly args: ReadonlyMap<Binding, Type>;
  /** What is being read: a type that contains itself ends there. */
  readonly busy: ReadonlySet<Binding>;
  readonly depth: number;
  readonly memo: Map<Binding, Type>;
  /** The types of the values that names stand for, by how much of a literal they keep. */
  readonly values: Map<string, Map<Binding, Type>>;
  readonly names: Map<Binding, string | undefined>;
  /** Reads a node below, in this reading or one made from it. */
  readonly read: (node: Node, reading: Reading) => Type;
}

/** The node's own text on one line, where that means the same in the root module; else `otherwise`. */
export function written(node: Node, reading: Reading, otherwise: string): string {
  return isPortable(node, reading) ? sourceText(node, reading.module) : otherwise;
}

/** The text of a node, without comments and line breaks. */
export function sourceText({ start, end }: { start: number; end: number }, module: Module): string {
  let text = '';
  let from = start;
  for (const comment of module.comments) {
    if (comment.start < from || comment.end > end) continue;
    text += module.text.slice(from, comment.start);
    from = comment.end;
  }
  return (text + module.text.slice(from, end)).replace(/\s*[\r\n]\s*/g, ' ').trim();
}

/** Whether every name in it is declared in it, at the top of the root module, or nowhere in either module. */
export function isPortable(node: Node, { module, root }: Reading): boolean {
  let portable = true;
  walk(node, (inner) => {
    if (inner.type === 'TSThisType' || inner.type === 'ThisExpression') portable = false;
    if (inner.type !== 'Identifier') return portable;
    const binding = module.bindings.get(inner);
    const scope = binding?.scope.node;
    if (!binding) portable &&= module === root || (!root.scope.types.has(inner.name) && !root.scope.bindings.has(inner.name));
    else if (!scope || scope.start < node.start || scope.end > node.end || scope === module.program) portable &&= module === root && binding.scope === root.scope;
    return portable;
  });
  return portable;
}

/** The name by which the root module knows what is declared; nothing where it has none. */
export function nameInRoot(declared: Declared, { root, project, names }: Reading): string | undefined {
  const { binding, module } = declared;
  if (module === root && binding.scope === root.scope) return binding.name;
  if (names.has(binding)) return names.get(binding);
  const imports = [...root.scope.types.values()].filter(({ kind }) => kind === 'import');
  const name = imports.find((imported) => {
    const found = project.lookup(imported, root, 'type');
    return found && 'binding' in found && found.binding === binding;
  })?.name;
  names.set(binding, name);
  return name;
}

/** `Color.Red`, `(typeof Color)['not a name']`. */
export function memberText(owner: string, name: string): string {
  const key = keyText(name);
  return key === name ? `${owner}.${name}` : `(typeof ${owner})[${key}]`;
}
