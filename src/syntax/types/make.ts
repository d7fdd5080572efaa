/** Types are made here, and only here, so that each is printed in one way: parts in, the type with its text out. */
import type { Constant } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';
import type { Type, TypeField } from './type.ts';
import { isLike, isTemplate } from './pattern.ts';

export const neverType: Type = { kind: 'never', text: 'never' };
export const undefinedType: Type = { kind: 'literal', constant: { kind: 'undefined' }, text: 'undefined' };
export const anyType: Type = { kind: 'unknown', text: 'any', said: true };
/** What is written `unknown`: any value, which is more than not to know which. */
export const topType: Type = { kind: 'unknown', text: 'unknown', said: true };
export const voidType: Type = { kind: 'unknown', text: 'void', said: true };
/** `object`: all but primitives. */
export const objectKeyword: Type = { kind: 'unknown', text: 'object', said: true };

export function unknownType(text = 'unknown', said = false): Type {
  return said ? { kind: 'unknown', text, said } : { kind: 'unknown', text };
}

export function primitiveType(name: 'string' | 'number' | 'boolean' | 'bigint' | 'symbol'): Type {
  return { kind: 'primitive', name, text: name };
}

export function literalType(constant: Constant): Type {
  return { kind: 'literal', constant, text: constantText(constant) };
}

/** A member of the enum that `of` tells from all others; two members of one value are one type. Without a name for it, the text is its value. */
export function memberType(constant: Constant, of: string, text = constantText(constant)): Type {
  return { kind: 'literal', constant, of, text };
}

/** The members one by one, `boolean` as its two. */
export function expanded(type: Type): readonly Type[] {
  return membersOf(type).flatMap((member) => (member.kind === 'primitive' && member.name === 'boolean' ? booleans : [member]));
}

const booleans: readonly Type[] = [literalType({ kind: 'boolean', value: false }), literalType({ kind: 'boolean', value: true })];

/** What a function takes that is printed without its parameters. */
export const anyArguments = '(...args: any[])';

export function functionType(text = `${anyArguments} => any`, returns?: Type): Type {
  return { kind: 'function', text, ...(returns ? { returns } : {}) };
}

/** `'a'` → `string`: what a literal becomes in something that can be changed. */
export function widen(type: Type): Type {
  if (type.kind !== 'literal' || type.constant.kind === 'null' || type.constant.kind === 'undefined') return type;
  return primitiveType(type.constant.kind);
}

/** What is written `{}`: all but nothing. */
export const emptyType: Type = { kind: 'object', fields: [], text: '{}' };

/** Longer texts, of types that contain themselves many times over, are not printed. */
const LONGEST = 100_000;

export function objectType(fields: readonly TypeField[]): Type {
  const printed = fields.map(({ name, type, optional }) => `${keyText(name)}${optional ? '?' : ''}: ${type.text}`);
  const text = printed.length === 0 ? '{}' : `{ ${printed.join('; ')} }`;
  return text.length > LONGEST ? unknownType() : { kind: 'object', fields, text };
}

export function arrayType(element: Type, mutable: boolean): Type {
  return { kind: 'array', element, mutable, text: `${mutable ? '' : 'readonly '}${inParentheses(element)}[]` };
}

export function tupleType(items: readonly Type[], mutable: boolean): Type {
  const text = `${mutable ? '' : 'readonly '}[${items.map((item) => item.text).join(', ')}]`;
  return text.length > LONGEST ? unknownType() : { kind: 'array', element: unionType(items), mutable, items, text };
}

/** Whether two of this text are one type: it has a name, or is known down to the last field. */
export function isSettled(type: Type): boolean {
  switch (type.kind) {
    case 'unknown':
      return type === anyType || type === topType || type.text !== 'unknown';
    case 'instance':
      return !/\bunknown\b/.test(type.text) && !type.text.includes(anyArguments);
    case 'function':
      return !type.text.startsWith(anyArguments);
    case 'literal':
    case 'primitive':
    case 'never':
      return true;
    case 'array':
    case 'object':
    case 'union': {
      const known = settled.get(type);
      if (known !== undefined) return known;
      const is = type.kind === 'array' ? isSettled(type.element) : type.kind === 'union' ? type.members.every(isSettled) : type.fields.every((field) => isSettled(field.type));
      settled.set(type, is);
      return is;
    }
  }
}

const settled = new WeakMap<Type, boolean>();

/** Flattened, without what another member says already; a union of one is that one, of none `never`. */
export function unionType(types: readonly Type[]): Type {
  const members = new Map<string | Type, Type>();
  for (const type of types.flatMap((type) => (type.kind === 'union' ? type.members : [type]))) {
    if (type === anyType || (type === topType && !types.includes(anyType))) return type;
    const key = keyOf(type);
    if (type.kind !== 'never') members.set(key, members.get(key) ?? type);
  }
  const templates = [...members.values()].filter(isTemplate);
  const kept = [...members.values()].filter((type) => {
    if (templates.length > 0 && isTemplate(type)) return !members.has('primitive string');
    if (type.kind !== 'literal' || members.has(`primitive ${type.constant.kind}`)) return type.kind !== 'literal';
    const { constant } = type;
    return constant.kind !== 'string' || !templates.some((template) => isLike(template, constant.value));
  });
  const [first] = kept;
  if (!first) return neverType;
  if (kept.length === 1) return first;
  const texts = new Set(kept.map((type) => (type.kind === 'function' || type.kind === 'unknown' ? inParentheses(type) : type.text)));
  const text = [...texts].join(' | ');
  return text.length > LONGEST ? unknownType() : { kind: 'union', members: kept, text };
}

/** What tells it from the other members. Two that are not told in full are not one because they are told alike. */
function keyOf(type: Type): string | Type {
  if (type.kind === 'literal' && type.of !== undefined) return `${constantText(type.constant)} of ${type.of}`;
  if (type.kind !== 'unknown' && !isSettled(type)) return type;
  return type.kind === 'instance' ? `${type.name} ${type.text}` : `${type.kind} ${type.text}`;
}

/** The members of a union, or the type alone. */
export function membersOf(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.members : type.kind === 'never' ? [] : [type];
}

/**
 * All values of the type, in source order, where they are finitely many constants.
 *
 *     finiteValues(type) // of `'on' | boolean`: 'on', false, true
 */
export function finiteValues(type: Type): readonly Constant[] | undefined {
  const found = new Map<string, Constant>();
  for (const member of membersOf(type)) {
    const values: readonly Constant[] | undefined =
      member.kind === 'literal' ? [member.constant] : member.kind === 'primitive' && member.name === 'boolean' ? [{ kind: 'boolean', value: false }, { kind: 'boolean', value: true }] : undefined;
    if (!values) return undefined;
    for (const value of values) found.set(constantText(value), found.get(constantText(value)) ?? value);
  }
  return [...found.values()];
}

export function keyText(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : constantText({ kind: 'string', value: name });
}

/** For `T[]` and the members of unions: a text that could fall apart is held together. */
function inParentheses(type: Type): string {
  const isWhole = type.kind === 'literal' || type.kind === 'primitive' || type.kind === 'object' || type.kind === 'never' || type.kind === 'instance' || (type.kind === 'array' && type.mutable);
  return isWhole || /^[\w$.]+(<[^|&=?]*>)?$/.test(type.text) ? type.text : `(${type.text})`;
}
