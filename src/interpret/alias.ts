/**
 * Which of the machine's bindings may hold the same object, or parts of one: a change in place of one is a change of all.
 *
 * Flow-insensitive and by unification (Steensgaard, 1996): whatever passes a reference from one binding to another puts
 * the two into one class. Primitives pass none.
 */
import { isFunction } from '../flow/contents.ts';
import type { Graph, Instruction } from '../flow/graph.ts';
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import { children, walk } from '../syntax/walk.ts';
import type { Type } from '../syntax/type.ts';
import { membersOf, type Typing } from './typing.ts';

/** The bindings that share with `binding`, itself among them. */
export type Aliases = (binding: Binding) => ReadonlySet<Binding>;

export function aliasesIn(graph: Graph, typing: Typing): Aliases {
  const classes = new Map<Binding, Set<Binding>>();
  const classOf = (binding: Binding): Set<Binding> => {
    const before = classes.get(binding);
    if (before) return before;
    const own = new Set([binding]);
    classes.set(binding, own);
    return own;
  };
  const unite = (a: Binding, b: Binding): void => {
    const [to, from] = [classOf(a), classOf(b)];
    if (to === from) return;
    for (const binding of from) {
      to.add(binding);
      classes.set(binding, to);
    }
  };
  const pass = (target: Node, value: Node): void => {
    const sources = [...passed(graph, typing, value)].filter((binding) => !isPrimitive(typing, binding));
    for (const to of namesIn(graph, target)) if (!isPrimitive(typing, to)) for (const from of sources) unite(to, from);
  };
  const visit = (instruction: Instruction): void => {
    if (instruction.kind === 'attempt') return visit(instruction.instruction);
    if (instruction.kind === 'bind' && instruction.value) pass(instruction.target as Node, instruction.value);
    if (instruction.kind === 'evaluate') inside(instruction.expression);
    if (instruction.kind === 'bind' && instruction.value) inside(instruction.value);
  };
  /** Assignments inside functions, and `list.push(item)`. */
  const inside = (node: Node): void => {
    walk(node, (at) => {
      if (at.type === 'AssignmentExpression') pass(at.left as Node, at.right);
      if (at.type === 'VariableDeclarator' && at.init) pass(at.id as Node, at.init);
      if (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') for (const argument of at.arguments) pass(at.callee.object, argument as Node);
    });
  };
  for (const block of graph.blocks) block.instructions.forEach(visit);
  return (binding) => classOf(binding);
}

function isPrimitive(typing: Typing, binding: Binding): boolean {
  return isPrimitiveType(typing.ofBinding(binding));
}

function isPrimitiveType(type: Type): boolean {
  return membersOf(type).every((one) => one.kind === 'primitive' || one.kind === 'literal');
}

/** The bindings whose objects the value of `node` may be, or contain. */
function passed(graph: Graph, typing: Typing, node: Node): Set<Binding> {
  if ((node.type === 'MemberExpression' || node.type === 'CallExpression') && isPrimitiveType(typing.ofNode(node))) return new Set();
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'UpdateExpression':
      return new Set();
    case 'ConditionalExpression':
      return new Set([...passed(graph, typing, node.consequent), ...passed(graph, typing, node.alternate)]);
    default:
      if (isFunction(node)) return new Set();
      if (node.type === 'Identifier') return namesIn(graph, node);
      return new Set(children(node).flatMap((child) => [...passed(graph, typing, child)]));
  }
}

function namesIn(graph: Graph, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  walk(node, (at) => {
    const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
    if (binding && graph.isLocal(binding)) found.add(binding);
  });
  return found;
}
