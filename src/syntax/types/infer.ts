/**
 * `infer`: a type and the pattern it is held against in; whether it fits, and what the names in the pattern then stand
 * for, out. Patterns are followed where they are written out: literals, tuples, arrays, templates, functions, promises.
 */
import type { Binding } from '../module.ts';
import type { Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { literalType, membersOf, topType, tupleType, undefinedType, unionType } from './make.ts';
import { argumentsOf, fieldsOf } from './instance.ts';
import { isTemplate } from './pattern.ts';
import { fits } from './relate.ts';
import { parametersType } from './signature.ts';
import { resolveName } from './name.ts';
import { walk } from '../walk.ts';

/** By the name after `infer`, what was found for it. */
export type Inferred = Map<Binding, Type>;

/** Whether `type extends pattern`; `undefined` where that is not decided here. */
export function matches(type: Type, pattern: Node, reading: Reading, inferred: Inferred): boolean | undefined {
  if (!infers(pattern)) return fits(type, reading.read(pattern, reading));
  if (pattern.type === 'TSInferType') return infer(type, pattern, reading, inferred);
  if (pattern.type === 'TSParenthesizedType') return matches(type, pattern.typeAnnotation, reading, inferred);
  if (type.kind === 'never' || type.kind === 'unknown') return undefined;
  if (type.kind === 'union') return undefined;
  switch (pattern.type) {
    case 'TSArrayType':
      return ofArray(type, pattern.elementType, true, reading, inferred);
    case 'TSTypeOperator':
      if (pattern.operator !== 'readonly') return undefined;
      if (pattern.typeAnnotation.type === 'TSArrayType') return ofArray(type, pattern.typeAnnotation.elementType, false, reading, inferred);
      return pattern.typeAnnotation.type === 'TSTupleType' ? ofTuple(type, pattern.typeAnnotation, false, reading, inferred) : undefined;
    case 'TSTupleType':
      return ofTuple(type, pattern, true, reading, inferred);
    case 'TSTypeLiteral':
      return ofFields(type, pattern.members, reading, inferred);
    case 'TSTemplateLiteralType':
      return ofTemplate(type, pattern, reading, inferred);
    case 'TSFunctionType':
      return ofFunction(type, pattern, reading, inferred);
    case 'TSTypeReference':
      return ofReference(type, pattern, reading, inferred);
    default:
      return undefined;
  }
}

function infers(pattern: Node): boolean {
  let found = false;
  walk(pattern, (node) => {
    found ||= node.type === 'TSInferType';
    // A conditional type inside binds its own.
    return !found && node.type !== 'TSConditionalType';
  });
  return found;
}

function infer(type: Type, { typeParameter }: Node & { type: 'TSInferType' }, reading: Reading, inferred: Inferred): boolean | undefined {
  const { constraint, name } = typeParameter;
  // A string is inferred as the number it spells, where a number is asked for.
  const verdict = constraint ? fits(type, reading.read(constraint, reading)) : true;
  const binding = reading.module.bindings.get(name);
  if (!verdict || !binding) return binding ? verdict : undefined;
  const before = inferred.get(binding);
  inferred.set(binding, before ? unionType([before, type]) : type);
  // Of objects, one that says less takes in the others.
  const isPlain = before ? membersOf(unionType([before, type])).every(({ kind }) => kind === 'literal' || kind === 'primitive') : true;
  return isPlain ? true : undefined;
}

function ofArray(type: Type, element: Node, mutable: boolean, reading: Reading, inferred: Inferred): boolean | undefined {
  if (type.kind !== 'array') return type.kind === 'instance' ? undefined : false;
  if (mutable && !type.mutable) return false;
  return matches(type.element, element, reading, inferred);
}

/** With one rest at most, which takes what is left. */
function ofTuple(type: Type, { elementTypes }: Node & { type: 'TSTupleType' }, mutable: boolean, reading: Reading, inferred: Inferred): boolean | undefined {
  if (type.kind !== 'array') return type.kind === 'instance' ? undefined : false;
  if (!type.items || (mutable && !type.mutable)) return type.items ? false : undefined;
  const { items } = type;
  const patterns = elementTypes.map((element) => (element.type === 'TSNamedTupleMember' ? (element.optional ? undefined : (element.elementType as Node)) : (element as Node)));
  const rest = patterns.findIndex((pattern) => pattern?.type === 'TSRestType');
  if (patterns.some((pattern, index) => !pattern || pattern.type === 'TSOptionalType' || (pattern.type === 'TSRestType' && index !== rest))) return undefined;
  const after = rest < 0 ? 0 : patterns.length - rest - 1;
  if (rest < 0 ? items.length !== patterns.length : items.length < patterns.length - 1) return false;
  return all(patterns.map((pattern, index) => {
    if (!pattern) return undefined;
    if (pattern.type === 'TSRestType') return ofRest(tupleType(items.slice(rest, items.length - after), true), pattern.typeAnnotation, reading, inferred);
    return matches(items[rest >= 0 && index > rest ? items.length - (patterns.length - index) : index]!, pattern, reading, inferred);
  }));
}

function ofRest(type: Type, pattern: Node, reading: Reading, inferred: Inferred): boolean | undefined {
  if (pattern.type === 'TSNamedTupleMember') return ofRest(type, pattern.elementType, reading, inferred);
  if (pattern.type === 'TSInferType' || !infers(pattern)) return matches(type, pattern, reading, inferred);
  return undefined;
}

function ofFields(type: Type, members: readonly Node[], reading: Reading, inferred: Inferred): boolean | undefined {
  const object = type.kind === 'instance' ? fieldsOf(type) : type;
  if (type.kind === 'literal' || type.kind === 'primitive') return type.kind === 'literal' && (type.constant.kind === 'null' || type.constant.kind === 'undefined') ? false : members.some((member) => member.type === 'TSPropertySignature' && !member.optional && member.key.type === 'Identifier' && !(member.key.name in String.prototype) && !(member.key.name in Symbol.prototype) && !(member.key.name in Number.prototype)) ? false : undefined;
  if (object?.kind !== 'object') return undefined;
  return all(members.map((member) => {
    if (member.type !== 'TSPropertySignature' || member.computed || member.key.type !== 'Identifier' || !member.typeAnnotation) return undefined;
    const { name } = member.key;
    const field = object.fields.find((one) => one.name === name);
    if (!field) return name in Object.prototype ? undefined : member.optional && !infers(member) ? true : member.optional ? undefined : false;
    if (field.optional && !member.optional) return false;
    const pattern = member.typeAnnotation.typeAnnotation;
    if (!infers(pattern)) return member.optional ? fits(field.type, unionType([reading.read(pattern, reading), undefinedType])) : fits(field.type, reading.read(pattern, reading));
    // Whether `undefined` is part of what an optional field gives is another rule.
    return field.optional || (member.optional && membersOf(field.type).length !== 1) ? undefined : matches(field.type, pattern, reading, inferred);
  }));
}

/** Each hole takes as little as will do, the last one the rest. */
function ofTemplate(type: Type, pattern: Node & { type: 'TSTemplateLiteralType' }, reading: Reading, inferred: Inferred): boolean | undefined {
  if (isTemplate(type)) return undefined;
  if (type.kind !== 'literal') return type.kind === 'primitive' && type.name === 'string' ? false : type.kind === 'primitive' || type.kind === 'object' || type.kind === 'array' || type.kind === 'function' ? false : undefined;
  if (type.constant.kind !== 'string') return false;
  const { value } = type.constant;
  const texts = pattern.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw);
  const [first = '', ...others] = texts;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  const parts: string[] = [];
  for (const [index, text] of others.entries()) {
    const isLast = index === others.length - 1;
    // A hole directly before another takes one character.
    const end = isLast ? (value.endsWith(text) ? value.length - text.length : -1) : text === '' ? Math.min(at + 1, value.length + 1) : value.indexOf(text, at);
    if (end < at || end > value.length) return false;
    // Where a pair stands for one character, TypeScript 7 takes both.
    if (!isLast && text === '' && /[\uD800-\uDFFF]/.test(value.slice(at, end))) return undefined;
    parts.push(value.slice(at, end));
    at = end + text.length;
  }
  return all(pattern.types.map((hole, index) => {
    const part = literalType({ kind: 'string', value: parts[index]! });
    if (hole.type === 'TSInferType') return hole.typeParameter.constraint && reading.read(hole.typeParameter.constraint, reading).text !== 'string' ? undefined : infer(part, hole, reading, inferred);
    return hole.type === 'TSStringKeyword' ? true : undefined;
  }));
}

/** `(...args: any[]) => infer R`, and what is taken in the place of `any[]`. */
function ofFunction(type: Type, pattern: Node & { type: 'TSFunctionType' }, reading: Reading, inferred: Inferred): boolean | undefined {
  if (type.kind !== 'function') return type.kind === 'instance' ? undefined : false;
  const [parameter, ...more] = pattern.params;
  if (pattern.typeParameters || more.length > 0 || parameter?.type !== 'RestElement' || !parameter.typeAnnotation) return undefined;
  const taken = parameter.typeAnnotation.typeAnnotation as Node;
  if (infers(taken)) {
    const params = parametersType(type);
    if (!params || taken.type !== 'TSInferType' || infer(params, taken, reading, inferred) !== true) return undefined;
  } else if (!isAnything(reading.read(taken, reading))) return undefined;
  const given = pattern.returnType.typeAnnotation;
  if (!type.returns) return infers(given) ? undefined : fits(topType, reading.read(given, reading));
  return matches(type.returns, given, reading, inferred);
}

/** `any`, `any[]`, `never[]`: parameters that any function may have. */
function isAnything(type: Type): boolean {
  return type.text === 'any' || type.text === 'any[]' || type.text === 'never[]';
}

/** `Promise<infer T>`, `Array<infer T>`, of the built-in kinds. */
function ofReference(type: Type, { typeName, typeArguments }: Node & { type: 'TSTypeReference' }, reading: Reading, inferred: Inferred): boolean | undefined {
  const named = resolveName(typeName, reading);
  const [argument, ...more] = typeArguments?.params ?? [];
  if (named?.kind !== 'global' || !argument || more.length > 0) return undefined;
  if (named.name === 'Array' || named.name === 'ReadonlyArray') return ofArray(type, argument, named.name === 'Array', reading, inferred);
  if (named.name !== 'Promise' && named.name !== 'Set') return undefined;
  if (type.kind === 'literal' || type.kind === 'primitive' || type.kind === 'array') return false;
  const [given] = type.kind === 'instance' && type.name === named.name ? argumentsOf(type) : [];
  return given && matches(given, argument, reading, inferred);
}

function all(verdicts: readonly (boolean | undefined)[]): boolean | undefined {
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}
