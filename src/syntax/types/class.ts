/** The fields of a class, as its instances have them: its declarations in, an object of what is public out. */
import type { Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type, TypeField } from './type.ts';
import { anyType, functionType, objectType, unknownType } from './make.ts';
import type { Piece } from './name.ts';
import { membersType } from './object.ts';
import { isJavaScript } from '../specifier.ts';
import { annotated } from './return.ts';
import { nodesIn } from '../walk.ts';

/** What a class extends: its name, its arguments, and where they are read. */
type BaseOf = (base: Node, args: readonly Node[], reading: Reading) => Type | undefined;

/** Nothing where a member has no plain name, or what it extends is not known. */
export function classFields(pieces: readonly Piece[], outer: Reading, baseOf: BaseOf): Type | undefined {
  const fields = new Map<string, TypeField>();
  for (const { node, module } of pieces) {
    const reading: Reading = { ...outer, module };
    if (node.type === 'TSModuleDeclaration') continue;
    const own = node.type === 'TSInterfaceDeclaration' && node.extends.length === 0 ? membersType(node.body.body, reading) : node.type === 'ClassDeclaration' || node.type === 'ClassExpression' ? ofClass(node, reading, baseOf) : undefined;
    if (own?.kind !== 'object') return undefined;
    for (const field of own.fields) fields.set(field.name, field);
  }
  return objectType([...fields.values()]);
}

function ofClass(node: Node & { type: 'ClassDeclaration' | 'ClassExpression' }, reading: Reading, baseOf: BaseOf): Type | undefined {
  const base = node.superClass ? baseOf(node.superClass, node.superTypeArguments?.params ?? [], reading) : undefined;
  if (node.superClass && base?.kind !== 'object') return undefined;
  // In JavaScript, what is assigned to is declared by that.
  if (isJavaScript(reading.module.path) && setsItself(node.body)) return undefined;
  const fields = new Map<string, TypeField>((base?.kind === 'object' ? base.fields : []).map((field) => [field.name, field]));
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock') continue;
    if (member.type === 'TSIndexSignature') return undefined;
    if (member.key.type === 'PrivateIdentifier') continue;
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
      for (const field of ofConstructor(member.value, reading)) fields.set(field.name, field);
      continue;
    }
    if (member.static) continue;
    if (member.computed || member.key.type !== 'Identifier') return undefined;
    const { name } = member.key;
    if (member.accessibility === 'private' || member.accessibility === 'protected') {
      fields.delete(name);
      continue;
    }
    const type = memberType(member, fields.get(name), reading);
    fields.set(name, { name, type, optional: 'optional' in member && member.optional === true });
  }
  return objectType([...fields.values()]);
}

function memberType(member: Node, before: TypeField | undefined, reading: Reading): Type {
  switch (member.type) {
    case 'PropertyDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractAccessorProperty':
      if (member.typeAnnotation) return reading.read(member.typeAnnotation.typeAnnotation, reading);
      return (member.value ? reading.value(member.value, reading, 'readonly' in member && member.readonly ? 'literal' : 'wide') : undefined) ?? unknownType();
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition': {
      const { returnType } = member.value;
      const returns = returnType && !member.value.typeParameters ? annotated(returnType.typeAnnotation, reading) : undefined;
      if (member.kind === 'get') return returns ?? unknownType();
      if (member.kind === 'set') return before?.type ?? unknownType();
      return before?.type.kind === 'function' ? functionType() : functionType(undefined, member.value.async || member.value.generator ? undefined : returns);
    }
    default:
      return anyType;
  }
}

function setsItself(body: Node): boolean {
  return nodesIn(body).some((node) => node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && node.left.object.type === 'ThisExpression');
}

/** `constructor(readonly type: 'p')` */
function ofConstructor(fn: Node, reading: Reading): TypeField[] {
  if (!('params' in fn)) return [];
  return (fn.params as readonly Node[]).flatMap((parameter): TypeField[] => {
    if (parameter.type !== 'TSParameterProperty' || parameter.accessibility === 'private' || parameter.accessibility === 'protected') return [];
    const identifier = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (identifier.type !== 'Identifier') return [];
    const type = identifier.typeAnnotation ? reading.read(identifier.typeAnnotation.typeAnnotation, reading) : unknownType();
    return [{ name: identifier.name, type, optional: identifier.optional ?? false }];
  });
}
