/** Types: what they declare (aliases, interfaces, type parameters) and which space the names in them are looked up in. */
import { at, type Binder, callable, each, meet, type Step, within } from './binder.ts';
import { declare, draftScope, type ScopeDraft } from './scope.ts';
import type { Node } from './tree.ts';
import { children } from './walk.ts';

/** The steps below a node of the type language; nothing for any other node. */
export function bindType(binder: Binder, { node, scope, role }: Step): Step[] | undefined {
  const read = (...nodes: readonly (Node | null | undefined)[]): Step[] => at(scope, 'read', ...nodes);
  switch (node.type) {
    case 'TSTypeAliasDeclaration': {
      meet(binder, node.id, node.id.name, scope, { kind: 'type', declaration: node, initialised: false });
      const inner = draftScope('type', node, scope);
      return within(inner, at(inner, 'read', node.typeParameters, node.typeAnnotation));
    }
    case 'TSInterfaceDeclaration': {
      meet(binder, node.id, node.id.name, scope, { kind: 'interface', declaration: node, initialised: false });
      const inner = draftScope('type', node, scope);
      return within(inner, at(inner, 'read', node.typeParameters, ...node.extends, node.body));
    }
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      return [...at(scope, 'type', node.expression), ...read(node.typeArguments)];

    case 'TSTypeParameter':
      meet(binder, node.name, node.name.name, scope, { kind: 'type-parameter', declaration: node, initialised: false });
      return read(node.constraint, node.default);
    case 'TSMappedType': {
      const inner = draftScope('type', node, scope);
      return within(inner, at(inner, { kind: 'type-parameter', declaration: node, initialised: false }, node.key), at(inner, 'read', node.constraint, node.nameType, node.typeAnnotation));
    }
    case 'TSConditionalType': {
      const inner = draftScope('type', node, scope);
      return within(inner, each(inner, 'read', children(node)));
    }
    case 'TSInferType': {
      const { name, constraint } = node.typeParameter;
      binder.bindings.set(name, declare(inferring(scope), 'type-parameter', name.name, name, node.typeParameter));
      return read(constraint);
    }

    case 'TSTypeReference':
      return [...at(scope, 'type', node.typeName), ...read(node.typeArguments)];
    case 'TSQualifiedName':
      return at(scope, role === 'read' ? 'read' : 'qualifier', node.left);
    case 'TSImportType':
      return read(node.typeArguments);

    case 'TSFunctionType':
    case 'TSConstructorType':
    case 'TSCallSignatureDeclaration':
    case 'TSConstructSignatureDeclaration':
      return callable(node, scope);
    case 'TSMethodSignature':
      return [...(node.computed ? read(node.key) : []), ...callable(node, scope)];
    case 'TSPropertySignature':
      return [...(node.computed ? read(node.key) : []), ...read(node.typeAnnotation)];
    case 'TSIndexSignature':
      return read(...node.parameters.map((parameter) => parameter.typeAnnotation), node.typeAnnotation);
    case 'TSNamedTupleMember':
      return read(node.elementType);
    default:
      return undefined;
  }
}

/** `infer T` declares for the whole conditional type, however deep in it it stands. */
function inferring(scope: ScopeDraft): ScopeDraft {
  let found = scope;
  while (found.node.type !== 'TSConditionalType' && found.parent) found = found.parent;
  return found;
}
