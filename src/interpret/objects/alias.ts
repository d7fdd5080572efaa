/**
 * Which of the machine's bindings may hold the same object, or parts of one: a change in place of one is a change of all.
 *
 * Flow-insensitive and by unification (Steensgaard, 1996): whatever passes a reference from one binding to another puts
 * the two into one class. Primitives pass none.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Graph, Instruction } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { pureArrayMethods, pureCollectionMethods } from '../code/readers.ts';
import { functionIn, rootsOf } from './roots.ts';
import { isPrimitive } from '../values/type-parts.ts';
import type { Typing } from '../values/typing.ts';

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
    const takers = [...namesIn(graph, target)].filter((to) => !typing.isPlain(to));
    if (takers.length === 0) return;
    const sources = rootsOf({ graph, typing }, value);
    for (const to of takers) for (const from of sources) unite(to, from);
  };
  const share = (one: Node, other: Node): void => {
    const [first, ...more] = [...rootsOf({ graph, typing }, one), ...rootsOf({ graph, typing }, other)];
    for (const binding of more) unite(first!, binding);
  };
  const visit = (instruction: Instruction): void => {
    if (instruction.kind === 'attempt') return visit(instruction.instruction);
    if (instruction.kind === 'bind' && instruction.value) pass(instruction.target as Node, instruction.value);
    if (instruction.kind === 'evaluate') inside(instruction.expression);
    if (instruction.kind === 'bind' && instruction.value) inside(instruction.value);
  };
  /** Assignments inside functions, `list.push(item)`, and what a callback is called with. */
  const inside = (node: Node): void => {
    walk(node, (at) => {
      if (at.type === 'AssignmentExpression') pass(at.left as Node, at.right);
      if (at.type === 'VariableDeclarator' && at.init) pass(at.id as Node, at.init);
      if (at.type === 'ForOfStatement') for (const target of at.left.type === 'VariableDeclaration' ? at.left.declarations.map((one) => one.id as Node) : [at.left as Node]) pass(target, at.right);
      if (at.type !== 'CallExpression') return;
      const { callee } = at;
      if (!isReader(graph, typing, callee)) for (const one of [callee, ...at.arguments]) for (const other of at.arguments) if (one !== other) share(one as Node, other as Node);
      for (const callback of at.arguments) {
        if (!isFunction(callback as Node)) continue;
        const others = [...(callee.type === 'MemberExpression' ? [callee.object] : []), ...at.arguments.filter((other) => other !== callback)];
        for (const parameter of (callback as Node & { type: 'ArrowFunctionExpression' }).params) for (const other of others) pass(parameter as Node, other as Node);
      }
    });
  };
  /** A function hands out what it closes over, and takes in what it is called with: it shares with all that it names. */
  for (const { terminal } of graph.blocks) {
    const { test, value } = terminal as { test?: Node; value?: Node };
    for (const node of [test, value]) if (node) inside(node);
  }
  for (const binding of localsIn(graph)) {
    const body = functionIn(binding);
    if (body) for (const name of namesIn(graph, body)) if (!typing.isPlain(name)) unite(binding, name);
  }
  for (const block of graph.blocks) block.instructions.forEach(visit);
  return (binding) => classOf(binding);
}

const keepsNothing = new Set('console Math JSON Number String BigInt Boolean Date Object Array Symbol parseInt parseFloat isNaN isFinite setTimeout clearTimeout setInterval clearInterval fetch structuredClone'.split(' '));

/** A method that keeps nothing of its arguments in its receiver, nor in each other. */
function isReader(graph: Graph, typing: Typing, callee: Node): boolean {
  if (callee.type === 'Identifier' && !graph.bindingOf(callee)) return keepsNothing.has(callee.name);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const type = typing.ofNode(callee.object);
  const { name } = callee.property;
  if (callee.object.type === 'Identifier' && !graph.bindingOf(callee.object)) return keepsNothing.has(callee.object.name) && name !== 'assign';
  return isPrimitive(type) || (type.kind === 'array' && pureArrayMethods.has(name)) || (type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set') && pureCollectionMethods.has(name));
}

/** The variables that the blocks name. */
function localsIn(graph: Graph): Set<Binding> {
  const found = new Set<Binding>();
  const visit = (instruction: Instruction): void => {
    if (instruction.kind === 'attempt') return visit(instruction.instruction);
    if (instruction.kind === 'bind') for (const node of [instruction.target as Node, ...(instruction.value ? [instruction.value] : [])]) for (const binding of namesIn(graph, node)) found.add(binding);
    if (instruction.kind === 'evaluate') for (const binding of namesIn(graph, instruction.expression)) found.add(binding);
  };
  for (const block of graph.blocks) block.instructions.forEach(visit);
  return found;
}

function namesIn(graph: Graph, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  const note = (at: Node): void => {
    const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
    if (binding && graph.isLocal(binding)) found.add(binding);
  };
  if (node.type === 'Identifier') note(node);
  else walk(node, note);
  return found;
}
