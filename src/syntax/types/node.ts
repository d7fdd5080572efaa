/**
 * Types that are followed as they are written, since `Type` has no word for them: the signature of a function, the body
 * of an alias. The node of a type and where it is read in, and another one out.
 */
import type { Binding, Module } from '../module.ts';
import { noneNarrowed, type Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { unknownType } from './make.ts';
import { piecesOf, resolveName } from './name.ts';

export interface TypeNode {
  readonly node: Node;
  readonly reading: Reading;
}

/** What a reference names: the body of the alias, or the interface, in a reading in which its parameters stand for the arguments. */
export function follow(name: Node, typeArguments: Node | null | undefined, reading: Reading): TypeNode | 'global' | undefined {
  const named = resolveName(name, reading);
  if (named?.kind === 'global') return 'global';
  if (named?.kind !== 'declared' || reading.within.some(({ binding }) => binding === named.binding)) return undefined;
  const [piece, ...more] = piecesOf(named, reading);
  if (!piece || more.length > 0 || (piece.node.type !== 'TSTypeAliasDeclaration' && piece.node.type !== 'TSInterfaceDeclaration')) return undefined;
  const args = piece.node.typeParameters ? typeArgumentsOf(piece.node.typeParameters, typeArguments, piece.module, reading) : new Map<Binding, Type>();
  const inner: Reading = { ...reading, module: piece.module, within: [...reading.within, { binding: named.binding, args: '' }], args: args ?? new Map(), narrowed: noneNarrowed };
  return { node: piece.node.type === 'TSTypeAliasDeclaration' ? piece.node.typeAnnotation : piece.node, reading: inner };
}

/** What the parameters stand for; nothing where one is neither given nor has a default. */
export function typeArgumentsOf(parameters: Node, given: Node | null | undefined, module: Module, reading: Reading): ReadonlyMap<Binding, Type> | undefined {
  const args = new Map<Binding, Type>();
  if (parameters.type !== 'TSTypeParameterDeclaration') return undefined;
  const types = given?.type === 'TSTypeParameterInstantiation' ? given.params : [];
  for (const [index, parameter] of parameters.params.entries()) {
    const argument = types[index];
    const binding = module.bindings.get(parameter.name);
    if (!binding) return undefined;
    args.set(binding, argument ? reading.read(argument, reading) : parameter.default ? reading.read(parameter.default, { ...reading, module, args }) : unknownType());
  }
  return args;
}

/** What the function returns that a type says a value is: of a function type, a method, or what has one call signature. */
export function functionNode({ node, reading }: TypeNode): TypeNode | undefined {
  switch (node.type) {
    case 'TSFunctionType':
    case 'TSMethodSignature':
    case 'TSCallSignatureDeclaration':
      return node.returnType ? { node: node.returnType.typeAnnotation, reading } : undefined;
    case 'TSParenthesizedType':
      return functionNode({ node: node.typeAnnotation, reading });
    case 'TSUnionType': {
      const present = node.types.filter(({ type }) => type !== 'TSNullKeyword' && type !== 'TSUndefinedKeyword');
      return present.length === 1 ? functionNode({ node: present[0] as Node, reading }) : undefined;
    }
    case 'TSTypeLiteral':
      return callIn(node.members, reading);
    case 'TSInterfaceDeclaration':
      return node.extends.length === 0 ? callIn(node.body.body, reading) : undefined;
    case 'TSTypeReference': {
      const target = follow(node.typeName, node.typeArguments, reading);
      return target && target !== 'global' ? functionNode(target) : undefined;
    }
    default:
      return undefined;
  }
}

function callIn(members: readonly Node[], reading: Reading): TypeNode | undefined {
  const calls = members.filter(({ type }) => type === 'TSCallSignatureDeclaration');
  return calls.length === 1 ? functionNode({ node: calls[0]!, reading }) : undefined;
}
