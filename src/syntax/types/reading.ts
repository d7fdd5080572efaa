/**
 * One reading of a type: where its nodes stand, what its type parameters are, and in whose words it is printed.
 */
import type { Binding, Module } from '../module.ts';
import type { Declared, Project } from '../project.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { keyText } from './make.ts';
import { walk } from '../walk.ts';

export interface Reading {
  /** The module that the nodes being read stand in. */
  readonly module: Module;
  readonly project: Project;
  /** The module in which the printed types must mean the same. */
  readonly root: Module;
  readonly args: ReadonlyMap<Binding, Type>;
  /** The type parameters that a condition around the node has been asked of: there they are no bare names any more. */
  readonly narrowed: ReadonlySet<Binding>;
  /** The types that are being read, with their arguments: one that contains itself ends there. */
  readonly within: readonly { readonly binding: Binding; readonly args: string }[];
  /** The values whose types are being found out. */
  readonly busy: ReadonlySet<Binding>;
  readonly state: ReadingState;
  /** What is declared, by its arguments. */
  readonly memo: Map<Binding, Map<string, Type>>;
  /** The types of the values that names stand for, by how much of a literal they keep. */
  readonly values: Map<string, Map<Binding, Type>>;
  readonly names: Map<Binding, string | undefined>;
  /** Reads a node below, in this reading or one made from it. */
  readonly read: (node: Node, reading: Reading) => Type;
  /** Reads what a name means that no module declares. */
  readonly global: (name: string, node: Node, args: readonly Node[], reading: Reading) => Type | undefined;
  /** The type of an expression: `literal` where its literals are kept, `wide` in what can be changed. */
  readonly value: (node: Node, reading: Reading, mode: 'literal' | 'wide') => Type | undefined;
  /** What other modules declare of an interface. */
  readonly added: (declared: Declared) => readonly { readonly node: Node; readonly module: Module }[];
}

/** Of no type parameter: where a declaration is gone into, those around it are left behind. */
export const noneNarrowed: ReadonlySet<Binding> = new Set();

/** What is counted over a whole reading. */
export interface ReadingState {
  /** How deep the node lies that is being read, through names and in itself. */
  depth: number;
  /** How often a type was cut short because it contains itself. */
  cuts: number;
  /** How many more nodes may be read: types can be made of themselves without end. */
  left: number;
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
export function nameInRoot(declared: Declared, { root, project, names }: Pick<Reading, 'root' | 'project' | 'names'>): string | undefined {
  const { binding, module } = declared;
  if (module === root && binding.scope === root.scope) return binding.name;
  if (module === root && binding.scope.node.type === 'TSModuleDeclaration') return nameInNamespace(declared, binding.scope.node, { root, project, names });
  if (names.has(binding)) return names.get(binding);
  const imports = [...root.scope.types.values()].filter(({ kind }) => kind === 'import');
  const name = imports.find((imported) => {
    const found = project.lookup(imported, root, 'type');
    return found && 'binding' in found && found.binding === binding;
  })?.name;
  names.set(binding, name);
  return name;
}

/** `Space.Color`, where the namespace exports it and has a name itself. */
function nameInNamespace({ binding, module }: Declared, space: Node & { type: 'TSModuleDeclaration' }, reading: Pick<Reading, 'root' | 'project' | 'names'>): string | undefined {
  const owner = space.id.type === 'Identifier' ? module.bindings.get(space.id) : undefined;
  const isExported = space.body?.body.some((statement) => statement.type === 'ExportNamedDeclaration' && statement.declaration && 'id' in statement.declaration && statement.declaration.id === (binding.identifier as unknown));
  const name = owner && isExported ? nameInRoot({ binding: owner, module }, reading) : undefined;
  return name === undefined ? undefined : `${name}.${binding.name}`;
}

/** `Color.Red`, `(typeof Color)['not a name']`. */
export function memberText(owner: string, name: string): string {
  const key = keyText(name);
  return key === name ? `${owner}.${name}` : `(typeof ${owner})[${key}]`;
}
