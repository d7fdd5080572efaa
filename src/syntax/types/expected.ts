/**
 * What type is expected of an expression by the place it stands in: an expression in, the node of that type and where it
 * is read out. `none` where nothing is expected; `unknown` where something may be, and is not followed.
 */
import type { Binding } from '../module.ts';
import type { Declared } from '../project.ts';
import type { Reading } from './reading.ts';
import type { Node } from '../tree.ts';
import type { Type } from './type.ts';
import { memberExpected } from './expected-member.ts';
import { functionNode, type TypeNode, typeArgumentsOf } from './node.ts';
import { parentsIn } from '../walk.ts';

export type Expected = { readonly kind: 'none' } | { readonly kind: 'unknown' } | ({ readonly kind: 'type' } & TypeNode);

const none: Expected = { kind: 'none' };
const unknown: Expected = { kind: 'unknown' };

export function expectedAt(node: Node, reading: Reading): Expected {
  const above = parentsIn(reading.module.program).get(node);
  const is = (part: unknown): boolean => part === node;
  switch (above?.type) {
    case 'VariableDeclarator':
      return above.id.type === 'Identifier' || above.id.typeAnnotation ? annotated(above.id.typeAnnotation, reading) : unknown;
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return is(above.value) ? annotated(above.typeAnnotation, reading) : none;
    case 'AssignmentPattern':
      return above.left.type === 'Identifier' ? annotated(above.left.typeAnnotation, reading) : unknown;
    case 'AssignmentExpression':
      return above.operator === '=' && above.left.type === 'Identifier' ? ofVariable(above.left, reading) : unknown;
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
      return expectedAt(above, reading);
    case 'ConditionalExpression':
      return is(above.test) ? none : expectedAt(above, reading);
    case 'LogicalExpression':
      if (above.operator === '&&') return is(above.right) ? expectedAt(above, reading) : none;
      return is(above.left) ? expectedAt(above, reading) : ofRight(expectedAt(above, reading));
    case 'SequenceExpression':
      return is(above.expressions.at(-1)) ? expectedAt(above, reading) : none;
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression': {
      const { typeAnnotation } = above;
      const isConst = typeAnnotation.type === 'TSTypeReference' && typeAnnotation.typeName.type === 'Identifier' && typeAnnotation.typeName.name === 'const';
      return isConst ? expectedAt(above, reading) : { kind: 'type', node: typeAnnotation, reading };
    }
    case 'Property':
      return is(above.value) ? ofProperty(above, reading) : none;
    case 'ArrayExpression':
      return ofElement(above, above.elements.findIndex(is), reading);
    case 'CallExpression':
      return above.arguments.some(is) ? ofArgument(above, above.arguments.findIndex(is), reading) : none;
    case 'ArrowFunctionExpression':
      return above.async || !is(above.body) ? unknown : ofReturn(above, reading);
    case 'ReturnStatement':
      return ofReturnStatement(above, reading);
    case 'ExpressionStatement':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'SwitchStatement':
    case 'SwitchCase':
    case 'ThrowStatement':
    case 'ExportDefaultDeclaration':
    case 'MemberExpression':
    case 'MethodDefinition':
      return none;
    default:
      return unknown;
  }
}

function annotated(annotation: { readonly typeAnnotation: Node } | null | undefined, reading: Reading): Expected {
  return annotation ? { kind: 'type', node: annotation.typeAnnotation, reading } : none;
}

/** Where nothing else is expected of it, the right of `||` is to be like the left. */
function ofRight(expected: Expected): Expected {
  return expected.kind === 'none' ? unknown : expected;
}

function ofVariable(name: Node, reading: Reading): Expected {
  const binding = reading.module.bindings.get(name);
  const identifier = binding?.identifier;
  if (!binding || identifier?.type !== 'Identifier' || binding.kind === 'import') return unknown;
  // What is declared without a type gets one from what is assigned.
  return identifier.typeAnnotation ? annotated(identifier.typeAnnotation, reading) : unknown;
}

function ofProperty(property: Node & { type: 'Property' }, reading: Reading): Expected {
  const object = parentsIn(reading.module.program).get(property);
  const outer = object ? expectedAt(object, reading) : none;
  if (outer.kind !== 'type') return outer;
  const { key } = property;
  const name = key.type === 'Identifier' && !property.computed ? key.name : key.type === 'Literal' && !property.computed ? String(key.value) : undefined;
  const member = name === undefined ? undefined : memberExpected(outer, name);
  return member ? { kind: 'type', ...member } : unknown;
}

function ofElement(array: Node, index: number, reading: Reading): Expected {
  const outer = expectedAt(array, reading);
  if (outer.kind !== 'type') return outer;
  const { node } = outer;
  if (node.type === 'TSArrayType') return { ...outer, node: node.elementType };
  if (node.type !== 'TSTupleType') return unknown;
  const plain = node.elementTypes.map((element) => (element.type === 'TSNamedTupleMember' ? (element.elementType as Node) : (element as Node)));
  const at = plain[index];
  return at && plain.slice(0, index + 1).every(({ type }) => type !== 'TSRestType' && type !== 'TSOptionalType') ? { ...outer, node: at } : unknown;
}

function ofReturnStatement(statement: Node, reading: Reading): Expected {
  const parents = parentsIn(reading.module.program);
  let fn = parents.get(statement);
  while (fn && !/Function/.test(fn.type)) fn = parents.get(fn);
  if (fn?.type !== 'FunctionDeclaration' && fn?.type !== 'FunctionExpression' && fn?.type !== 'ArrowFunctionExpression') return unknown;
  if (fn.async || ('generator' in fn && fn.generator)) return 'generator' in fn && fn.generator && !fn.returnType && fn.type === 'FunctionDeclaration' ? none : unknown;
  return ofReturn(fn, reading);
}

function ofReturn(fn: Node & { readonly returnType?: { readonly typeAnnotation: Node } | null }, reading: Reading): Expected {
  if (fn.returnType) return annotated(fn.returnType, reading);
  const outer = fn.type === 'FunctionDeclaration' ? none : expectedAt(fn, reading);
  if (outer.kind !== 'type') return outer;
  const returned = functionNode(outer);
  return returned ? { kind: 'type', ...returned } : unknown;
}

/** What the function that is called declares for the argument, where that is one and is not overloaded. */
function ofArgument(call: Node & { type: 'CallExpression' }, index: number, reading: Reading): Expected {
  const binding = call.callee.type === 'Identifier' ? reading.module.bindings.get(call.callee) : undefined;
  const found = binding && reading.project.lookup(binding, reading.module);
  if (!found || !('binding' in found) || call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return unknown;
  const fn = functionOf(found);
  if (!fn) return unknown;
  const args = fn.typeParameters ? typeArgumentsOf(fn.typeParameters, call.typeArguments, found.module, reading) : new Map<Binding, Type>();
  if (!args) return unknown;
  const inner: Reading = { ...reading, module: found.module, args };
  const parameter = fn.params[index] ?? fn.params.at(-1);
  if (parameter?.type === 'RestElement') {
    const rest = parameter.typeAnnotation?.typeAnnotation;
    return rest?.type === 'TSArrayType' ? { kind: 'type', node: rest.elementType, reading: inner } : unknown;
  }
  const own = fn.params[index];
  const target = own?.type === 'AssignmentPattern' ? own.left : own;
  return target && 'typeAnnotation' in target && target.typeAnnotation ? annotated(target.typeAnnotation as { typeAnnotation: Node }, inner) : unknown;
}

function functionOf({ binding }: Declared): (Node & { readonly params: readonly Node[]; readonly typeParameters?: Node | null }) | undefined {
  const [declaration, ...more] = binding.declarations;
  if (!declaration || more.length > 0) return undefined;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'TSDeclareFunction') return declaration as never;
  const value = declaration.type === 'VariableDeclarator' && declaration.id.type === 'Identifier' && !declaration.id.typeAnnotation ? declaration.init : undefined;
  return binding.kind === 'const' && (value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression') ? (value as never) : undefined;
}
