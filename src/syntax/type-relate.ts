/** How types relate: whether one fits another, and what two have in common. Where it is not sure, it says so. */
import type { Constant } from '../chart/chart.ts';
import { constantText } from '../chart/label.ts';
import type { Type, TypeField } from './type.ts';
import { literalType, membersOf, neverType, objectType, primitiveType, undefinedType, unionType } from './type-make.ts';

/** Whether every value of `type` is one of `target`: `type extends target`. `undefined`: not decided here. */
export function fits(type: Type, target: Type): boolean | undefined {
  if (type.kind === 'never') return true;
  if (target.kind === 'unknown') return target.text === 'unknown' || target.text === 'any' ? true : undefined;
  if (type.kind === 'unknown') return undefined;
  if (type.kind === 'union') return all(type.members.map((member) => fits(member, target)));
  if (isBoolean(type) && !membersOf(target).some(isBoolean)) return all(booleans.map((member) => fits(member, target)));
  if (target.kind === 'union') return any(target.members.map((member) => fits(type, member)), type.kind === 'object' || type.kind === 'array');
  if (target.kind === 'never') return false;
  if (type.text === target.text && type.kind === target.kind) return true;
  if (target.kind === 'object') return fitsObject(type, target.fields);
  if (type.kind === 'literal') return fitsLiteral(type, target);
  if (type.kind === 'primitive') return target.kind === 'primitive' ? type.name === target.name : target.kind === 'literal' && !isEnumMember(target) ? false : undefined;
  return target.kind === 'literal' || target.kind === 'primitive' ? false : undefined;
}

function fitsLiteral(type: Type & { kind: 'literal' }, target: Type): boolean | undefined {
  const { kind } = type.constant;
  if (target.kind === 'primitive') return target.name === kind;
  if (target.kind !== 'literal') return false;
  // A member of an enum is its value too, but the value alone is no member; with numbers TypeScript is less strict.
  if (!isEnumMember(target)) return same(type.constant, target.constant);
  return target.constant.kind === kind && kind !== 'string' ? undefined : false;
}

function fitsObject(type: Type, fields: readonly TypeField[]): boolean | undefined {
  if (type.kind === 'literal' && (type.constant.kind === 'null' || type.constant.kind === 'undefined')) return false;
  if (fields.length === 0) return true;
  if (type.kind !== 'object') return undefined;
  // Where all fields are optional, an object that shares none of them does not fit.
  if (type.fields.length > 0 && fields.every(({ name, optional }) => optional && !type.fields.some((own) => own.name === name))) return false;
  return all(
    fields.map((field) => {
      const own = type.fields.find(({ name }) => name === field.name);
      if (!own) return field.optional || (field.name in Object.prototype ? undefined : false);
      return own.optional && !field.optional ? false : field.optional ? fits(own.type, unionType([field.type, undefinedType])) : fits(own.type, field.type);
    }),
  );
}

/** `Extract` with `wanted` true, `Exclude` with false; unknown where a member cannot be decided. */
export function filterType(type: Type, by: Type, wanted: boolean): Type | undefined {
  const kept: Type[] = [];
  for (const member of spread(type)) {
    const decided = fits(member, by);
    if (decided === undefined) return undefined;
    if (decided === wanted) kept.push(member);
  }
  return joinBooleans(kept);
}

/** What is of both types; nothing where that is not sure. */
export function intersect(left: Type, right: Type): Type | undefined {
  if (left.kind === 'never' || right.kind === 'never') return neverType;
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined;
  if (left.kind === 'union' || right.kind === 'union') {
    const parts = membersOf(left).flatMap((one) => membersOf(right).map((other) => intersect(one, other)));
    return parts.every((part) => part !== undefined) ? unionType(parts) : undefined;
  }
  if (left.text === right.text && left.kind === right.kind) return left;
  if (left.kind === 'object' && right.kind === 'object') return intersectObjects(left.fields, right.fields);
  if (left.kind === 'literal' && (right.kind === 'literal' || right.kind === 'primitive')) return intersectLiteral(left, right);
  if (right.kind === 'literal' && left.kind === 'primitive') return intersectLiteral(right, left);
  return left.kind === 'primitive' && right.kind === 'primitive' ? neverType : undefined;
}

function intersectLiteral(left: Type & { kind: 'literal' }, right: Type): Type | undefined {
  const decided = fits(left, right);
  return decided === undefined || (right.kind === 'literal' && (isEnumMember(left) || isEnumMember(right))) ? undefined : decided ? left : neverType;
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
    // No value has a field of no value: TypeScript too drops such an object where the fields are literals.
    const isImpossible = both.kind === 'never' && mine.kind !== 'never' && its.kind !== 'never';
    const optional = field.optional && other.optional;
    if (isImpossible && !optional) return isUnit(mine) && isUnit(its) ? neverType : undefined;
    fields.push({ name: field.name, type: isImpossible ? undefinedType : both, optional });
  }
  return objectType([...fields, ...right.filter(({ name }) => !left.some((field) => field.name === name))]);
}

/** What a field holds that is optional here and required there: perhaps `undefined`. */
function required(field: TypeField, other: TypeField): Type {
  return field.optional && !other.optional ? unionType([field.type, undefinedType]) : field.type;
}

/** The members one by one, `boolean` as its two. */
function spread(type: Type): readonly Type[] {
  return membersOf(type).flatMap((member) => (isBoolean(member) ? booleans : [member]));
}

/** The union, in which `false` and `true` together are `boolean` again. */
function joinBooleans(types: readonly Type[]): Type {
  const at = types.findIndex((type) => type.text === 'false');
  const isWhole = at >= 0 && types[at + 1]?.text === 'true';
  return unionType(isWhole ? [...types.slice(0, at), primitiveType('boolean'), ...types.slice(at + 2)] : types);
}

const booleans: readonly Type[] = [literalType({ kind: 'boolean', value: false }), literalType({ kind: 'boolean', value: true })];

function isBoolean(type: Type): boolean {
  return type.kind === 'primitive' && type.name === 'boolean';
}

export function isEnumMember(type: Type): boolean {
  return type.kind === 'literal' && type.text !== constantText(type.constant);
}

function isUnit(type: Type): boolean {
  return membersOf(type).every((member) => member.kind === 'literal');
}

function same(a: Constant, b: Constant): boolean {
  return constantText(a) === constantText(b);
}

function all(verdicts: readonly (boolean | undefined)[]): boolean | undefined {
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

/** An object may fit a union as a whole though it fits no member of it. */
function any(verdicts: readonly (boolean | undefined)[], isWide: boolean): boolean | undefined {
  if (verdicts.includes(true)) return true;
  return isWide || verdicts.includes(undefined) ? undefined : false;
}
