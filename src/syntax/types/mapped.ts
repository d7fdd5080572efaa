/**
 * Mapped types over finitely many keys: `{ [K in keyof T as …]?: … }` in, the object of its fields out.
 *
 * One over `keyof T` keeps what is optional in `T`; where `T` is a type parameter it goes into arrays and, one by one,
 * into unions, and leaves primitives as they are.
 */
import { textOf } from '../constants/constant-fold.ts';
import type { Binding } from '../module.ts';
import type { Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type, TypeField } from './type.ts';
import { fieldsOf } from './instance.ts';
import { resolveName } from './name.ts';
import { arrayType, expanded, literalType, membersOf, objectType, primitiveType, tupleType, undefinedType, unionType } from './make.ts';
import { fieldFor, keyOf, requiredField } from './operate.ts';
import { isSame } from './same.ts';
import { nodesIn } from '../walk.ts';

type Mapped = Node & { type: 'TSMappedType' };

export function mappedType(node: Mapped, reading: Reading): Type | undefined {
  const over = node.constraint.type === 'TSTypeOperator' && node.constraint.operator === 'keyof' ? node.constraint.typeAnnotation : undefined;
  if (!over) {
    const modifiers = modifiersOf(node.constraint, reading);
    return modifiers === 'unread' ? undefined : overKeys(node, modifiers, reading);
  }
  const source = reading.read(over, reading);
  const parameter = parameterOf(over, reading);
  if (!parameter) return source.kind === 'object' ? overKeys(node, source, reading) : undefined;
  const parts = membersOf(source).map((member) => overOne(node, member, { ...reading, args: new Map([...reading.args, [parameter, member]]) }));
  return parts.every((part) => part !== undefined) ? unionType(parts) : undefined;
}

function overOne(node: Mapped, source: Type, reading: Reading): Type | undefined {
  if (source.kind === 'literal' || source.kind === 'primitive') return source;
  if (source.kind === 'array' && !node.nameType) return overArray(node, source, reading);
  return source.kind === 'object' ? overKeys(node, source, reading) : undefined;
}

function overArray(node: Mapped, source: Type & { kind: 'array' }, reading: Reading): Type | undefined {
  const mutable = node.readonly === '-' ? true : node.readonly ? false : source.mutable;
  if (node.optional === '-' || !node.typeAnnotation) return undefined;
  if (!source.items) {
    const element = valueOf(node, primitiveType('number'), reading);
    return element && arrayType(node.optional ? unionType([element, undefinedType]) : element, mutable);
  }
  if (node.optional) return undefined;
  const items = source.items.map((_, index) => valueOf(node, literalType({ kind: 'string', value: String(index) }), reading));
  return items.every((item) => item !== undefined) ? tupleType(items, mutable) : undefined;
}

function overKeys(node: Mapped, source: Type | undefined, reading: Reading): Type | undefined {
  const keys = source && node.constraint.type === 'TSTypeOperator' && source.kind === 'object' ? source.fields.map((field) => field.key ?? literalType({ kind: 'string', value: field.name })) : expanded(reading.read(node.constraint, reading));
  const fields = new Map<string, TypeField>();
  const from = new Map<string, Type>();
  for (const key of keys) {
    // `[E in Event as E['type']]` goes over objects.
    if (!isName(key) && !(node.nameType && key.kind === 'object' && key.fields.length > 0)) return undefined;
    const names = node.nameType ? namesOf(node, key, reading) : isName(key) ? [key] : undefined;
    if (!names) return undefined;
    const optional = node.optional === true || node.optional === '+' || (source !== undefined && isName(key) && isOptionalIn(source, textOf(key.constant)));
    for (const name of names) {
      const text = textOf(name.constant);
      const before = fields.get(text);
      // Several keys of one name are one field of them all together.
      const type = valueOf(node, before ? unionType([from.get(text)!, key]) : key, reading);
      if (!type) return undefined;
      const made = fieldFor(name, type, optional);
      const field = node.optional === '-' ? requiredField(made) : made;
      if (before && (before.optional !== field.optional || !isSame(keyOf(before), name))) return undefined;
      fields.set(text, field);
      from.set(text, before ? unionType([from.get(text)!, key]) : key);
    }
  }
  return objectType([...fields.values()]);
}

/** Of several, where it may be left out of one of them. */
function isOptionalIn(source: Type, name: string): boolean {
  return membersOf(source).some((member) => member.kind === 'object' && member.fields.some((field) => field.name === name && field.optional));
}

type Name = Type & { kind: 'literal' };

function isName(type: Type): type is Name {
  return type.kind === 'literal' && (type.constant.kind === 'string' || type.constant.kind === 'number');
}

/** What `as` makes of a key: nothing, one name or several. */
function namesOf(node: Mapped, key: Type, reading: Reading): readonly Name[] | undefined {
  const names = node.nameType ? expanded(reading.read(node.nameType, withKey(node, key, reading))) : [];
  return names.every(isName) ? names : undefined;
}

function valueOf(node: Mapped, key: Type, reading: Reading): Type | undefined {
  return node.typeAnnotation ? reading.read(node.typeAnnotation, withKey(node, key, reading)) : undefined;
}

function withKey(node: Mapped, key: Type, reading: Reading): Reading {
  const binding = reading.module.bindings.get(node.key);
  return binding ? { ...reading, args: new Map([...reading.args, [binding, key]]) } : reading;
}

/** The type parameter that a node only names. */
export function parameterOf(node: Node, { module, args }: Reading): Binding | undefined {
  if (node.type === 'TSParenthesizedType') return undefined;
  const binding = node.type === 'TSTypeReference' && node.typeName.type === 'Identifier' ? module.bindings.get(node.typeName) : undefined;
  return binding?.kind === 'type-parameter' && args.has(binding) ? binding : undefined;
}

/**
 * The `T` of `[P in K]` where `K extends keyof T` is a type parameter, as in `Pick`: what is optional in it stays so. It does not where `T` is no
 * type parameter itself, nor where a condition has been asked of `K`.
 */
function modifiersOf(constraint: Node, reading: Reading): Type | undefined | 'unread' {
  if (mayHideKeyof(constraint, reading)) return 'unread';
  const parameter = parameterOf(constraint, reading);
  const [declaration] = parameter?.declarations ?? [];
  const bound = declaration?.type === 'TSTypeParameter' ? declaration.constraint : undefined;
  if (!parameter || !bound || reading.narrowed.has(parameter)) return undefined;
  if (bound.type !== 'TSTypeOperator' || bound.operator !== 'keyof') return mayHideKeyof(bound, reading) ? 'unread' : undefined;
  const of = bound.typeAnnotation;
  if (parameterOf(of, reading)) {
    const parts = membersOf(reading.read(of, reading)).map((member) => (member.kind === 'instance' || member.kind === 'unknown' ? fieldsOf(member) : member));
    return parts.every((part) => part !== undefined) ? unionType(parts) : 'unread';
  }
  return namesParameter(of, reading) ? 'unread' : undefined;
}

/** An alias for `keyof T` keeps what is optional in a `T` that is a type parameter, and a union may come down to one. */
function mayHideKeyof(constraint: Node, reading: Reading): boolean {
  if (constraint.type === 'TSUnionType' || constraint.type === 'TSIntersectionType') return constraint.types.some(({ type }) => type === 'TSNeverKeyword' || type === 'TSUnknownKeyword');
  if (constraint.type !== 'TSTypeReference' || !constraint.typeArguments) return false;
  const named = resolveName(constraint.typeName, reading);
  const [alias] = named?.kind === 'declared' ? named.binding.declarations : [];
  return alias?.type === 'TSTypeAliasDeclaration' && (alias.typeAnnotation.type === 'TSTypeOperator' || alias.typeAnnotation.type === 'TSTypeReference');
}

function namesParameter(node: Node, { module }: Reading): boolean {
  return nodesIn(node).some((inner) => inner.type === 'Identifier' && module.bindings.get(inner)?.kind === 'type-parameter');
}
