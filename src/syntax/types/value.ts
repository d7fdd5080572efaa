/**
 * `typeof x`: the type TypeScript infers for a value, where that is plain. A literal keeps its type in a `const` and
 * under `as const`; in an object or an array that can be changed it widens to `string`, `number`, `boolean`.
 */
import { isFreeze } from '../constants/constant.ts';
import type { Binding, Module } from '../module.ts';
import type { Declared } from '../project.ts';
import { nameInRoot, type Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type, TypeField } from './type.ts';
import { arrayType, functionType, literalType, membersOf, objectType, primitiveType, tupleType, undefinedType, unionType, unknownType, widen } from './make.ts';
import { fieldFor, indexType, readonlyType, withoutNullish } from './operate.ts';
import { resolveName } from './name.ts';
import { enumMemberType, enumType } from './declared.ts';
import { partlyKnown } from './instance.ts';
import { callableType, parameterType } from './return.ts';
import { enumOf } from '../constants/constant.ts';
import { isJavaScript } from '../specifier.ts';

/** `exact` under `as const`; `literal` where literals are kept but what they stand in can be changed; `wide` in that. */
type Mode = 'exact' | 'literal' | 'wide';

/**
 * The type of what `x` or `x.y` names in a type. TypeScript narrows it by what was assigned before, which is not
 * followed here: where the type could be narrowed, it is not known.
 */
export function queryType(name: Node, reading: Reading): Type | undefined {
  if (name.type === 'TSQualifiedName') {
    const owner = ofName(name.left, reading);
    if (owner?.kind === 'enum') return enumMemberType(owner.declared, name.right.name, reading);
    if (owner?.kind === 'module') {
      const found = reading.project.lookupExport(name.right.name, owner.module);
      return found && 'binding' in found ? declaredType(found, reading, 'literal') : undefined;
    }
    const named = resolveName(name, reading, 'value');
    if (named?.kind === 'declared') return declaredType(named, reading, 'literal');
    const kept = staticType(name.left, name.right.name, reading);
    if (kept) return kept;
    const type = queryType(name.left, reading);
    return type && unnarrowed(indexType(type, literalType({ kind: 'string', value: name.right.name })));
  }
  if (name.type !== 'Identifier') return undefined;
  const binding = reading.module.bindings.get(name);
  if (!binding) return name.name === 'undefined' ? undefinedType : undefined;
  const found = reading.project.lookup(binding, reading.module);
  return found && 'binding' in found ? declaredType(found, reading, 'literal') : undefined;
}

/** A static member of a class: a `readonly` one keeps its literal. */
function staticType(owner: Node, name: string, reading: Reading): Type | undefined {
  const named = resolveName(owner, reading, 'value');
  const declaration = named?.kind === 'declared' ? named.binding.declarations.find(({ type }) => type === 'ClassDeclaration') : undefined;
  if (named?.kind !== 'declared' || declaration?.type !== 'ClassDeclaration') return undefined;
  const inner: Reading = { ...reading, module: named.module, args: new Map() };
  const found = declaration.body.body.find((member) => member.type === 'PropertyDefinition' && member.static && !member.computed && member.key.type === 'Identifier' && member.key.name === name);
  if (found?.type !== 'PropertyDefinition') return undefined;
  if (found.typeAnnotation) return annotatedType(found.typeAnnotation.typeAnnotation, inner);
  return found.value ? unnarrowed(expressionType(found.value, inner, found.readonly ? 'literal' : 'wide')) : undefined;
}

function ofName(name: Node, { module, project }: Reading): { kind: 'enum'; declared: Declared } | { kind: 'module'; module: Module } | undefined {
  const binding = name.type === 'Identifier' ? module.bindings.get(name) : undefined;
  const gathered = binding && project.namespace(binding, module);
  if (gathered) return { kind: 'module', module: gathered };
  const found = binding && project.lookup(binding, module);
  return found && 'binding' in found && found.binding.kind === 'enum' ? { kind: 'enum', declared: found } : undefined;
}

function declaredType(declared: Declared, outer: Reading, mode: Mode): Type | undefined {
  const { binding } = declared;
  if (outer.busy.has(binding)) return undefined;
  // A value may hold another twice, and that another.
  const memo = outer.values.get(mode) ?? new Map<Binding, Type>();
  outer.values.set(mode, memo);
  const type = memo.get(binding) ?? typeDeclared(declared, outer, mode);
  if (type) memo.set(binding, type);
  return type;
}

function typeDeclared({ binding, module }: Declared, outer: Reading, mode: Mode): Type | undefined {
  const reading: Reading = { ...outer, module, args: new Map(), busy: new Set([...outer.busy, binding]) };
  const [declaration] = binding.declarations;
  // A namespace of the same name adds to it.
  if (binding.declarations.some(({ type }) => type === 'TSModuleDeclaration')) return undefined;
  if (binding.kind === 'enum') return enumObject({ binding, module }, reading);
  if (binding.kind === 'function') return (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'TSDeclareFunction') && binding.declarations.length === 1 ? callableType(declaration, reading, expressionType) : functionType();
  if (!declaration) return undefined;
  if (declaration.type !== 'VariableDeclarator') return binding.identifier === declaration ? expressionType(declaration, reading, 'wide') : undefined;
  if (declaration.id.type !== 'Identifier') return undefined;
  if (declaration.id.typeAnnotation) return annotatedType(declaration.id.typeAnnotation.typeAnnotation, reading);
  if (!declaration.init || (binding.kind !== 'const' && binding.declarations.length > 1)) return undefined;
  return binding.kind === 'const' ? expressionType(declaration.init, reading, mode) : unnarrowed(expressionType(declaration.init, reading, 'wide'));
}

function annotatedType(annotation: Node, reading: Reading): Type | undefined {
  const type = unnarrowed(reading.read(annotation, reading));
  // `unique symbol` can only be named after what is one.
  return type?.kind === 'unknown' && !type.said ? undefined : type;
}

/** The type, unless it is one of several that an assignment or a test chooses from. */
function unnarrowed(type: Type | undefined): Type | undefined {
  return type?.kind === 'union' || (type?.kind === 'primitive' && type.name === 'boolean') ? undefined : type;
}

function enumObject(declared: Declared, reading: Reading): Type | undefined {
  const fields: TypeField[] = [];
  for (const name of enumOf(declared, reading.project).keys()) fields.push({ name, type: enumMemberType(declared, name, reading) ?? unknownType(), optional: false });
  const type = objectType(fields);
  const name = nameInRoot(declared, reading);
  // A number is known by its value too.
  return fields.every((field) => field.type.kind === 'literal' && field.type.constant.kind === 'string') ? type : partlyKnown(name === undefined ? 'unknown' : `typeof ${name}`, type);
}

export function expressionType(node: Node, reading: Reading, mode: Mode): Type | undefined {
  const { state } = reading;
  if (state.depth > DEEPEST) return undefined;
  state.depth += 1;
  const type = valueType(node, reading, mode);
  state.depth -= 1;
  return type;
}

function valueType(node: Node, reading: Reading, mode: Mode): Type | undefined {
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return literal(node, mode);
    case 'UnaryExpression':
      return node.operator === '!' ? negated(node.argument, reading) : literal(node, mode);
    case 'Identifier':
      return variable(node, reading, mode);
    case 'MemberExpression':
      return member(node, reading, mode);
    case 'ObjectExpression':
      return object(node, reading, mode);
    case 'ArrayExpression':
      return array(node, reading, mode);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return isConst(node.typeAnnotation) ? expressionType(node.expression, reading, 'exact') : reading.read(node.typeAnnotation, reading);
    case 'TSSatisfiesExpression':
      return satisfying(node.expression, reading);
    case 'TSNonNullExpression': {
      const type = expressionType(node.expression, reading, mode);
      return type && withoutNullish(type);
    }
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return callableType(node, reading, expressionType);
    case 'CallExpression':
      return isFreeze(node, reading.module) && node.arguments[0] ? frozen(node.arguments[0], reading) : undefined;
    case 'NewExpression':
      return node.callee.type === 'Identifier' && /^(Date|RegExp|Error|URL)$/.test(node.callee.name) && !reading.module.bindings.has(node.callee) ? { kind: 'instance', name: node.callee.name, text: node.callee.name } : undefined;
    case 'BinaryExpression':
      return /^([!=]==?|[<>]=?|in|instanceof)$/.test(node.operator) ? primitiveType('boolean') : undefined;
    default:
      return undefined;
  }
}

const DEEPEST = 60;

function literal(node: Node, mode: Mode): Type | undefined {
  const type = literalOf(node);
  return type && mode === 'wide' ? widen(type) : type;
}

function literalOf(node: Node): Type | undefined {
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0 ? literalType({ kind: 'string', value: node.quasis[0]?.value.cooked ?? '' }) : undefined;
  if (node.type === 'UnaryExpression') {
    const value = node.operator === '-' && node.argument.type === 'Literal' ? node.argument.value : undefined;
    return typeof value === 'number' && value !== 0 ? literalType({ kind: 'number', value: -value }) : undefined;
  }
  if (node.type !== 'Literal') return undefined;
  if ('regex' in node) return { kind: 'instance', name: 'RegExp', text: 'RegExp' };
  if ('bigint' in node) return literalType({ kind: 'bigint', value: node.bigint });
  const { value } = node;
  if (typeof value === 'string') return literalType({ kind: 'string', value });
  if (typeof value === 'number') return Number.isFinite(value) ? literalType({ kind: 'number', value }) : undefined;
  return typeof value === 'boolean' ? literalType({ kind: 'boolean', value }) : value === null ? literalType({ kind: 'null' }) : undefined;
}

/** What is surely something, or surely nothing, is known to be. */
function negated(node: Node, reading: Reading): Type | undefined {
  const type = expressionType(node, reading, 'literal');
  if (type?.kind === 'primitive' && type.name !== 'symbol') return primitiveType('boolean');
  return type?.kind === 'literal' && type.constant.kind === 'boolean' ? literalType({ kind: 'boolean', value: !type.constant.value }) : undefined;
}

function variable(node: Node & { type: 'Identifier' }, reading: Reading, mode: Mode): Type | undefined {
  const binding = reading.module.bindings.get(node);
  if (!binding) return node.name === 'undefined' ? undefinedType : undefined;
  if (binding.kind === 'parameter') return parameterType(node, reading, expressionType);
  const found = reading.project.lookup(binding, reading.module);
  // An unannotated `const x = 'a'` widens where it is used, as the literal itself would.
  return found && 'binding' in found ? declaredType(found, reading, mode === 'wide' ? 'wide' : 'literal') : undefined;
}

function member(node: Node & { type: 'MemberExpression' }, reading: Reading, mode: Mode): Type | undefined {
  if (node.computed || node.property.type !== 'Identifier') return undefined;
  const owner = ofName(node.object, reading);
  if (owner?.kind === 'enum') return mode === 'wide' ? enumType(owner.declared, reading) : enumMemberType(owner.declared, node.property.name, reading);
  if (owner) return undefined;
  const type = expressionType(node.object, reading, 'literal');
  return type && indexType(type, literalType({ kind: 'string', value: node.property.name }));
}

function object(node: Node & { type: 'ObjectExpression' }, reading: Reading, mode: Mode): Type | undefined {
  // In JavaScript, what is later assigned to an empty one is declared by that.
  if (node.properties.length === 0 && isJavaScript(reading.module.path)) return undefined;
  const inner: Mode = mode === 'exact' ? 'exact' : 'wide';
  const fields = new Map<string, TypeField>();
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = expressionType(property.argument, reading, inner);
      if (spread?.kind !== 'object' || spread.fields.some(({ optional }) => optional)) return undefined;
      for (const field of spread.fields) fields.set(field.name, field);
      continue;
    }
    const named = keyTypeOf(property, reading);
    if (!named) return undefined;
    const type = property.kind === 'init' ? expressionType(property.value, reading, inner) : undefined;
    const field = fieldFor(named, type ?? unknownType(), false);
    if (field.name === '__proto__') return undefined;
    fields.set(field.name, field);
  }
  return objectType([...fields.values()]);
}

/** A key as a type: a string, a number or the member of an enum. */
function keyTypeOf({ key, computed }: Node & { type: 'Property' }, reading: Reading): (Type & { kind: 'literal' }) | undefined {
  const type = key.type === 'Identifier' && !computed ? literalType({ kind: 'string', value: key.name }) : computed ? expressionType(key, reading, 'literal') : literalOf(key);
  return type?.kind === 'literal' && (type.constant.kind === 'string' || type.constant.kind === 'number') ? type : undefined;
}

function array(node: Node & { type: 'ArrayExpression' }, reading: Reading, mode: Mode): Type | undefined {
  const items = node.elements.flatMap((element): readonly (Type | undefined)[] => {
    if (element?.type !== 'SpreadElement') return [element ? expressionType(element, reading, mode === 'exact' ? 'exact' : 'wide') : undefined];
    const spread = mode === 'exact' ? expressionType(element.argument, reading, 'exact') : undefined;
    return spread?.kind === 'array' && spread.items ? spread.items : [undefined];
  });
  if (!items.every((item) => item !== undefined)) return undefined;
  if (mode === 'exact') return tupleType(items, false);
  // Objects of different fields are made alike when their types are joined, which is not followed here.
  const element = unionType(items);
  return items.length === 0 || membersOf(element).filter(({ kind }) => kind === 'object' || kind === 'array').length > 1 ? undefined : arrayType(element, true);
}

/** What is checked against a type is also inferred with it in view: only the keys are sure. */
function satisfying(node: Node, reading: Reading): Type | undefined {
  if (node.type === 'TSAsExpression') return expressionType(node, reading, 'exact');
  const type = expressionType(node, reading, 'wide');
  return type?.kind === 'object' ? objectType(type.fields.map((field) => ({ ...field, type: unknownType() }))) : undefined;
}

/** `Object.freeze({ … })` keeps the literals that are its fields. */
function frozen(node: Node, reading: Reading): Type | undefined {
  if (node.type !== 'ObjectExpression') {
    const type = expressionType(node, reading, 'wide');
    return type && readonlyType(type);
  }
  const type = object(node, reading, 'wide');
  if (type?.kind !== 'object') return type;
  return objectType(type.fields.map((field) => ({ ...field, type: frozenField(node, field, reading) })));
}

function frozenField(node: Node & { type: 'ObjectExpression' }, field: TypeField, reading: Reading): Type {
  for (const property of node.properties) {
    if (property.type === 'Property' && property.value.type === 'Literal' && property.key.type === 'Identifier' && !property.computed && property.key.name === field.name) return expressionType(property.value, reading, 'literal') ?? field.type;
  }
  return field.type;
}

function isConst(node: Node): boolean {
  return node.type === 'TSTypeReference' && node.typeName.type === 'Identifier' && node.typeName.name === 'const';
}


