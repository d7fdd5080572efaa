/** The operators of the type language on types that are known: `keyof T`, `T[K]`, `Pick`, `Partial` and their like. */
import { textOf } from './constant-fold.ts';
import type { Type, TypeField } from './type.ts';
import { arrayType, finiteValues, literalType, membersOf, objectType, primitiveType, tupleType, undefinedType, unionType, unknownType } from './type-make.ts';
import { filterType, intersect } from './type-relate.ts';

export function keysOf(type: Type): Type | undefined {
  if (type.kind === 'union') return type.members.map(keysOf).reduce((all, keys) => all && keys && intersect(all, keys));
  // Whether `{ 1: … }` or `{ '1': … }` was written is forgotten, and with it what its key is.
  if (type.kind !== 'object' || type.fields.some(({ name }) => String(Number(name)) === name)) return undefined;
  return unionType(type.fields.map(({ name }) => literalType({ kind: 'string', value: name })));
}

/** `T[K]`. */
export function indexType(type: Type, key: Type): Type | undefined {
  const results = membersOf(type).flatMap((object) => membersOf(key).map((one) => indexOne(object, one)));
  return results.every((result) => result !== undefined) ? unionType(results) : undefined;
}

function indexOne(type: Type, key: Type): Type | undefined {
  if (type.kind === 'array') {
    if (key.kind === 'primitive' && key.name === 'number') return type.element;
    if (key.kind !== 'literal') return undefined;
    const name = textOf(key.constant);
    if (name === 'length') return type.items ? literalType({ kind: 'number', value: type.items.length }) : primitiveType('number');
    return type.items?.[/^\d+$/.test(name) ? Number(name) : -1];
  }
  if (type.kind !== 'object' || key.kind !== 'literal') return undefined;
  const field = type.fields.find(({ name }) => name === textOf(key.constant));
  return field && (field.optional ? unionType([field.type, undefinedType]) : field.type);
}

export function withoutNullish(type: Type): Type | undefined {
  return membersOf(type).some(({ kind }) => kind === 'unknown') ? undefined : filterType(type, unionType([undefinedType, literalType({ kind: 'null' })]), false);
}

/** `Pick` with `wanted` true, `Omit` with false. */
export function pickType(type: Type, keys: Type, wanted: boolean): Type | undefined {
  const names = finiteValues(keys)?.map(textOf);
  if (type.kind !== 'object' || !names || (wanted && !names.every((key) => type.fields.some(({ name }) => name === key)))) return undefined;
  return objectType(type.fields.filter(({ name }) => names.includes(name) === wanted));
}

export function recordType(keys: Type, value: Type): Type | undefined {
  const names = finiteValues(keys);
  if (keys.kind !== 'never' && membersOf(keys).every(({ kind }) => kind === 'primitive')) return unknownType('unknown', true);
  if (!names?.every(({ kind }) => kind === 'string' || kind === 'number')) return undefined;
  return objectType(names.map((key) => ({ name: textOf(key), type: value, optional: false })));
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

export function requiredField(field: TypeField): TypeField | undefined {
  if (!field.optional) return field;
  const type = membersOf(field.type).some(({ kind }) => kind === 'unknown') ? undefined : filterType(field.type, undefinedType, false);
  return type && { ...field, type, optional: false };
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
  Capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
  Uncapitalize: (text) => text.slice(0, 1).toLowerCase() + text.slice(1),
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
  let texts: readonly string[] = [strings[0] ?? ''];
  for (const [index, type] of types.entries()) {
    const values = finiteValues(type);
    if (!values || values.length * texts.length > MOST_STRINGS) return undefined;
    texts = texts.flatMap((text) => values.map((value) => text + textOf(value) + (strings[index + 1] ?? '')));
    if (texts.some((text) => text.length > LONGEST)) return undefined;
  }
  return unionType(texts.map((value) => literalType({ kind: 'string', value })));
}
