/** References to types: aliases, interfaces, enums, classes, and the names that everyone has. */
import { enumOf } from './constant.ts';
import type { Binding } from './module.ts';
import type { Declared } from './project.ts';
import { memberText, nameInRoot, type Reading, written } from './reading.ts';
import type { Node } from './tree.ts';
import type { Type, TypeField } from './type.ts';
import { arrayType, functionType, literalType, objectType, unionType, unknownType } from './type-make.ts';
import { mapFields, mapStrings, optionalField, pickType, readonlyType, recordType, requiredField, stringOperators, withoutNullish } from './type-operate.ts';
import { filterType } from './type-relate.ts';
import { membersType } from './type-object.ts';
import { returnType } from './type-return.ts';
import { type Named, resolveName } from './type-name.ts';

/** What a name with type arguments means; `node` is the whole reference. */
export function referenceType(node: Node, name: Node, args: readonly Node[], reading: Reading): Type {
  const parameter = name.type === 'Identifier' ? reading.module.bindings.get(name) : undefined;
  if (parameter?.kind === 'type-parameter') return reading.args.get(parameter) ?? unknownType(written(node, reading, 'unknown'));
  const named = resolveName(name, reading);
  return (named && namedType(named, node, args, reading)) ?? unknownType(written(node, reading, 'unknown'));
}

export function namedType(named: Named, node: Node, args: readonly Node[], reading: Reading): Type | undefined {
  switch (named.kind) {
    case 'global':
      return globalType(named.name, node, args, reading);
    case 'member':
      return enumMemberType(named.of, named.name, reading);
    case 'declared':
      return declaredType(named, node, args, reading);
  }
}

function declaredType(declared: Declared, node: Node, args: readonly Node[], reading: Reading): Type | undefined {
  const { binding, module } = declared;
  if (binding.kind === 'enum') return enumType(declared, reading);
  if (binding.declarations.some(({ type }) => type === 'ClassDeclaration' || type === 'ClassExpression')) {
    return { kind: 'instance', name: binding.name, text: written(node, reading, nameInRoot(declared, reading) ?? 'unknown') };
  }
  const known = reading.memo.get(binding);
  if (known) return known;
  if (reading.busy.has(binding)) return unknownType(written(node, reading, 'unknown'), true);
  const inner: Reading = { ...reading, module, busy: new Set([...reading.busy, binding]), args: parameters(binding, args, reading, module) };
  const alias = binding.declarations.find((declaration) => declaration.type === 'TSTypeAliasDeclaration');
  const type = alias ? reading.read(alias.typeAnnotation, inner) : interfaceType(binding, inner);
  if (type && inner.args.size === 0) reading.memo.set(binding, type);
  return type;
}

/** The type parameters with what they stand for; those of merged interfaces are several of one meaning. */
function parameters(binding: Binding, args: readonly Node[], reading: Reading, module: Reading['module']): ReadonlyMap<Binding, Type> {
  const types = args.map((arg) => reading.read(arg, reading));
  const bound = new Map<Binding, Type>();
  for (const declaration of binding.declarations) {
    const list = 'typeParameters' in declaration ? declaration.typeParameters?.params : undefined;
    for (const [index, parameter] of (list ?? []).entries()) {
      const own = module.bindings.get(parameter.name);
      const inner = { ...reading, module, args: bound };
      if (own) bound.set(own, types[index] ?? (parameter.default ? reading.read(parameter.default, inner) : unknownType()));
    }
  }
  return bound;
}

/** All its declarations as one, over what they extend; nothing where any of that is not plain fields. */
function interfaceType(binding: Binding, reading: Reading): Type | undefined {
  const fields = new Map<string, TypeField>();
  const own = new Set<string>();
  for (const declaration of binding.declarations) {
    if (declaration.type === 'TSModuleDeclaration') continue;
    if (declaration.type !== 'TSInterfaceDeclaration') return undefined;
    for (const heritage of declaration.extends) {
      const base = referenceType(heritage, heritage.expression, heritage.typeArguments?.params ?? [], reading);
      if (base.kind !== 'object') return undefined;
      for (const field of base.fields) if (!fields.has(field.name)) fields.set(field.name, field);
    }
  }
  for (const declaration of binding.declarations) {
    if (declaration.type !== 'TSInterfaceDeclaration') continue;
    const members = membersType(declaration.body.body, reading);
    if (members?.kind !== 'object') return members;
    for (const field of members.fields) {
      if (!own.has(field.name)) fields.set(field.name, field);
      own.add(field.name);
    }
  }
  return objectType([...fields.values()]);
}

export function enumType(declared: Declared, reading: Reading): Type | undefined {
  const names = [...enumOf(declared, reading.project).keys()];
  const types = names.map((name) => enumMemberType(declared, name, reading));
  return types.length > 0 && types.every((type) => type !== undefined) ? unionType(types) : undefined;
}

export function enumMemberType(declared: Declared, name: string, reading: Reading): Type | undefined {
  const constant = enumOf(declared, reading.project).get(name);
  const owner = nameInRoot(declared, reading);
  return constant && literalType(constant, owner === undefined ? undefined : memberText(owner, name));
}

const INSTANCES = new Set('Map Set WeakMap WeakSet WeakRef ReadonlyMap ReadonlySet Date RegExp Error TypeError RangeError SyntaxError AggregateError URL URLSearchParams Promise ArrayBuffer DataView Uint8Array AbortController AbortSignal'.split(' '));

function globalType(name: string, node: Node, args: readonly Node[], reading: Reading): Type | undefined {
  const types = args.map((arg) => reading.read(arg, reading));
  const [first, second] = types;
  if (INSTANCES.has(name)) return { kind: 'instance', name, text: written(node, reading, types.length === 0 ? name : `${name}<${types.map(({ text }) => text).join(', ')}>`) };
  if (name === 'Function') return functionType(written(node, reading, 'Function'));
  if (!first) return undefined;
  const map = stringOperators[name];
  if (map) return mapStrings(first, map);
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
    case 'Omit':
      return second && pickType(first, second, name === 'Pick');
    case 'ReturnType':
      return returnType(first);
    case 'Record':
      return second && recordType(first, second);
    default:
      return undefined;
  }
}
