/** Declarations that name something: variables, functions, classes, enums, namespaces, imports, and what is exported. */
import { at, type Binder, bodyScope, callable, type Declares, each, meet, type Step, within } from './binder.ts';
import { declaredNames, enumMemberName, exportName } from './names.ts';
import { declare, draftScope } from './scope.ts';
import type { Node } from './tree.ts';

/** The steps below a declaration; nothing for any other node. */
export function bindDeclaration(binder: Binder, { node, scope, role }: Step): Step[] | undefined {
  const read = (...nodes: readonly (Node | null | undefined)[]): Step[] => at(scope, 'read', ...nodes);
  switch (node.type) {
    case 'VariableDeclaration': {
      const kind = node.kind === 'var' || node.kind === 'let' ? node.kind : 'const';
      const inHead = typeof role === 'object' && role.initialised;
      return node.declarations.flatMap((declaration) => at(scope, { kind, declaration, initialised: inHead || declaration.init !== null }, declaration));
    }
    case 'VariableDeclarator':
      return [...at(scope, role, node.id), ...read(node.init)];

    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      if (node.id) meet(binder, node.id, node.id.name, scope, { kind: 'function', declaration: node, initialised: false });
      return callable(node, scope);

    case 'ClassDeclaration':
    case 'ClassExpression': {
      const inner = draftScope('class', node, scope);
      const declares: Declares = { kind: 'class', declaration: node, initialised: false };
      if (node.id) meet(binder, node.id, node.id.name, node.type === 'ClassDeclaration' ? scope : inner, declares);
      return [...read(...node.decorators), ...within(inner, at(inner, 'read', node.typeParameters, node.superClass, node.superTypeArguments, ...(node.implements ?? []), node.body))];
    }

    case 'TSEnumDeclaration': {
      const binding = declare(scope, 'enum', node.id.name, node.id, node);
      binder.bindings.set(node.id, binding);
      const inner = bodyScope(binder, 'enum', node, scope, binding);
      return within(inner, at(inner, 'read', node.body));
    }
    case 'TSEnumMember': {
      const name = enumMemberName(node.id);
      scope.merged?.exported.add(name);
      binder.bindings.set(node.id, declare(scope, 'const', name, node.id, node));
      return read(node.initializer);
    }
    case 'TSModuleDeclaration': {
      let first: Node = node.id;
      while (first.type === 'TSQualifiedName') first = first.left;
      const binding = node.global || first.type !== 'Identifier' ? undefined : declare(scope, 'namespace', first.name, first, node);
      if (binding) binder.bindings.set(first, binding);
      const inner = bodyScope(binder, 'function', node, scope, first === node.id ? binding : undefined);
      return within(inner, at(inner, 'read', node.body));
    }

    case 'ImportDeclaration':
      for (const specifier of node.specifiers) {
        const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : specifier.type === 'ImportNamespaceSpecifier' ? '*' : exportName(specifier.imported);
        const typeOnly = node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
        binder.bindings.set(specifier.local, declare(scope, 'import', specifier.local.name, specifier.local, specifier, { from: node.source.value, name, typeOnly }));
      }
      return [];
    case 'TSImportEqualsDeclaration': {
      const { id, moduleReference: from, importKind } = node;
      const required = from.type === 'TSExternalModuleReference' ? { from: from.expression.value, name: 'export=', typeOnly: importKind === 'type' } : undefined;
      binder.bindings.set(id, declare(scope, 'import', id.name, id, node, required));
      return required ? [] : at(scope, 'qualifier', from);
    }

    case 'ExportNamedDeclaration':
      if (node.declaration) for (const name of declaredNames(node.declaration)) scope.merged?.exported.add(name);
      return [...read(node.declaration), ...(node.source ? [] : each(scope, 'both', node.specifiers.map((specifier) => specifier.local)))];
    case 'ExportDefaultDeclaration':
      return at(scope, 'both', node.declaration);
    case 'TSExportAssignment':
      return at(scope, 'both', node.expression);
    case 'ExportAllDeclaration':
    case 'TSNamespaceExportDeclaration':
      return [];
    default:
      return undefined;
  }
}
