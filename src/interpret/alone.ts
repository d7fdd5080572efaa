/**
 * Whether a function of the project leaves alone what it is given: a parameter whose object it neither changes in place, nor hands
 * to anybody who might. A function that cannot be read may do anything.
 */
import { isFunction } from '../flow/contents.ts';
import type { Binding, Module } from '../syntax/module.ts';
import type { Project } from '../syntax/project.ts';
import { rememberedIn } from '../syntax/remembered.ts';
import type { Node } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';
import { functionIn } from './roots.ts';
import { mutators, pureArrayMethods, pureNamespaces, pureStringMethods } from './readers.ts';

const knownIn = rememberedIn<Node, boolean>();

/** Whether the function that `binding` stands for leaves its argument at `at` alone. */
export function parameterLeftAlone(binding: Binding, at: number, module: Module, project: Project): boolean {
  return isLeftAlone(binding, at, module, project, new Set());
}

/** `assumed`: the functions that are being looked at, and those that leave all alone if these do. */
function isLeftAlone(binding: Binding, at: number, module: Module, project: Project, assumed: Set<Node>): boolean {
  const found = project.lookup(binding, module);
  if (!found || !('binding' in found) || found.binding.assignments.length > 0) return false;
  const fn = functionIn(found.binding);
  if (!fn || (fn.type !== 'FunctionDeclaration' && fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression')) return false;
  return at < fn.params.length && leavesAlone(fn, found.module, project, assumed);
}

/** Whether it changes no object in place that it has not made itself, and calls nobody with one who might. Functions that call each other do so together or not at all. */
function leavesAlone(fn: Node, module: Module, project: Project, assumed: Set<Node>): boolean {
  const known = knownIn(project);
  const before = known.get(fn);
  if (before !== undefined) return before;
  if (assumed.has(fn)) return true;
  const isFirst = assumed.size === 0;
  assumed.add(fn);
  const result = quiet(fn, module, project, assumed);
  if (!result) known.set(fn, false);
  // One that does not would have been found by all that led to it.
  else if (isFirst) for (const one of assumed) known.set(one, true);
  return result;
}

function quiet(fn: Node, module: Module, project: Project, assumed: Set<Node>): boolean {
  const stack: Node[] = children(fn);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === 'AssignmentExpression' && at.left.type !== 'Identifier') return false;
    if ((at.type === 'UpdateExpression' && at.argument.type !== 'Identifier') || (at.type === 'UnaryExpression' && at.operator === 'delete')) return false;
    if (at.type === 'NewExpression' || at.type === 'TaggedTemplateExpression' || at.type === 'YieldExpression' || at.type === 'ThisExpression') return false;
    if (at.type === 'CallExpression' && !isQuietCall(at, module, project, assumed)) return false;
    stack.push(...children(at));
  }
  return true;
}

function isQuietCall(call: Node & { type: 'CallExpression' }, module: Module, project: Project, assumed: Set<Node>): boolean {
  const { callee } = call;
  const plain = call.arguments.every((argument) => argument.type === 'Literal' || argument.type === 'TemplateLiteral' || argument.type === 'BinaryExpression' || isFunction(argument as Node));
  if (callee.type === 'Identifier') {
    const binding = module.bindings.get(callee);
    if (plain || !binding) return true;
    return call.arguments.every((_, at) => isLeftAlone(binding, at, module, project, assumed));
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const method = callee.property.name;
  if (callee.object.type === 'Identifier' && !module.bindings.get(callee.object)) return callee.object.name === 'console' || (pureNamespaces[callee.object.name]?.(method) ?? false);
  return !mutators.has(method) && (pureArrayMethods.has(method) || pureStringMethods.has(method) || method === 'forEach' || method === 'get' || method === 'has');
}
