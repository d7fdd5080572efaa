/**
 * Questions about a type, and the types that come of others: what is left without `null`, what a field, an item, an operator or a
 * method gives. Types in, a type or a verdict out; no code is looked at.
 */
import type { Constant } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Type } from '../../syntax/types/type.ts';

export const unknownType: Type = { kind: 'unknown', text: 'any' };
export const primitive = (name: 'string' | 'number' | 'boolean' | 'bigint' | 'symbol'): Type => ({ kind: 'primitive', name, text: name });
export const anyArray: Type = { kind: 'array', element: unknownType, mutable: true, text: 'any[]' };
export const literalType = (constant: Constant): Type => ({ kind: 'literal', constant, text: constantText(constant) });
const nullish: readonly Constant[] = [{ kind: 'null' }, { kind: 'undefined' }];
export const undefinedType = literalType({ kind: 'undefined' });


/** The type of `!x`, `-x` …; a number and a bigint have the same operators. */
export function unaryType(operator: string, argument: () => Type): Type {
  switch (operator) {
    case '!':
    case 'delete':
      return primitive('boolean');
    case 'typeof':
      return primitive('string');
    case '+':
      return primitive('number');
    case 'void':
      return literalType({ kind: 'undefined' });
    default: {
      const type = argument();
      return isOf(type, 'bigint') ? primitive('bigint') : isOf(type, 'number') ? primitive('number') : unknownType;
    }
  }
}

export function binaryType(operator: string, left: () => Type, right: () => Type): Type {
  if (['===', '!==', '==', '!=', '<', '<=', '>', '>=', 'in', 'instanceof'].includes(operator)) return primitive('boolean');
  // Each side once: sums of sums of sums are asked from the top.
  const [one, other] = [left(), right()];
  const both = (name: 'number' | 'bigint'): boolean => isOf(one, name) && isOf(other, name);
  if (operator === '+' && (isOf(one, 'string') || isOf(other, 'string'))) return primitive('string');
  return both('number') ? primitive('number') : both('bigint') ? primitive('bigint') : unknownType;
}

/** Whether no value of the type is an object that could be shared. */
export function isPrimitive(type: Type): boolean {
  return membersOf(type).every((one) => one.kind === 'primitive' || one.kind === 'literal');
}

/** Text and numbers, and lists of them that nobody may change. */
export function isSteadyType(type: Type): boolean {
  return membersOf(type).every((one) => one.kind === 'primitive' || one.kind === 'literal' || (one.kind === 'array' && !one.mutable && isSteadyType(one.element)));
}

/** The members of a union; any other type is its own only member. */
export function membersOf(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.members : [type];
}

export function unionOf(types: readonly Type[]): Type {
  if (types.length === 1 && types[0]!.kind !== 'union') return types[0]!.kind === 'unknown' ? unknownType : types[0]!;
  const members: Type[] = [];
  const texts = new Set<string>();
  for (const given of types) {
    for (const type of membersOf(given)) {
      if (type.kind === 'unknown') return unknownType;
      if (type.kind === 'never' || texts.has(type.text)) continue;
      texts.add(type.text);
      members.push(type);
    }
  }
  if (members.length === 0) return { kind: 'never', text: 'never' };
  if (members.length === 1) return members[0]!;
  return { kind: 'union', members, text: members.map((member) => (member.kind === 'function' ? `(${member.text})` : member.text)).join(' | ') };
}

/** `'a'` → `string`: the type of a variable that starts with a literal. */
export function widen(type: Type): Type {
  if (type.kind === 'union') return unionOf(type.members.map(widen));
  if (type.kind !== 'literal') return type;
  const kind = type.constant.kind;
  return kind === 'null' || kind === 'undefined' ? type : primitive(kind);
}

export function excludeConstants(type: Type, constants: readonly Constant[]): Type {
  if (type.kind !== 'union') return type;
  return unionOf(type.members.filter((member) => !(member.kind === 'literal' && constants.some((constant) => constantText(constant) === constantText(member.constant)))));
}

/** What a value is that something is asked of: `null` and `undefined` answer nothing. */
export function present(type: Type): Type {
  return excludeConstants(type, nullish);
}

/** The type of the field of what is one of these. */
export function fieldOfEither(types: readonly Type[], name: string): Type {
  if (types.length < 2) return types.length === 0 ? unknownType : fieldType(types[0]!, name);
  // TypeScript lets a field be read only where the members that lack it are ruled out.
  const having = types.filter((member) => member.kind !== 'object' || member.fields.some((field) => field.name === name));
  const found = (having.length > 0 ? having : types).map((member) => fieldType(member, name));
  return found.some((one) => one.kind === 'unknown') ? unknownType : unionOf(found);
}

export function fieldType(type: Type, name: string): Type {
  if (type.kind === 'union') return fieldOfEither(type.members, name);
  if (type.kind === 'object') {
    const field = type.fields.find((one) => one.name === name);
    if (!field) return unknownType;
    return field.optional ? unionOf([field.type, undefinedType]) : field.type;
  }
  if (name === 'length' && (type.kind === 'array' || isOf(type, 'string'))) return primitive('number');
  if (name === 'size' && type.kind === 'instance') return primitive('number');
  if (name === 'message' && type.kind === 'instance' && type.name.endsWith('Error')) return primitive('string');
  return unknownType;
}

/** `list[i]`, `table[key]`: TypeScript lets nothing but a key of the table be looked up. */
export function elementAt(type: Type, key: Node): Type {
  if (type.kind === 'array') return type.element;
  if (type.kind !== 'object' || type.fields.length === 0) return unknownType;
  const name = key.type === 'Literal' ? String((key as { value: unknown }).value) : undefined;
  return name !== undefined && type.fields.some((field) => field.name === name) ? fieldType(type, name) : unionOf(type.fields.map((field) => fieldType(type, field.name)));
}

/** The members of a union that have the field: TypeScript lets nothing else be asked for it. */
export function withField(type: Type, name: string): Type {
  if (type.kind !== 'union') return type;
  const having = type.members.filter((member) => member.kind !== 'object' || member.fields.some((field) => field.name === name));
  return having.length > 0 && having.every((member) => member.kind === 'object') ? unionOf(having) : type;
}

/** Whether every value of the type is of that primitive. */
export function isOf(type: Type, name: 'string' | 'number' | 'boolean' | 'bigint'): boolean {
  return membersOf(type).every((member) => (member.kind === 'primitive' && member.name === name) || (member.kind === 'literal' && member.constant.kind === name));
}

/** An item of a list, where there may be none. */
export function itemType(list: Type & { kind: 'array' }, at: Type): Type {
  const known = at.kind === 'literal' && at.constant.kind === 'number' ? list.items?.[at.constant.value] : undefined;
  return known ?? unionOf([list.element, undefinedType]);
}

export function mayBeUndefined(type: Type): boolean {
  return type.kind === 'unknown' || (type.kind === 'literal' && type.constant.kind === 'undefined');
}

export function isNullish(type: Type): boolean {
  return membersOf(type).every((one) => one.kind === 'literal' && (one.constant.kind === 'null' || one.constant.kind === 'undefined'));
}

/** A literal that the type has already is no wider for being written as a default. */
export function orDefault(type: Type, fallback: Type): Type {
  if (isNullish(type)) return widen(fallback);
  return membersOf(fallback).every((one) => membersOf(type).some((other) => other.text === one.text)) ? type : unionOf([type, widen(fallback)]);
}

export function elementOf(type: Type): Type {
  return type.kind === 'array' ? type.element : unknownType;
}

/** The list that a loop goes through, of what it is written with; without one, that of its keys. */
export function listType(type: Type | undefined): Type {
  if (type && membersOf(type).every((one) => one.kind === 'array')) return type;
  const written = type?.kind === 'instance' ? /^(?:Readonly)?Set<(string|number|boolean)>$/.exec(type.text)?.[1] : undefined;
  const element = type === undefined || isOf(type, 'string') ? primitive('string') : written ? primitive(written as 'string' | 'number' | 'boolean') : unknownType;
  return { kind: 'array', element, mutable: true, text: arrayText(element) };
}

export function arrayText(element: Type): string {
  return element.kind === 'union' || element.kind === 'function' ? `(${element.text})[]` : `${element.text}[]`;
}

export function methodResult(object: Type, method: string): Type {
  if (isOf(object, 'string') || isOf(object, 'number')) {
    if (['includes', 'startsWith', 'endsWith'].includes(method)) return primitive('boolean');
    if (['indexOf', 'lastIndexOf', 'charCodeAt', 'search', 'localeCompare'].includes(method)) return primitive('number');
    if (['trim', 'trimStart', 'trimEnd', 'toUpperCase', 'toLowerCase', 'slice', 'substring', 'padStart', 'padEnd', 'repeat', 'replace', 'replaceAll', 'charAt', 'concat', 'toFixed', 'toString'].includes(method)) return primitive('string');
    if (method === 'split') return { kind: 'array', element: primitive('string'), mutable: true, text: 'string[]' };
  }
  if (object.kind === 'array') {
    if (['includes', 'some', 'every'].includes(method)) return primitive('boolean');
    if (['indexOf', 'findIndex', 'push', 'unshift', 'lastIndexOf'].includes(method)) return primitive('number');
    if (method === 'join') return primitive('string');
    if (['filter', 'slice', 'concat', 'toReversed', 'toSorted', 'sort', 'reverse', 'with', 'splice'].includes(method)) return { kind: 'array', element: object.element, mutable: true, text: arrayText(object.element) };
    if (['map', 'flatMap', 'flat', 'fill', 'toSpliced', 'copyWithin'].includes(method)) return anyArray;
    if (['pop', 'shift', 'at', 'find'].includes(method)) return unionOf([object.element, undefinedType]);
  }
  if (object.kind === 'instance' && (object.name === 'Map' || object.name === 'Set') && method === 'has') return primitive('boolean');
  if (object.kind === 'instance' && object.name === 'RegExp' && method === 'test') return primitive('boolean');
  return unknownType;
}

/** `list.reduce(add, start)`: an item, where it starts with what could be one. */
export function reducedType(item: Type, start: Type): Type {
  const couldBe = (one: Type): boolean => membersOf(item).some((other) => other.text === one.text || (other.kind === 'primitive' && isOf(one, other.name as 'string')));
  return membersOf(start).every(couldBe) ? item : widen(start);
}
