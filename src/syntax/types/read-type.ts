/**
 * A node of the type language in, the plain type that it means out. Names are looked up where they stand, through
 * imports, with type arguments put in. What cannot be said for sure is `unknown`: never a guess.
 */
import type { Binding, Module } from '../module.ts';
import type { Project } from '../project.ts';
import { noneNarrowed, type Reading, written } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { addedTo } from './added.ts';
import { conditionalType } from './conditional.ts';
import { intersect } from './intersect.ts';
import { anyType, arrayType, functionType, literalType, neverType, objectKeyword, primitiveType, topType, tupleType, undefinedType, unionType, unknownType, voidType } from './make.ts';
import { mappedType } from './mapped.ts';
import { membersType } from './object.ts';
import { indexType, keysOf, openTemplate, readonlyType, templateType } from './operate.ts';
import { globalType, indexedParameter, namedType, referenceType } from './reference.ts';
import { annotated } from './return.ts';
import { withSignature } from './signature.ts';
import { expressionType, queryType } from './value.ts';

/** A reading whose types are printed for the module, and stand in it. */
export function startReading(module: Module, project: Project): Reading {
  const added: Reading['added'] = (declared) => addedTo(declared, module, project);
  const start: Reading = { module, project, root: module, args: new Map(), narrowed: noneNarrowed, within: [], busy: new Set(), state: { depth: 0, cuts: 0, left: MOST }, ...kept(module, project), read, global: globalType, value: expressionType, added };
  return start;
}

/** What one reading has found out, the next ones of the module know. */
function kept(module: Module, project: Project): Pick<Reading, 'memo' | 'values' | 'names'> {
  const modules = memos.get(project) ?? new WeakMap<Module, ReturnType<typeof kept>>();
  memos.set(project, modules);
  const known = modules.get(module) ?? { memo: new Map<Binding, Map<string, Type>>(), values: new Map<string, Map<Binding, Type>>(), names: new Map<Binding, string | undefined>() };
  modules.set(module, known);
  return known;
}

const memos = new WeakMap<Project, WeakMap<Module, Pick<Reading, 'memo' | 'values' | 'names'>>>();

/** Deeper types are not gone into. */
const DEEPEST = 60;
/** One type is read from no more nodes than these. */
const MOST = 20_000;
const LEFT_WHEN_DEEP = 1000;

function read(node: Node, reading: Reading): Type {
  const { state } = reading;
  state.left -= 1;
  if (state.depth > DEEPEST || state.left < 0) {
    state.cuts += 1;
    // What is too deep in one place is likely to be so in many.
    state.left = Math.min(state.left, LEFT_WHEN_DEEP);
    return unknownType();
  }
  state.depth += 1;
  const type = meaning(node, reading);
  state.depth -= 1;
  // What is not known inside may still have a name here: `A<'x'>` for a conditional type.
  const isNamed = type && (type.kind !== 'unknown' || type.text !== 'unknown' || type === topType);
  return isNamed ? type : unknownType(written(node, reading, 'unknown'), type?.kind === 'unknown' && type.said);
}

function meaning(node: Node, reading: Reading): Type | undefined {
  const go = (inner: Node): Type => read(inner, reading);
  switch (node.type) {
    case 'TSStringKeyword':
      return primitiveType('string');
    case 'TSNumberKeyword':
      return primitiveType('number');
    case 'TSBooleanKeyword':
      return primitiveType('boolean');
    case 'TSBigIntKeyword':
      return primitiveType('bigint');
    case 'TSSymbolKeyword':
      return primitiveType('symbol');
    case 'TSNeverKeyword':
      return neverType;
    case 'TSUndefinedKeyword':
      return undefinedType;
    case 'TSNullKeyword':
      return literalType({ kind: 'null' });
    case 'TSAnyKeyword':
      return anyType;
    case 'TSUnknownKeyword':
      return topType;
    case 'TSVoidKeyword':
      return voidType;
    case 'TSObjectKeyword':
      return objectKeyword;
    case 'TSLiteralType':
      return literal(node.literal);
    case 'TSTemplateLiteralType':
      return template(node, reading);
    case 'TSUnionType':
      return unionType(node.types.map(go));
    case 'TSIntersectionType':
      return node.types.map(go).reduce<Type | undefined>((all, type, index) => (index === 0 ? type : all && intersect(all, type)), undefined);
    case 'TSArrayType':
      return arrayType(go(node.elementType), true);
    case 'TSTupleType':
      return tuple(node, reading);
    case 'TSTypeOperator':
      if (node.operator === 'keyof') return keysOf(go(node.typeAnnotation));
      return node.operator === 'readonly' ? readonlyType(go(node.typeAnnotation)) : undefined;
    case 'TSIndexedAccessType':
      return indexedParameter(node, reading) ?? indexType(go(node.objectType), go(node.indexType));
    case 'TSTypeLiteral':
      return membersType(node.members, reading);
    case 'TSMappedType':
      return mappedType(node, reading);
    case 'TSConditionalType':
      return conditionalType(node, reading);
    case 'TSFunctionType':
      return withSignature(functionType(written(node, reading, '(...args: any[]) => any'), node.typeParameters ? undefined : annotated(node.returnType.typeAnnotation, reading)), node, reading);
    case 'TSConstructorType':
      return functionType(written(node, reading, 'new (...args: any[]) => any'));
    case 'TSTypeReference':
      return referenceType(node, node.typeName, node.typeArguments?.params ?? [], reading);
    case 'TSTypeQuery':
      return node.typeArguments ? undefined : queryType(node.exprName, reading);
    case 'TSImportType':
      return imported(node, reading);
    case 'TSParenthesizedType':
      return go(node.typeAnnotation);
    default:
      return undefined;
  }
}

/** All its strings; where there is no end to them, what they look like. */
function template(node: Node & { type: 'TSTemplateLiteralType' }, reading: Reading): Type | undefined {
  const strings = node.quasis.map(({ value }) => value.cooked ?? value.raw);
  const types = node.types.map((type) => read(type, reading));
  return templateType(strings, types) ?? openTemplate(strings, types);
}

function literal(node: Node): Type | undefined {
  if (node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal') {
    const { value } = node.argument;
    if (typeof value === 'number') return value === 0 ? undefined : literalType({ kind: 'number', value: -value });
    return typeof value === 'bigint' ? literalType({ kind: 'bigint', value: String(-value) }) : undefined;
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return literalType({ kind: 'string', value: node.quasis[0]?.value.cooked ?? '' });
  if (node.type !== 'Literal') return undefined;
  const { value } = node;
  switch (typeof value) {
    case 'string':
      return literalType({ kind: 'string', value });
    case 'number':
      return Number.isFinite(value) ? literalType({ kind: 'number', value }) : undefined;
    case 'boolean':
      return literalType({ kind: 'boolean', value });
    case 'bigint':
      return literalType({ kind: 'bigint', value: String(value) });
    default:
      return undefined;
  }
}

/** Of a fixed length: what may be left out, or repeated, is not followed. */
function tuple(node: Node & { type: 'TSTupleType' }, reading: Reading): Type | undefined {
  const items: Type[] = [];
  for (const element of node.elementTypes) {
    const inner = element.type === 'TSNamedTupleMember' ? (element.optional ? undefined : (element.elementType as Node)) : (element as Node);
    if (!inner || inner.type === 'TSOptionalType') return undefined;
    if (inner.type === 'TSRestType') {
      const rest = inner.typeAnnotation.type === 'TSNamedTupleMember' ? inner.typeAnnotation.elementType : inner.typeAnnotation;
      const spread = reading.read(rest, reading);
      if (spread.kind !== 'array' || !spread.items) return undefined;
      items.push(...spread.items);
    } else items.push(reading.read(inner, reading));
  }
  return tupleType(items, true);
}

/** `import('./events').Ev`. */
function imported(node: Node & { type: 'TSImportType' }, reading: Reading): Type | undefined {
  const path = reading.project.resolve(node.source.value, reading.module.path);
  const module = path === undefined ? undefined : reading.project.module(path).module;
  if (!module || node.qualifier?.type !== 'Identifier') return undefined;
  const found = reading.project.lookupExport(node.qualifier.name, module, 'type');
  return found && 'binding' in found ? namedType({ kind: 'declared', ...found }, node, node.typeArguments?.params ?? [], reading) : undefined;
}
