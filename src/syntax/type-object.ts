/** Types with fields: the members of literals and interfaces, and mapped types over finitely many keys. */
import { constantOf } from './constant.ts';
import { textOf } from './constant-fold.ts';
import { isPortable, type Reading, sourceText } from './reading.ts';
import type { Expression, Node } from './tree.ts';
import type { Type, TypeField } from './type.ts';
import { anyType, finiteValues, functionType, literalType, objectType, unknownType } from './type-make.ts';
import { requiredField } from './type-operate.ts';

/** The object of these members; where one of them is no plain field, nothing that could be told here: of an index signature, for sure. */
export function membersType(members: readonly Node[], reading: Reading): Type | undefined {
  const fields = new Map<string, TypeField>();
  for (const member of members) {
    if (member.type === 'TSIndexSignature') return unknownType('unknown', true);
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') return undefined;
    const name = nameOf(member, reading);
    const type = name === undefined ? undefined : fieldType(member, reading);
    if (name === undefined || !type) return undefined;
    if (!fields.has(name)) fields.set(name, { name, type, optional: member.optional });
  }
  return objectType([...fields.values()]);
}

type Member = Node & { type: 'TSPropertySignature' | 'TSMethodSignature' };

function fieldType(member: Member, reading: Reading): Type | undefined {
  if (member.type === 'TSPropertySignature') return member.typeAnnotation ? reading.read(member.typeAnnotation.typeAnnotation, reading) : anyType;
  if (member.kind === 'get') return member.returnType ? reading.read(member.returnType.typeAnnotation, reading) : anyType;
  if (member.kind === 'set') return undefined;
  if (!isPortable(member, reading)) return functionType();
  const returned = member.returnType ? sourceText(member.returnType.typeAnnotation, reading.module) : 'any';
  const [first] = member.params;
  const last = member.params.at(-1);
  const params = first && last ? sourceText({ start: first.start, end: last.end }, reading.module) : '';
  return functionType(`${member.typeParameters ? sourceText(member.typeParameters, reading.module) : ''}(${params}) => ${returned}`);
}

function nameOf(member: Member, { module, project }: Reading): string | undefined {
  if (member.computed) {
    const key = constantOf(member.key as Expression, module, project);
    return key?.kind === 'string' || key?.kind === 'number' ? textOf(key) : undefined;
  }
  if (member.key.type === 'Identifier') return member.key.name;
  return member.key.type === 'Literal' ? String(member.key.value) : undefined;
}

/** `{ [K in 'a' | 'b']: … }`, and `{ [K in keyof T]: … }`, which keeps what is optional in `T`. */
export function mappedType(node: Node & { type: 'TSMappedType' }, reading: Reading): Type | undefined {
  const key = reading.module.bindings.get(node.key);
  if (node.nameType || !node.typeAnnotation || !key) return undefined;
  const overKeys = node.constraint.type === 'TSTypeOperator' && node.constraint.operator === 'keyof' ? reading.read(node.constraint.typeAnnotation, reading) : undefined;
  // Over arrays, and one by one over unions, is another rule.
  if (overKeys && overKeys.kind !== 'object') return undefined;
  const keys = finiteValues(reading.read(node.constraint, reading));
  if (!keys?.every(({ kind }) => kind === 'string' || kind === 'number')) return undefined;
  const fields: TypeField[] = [];
  for (const constant of keys) {
    const name = textOf(constant);
    const source = overKeys?.fields.find((field) => field.name === name);
    const type = reading.read(node.typeAnnotation, { ...reading, args: new Map([...reading.args, [key, literalType(constant)]]) });
    const optional = node.optional === true || node.optional === '+' || (source?.optional ?? false);
    const field = node.optional === '-' ? requiredField({ name, type, optional }) : { name, type, optional };
    if (!field) return undefined;
    fields.push(field);
  }
  return objectType(fields);
}
