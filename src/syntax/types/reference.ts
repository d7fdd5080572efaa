/** References to types: type parameters, what is declared, members of enums, and the names that everyone has. */
import { type Reading, written } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { anyType, arrayType, functionType, primitiveType, unionType } from './make.ts';
import { declaredType, enumMemberType } from './declared.ts';
import { argumentsOf, instanceType } from './instance.ts';
import { type Named, resolveName } from './name.ts';
import { mapFields, mapStrings, omitType, optionalField, pickType, readonlyType, recordType, requiredField, stringOperators, withoutNullish } from './operate.ts';
import { filterType } from './relate.ts';
import { returnType } from './return.ts';
import { parameterAt, parametersType } from './signature.ts';

/** What a name with type arguments means; `node` is the whole reference. */
export function referenceType(node: Node, name: Node, args: readonly Node[], reading: Reading): Type | undefined {
  const parameter = name.type === 'Identifier' ? reading.module.bindings.get(name) : undefined;
  if (parameter?.kind === 'type-parameter') return reading.args.get(parameter);
  const named = resolveName(name, reading);
  return named && namedType(named, node, args, reading);
}

export function namedType(named: Named, node: Node, args: readonly Node[], reading: Reading): Type | undefined {
  switch (named.kind) {
    case 'global':
      return reading.global(named.name, node, args, reading);
    case 'member':
      return enumMemberType(named.of, named.name, reading);
    case 'declared':
      return declaredType(named, node, args, reading);
  }
}

const INSTANCES = new Set('Map Set WeakMap WeakSet WeakRef ReadonlyMap ReadonlySet Date RegExp Error TypeError RangeError SyntaxError AggregateError URL URLSearchParams Promise ArrayBuffer DataView Uint8Array AbortController AbortSignal'.split(' '));

export function globalType(name: string, node: Node, args: readonly Node[], reading: Reading): Type | undefined {
  const types = args.map((arg) => reading.read(arg, reading));
  const [first, second] = types;
  if (INSTANCES.has(name)) return instanceType(name, written(node, reading, types.length === 0 ? name : `${name}<${types.map(({ text }) => text).join(', ')}>`), { args: types });
  if (name === 'Function') return functionType(written(node, reading, 'Function'));
  if (name === 'PropertyKey') return unionType([primitiveType('string'), primitiveType('number'), primitiveType('symbol')]);
  if (!first) return undefined;
  const map = stringOperators[name];
  if (map) return first.kind === 'primitive' && first.name === 'string' ? undefined : mapStrings(first, map);
  switch (name) {
    case 'Array':
      return arrayType(first, true);
    case 'ReadonlyArray':
      return arrayType(first, false);
    case 'Partial':
      return mapFields(first, optionalField);
    case 'Required':
      return mapFields(first, requiredField);
    case 'Readonly':
      return readonlyType(first);
    case 'NonNullable':
      return withoutNullish(first);
    case 'Extract':
    case 'Exclude':
      return second && filterType(first, second, name === 'Extract');
    case 'Pick':
      return second && pickType(first, second);
    case 'Omit':
      return second && omitType(first, second);
    case 'ReturnType':
      return returnType(first);
    case 'Parameters':
      return parametersType(first);
    case 'Awaited':
      return awaitedType(first);
    case 'NoInfer':
      return first;
    case 'Record':
      return second && recordType(first, second);
    default:
      return undefined;
  }
}

/** What a promise gives, however many lie within each other; nothing where something else might have a `then`. */
function awaitedType(type: Type): Type | undefined {
  if (type === anyType) return type;
  if (type.kind === 'union') {
    const members = type.members.map(awaitedType);
    return members.every((member) => member !== undefined) ? unionType(members) : undefined;
  }
  if (type.kind === 'instance' && type.name === 'Promise') {
    const [given] = argumentsOf(type);
    return given && awaitedType(given);
  }
  const hasThen = type.kind === 'unknown' || type.kind === 'instance' || (type.kind === 'object' && type.fields.some(({ name }) => name === 'then'));
  return hasThen ? undefined : type;
}

/** `Parameters<F>[0]`: one parameter may be known where not all of them are. */
export function indexedParameter({ objectType, indexType }: Node & { type: 'TSIndexedAccessType' }, reading: Reading): Type | undefined {
  const [fn] = objectType.type === 'TSTypeReference' ? (objectType.typeArguments?.params ?? []) : [];
  if (!fn || objectType.type !== 'TSTypeReference' || indexType.type !== 'TSLiteralType' || indexType.literal.type !== 'Literal' || typeof indexType.literal.value !== 'number') return undefined;
  const named = resolveName(objectType.typeName, reading);
  return named?.kind === 'global' && named.name === 'Parameters' ? parameterAt(reading.read(fn, reading), indexType.literal.value) : undefined;
}
