/** Types: what they declare (aliases, interfaces, type parameters) and which space the names in them are looked up in. */
import { type Binder, callable, enter, leave, meet, put, putEach, type Step } from './binder.ts';
import { declare, draftScope, type ScopeDraft } from './scope.ts';
import { children } from '../walk.ts';

/** The steps below a node of the type language; what is none is only gone into. */
export function bindType(binder: Binder, { node, scope, role }: Step): void {
  switch (node.type) {
    case 'TSTypeAliasDeclaration': {
      meet(binder, node.id, node.id.name, scope, { kind: 'type', declaration: node, initialised: false });
      const inner = enter(binder, draftScope('type', node, scope));
      put(binder, inner, 'read', node.typeParameters, node.typeAnnotation);
      return leave(binder, inner);
    }
    case 'TSInterfaceDeclaration': {
      meet(binder, node.id, node.id.name, scope, { kind: 'interface', declaration: node, initialised: false });
      const inner = enter(binder, draftScope('type', node, scope));
      put(binder, inner, 'read', node.typeParameters);
      putEach(binder, inner, 'read', node.extends);
      put(binder, inner, 'read', node.body);
      return leave(binder, inner);
    }
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      put(binder, scope, 'type', node.expression);
      return put(binder, scope, 'read', node.typeArguments);

    case 'TSTypeParameter':
      meet(binder, node.name, node.name.name, scope, { kind: 'type-parameter', declaration: node, initialised: false });
      return put(binder, scope, 'read', node.constraint, node.default);
    case 'TSMappedType': {
      const inner = enter(binder, draftScope('type', node, scope));
      put(binder, inner, { kind: 'type-parameter', declaration: node, initialised: false }, node.key);
      put(binder, inner, 'read', node.constraint, node.nameType, node.typeAnnotation);
      return leave(binder, inner);
    }
    case 'TSConditionalType': {
      const inner = enter(binder, draftScope('type', node, scope));
      putEach(binder, inner, 'read', children(node));
      return leave(binder, inner);
    }
    case 'TSInferType': {
      const { name, constraint } = node.typeParameter;
      binder.bindings.set(name, declare(inferring(scope), 'type-parameter', name.name, name, node.typeParameter));
      return put(binder, scope, 'read', constraint);
    }

    case 'TSTypeReference':
      put(binder, scope, 'type', node.typeName);
      return put(binder, scope, 'read', node.typeArguments);
    case 'TSQualifiedName':
      return put(binder, scope, role === 'read' ? 'read' : 'qualifier', node.left);
    case 'TSImportType':
      return put(binder, scope, 'read', node.typeArguments);

    case 'TSFunctionType':
    case 'TSConstructorType':
    case 'TSCallSignatureDeclaration':
    case 'TSConstructSignatureDeclaration':
      return callable(binder, node, scope);
    case 'TSMethodSignature':
      if (node.computed) put(binder, scope, 'read', node.key);
      return callable(binder, node, scope);
    case 'TSPropertySignature':
      if (node.computed) put(binder, scope, 'read', node.key);
      return put(binder, scope, 'read', node.typeAnnotation);
    case 'TSIndexSignature':
      for (const { typeAnnotation } of node.parameters) put(binder, scope, 'read', typeAnnotation);
      return put(binder, scope, 'read', node.typeAnnotation);
    case 'TSNamedTupleMember':
      return put(binder, scope, 'read', node.elementType);
    default:
      putEach(binder, scope, 'read', children(node));
  }
}

/** `infer T` declares for the whole conditional type, however deep in it it stands. */
function inferring(scope: ScopeDraft): ScopeDraft {
  let found = scope;
  while (found.node.type !== 'TSConditionalType' && found.parent) found = found.parent;
  return found;
}
