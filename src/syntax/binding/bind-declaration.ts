/** Declarations that name something: variables, functions, classes, enums, namespaces, imports, and what is exported. */
import { bindType } from './bind-type.ts';
import { type Binder, bodyScope, callable, type Declares, enter, leave, meet, put, putEach, type Step } from './binder.ts';
import { declaredNames, enumMemberName, exportName } from './names.ts';
import { declare, draftScope } from './scope.ts';
import type { Node } from '../tree.ts';

/** The steps below a declaration; any other node is a type. */
export function bindDeclaration(binder: Binder, step: Step): void {
  const { node, scope, role } = step;
  switch (node.type) {
    case 'VariableDeclaration': {
      const kind = node.kind === 'var' || node.kind === 'let' ? node.kind : 'const';
      const inHead = typeof role === 'object' && role.initialised;
      for (const declaration of node.declarations) put(binder, scope, { kind, declaration, initialised: inHead || declaration.init !== null }, declaration);
      return;
    }
    case 'VariableDeclarator':
      put(binder, scope, role, node.id);
      return put(binder, scope, 'read', node.init);

    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      if (node.id) meet(binder, node.id, node.id.name, scope, { kind: 'function', declaration: node, initialised: false });
      return callable(binder, node, scope);

    case 'ClassDeclaration':
    case 'ClassExpression': {
      putEach(binder, scope, 'read', node.decorators);
      const inner = enter(binder, draftScope('class', node, scope));
      const declares: Declares = { kind: 'class', declaration: node, initialised: false };
      if (node.id) meet(binder, node.id, node.id.name, node.type === 'ClassDeclaration' ? scope : inner, declares);
      put(binder, inner, 'read', node.typeParameters, node.superClass, node.superTypeArguments);
      putEach(binder, inner, 'read', node.implements);
      put(binder, inner, 'read', node.body);
      return leave(binder, inner);
    }

    case 'TSEnumDeclaration': {
      const binding = declare(scope, 'enum', node.id.name, node.id, node);
      binder.bindings.set(node.id, binding);
      const inner = enter(binder, bodyScope(binder, 'enum', node, scope, binding));
      put(binder, inner, 'read', node.body);
      return leave(binder, inner);
    }
    case 'TSEnumMember': {
      const name = enumMemberName(node.id);
      scope.merged?.exported.add(name);
      binder.bindings.set(node.id, declare(scope, 'const', name, node.id, node));
      return put(binder, scope, 'read', node.initializer);
    }
    case 'TSModuleDeclaration': {
      let first: Node = node.id;
      while (first.type === 'TSQualifiedName') first = first.left;
      const binding = node.global || first.type !== 'Identifier' ? undefined : declare(scope, 'namespace', first.name, first, node);
      if (binding) binder.bindings.set(first, binding);
      const inner = enter(binder, bodyScope(binder, 'function', node, scope, first === node.id ? binding : undefined));
      put(binder, inner, 'read', node.body);
      return leave(binder, inner);
    }

    case 'ImportDeclaration':
      for (const specifier of node.specifiers) {
        const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : specifier.type === 'ImportNamespaceSpecifier' ? '*' : exportName(specifier.imported);
        const typeOnly = node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
        binder.bindings.set(specifier.local, declare(scope, 'import', specifier.local.name, specifier.local, specifier, { from: node.source.value, name, typeOnly }));
      }
      return;
    case 'TSImportEqualsDeclaration': {
      const { id, moduleReference: from, importKind } = node;
      const required = from.type === 'TSExternalModuleReference' ? { from: from.expression.value, name: 'export=', typeOnly: importKind === 'type' } : undefined;
      binder.bindings.set(id, declare(scope, 'import', id.name, id, node, required));
      if (!required) put(binder, scope, 'qualifier', from);
      return;
    }

    case 'ExportNamedDeclaration':
      if (node.declaration) for (const name of declaredNames(node.declaration)) scope.merged?.exported.add(name);
      put(binder, scope, 'read', node.declaration);
      if (!node.source) for (const { local } of node.specifiers) put(binder, scope, 'both', local);
      return;
    case 'ExportDefaultDeclaration':
      return put(binder, scope, 'both', node.declaration);
    case 'TSExportAssignment':
      return put(binder, scope, 'both', node.expression);
    case 'ExportAllDeclaration':
    case 'TSNamespaceExportDeclaration':
      return;
    default:
      bindType(binder, step);
  }
}
