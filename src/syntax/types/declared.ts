/** Types that are declared: aliases, interfaces, enums and classes in, what they mean with their arguments out. */
import { enumOf } from '../constants/constant.ts';
import { isPlainEnum } from '../constants/enum.ts';
import type { Binding } from '../module.ts';
import type { Declared } from '../project.ts';
import { memberText, nameInRoot, noneNarrowed, type Reading, written } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type, TypeField } from './type.ts';
import { functionType, isSettled, memberType, objectType, unionType, unknownType } from './make.ts';
import { classFields } from './class.ts';
import { fieldsOf, instanceType } from './instance.ts';
import { type Piece, piecesOf, resolveName } from './name.ts';
import { membersType } from './object.ts';

/** How often a type with parameters is gone into from inside itself: one that grows has no end. */
const DEEPEST = 8;

export function declaredType(declared: Declared, node: Node, args: readonly Node[], reading: Reading): Type | undefined {
  const { binding, module } = declared;
  if (binding.kind === 'enum') return enumType(declared, reading);
  const plain = args.length === 0 ? reading.memo.get(binding)?.get('') : undefined;
  if (plain) return plain;
  const pieces = piecesOf(declared, reading);
  if (pieces.some(({ node: { type } }) => type === 'ClassDeclaration' || type === 'ClassExpression')) return classType(declared, pieces, node, args, reading);
  const { bound, given } = parameters(pieces, args, { ...reading, module, args: new Map() }, reading);
  const key = given.every(isSettled) ? given.map(({ kind, text }) => `${kind} ${text}`).join(', ') : undefined;
  const before = key === undefined ? undefined : reading.memo.get(binding)?.get(key);
  if (before) return before;
  const times = reading.within.filter((one) => one.binding === binding);
  if (times.some((one) => one.args === given.map(({ text }) => text).join(', ')) || times.length >= DEEPEST) {
    reading.state.cuts += 1;
    return unknownType(written(node, reading, 'unknown'), true);
  }
  const inner: Reading = { ...reading, module, within: [...reading.within, { binding, args: given.map(({ text }) => text).join(', ') }], args: bound, narrowed: noneNarrowed };
  const { cuts } = reading.state;
  const alias = pieces.find((piece) => piece.node.type === 'TSTypeAliasDeclaration')?.node;
  const type = alias?.type === 'TSTypeAliasDeclaration' ? reading.read(alias.typeAnnotation, inner) : interfaceType(pieces, inner);
  // What was cut short in the middle of itself is more, read by itself.
  if (type && key !== undefined && reading.state.cuts === cuts) remember(reading, binding, key, type);
  return type;
}

function remember({ memo }: Reading, binding: Binding, key: string, type: Type): void {
  const known = memo.get(binding) ?? new Map<string, Type>();
  memo.set(binding, known);
  known.set(key, type);
}

/** The type parameters with what they stand for; those of merged declarations are several of one meaning. */
function parameters(pieces: readonly Piece[], args: readonly Node[], inner: Reading, outer: Reading): { bound: ReadonlyMap<Binding, Type>; given: readonly Type[] } {
  const types = args.map((arg) => outer.read(arg, outer));
  const bound = new Map<Binding, Type>();
  const given: Type[] = [];
  for (const { node, module } of pieces) {
    const list = 'typeParameters' in node ? node.typeParameters?.params : undefined;
    for (const [index, parameter] of (list ?? []).entries()) {
      const own = module.bindings.get(parameter.name);
      if (!own) continue;
      const type = types[index] ?? given[index] ?? (parameter.default ? outer.read(parameter.default, { ...inner, module, args: bound, narrowed: noneNarrowed }) : unknownType());
      bound.set(own, type);
      given[index] = type;
    }
  }
  return { bound, given };
}

/** All its declarations as one, over what they extend; nothing where any of that is not plain fields. */
function interfaceType(pieces: readonly Piece[], reading: Reading): Type | undefined {
  const fields = new Map<string, TypeField>();
  const own = new Set<string>();
  for (const { node, module } of pieces) {
    if (node.type === 'TSModuleDeclaration') continue;
    if (node.type !== 'TSInterfaceDeclaration') return undefined;
    for (const heritage of node.extends) {
      const inner = { ...reading, module };
      const named = resolveName(heritage.expression, inner);
      const base = named?.kind === 'declared' ? declaredType(named, heritage, heritage.typeArguments?.params ?? [], inner) : named?.kind === 'global' ? reading.global(named.name, heritage, heritage.typeArguments?.params ?? [], inner) : undefined;
      const object = base?.kind === 'instance' ? fieldsOf(base) : base;
      if (object?.kind !== 'object') return undefined;
      for (const field of object.fields) if (!fields.has(field.name)) fields.set(field.name, field);
    }
  }
  for (const { node, module } of pieces) {
    if (node.type !== 'TSInterfaceDeclaration') continue;
    const members = membersType(node.body.body, { ...reading, module });
    if (members?.kind !== 'object') return members;
    for (const field of members.fields) {
      // A method that is declared again is one of several.
      fields.set(field.name, own.has(field.name) && field.type.kind === 'function' ? { ...field, type: functionType() } : own.has(field.name) ? fields.get(field.name)! : field);
      own.add(field.name);
    }
  }
  return objectType([...fields.values()]);
}

/** An instance, whose fields are read when they are asked for. */
function classType(declared: Declared, pieces: readonly Piece[], node: Node, args: readonly Node[], reading: Reading): Type {
  const { binding, module } = declared;
  const { bound, given } = parameters(pieces, args, { ...reading, module, args: new Map() }, reading);
  const name = nameInRoot(declared, reading);
  const text = written(node, reading, name === undefined ? 'unknown' : given.length > 0 ? `${name}<${given.map((one) => one.text).join(', ')}>` : name);
  let fields: Type | undefined | 'unread' = 'unread';
  const read = (): Type | undefined => {
    if (fields !== 'unread') return fields;
    fields = undefined;
    const inner: Reading = { ...reading, module, within: [...reading.within, { binding, args: text }], args: bound, narrowed: noneNarrowed };
    fields = classFields(pieces, inner, (base, baseArgs, at) => {
      const named = resolveName(base, at);
      const type = named?.kind === 'declared' ? declaredType(named, base, baseArgs, at) : undefined;
      return type?.kind === 'instance' ? fieldsOf(type) : type;
    });
    return fields;
  };
  return instanceType(binding.name, text, { args: given, fields: read });
}

export function enumType(declared: Declared, reading: Reading): Type | undefined {
  const names = [...enumOf(declared, reading.project).keys()];
  const types = names.map((name) => enumMemberType(declared, name, reading));
  return types.length > 0 && types.every((type) => type !== undefined) ? unionType(types) : undefined;
}

export function enumMemberType(declared: Declared, name: string, reading: Reading): Type | undefined {
  const { binding, module } = declared;
  const constant = isPlainEnum(declared, reading.project) ? enumOf(declared, reading.project).get(name) : undefined;
  const owner = nameInRoot(declared, reading);
  const of = `${module.path}#${binding.scope === module.scope ? '' : `${binding.identifier.start} `}${binding.name}`;
  return constant && memberType(constant, of, owner === undefined ? undefined : memberText(owner, name));
}
