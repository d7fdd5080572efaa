/**
 * Whether a function of the project leaves alone what it is given: a parameter whose object it neither changes in place, nor hands
 * to anybody who might. A function that cannot be read may do anything.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Binding, Module } from '../../syntax/module.ts';
import type { Project } from '../../syntax/project.ts';
import type { Node } from '../../syntax/tree.ts';
import { children } from '../../syntax/walk.ts';
import { functionIn } from './roots.ts';
import { mutators, pureArrayMethods, pureNamespaces, pureStringMethods } from '../code/readers.ts';
import { type Judge, judgedTogether } from '../code/together.ts';

const judges = new WeakMap<Project, Judge>();

/** Whether the function that `binding` stands for leaves its argument at `at` alone. */
export function parameterLeftAlone(binding: Binding, at: number, module: Module, project: Project): boolean {
  const found = project.lookup(binding, module);
  if (!found || !('binding' in found) || found.binding.assignments.length > 0) return false;
  const fn = functionIn(found.binding);
  if (!fn || (fn.type !== 'FunctionDeclaration' && fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression')) return false;
  return at < fn.params.length && leavesAlone(fn, found.module, project);
}

/** Whether it changes no object in place that it has not made itself, and calls nobody with one who might. */
function leavesAlone(fn: Node, module: Module, project: Project): boolean {
  const judge = judges.get(project) ?? judgedTogether();
  judges.set(project, judge);
  return judge(fn, () => quiet(fn, module, project));
}

function quiet(fn: Node, module: Module, project: Project): boolean {
  const stack: Node[] = children(fn);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === 'AssignmentExpression' && at.left.type !== 'Identifier') return false;
    if ((at.type === 'UpdateExpression' && at.argument.type !== 'Identifier') || (at.type === 'UnaryExpression' && at.operator === 'delete')) return false;
    if (at.type === 'NewExpression' || at.type === 'TaggedTemplateExpression' || at.type === 'YieldExpression' || at.type === 'ThisExpression') return false;
    if (at.type === 'CallExpression' && !isQuietCall(at, module, project)) return false;
    stack.push(...children(at));
  }
  return true;
}

function isQuietCall(call: Node & { type: 'CallExpression' }, module: Module, project: Project): boolean {
  const { callee } = call;
  const plain = call.arguments.every((argument) => argument.type === 'Literal' || argument.type === 'TemplateLiteral' || argument.type === 'BinaryExpression' || isFunction(argument as Node));
  if (callee.type === 'Identifier') {
    const binding = module.bindings.get(callee);
    if (plain || !binding) return true;
    return call.arguments.every((_, at) => parameterLeftAlone(binding, at, module, project));
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const method = callee.property.name;
  if (callee.object.type === 'Identifier' && !module.bindings.get(callee.object)) return callee.object.name === 'console' || (pureNamespaces[callee.object.name]?.(method) ?? false);
  return !mutators.has(method) && (pureArrayMethods.has(method) || pureStringMethods.has(method) || method === 'forEach' || method === 'get' || method === 'has');
}
