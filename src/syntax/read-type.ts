/**
 * A node of the type language in, the plain type that it means out. Names are looked up where they stand, through
 * imports, with type arguments put in. What cannot be said for sure is `unknown`: never a guess.
 */
import type { Module } from './module.ts';
import type { Project } from './project.ts';
import { type Reading, written } from './reading.ts';
import type { Node } from './tree.ts';
import type { Type } from './type.ts';
import { anyType, arrayType, functionType, literalType, neverType, primitiveType, tupleType, undefinedType, unionType, unknownType } from './type-make.ts';
import { indexType, keysOf, readonlyType, templateType } from './type-operate.ts';
import { mappedType, membersType } from './type-object.ts';
import { namedType, referenceType } from './type-reference.ts';
import { intersect } from './type-relate.ts';
import { annotated } from './type-return.ts';
import { queryType } from './type-value.ts';

/** A reading whose types are printed for the module, and stand in it. */
export function startReading(module: Module, project: Project): Reading {
  return { module, project, root: module, args: new Map(), busy: new Set(), depth: 0, memo: new Map(), values: new Map(), names: new Map(), read };
}

/** Deeper types are not gone into. */
const DEEPEST = 60;

function read(node: Node, outer: Reading): Type {
  const reading: Reading = { ...outer, depth: outer.depth + 1 };
  if (reading.depth > DEEPEST) return unknownType();
  const type = meaning(node, reading);
  // What is not known inside may still have a name here: `A<'x'>` for a conditional type.
  const isNamed = type && (type.kind !== 'unknown' || type.text !== 'unknown');
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
    case 'TSVoidKeyword':
    case 'TSObjectKeyword':
      return unknownType('unknown', true);
    case 'TSLiteralType':
      return literal(node.literal);
    case 'TSTemplateLiteralType':
      return templateType(node.quasis.map(({ value }) => value.cooked ?? value.raw), node.types.map(go));
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
      return indexType(go(node.objectType), go(node.indexType));
    case 'TSTypeLiteral':
      return membersType(node.members, reading);
    case 'TSMappedType':
      return mappedType(node, reading);
    case 'TSFunctionType':
    case 'TSConstructorType':
      return node.type === 'TSFunctionType' ? functionType(written(node, reading, '(...args: any[]) => any'), annotated(node.returnType.typeAnnotation, reading)) : functionType(written(node, reading, 'new (...args: any[]) => any'));
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

/** Of a tuple that may be longer or shorter, only what its elements may be. */
function tuple(node: Node & { type: 'TSTupleType' }, reading: Reading): Type | undefined {
  const elements = node.elementTypes.map((element) => (element.type === 'TSNamedTupleMember' ? { type: element.elementType as Node, optional: element.optional } : { type: element as Node, optional: false }));
  if (elements.every(({ type, optional }) => !optional && type.type !== 'TSOptionalType' && type.type !== 'TSRestType')) return tupleType(elements.map(({ type }) => reading.read(type, reading)), true);
  return undefined;
}

/** `import('./events').Ev`. */
function imported(node: Node & { type: 'TSImportType' }, reading: Reading): Type | undefined {
  const path = reading.project.resolve(node.source.value, reading.module.path);
  const module = path === undefined ? undefined : reading.project.module(path).module;
  if (!module || node.qualifier?.type !== 'Identifier') return undefined;
  const found = reading.project.lookupExport(node.qualifier.name, module, 'type');
  return found && 'binding' in found ? namedType({ kind: 'declared', ...found }, node, node.typeArguments?.params ?? [], reading) : undefined;
}
