/**
 * What a name is made of, and what only chooses: the nodes that a yielded value comes out of, through choices, casts and calls of the
 * machine's own functions.
 */
import { isDeep, isFunction } from '../../flow/contents.ts';
import type { Graph } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { children, pushChildren, walk } from '../../syntax/walk.ts';
import { fixedValue } from '../variables/fixed.ts';
import { namedBy, returnedBy } from './maker.ts';

function isPath(node: Node): boolean {
  let at = node;
  while (at.type === 'MemberExpression' && !at.computed) at = at.object;
  return at.type === 'Identifier';
}

/** The parts of an expression that its value is made of: both arms of a choice, never its test. */
export function madeOf(graph: Graph, whole: Node): Node[] {
  const found: Node[] = [];
  const called = new Set<Node>();
  const stack = [whole];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const parts = partsMade(graph, node, called);
    if (parts === undefined) found.push(node);
    else for (const part of parts.toReversed()) stack.push(part);
  }
  return found;
}

/** What the value of a node is made of; nothing where that is the node itself. Each function that is called is gone into once. */
function partsMade(graph: Graph, node: Node, called: Set<Node>): readonly Node[] | undefined {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return node.operator === '&&' ? [node.right] : [node.left, node.right];
    case 'ObjectExpression': {
      for (const key of nameKeys) {
        const found = node.properties.find((property) => property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name === key);
        if (found?.type === 'Property') return [found.value];
      }
      return [];
    }
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'TemplateLiteral':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'MemberExpression':
      return node.type === 'MemberExpression' && isPath(node) ? undefined : children(node).filter((child) => !child.type.startsWith('TSType') && child.type !== 'TemplateElement');
    case 'SequenceExpression':
      return [node.expressions.at(-1)!];
    case 'AssignmentExpression':
      return node.operator === '=' ? [node.right] : undefined;
    case 'CallExpression':
      return namedByModule(graph, node) ?? [...(node.arguments as Node[]), ...answersOf(graph, node, called)];
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return [];
    default:
      return undefined;
  }
}

/** `put('paid', order)`, of a function of the module that gives back an object: what of its arguments is in the name. */
function namedByModule(graph: Graph, call: Node & { type: 'CallExpression' }): readonly Node[] | undefined {
  const binding = call.callee.type === 'Identifier' ? graph.bindingOf(call.callee) : undefined;
  if (!binding || graph.isLocal(binding)) return undefined;
  const declared = graph.declared(binding);
  return choosesOnly(declared.binding) ? [] : namedBy(call, declared.binding, declared.module, nameKeys);
}

/** `nameOf(history)`, of a function of the module all of whose answers are constants of the code: what it is given only chooses. */
function choosesOnly(callee: Binding): boolean {
  const [declaration, ...others] = callee.declarations;
  const fn = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  if (others.length > 0 || callee.assignments.length > 0 || !fn || !isFunction(fn) || (fn as { generator?: boolean }).generator || (fn as { async?: boolean }).async) return false;
  const answers = (fn as { body: unknown }).body ? returnedBy(fn as Node & { type: 'ArrowFunctionExpression' }) : [];
  return answers.length > 0 && answers.every(isConstantOfCode);
}

const nameKeys = ['state', 'type', 'status', 'name'];

/** What a function of the machine answers, where it is called here. */
function answersOf(graph: Graph, call: Node & { type: 'CallExpression' }, called: Set<Node>): readonly Node[] {
  const fn = functionCalled(graph, call);
  if (!fn || called.has(fn)) return [];
  called.add(fn);
  return returnedBy(fn);
}

function functionCalled(graph: Graph, call: Node & { type: 'CallExpression' }): (Node & { type: 'ArrowFunctionExpression' }) | undefined {
  const binding = call.callee.type === 'Identifier' ? graph.bindingOf(call.callee) : undefined;
  const fixed = binding && graph.isLocal(binding) ? fixedValue(graph, binding) : undefined;
  return fixed && isFunction(fixed) ? (fixed as Node & { type: 'ArrowFunctionExpression' }) : undefined;
}

/** The tests that choose between the parts of an expression, those in the functions of the machine that it calls too. */
export function choosersIn(graph: Graph, node: Node): Node[] {
  const found: Node[] = [];
  const bodies = new Set([node]);
  for (const body of bodies) walk(body, (at) => {
    if (at.type === 'ConditionalExpression' || at.type === 'IfStatement') found.push(at.test);
    if (at.type === 'LogicalExpression') found.push(at.left);
    if (at.type === 'SwitchStatement') found.push(at.discriminant);
    const fn = at.type === 'CallExpression' ? functionCalled(graph, at) : undefined;
    if (fn) bodies.add(fn.body as Node);
    const called = at.type === 'CallExpression' && at.callee.type === 'Identifier' ? graph.bindingOf(at.callee) : undefined;
    if (at.type === 'CallExpression' && called && !graph.isLocal(called) && choosesOnly(graph.declared(called).binding)) found.push(...(at.arguments as Node[]));
    return !isFunction(at);
  });
  return found;
}

export function namesIn(graph: Graph, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  const stack = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
    if (binding && graph.isLocal(binding)) found.add(binding);
    if (!isFunction(at)) pushChildren(stack, at);
  }
  return found;
}

/** A literal, an enum member, a boolean expression, or a choice between such. */
export function isConstantOfCode(node: Node): boolean {
  if (isDeep(node)) return false;
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'MemberExpression':
      return node.object.type === 'Identifier' && /^[A-Z]/.test(node.object.name) && !node.computed;
    case 'UnaryExpression':
      return node.operator === '!' || (node.operator === '-' && isConstantOfCode(node.argument));
    case 'BinaryExpression':
      return ['===', '!==', '==', '!=', '<', '<=', '>', '>='].includes(node.operator);
    case 'ConditionalExpression':
      return isConstantOfCode(node.consequent) && isConstantOfCode(node.alternate);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isConstantOfCode(node.expression);
    case 'Identifier':
      return node.name === 'undefined';
    default:
      return false;
  }
}
