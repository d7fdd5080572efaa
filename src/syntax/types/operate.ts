/** The operators of the type language on types that are known: `keyof T`, `T[K]`, `Pick`, `Partial` and their like. */
import { textOf } from '../constants/constant-fold.ts';
import type { Type, TypeField } from './type.ts';
import { anyType, arrayType, expanded, finiteValues, literalType, membersOf, neverType, objectType, primitiveType, topType, tupleType, undefinedType, unionType, unknownType } from './make.ts';
import { fieldsOf } from './instance.ts';
import { intersect } from './intersect.ts';
import { templateOf } from './pattern.ts';
import { filterType } from './relate.ts';

export function keysOf(type: Type): Type | undefined {
  if (type === topType) return neverType;
  switch (type.kind) {
    case 'union':
      return type.members.map(keysOf).reduce((all, keys) => all && keys && intersect(all, keys));
    case 'literal':
      return type.constant.kind === 'null' || type.constant.kind === 'undefined' ? neverType : undefined;
    case 'object':
      return unionType(type.fields.map(keyOf));
    case 'instance':
    case 'unknown': {
      const fields = fieldsOf(type);
      return fields && keysOf(fields);
    }
    default:
      return undefined;
  }
}

/** What `keyof` makes of the name of a field. */
export function keyOf({ name, key }: TypeField): Type {
  return key ?? literalType({ kind: 'string', value: name });
}

/** The field that a key names: a string, a number or a member of an enum. */
export function fieldFor(key: Type & { kind: 'literal' }, type: Type, optional: boolean): TypeField {
  const name = textOf(key.constant);
  return { name, type, optional, ...(key.constant.kind === 'string' && key.of === undefined ? {} : { key }) };
}

/** `T[K]`. */
export function indexType(type: Type, key: Type): Type | undefined {
  if (type === anyType) return key.kind === 'unknown' ? undefined : anyType;
  if (type.kind === 'never') return neverType;
  if (key.kind === 'never') return membersOf(type).every(({ kind }) => kind === 'object') ? neverType : undefined;
  const results = membersOf(type).flatMap((object) => expanded(key).map((one) => indexOne(object, one)));
  return results.every((result) => result !== undefined) ? unionType(results) : undefined;
}

function indexOne(type: Type, key: Type): Type | undefined {
  if (type.kind === 'array') {
    if (key.kind === 'primitive' && key.name === 'number') return type.element;
    if (key.kind !== 'literal') return undefined;
    const name = textOf(key.constant);
    if (name === 'length') return type.items ? literalType({ kind: 'number', value: type.items.length }) : primitiveType('number');
    if (!/^\d+$/.test(name)) return undefined;
    return type.items ? type.items[Number(name)] : type.element;
  }
  if (key.kind !== 'literal') return undefined;
  const name = textOf(key.constant);
  const isText = (type.kind === 'literal' && type.constant.kind === 'string') || (type.kind === 'primitive' && type.name === 'string');
  if (isText && name === 'length') return primitiveType('number');
  const object = fieldsOf(type) ?? type;
  const field = object?.kind === 'object' ? object.fields.find((field) => field.name === name) : undefined;
  return field && (field.optional ? unionType([field.type, undefinedType]) : field.type);
}

/** `NonNullable`: `T & {}`. */
export function withoutNullish(type: Type): Type | undefined {
  if (membersOf(type).some(({ kind }) => kind === 'unknown')) return undefined;
  return unionType(membersOf(type).filter((member) => member.kind !== 'literal' || (member.constant.kind !== 'null' && member.constant.kind !== 'undefined')));
}

/** `Pick`. */
export function pickType(type: Type, keys: Type): Type | undefined {
  const wanted = expanded(keys);
  if (type.kind === 'object') {
    const picked = wanted.map((key) => (key.kind === 'literal' ? type.fields.find(({ name }) => name === textOf(key.constant)) : undefined));
    return picked.every((field) => field !== undefined) ? objectType(type.fields.filter((field) => picked.includes(field))) : undefined;
  }
  if (type.kind !== 'union' && type.kind !== 'instance') return undefined;
  // Of several, what any of them has under the name; it may be missing where one may lack it.
  const parts = membersOf(type).map((member) => (member.kind === 'instance' ? fieldsOf(member) : member));
  const fields = wanted.map((key) => {
    const held = key.kind === 'literal' ? indexType(type, key) : undefined;
    const isOptional = key.kind === 'literal' && parts.some((part) => part?.kind === 'object' && part.fields.some(({ name, optional }) => optional && name === textOf(key.constant)));
    return key.kind === 'literal' && held ? fieldFor(key, held, isOptional) : undefined;
  });
  return fields.every((field) => field !== undefined) ? objectType(fields) : undefined;
}

/** `Omit`, which keeps of a union what all its members have. */
export function omitType(type: Type, keys: Type): Type | undefined {
  const all = keysOf(type);
  const kept = all && filterType(all, keys, false);
  return kept && pickType(type, kept);
}

export function recordType(keys: Type, value: Type): Type | undefined {
  if (keys.kind !== 'never' && membersOf(keys).every(({ kind }) => kind === 'primitive')) return unknownType('unknown', true);
  const names = expanded(keys);
  if (!names.every((key) => key.kind === 'literal' && (key.constant.kind === 'string' || key.constant.kind === 'number'))) return undefined;
  const fields = names.map((key) => fieldFor(key as Type & { kind: 'literal' }, value, false));
  return new Set(fields.map(({ name }) => name)).size === fields.length ? objectType(fields) : undefined;
}

/** `Partial`, `Required`: every object of the type with its fields changed. */
export function mapFields(type: Type, map: (field: TypeField) => TypeField | undefined): Type | undefined {
  const mapped = membersOf(type).map((member) => {
    if (member.kind === 'literal' || member.kind === 'primitive') return member;
    if (member.kind !== 'object') return undefined;
    const fields = member.fields.map(map);
    return fields.every((field) => field !== undefined) ? objectType(fields) : undefined;
  });
  return mapped.every((member) => member !== undefined) ? unionType(mapped) : undefined;
}

export function optionalField(field: TypeField): TypeField {
  return { ...field, optional: true };
}

export function requiredField(field: TypeField): TypeField {
  return field.optional ? { ...field, type: withoutUndefined(field.type), optional: false } : field;
}

/** What is not known may be `undefined` in part: it stays unknown, without a name that says too much. */
function withoutUndefined(type: Type): Type {
  if (type === anyType) return type;
  return unionType(membersOf(type).flatMap((member): readonly Type[] => (member.kind === 'unknown' ? [unknownType()] : member.kind === 'literal' && member.constant.kind === 'undefined' ? [] : [member])));
}

/** `readonly T[]`, `Readonly<T>`; whether a field may be written is not kept. */
export function readonlyType(type: Type): Type | undefined {
  if (type.kind === 'array') return type.items ? tupleType(type.items, false) : arrayType(type.element, false);
  return mapFields(type, (field) => field);
}

/** What becomes of each string in `Uppercase` and the like. */
export const stringOperators: Readonly<Record<string, (text: string) => string>> = {
  Uppercase: (text) => text.toUpperCase(),
  Lowercase: (text) => text.toLowerCase(),
  Capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  Uncapitalize: (text) => text.charAt(0).toLowerCase() + text.slice(1),
};

export function mapStrings(type: Type, map: (text: string) => string): Type | undefined {
  const values = finiteValues(type);
  if (!values?.every((value) => value.kind === 'string')) return undefined;
  return unionType(values.map((value) => literalType({ kind: 'string', value: map(textOf(value)) })));
}

/** More strings than these are not written out. */
const MOST_STRINGS = 1000;
const LONGEST = 10_000;

/** A template literal type over finite unions. */
export function templateType(strings: readonly string[], types: readonly Type[]): Type | undefined {
  if (types.some(({ kind }) => kind === 'never')) return neverType;
  if (strings.every((text) => text === '') && types.length === 1 && types[0]?.kind === 'primitive' && types[0].name === 'string') return types[0];
  let texts: readonly string[] = [strings[0] ?? ''];
  for (const [index, type] of types.entries()) {
    const values = finiteValues(type);
    if (!values || values.length * texts.length > MOST_STRINGS) return undefined;
    texts = texts.flatMap((text) => values.map((value) => text + textOf(value) + (strings[index + 1] ?? '')));
    if (texts.some((text) => text.length > LONGEST)) return undefined;
  }
  return unionType(texts.map((value) => literalType({ kind: 'string', value })));
}

/** A template whose holes are any string. */
export function openTemplate(strings: readonly string[], types: readonly Type[]): Type | undefined {
  return types.length > 0 && types.every(({ kind, text }) => kind === 'primitive' && text === 'string') ? templateOf(strings) : undefined;
}
