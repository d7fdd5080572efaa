/** How types relate: whether one fits another. Where it is not sure, it says so. */
import type { Type, TypeField } from './type.ts';
import { anyType, expanded, membersOf, objectKeyword, primitiveType, topType, undefinedType, unionType, voidType } from './make.ts';
import { isLike, isTemplate } from './pattern.ts';
import { isSame } from './same.ts';
import { takesAnything } from './signature.ts';

/** Whether every value of `type` is one of `target`: `type extends target`. `undefined`: not decided here. */
export function fits(type: Type, target: Type): boolean | undefined {
  if (type.kind === 'never' || target === anyType || target === topType || isSame(type, target)) return true;
  if (type.kind === 'union') return all(type.members.map((member) => fits(member, target)));
  if (isBoolean(type) && !membersOf(target).some(isBoolean)) return all(expanded(type).map((member) => fits(member, target)));
  if (target.kind === 'union') return fitsUnion(type, target.members);
  if (type.kind === 'unknown') return fitsFromUnknown(type, target);
  if (target.kind === 'unknown') return fitsUnknown(type, target);
  if (target.kind === 'never') return false;
  if (target.kind === 'object') return fitsObject(type, target.fields);
  if (isTemplate(target)) return fitsTemplate(type, target);
  switch (type.kind) {
    case 'literal':
      return fitsLiteral(type, target);
    case 'primitive':
      if (target.kind === 'primitive') return type.name === target.name;
      // A number fits each number of an enum.
      return target.kind === 'literal' ? type.name === 'number' && target.of !== undefined && target.constant.kind === 'number' : target.kind === 'instance' ? undefined : false;
    case 'array':
      return target.kind === 'array' ? fitsArray(type, target) : target.kind === 'instance' ? undefined : false;
    case 'function':
      return target.kind === 'function' ? fitsFunction(type, target) : target.kind === 'instance' ? undefined : false;
    case 'object':
    case 'instance':
      return target.kind === 'literal' || target.kind === 'primitive' ? false : undefined;
  }
}

/** One that is no object fits one of the members or none; an object may fit several together that it fits none of. */
function fitsUnion(type: Type, members: readonly Type[]): boolean | undefined {
  const verdicts = members.map((member) => fits(type, member));
  if (verdicts.includes(true)) return true;
  const isSplit = (type.kind === 'object' || type.kind === 'array' || type.kind === 'instance' || type.kind === 'unknown') && members.filter(({ kind }) => kind !== 'literal' && kind !== 'primitive').length > 1;
  return isSplit || verdicts.includes(undefined) ? undefined : false;
}

/** What fits everything (`any`), next to nothing (`unknown`, `void`), or is not known. */
function fitsFromUnknown(type: Type, target: Type): boolean | undefined {
  const isKnown = target.kind !== 'unknown' || target === voidType || target === objectKeyword;
  if (type === anyType) return isKnown ? target.kind !== 'never' : undefined;
  if (type === topType || type === voidType) return isKnown ? false : undefined;
  return undefined;
}

function fitsUnknown(type: Type, target: Type): boolean | undefined {
  const isPrimitive = type.kind === 'literal' || type.kind === 'primitive';
  if (target === objectKeyword) return !isPrimitive;
  return target === voidType ? type.kind === 'literal' && type.constant.kind === 'undefined' : undefined;
}

/** Whether one template fits another is not followed. */
function fitsTemplate(type: Type, template: Type): boolean | undefined {
  if (isTemplate(type) || type.kind === 'instance') return undefined;
  return type.kind === 'literal' && type.constant.kind === 'string' ? isLike(template, type.constant.value) : false;
}

function fitsLiteral(type: Type & { kind: 'literal' }, target: Type): boolean | undefined {
  const { constant } = type;
  if (target.kind === 'primitive') return target.name === constant.kind;
  if (target.kind !== 'literal') return target.kind === 'instance' ? undefined : false;
  // A member of an enum is its value too; the value alone is a member only where it is a number.
  const isValue = constant.kind === target.constant.kind && ('value' in constant ? 'value' in target.constant && constant.value === target.constant.value : true);
  return isValue && (target.of === undefined || target.of === type.of || (type.of === undefined && constant.kind === 'number'));
}

function fitsObject(type: Type, fields: readonly TypeField[]): boolean | undefined {
  if (type.kind === 'literal' && (type.constant.kind === 'null' || type.constant.kind === 'undefined')) return false;
  if (fields.length === 0) return true;
  if (type.kind === 'instance') return undefined;
  const owned = ownFields(type);
  // Where all fields are optional, what shares none of them does not fit; an object without any does.
  const isWeak = fields.every(({ optional }) => optional);
  if (isWeak && (type.kind !== 'object' || type.fields.length > 0) && fields.every(({ name }) => owned(name) === 'none')) return false;
  return all(
    fields.map((field) => {
      const own = owned(field.name);
      if (own === 'some') return undefined;
      if (own === 'none') return field.optional;
      return own.optional && !field.optional ? false : field.optional ? fits(own.type, unionType([field.type, undefinedType])) : fits(own.type, field.type);
    }),
  );
}

const prototypes = { string: String.prototype, number: Number.prototype, boolean: Boolean.prototype, bigint: BigInt.prototype, symbol: Symbol.prototype, array: Array.prototype, function: Function.prototype };

/** What a value has under a name: its field, `some` that is not looked into, or `none`. */
function ownFields(type: Type): (name: string) => TypeField | 'some' | 'none' {
  const inherited = (from: object, name: string): 'some' | 'none' => (name in from ? 'some' : 'none');
  switch (type.kind) {
    case 'object':
      return (name) => type.fields.find((field) => field.name === name) ?? inherited(Object.prototype, name);
    case 'literal': {
      const { kind } = type.constant;
      return (name) => (kind === 'null' || kind === 'undefined' ? 'none' : inherited(prototypes[kind], name));
    }
    case 'primitive':
      return (name) => inherited(prototypes[type.name], name);
    case 'array':
      return (name) => (/^\d+$/.test(name) ? (type.items?.[Number(name)] ? { name, type: type.items[Number(name)]!, optional: false } : 'none') : inherited(prototypes.array, name));
    case 'function':
      return (name) => inherited(prototypes.function, name);
    default:
      return () => 'some';
  }
}

function fitsArray(type: Type & { kind: 'array' }, target: Type & { kind: 'array' }): boolean | undefined {
  if (target.mutable && !type.mutable) return false;
  if (!target.items) return fits(type.element, target.element);
  if (!type.items || type.items.length !== target.items.length) return false;
  return all(target.items.map((item, index) => fits(type.items![index]!, item)));
}

/** Parameters are not looked into: only what takes anything can be told to be fitted. */
function fitsFunction(type: Type & { kind: 'function' }, target: Type & { kind: 'function' }): boolean | undefined {
  if (target.text === 'Function') return true;
  if (/^(abstract )?new\b/.test(type.text) || !takesAnything(target) || !target.returns) return undefined;
  if (target.returns === anyType || target.returns === topType || target.returns === voidType) return true;
  return type.returns && fits(type.returns, target.returns);
}

/** `Extract` with `wanted` true, `Exclude` with false; unknown where a member cannot be decided. */
export function filterType(type: Type, by: Type, wanted: boolean): Type | undefined {
  const kept: Type[] = [];
  for (const member of expanded(type)) {
    if (member.kind === 'unknown') return undefined;
    const decided = fits(member, by);
    if (decided === undefined) return undefined;
    if (decided === wanted) kept.push(member);
  }
  return joinBooleans(kept);
}

/** The union, in which `false` and `true` together are `boolean` again. */
export function joinBooleans(types: readonly Type[]): Type {
  const at = types.findIndex((type) => type.text === 'false');
  const isWhole = at >= 0 && types[at + 1]?.text === 'true';
  return unionType(isWhole ? [...types.slice(0, at), primitiveType('boolean'), ...types.slice(at + 2)] : types);
}

export function isBoolean(type: Type): boolean {
  return type.kind === 'primitive' && type.name === 'boolean';
}

function all(verdicts: readonly (boolean | undefined)[]): boolean | undefined {
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}
