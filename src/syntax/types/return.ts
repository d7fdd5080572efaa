/**
 * What a function returns: its annotation, or what TypeScript infers from its `return`s where that is plain.
 */
import type { Reading } from './reading.ts';
import type { ArrowFunctionExpression, FunctionNode, Node } from '../tree.ts';
import type { Type, TypeField } from './type.ts';
import { instanceType } from './instance.ts';
import { withSignature } from './signature.ts';
import { anyArguments, functionType, membersOf, neverType, objectType, primitiveType, undefinedType, unionType, widen } from './make.ts';
import { children, parentsIn } from '../walk.ts';

/** Reads an expression in the body; `wide`, as what may be changed. */
type TypeOf = (node: Node, reading: Reading, mode: 'literal' | 'wide') => Type | undefined;

export function callableType(node: FunctionNode | ArrowFunctionExpression, reading: Reading, typeOf: TypeOf): Type {
  const returns = node.typeParameters || node.generator ? undefined : returnedBy(node, reading, typeOf);
  return withSignature(functionType(returns && returns.kind !== 'unknown' ? `${anyArguments} => ${returns.text}` : undefined, returns), node, reading);
}

function returnedBy(node: FunctionNode | ArrowFunctionExpression, reading: Reading, typeOf: TypeOf): Type | undefined {
  if (node.returnType) return annotated(node.returnType.typeAnnotation, reading);
  const returns = inferred(node, reading, typeOf);
  // A promise that is returned is waited for.
  const mayWait = returns && membersOf(returns).some(({ kind }) => kind === 'instance' || kind === 'unknown' || kind === 'object');
  if (!node.async || !returns) return returns;
  return mayWait ? undefined : instanceType('Promise', `Promise<${returns.text}>`, { args: [returns] });
}

/** Of a function type or a signature; `asserts x` returns nothing. */
export function annotated(node: Node, reading: Reading): Type {
  if (node.type !== 'TSTypePredicate') return reading.read(node, reading);
  return node.asserts ? undefinedType : primitiveType('boolean');
}

/** `ReturnType<F>`. */
export function returnType(type: Type): Type | undefined {
  const found = membersOf(type).map((member) => (member.kind === 'function' ? member.returns : undefined));
  return found.every((one) => one !== undefined) ? unionType(found) : undefined;
}

function inferred(fn: FunctionNode | ArrowFunctionExpression, reading: Reading, typeOf: TypeOf): Type | undefined {
  const { body } = fn;
  if (!body) return undefined;
  if (body.type !== 'BlockStatement') return returned([body], reading, typeOf);
  const last = body.body.at(-1);
  const found = returnsIn(body);
  if (found.length === 0) return last?.type === 'ThrowStatement' ? neverType : undefined;
  // Whether the end can be come to is only asked where it is plain.
  if (last?.type !== 'ReturnStatement' && last?.type !== 'ThrowStatement') return undefined;
  return returned(found, reading, typeOf);
}

/** One literal alone is widened; objects of different fields are made alike. */
function returned(nodes: readonly (Node | null)[], reading: Reading, typeOf: TypeOf): Type | undefined {
  const [only] = nodes;
  if (only && nodes.length === 1) return typeOf(only, reading, 'wide');
  const types = nodes.map((node) => (node ? typeOf(node, reading, 'literal') : undefinedType));
  if (!types.every((type) => type !== undefined)) return undefined;
  const type = unionType(types);
  if (type.kind !== 'union') return type.kind === 'literal' ? widen(type) : type;
  const objects = type.members.filter((member) => member.kind === 'object');
  const names = new Set(objects.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const alike = (fields: readonly TypeField[]): TypeField[] => [...fields, ...[...names].filter((name) => !fields.some((field) => field.name === name)).map((name) => ({ name, type: undefinedType, optional: true }))];
  return objects.length < 2 ? type : unionType(type.members.map((member) => (member.kind === 'object' ? objectType(alike(member.fields)) : member)));
}

function returnsIn(body: Node): (Node | null)[] {
  const found: (Node | null)[] = [];
  const pending: Node[] = [body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'ReturnStatement') found.push(node.argument);
    else if (!/Function|^Class/.test(node.type)) pending.push(...children(node).reverse());
  }
  return found;
}

/** A parameter where it is read; nothing where a condition around it may have narrowed it. */
export function parameterType(identifier: Node, reading: Reading, typeOf: TypeOf): Type | undefined {
  const parameter = reading.module.bindings.get(identifier);
  if (parameter?.kind !== 'parameter' || parameter.assignments.length > 0 || parameter.identifier.type !== 'Identifier') return undefined;
  const parents = parentsIn(reading.module.program);
  const [fn] = parameter.declarations;
  let mayBeNarrowed = false;
  for (let at = parents.get(identifier); at && at !== fn; at = parents.get(at)) mayBeNarrowed ||= /^(Conditional|Logical)Expression$|Statement$|Function/.test(at.type) && at.type !== 'ReturnStatement' && !isBodyOf(at, fn);
  const type = declaredType(parameter.identifier, parents, reading, typeOf);
  const isOneOf = type?.kind === 'union' || (type?.kind === 'primitive' && type.name === 'boolean');
  return mayBeNarrowed && isOneOf ? undefined : type;
}

function declaredType(own: Node & { type: 'Identifier' }, parents: ReadonlyMap<Node, Node>, reading: Reading, typeOf: TypeOf): Type | undefined {
  const above = parents.get(own);
  if (own.typeAnnotation) {
    const type = reading.read(own.typeAnnotation.typeAnnotation, reading);
    return own.optional ? unionType([type, undefinedType]) : above?.type === 'RestElement' ? undefined : type;
  }
  const initial = above?.type === 'AssignmentPattern' ? typeOf(above.right, reading, 'wide') : undefined;
  return initial?.kind === 'primitive' ? initial : undefined;
}

function isBodyOf(block: Node, fn: Node | undefined): boolean {
  return block.type === 'BlockStatement' && !!fn && 'body' in fn && fn.body === (block as unknown) && block.body.length === 1;
}
