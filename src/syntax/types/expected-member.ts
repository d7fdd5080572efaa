/** What an object's type expects of the value under a name: the node of the type in, that of the member's out. */
import type { Node } from '../tree.ts';
import { finiteValues } from './make.ts';
import { follow, type TypeNode } from './node.ts';

/** Types of objects that expect of a member what the type they are given does. */
const transparent = new Set(['Partial', 'Required', 'Readonly']);

export function memberExpected({ node, reading }: TypeNode, name: string): TypeNode | undefined {
  switch (node.type) {
    case 'TSTypeLiteral':
      return memberIn(node.members, name, { node, reading });
    case 'TSInterfaceDeclaration':
      return memberIn(node.body.body, name, { node, reading });
    case 'TSParenthesizedType':
      return memberExpected({ node: node.typeAnnotation, reading }, name);
    case 'TSTypeReference': {
      const target = follow(node.typeName, node.typeArguments, reading);
      if (target !== 'global') return target && memberExpected(target, name);
      const [first, second] = node.typeArguments?.params ?? [];
      if (!first || node.typeName.type !== 'Identifier') return undefined;
      if (transparent.has(node.typeName.name)) return memberExpected({ node: first, reading }, name);
      if (node.typeName.name !== 'Record' || !second) return undefined;
      const keys = reading.read(first, reading);
      const isKey = (keys.kind === 'primitive' && keys.name === 'string') || finiteValues(keys)?.some((key) => key.kind === 'string' && key.value === name);
      return isKey ? { node: second, reading } : undefined;
    }
    default:
      return undefined;
  }
}

function memberIn(members: readonly Node[], name: string, { reading }: TypeNode): TypeNode | undefined {
  const found = members.filter((member) => (member.type === 'TSPropertySignature' || member.type === 'TSMethodSignature') && !member.computed && member.key.type === 'Identifier' && member.key.name === name);
  const [member] = found;
  if (found.length !== 1 || !member) return undefined;
  if (member.type === 'TSMethodSignature') return member.kind === 'method' ? { node: member, reading } : undefined;
  return member.type === 'TSPropertySignature' && member.typeAnnotation ? { node: member.typeAnnotation.typeAnnotation, reading } : undefined;
}
