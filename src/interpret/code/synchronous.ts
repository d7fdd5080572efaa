/**
 * Calls that call back at once, before they return, and keep nothing: the methods of arrays, maps, sets and strings that take a function.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Machine } from '../machine.ts';
import { isFresh } from './purity.ts';
import { pureArrayMethods } from './readers.ts';
import { excludeConstants, isOf } from '../values/type-parts.ts';

const methods = new Set([...pureArrayMethods, 'forEach', 'sort']);

type Asked = Pick<Machine, 'graph' | 'typing'>;

export function isCollection(machine: Asked, node: Node): boolean {
  const type = excludeConstants(machine.typing.ofNode(node), [{ kind: 'null' }, { kind: 'undefined' }]);
  return type.kind === 'array' || (type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set')) || isFresh(node);
}

/** Whether the functions that the call is given are called before it returns, if at all. */
export function callsBack(machine: Asked, call: Node): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.computed || call.callee.property.type !== 'Identifier') return false;
  const { object, property: { name } } = call.callee;
  if (object.type === 'Identifier' && !machine.graph.bindingOf(object)) return (object.name === 'Array' && name === 'from') || (object.name === 'JSON' && (name === 'stringify' || name === 'parse'));
  if (methods.has(name) && isCollection(machine, object)) return true;
  return (name === 'replace' || name === 'replaceAll') && isOf(machine.typing.ofNode(object), 'string');
}

/** Whether a function stands where it is called back at once: a name of one too. */
export function isCallback(machine: Asked, node: Node, parent: Node | undefined): boolean {
  if (parent?.type !== 'CallExpression' || !callsBack(machine, parent)) return false;
  return (parent.arguments as readonly Node[]).includes(node) && (isFunction(node) || node.type === 'Identifier');
}
