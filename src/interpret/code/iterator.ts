/**
 * Iterators that are held while the machine waits: nobody can copy how far one has come, so a snapshot of the machine would share it with
 * the next.
 */
import { bareOf } from '../../flow/places.ts';
import type { Binding } from '../../syntax/module.ts';
import { functionBehind } from '../../syntax/constants/stands-for.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Machine } from '../machine.ts';

/** The call by which the variable comes to hold an iterator of the machine's own, if it does, and lives on while it waits. */
export function heldIterator({ graph, project, remembered, typing }: Machine, binding: Binding): Node | undefined {
  const [declaration] = binding.declarations;
  if (!remembered.has(binding) || declaration?.type !== 'VariableDeclarator' || declaration.id !== (binding.identifier as unknown) || !declaration.init) return undefined;
  const call = bareOf(declaration.init);
  if (call.type !== 'CallExpression') return undefined;
  const callee = bareOf(call.callee);
  if (callee.type === 'Identifier') return functionBehind(callee, graph.moduleOf(callee), project)?.fn.generator === true ? call : undefined;
  if (callee.type !== 'MemberExpression') return undefined;
  const { object, property } = callee;
  if (callee.computed) return property.type === 'MemberExpression' && property.property.type === 'Identifier' && property.property.name === 'iterator' ? call : undefined;
  if (property.type !== 'Identifier') return undefined;
  const type = typing.ofNode(object);
  const isCollection = type.kind === 'array' || (type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set'));
  return property.name === 'matchAll' || (isCollection && ['entries', 'values', 'keys'].includes(property.name)) ? call : undefined;
}
