/** The names of types: a name in, what declares it out, through imports, namespaces and enums. */
import type { Declared } from './project.ts';
import type { Reading } from './reading.ts';
import type { Node } from './tree.ts';

export type Named =
  | ({ readonly kind: 'declared' } & Declared)
  | { readonly kind: 'member'; readonly of: Declared; readonly name: string }
  /** No module of the project declares it. */
  | { readonly kind: 'global'; readonly name: string };

/** What `A`, `A.B` (in a type) or `a.b` (after `extends`) names; nothing for packages and what leads nowhere. */
export function resolveName(name: Node, reading: Reading): Named | undefined {
  const { module, project } = reading;
  if (name.type === 'Identifier') {
    const binding = module.bindings.get(name);
    if (!binding) return { kind: 'global', name: name.name };
    const found = project.lookup(binding, module, 'type');
    return found && 'binding' in found ? { kind: 'declared', ...found } : undefined;
  }
  const [left, right] = name.type === 'TSQualifiedName' ? [name.left, name.right.name] : name.type === 'MemberExpression' && !name.computed && name.property.type === 'Identifier' ? [name.object, name.property.name] : [];
  const owner = left && resolveName(left, reading);
  if (!owner || owner.kind !== 'declared' || right === undefined) return undefined;
  const gathered = project.namespace(owner.binding, owner.module);
  if (gathered) {
    const found = project.lookupExport(right, gathered, 'type');
    return found && 'binding' in found ? { kind: 'declared', ...found } : undefined;
  }
  if (owner.binding.kind === 'enum') return { kind: 'member', of: owner, name: right };
  return inNamespace(owner, right);
}

/** What the bodies of `namespace N` export by the name. */
function inNamespace({ binding, module }: Declared, name: string): Named | undefined {
  for (const declaration of binding.declarations) {
    if (declaration.type !== 'TSModuleDeclaration' || declaration.id.type !== 'Identifier' || !declaration.body) continue;
    for (const statement of declaration.body.body) {
      const exported = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
      if (!exported || !('id' in exported) || exported.id?.type !== 'Identifier' || exported.id.name !== name) continue;
      const found = module.bindings.get(exported.id);
      if (found) return { kind: 'declared', binding: found, module };
    }
  }
  return undefined;
}
