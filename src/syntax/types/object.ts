/** Types with fields, as they are written: the members of literals and interfaces. */
import { constantOf } from '../constants/constant.ts';
import { isPortable, type Reading, sourceText } from './reading.ts';
import type { Expression, Node } from '../tree.ts';
import type { Type, TypeField } from './type.ts';
import { anyType, emptyType, functionType, literalType, objectType, unknownType } from './make.ts';
import { fieldFor } from './operate.ts';
import { annotated } from './return.ts';
import { withSignature } from './signature.ts';

/** The object of these members; where one of them is no plain field, nothing that could be told here: of an index signature, for sure. */
export function membersType(members: readonly Node[], reading: Reading): Type | undefined {
  const fields = new Map<string, TypeField>();
  for (const member of members) {
    if (member.type === 'TSIndexSignature') return unknownType('unknown', true);
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') return undefined;
    const key = keyType(member, reading);
    if (!key) return undefined;
    const known = fields.get(fieldFor(key, anyType, false).name);
    const type = fieldType(member, reading);
    const field = fieldFor(key, type, member.optional);
    if (!known) fields.set(field.name, field);
    // A getter says what is read, a setter only what may be written; two methods of one name are more than one.
    else if (member.type === 'TSMethodSignature' && member.kind === 'get') fields.set(field.name, field);
    else if (member.type === 'TSMethodSignature' && member.kind === 'method') fields.set(field.name, { ...field, type: functionType() });
  }
  return members.length === 0 ? emptyType : objectType([...fields.values()]);
}

type Member = Node & { type: 'TSPropertySignature' | 'TSMethodSignature' };

function fieldType(member: Member, reading: Reading): Type {
  if (member.type === 'TSPropertySignature') return member.typeAnnotation ? reading.read(member.typeAnnotation.typeAnnotation, reading) : anyType;
  if (member.kind === 'get') return member.returnType ? reading.read(member.returnType.typeAnnotation, reading) : anyType;
  if (member.kind === 'set') {
    const [parameter] = member.params;
    const annotation = parameter?.type === 'Identifier' ? parameter.typeAnnotation : undefined;
    return annotation ? reading.read(annotation.typeAnnotation, reading) : anyType;
  }
  return methodType(member, reading);
}

function methodType(member: Node & { type: 'TSMethodSignature' }, reading: Reading): Type {
  const returns = member.returnType && !member.typeParameters ? annotated(member.returnType.typeAnnotation, reading) : undefined;
  if (!isPortable(member, reading)) return withSignature(functionType(undefined, returns), member, reading);
  const returned = member.returnType ? sourceText(member.returnType.typeAnnotation, reading.module) : 'any';
  const [first] = member.params;
  const last = member.params.at(-1);
  const params = first && last ? sourceText({ start: first.start, end: last.end }, reading.module) : '';
  const text = `${member.typeParameters ? sourceText(member.typeParameters, reading.module) : ''}(${params}) => ${returned}`;
  return withSignature(functionType(text, returns), member, reading);
}

function keyType(member: Member, { module, project }: Reading): (Type & { kind: 'literal' }) | undefined {
  const { key } = member;
  const type = member.computed ? constantOf(key as Expression, module, project) : key.type === 'Identifier' ? ({ kind: 'string', value: key.name } as const) : key.type === 'Literal' && typeof key.value === 'number' ? ({ kind: 'number', value: key.value } as const) : key.type === 'Literal' ? ({ kind: 'string', value: String(key.value) } as const) : undefined;
  // The name of an enum's member is that member to `keyof`.
  if (member.computed && key.type !== 'Literal' && key.type !== 'Identifier') return undefined;
  return type?.kind === 'string' || type?.kind === 'number' ? (literalType(type) as Type & { kind: 'literal' }) : undefined;
}
