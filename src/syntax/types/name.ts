/** The names of types: a name in, what declares it out, through imports, namespaces and enums. */
import { declaredNames } from '../binding/names.ts';
import type { Binding, Module } from '../module.ts';
import type { Declared } from '../project.ts';
import type { Reading } from './reading.ts';
import type { Node } from '../tree.ts';

export type Named =
  | ({ readonly kind: 'declared' } & Declared)
  | { readonly kind: 'member'; readonly of: Declared; readonly name: string }
  /** No module of the project declares it. */
  | { readonly kind: 'global'; readonly name: string };

/** What `A`, `A.B` (in a type) or `a.b` (after `extends`) names; nothing for packages and what leads nowhere. */
export function resolveName(name: Node, reading: Reading, space: 'value' | 'type' = 'type'): Named | undefined {
  const { module, project } = reading;
  if (name.type === 'Identifier') {
    const binding = module.bindings.get(name);
    if (!binding) return { kind: 'global', name: name.name };
    const found = project.lookup(binding, module, space);
    return found && 'binding' in found ? { kind: 'declared', ...found } : undefined;
  }
  const [left, right] = name.type === 'TSQualifiedName' ? [name.left, name.right.name] : name.type === 'MemberExpression' && !name.computed && name.property.type === 'Identifier' ? [name.object, name.property.name] : [];
  const owner = left && resolveName(left, reading);
  return owner?.kind === 'declared' && right !== undefined ? memberNamed(owner, right, reading, space) : undefined;
}

/** What a namespace, an enum or a module gathered under one name has by that name. */
export function memberNamed(owner: Declared, name: string, { project }: Reading, space: 'value' | 'type'): Named | undefined {
  const gathered = project.namespace(owner.binding, owner.module);
  if (gathered) {
    const found = project.lookupExport(name, gathered, space);
    return found && 'binding' in found ? { kind: 'declared', ...found } : undefined;
  }
  const [first] = exportedBy(owner, name, space);
  if (first) return { kind: 'declared', binding: first, module: owner.module };
  return owner.binding.kind === 'enum' ? { kind: 'member', of: owner, name } : undefined;
}

const declaring = {
  type: new Set(['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'ClassDeclaration', 'TSEnumDeclaration', 'TSModuleDeclaration']),
  value: new Set(['VariableDeclaration', 'FunctionDeclaration', 'TSDeclareFunction', 'ClassDeclaration', 'TSEnumDeclaration', 'TSModuleDeclaration']),
};

/** What the bodies of `namespace N` export by the name, each body with a binding of its own. */
function exportedBy({ binding, module }: Declared, name: string, space: 'value' | 'type'): readonly Binding[] {
  const found = new Set<Binding>();
  for (const declaration of binding.declarations) {
    if (declaration.type !== 'TSModuleDeclaration' || declaration.id.type !== 'Identifier' || !declaration.body) continue;
    for (const statement of declaration.body.body) {
      // What is only declared is exported without saying so.
      const exported = statement.type === 'ExportNamedDeclaration' ? statement.declaration : declaration.declare ? statement : undefined;
      if (!exported || !declaring[space].has(exported.type) || !declaredNames(exported).includes(name)) continue;
      const identifier = identifierIn(exported, name);
      const inner = identifier && module.bindings.get(identifier);
      if (inner) found.add(inner);
    }
  }
  return [...found];
}

function identifierIn(declaration: Node, name: string): Node | undefined {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.map(({ id }) => id as Node).find((id) => id.type === 'Identifier' && id.name === name);
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? declaration.id : undefined;
}

/** A declaration and the module that it stands in. */
export interface Piece {
  readonly node: Node;
  readonly module: Module;
}

/** All declarations of a type: those merged in its scope, in the other bodies of its namespace, and from other modules. */
export function piecesOf(declared: Declared, reading: Reading): readonly Piece[] {
  const { binding, module } = declared;
  const { node } = binding.scope;
  const space = node.type === 'TSModuleDeclaration' && node.id.type === 'Identifier' ? module.bindings.get(node.id) : undefined;
  const bindings = space ? exportedBy({ binding: space, module }, binding.name, 'type') : [];
  const own = bindings.includes(binding) ? bindings : [binding];
  const pieces = own.flatMap(({ declarations }) => declarations.map((node): Piece => ({ node, module })));
  return binding.kind === 'interface' && binding.scope === module.scope ? [...pieces, ...reading.added(declared)] : pieces;
}
