/** What two types have in common: two types in, the one out that is both, or nothing where that is not sure. */
import type { Type, TypeField } from './type.ts';
import { anyType, emptyType, expanded, membersOf, neverType, objectType, topType, undefinedType, unionType, voidType } from './make.ts';
import { fits, isBoolean, joinBooleans } from './relate.ts';
import { isTemplate } from './pattern.ts';
import { isSame } from './same.ts';

export function intersect(left: Type, right: Type): Type | undefined {
  if (left === topType) return right;
  if (right === topType) return left;
  // What is not known might be `any`, of which `never` makes `never` too.
  if (left.kind === 'never' || right.kind === 'never') return neverType;
  if (left === anyType || right === anyType) return left.kind === 'unknown' && right.kind === 'unknown' && (left !== anyType || right !== anyType) && left !== voidType && right !== voidType ? undefined : anyType;
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined;
  // One and the same is not taken apart; whether two that are written alike are one is another question.
  if (left.kind === 'union' && isSame(left, right) && left.members.some(({ kind }) => kind === 'object')) return left === right ? left : undefined;
  if (left.kind === 'union' || right.kind === 'union' || (isBoolean(left) && right.kind === 'literal') || (isBoolean(right) && left.kind === 'literal')) {
    const parts = expanded(left).flatMap((one) => expanded(right).map((other) => intersect(one, other)));
    return parts.every((part) => part !== undefined) ? joinBooleans(parts.filter(({ kind }) => kind !== 'never')) : undefined;
  }
  if (isSame(left, right) && isOneForAll(left)) return left;
  if (left.kind === 'object' && right.kind === 'object') return intersectObjects(left.fields, right.fields);
  if (isPrimitive(left) && isPrimitive(right)) return intersectPrimitives(left, right);
  return intersectEmpty(left, right) ?? intersectEmpty(right, left);
}

/** Whether TypeScript too takes two of this text for one, wherever they are written: not what has fields or functions inside. */
function isOneForAll(type: Type): boolean {
  switch (type.kind) {
    case 'array':
      return membersOf(type.element).every((member) => member.kind !== 'object' && isOneForAll(member));
    case 'instance':
      return !/[{(]/.test(type.text);
    case 'object':
      return type.fields.every((field) => isOneForAll(field.type));
    case 'union':
      return type.members.every(isOneForAll);
    case 'function':
    case 'unknown':
      return false;
    case 'literal':
    case 'primitive':
    case 'never':
      return true;
  }
}

function isPrimitive(type: Type): boolean {
  return type.kind === 'literal' || type.kind === 'primitive';
}

/** Two members of enums, or a member and a value, have nothing in common, even where the value is one. */
function intersectPrimitives(left: Type, right: Type): Type | undefined {
  if (isTemplate(left) || isTemplate(right)) {
    const [fitting, fitted] = [fits(left, right), fits(right, left)];
    return fitting ? left : fitted ? right : fitting === false && fitted === false ? neverType : undefined;
  }
  if (left.kind === 'literal' && right.kind === 'literal') return (left.of === right.of && fits(left, right) ? left : neverType);
  if (left.kind === 'literal') return fits(left, right) ? left : neverType;
  if (right.kind === 'literal') return fits(right, left) ? right : neverType;
  return neverType;
}

/** `'a' & {}` is `'a'`: what is nothing is left out. */
function intersectEmpty(type: Type, empty: Type): Type | undefined {
  if (type.kind === 'literal' && (type.constant.kind === 'null' || type.constant.kind === 'undefined') && empty.kind !== 'function') return neverType;
  return type.kind === 'literal' && empty === emptyType ? type : undefined;
}

function intersectObjects(left: readonly TypeField[], right: readonly TypeField[]): Type | undefined {
  const fields: TypeField[] = [];
  for (const field of left) {
    const other = right.find(({ name }) => name === field.name);
    if (!other) {
      fields.push(field);
      continue;
    }
    const [mine, its] = [required(field, other), required(other, field)];
    const both = intersect(mine, its);
    if (!both) return undefined;
    // No value has a field of no value: TypeScript too drops such an object where one of the fields is a literal.
    const isImpossible = both.kind === 'never' && mine.kind !== 'never' && its.kind !== 'never';
    const optional = field.optional && other.optional;
    if (isImpossible && !optional && (isUnit(mine) || isUnit(its))) return neverType;
    fields.push({ ...field, type: isImpossible && optional ? undefinedType : both, optional });
  }
  return objectType([...fields, ...right.filter(({ name }) => !left.some((field) => field.name === name))]);
}

/** What a field holds that is optional here and required there: perhaps `undefined`. */
function required(field: TypeField, other: TypeField): Type {
  return field.optional && !other.optional ? unionType([field.type, undefinedType]) : field.type;
}

function isUnit(type: Type): boolean {
  return membersOf(type).every((member) => member.kind === 'literal' || isBoolean(member));
}
