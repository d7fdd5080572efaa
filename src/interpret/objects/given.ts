/**
 * Whose an object is. What comes in with the parameters and the events belongs to somebody else, who sees it when it is changed:
 * it stays where it is, by reference. All else the machine has made itself.
 */
import type { Graph, Instruction } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { listOf } from '../list-of.ts';

/** A parameter, whose object is somebody else's; those of a generator that is delegated to, and of inner functions, are the machine's own. */
export function isGiven(graph: Graph, binding: Binding): boolean {
  return binding.kind === 'parameter' && (graph.parameters.includes(binding) || binding.scope.node === (graph.fn as unknown));
}

/** A parameter, what arrived, or a variable that only ever holds these or parts of them: `current = event.item`. */
export function isForeign(graph: Graph, binding: Binding): boolean {
  return isGiven(graph, binding) || foreignIn(graph).has(binding);
}

const known = new WeakMap<Graph['blocks'], ReadonlySet<Binding>>();

function foreignIn(graph: Graph): ReadonlySet<Binding> {
  const before = known.get(graph.blocks);
  if (before) return before;
  const received = new Set<Binding>();
  const values = new Map<Binding, (Node | undefined)[]>();
  const note = (target: Node, value: Node | undefined): void => {
    const binding = target.type === 'Identifier' ? graph.bindingOf(target) : undefined;
    if (binding) listOf(values, binding).push(value);
    else walk(target, (at) => {
      const inner = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
      if (inner) listOf(values, inner).push(target.type === 'ObjectPattern' && !hasRest(target) ? value : at);
    });
  };
  const visit = (instruction: Instruction): void => {
    if (instruction.kind === 'attempt') return visit(instruction.instruction);
    if (instruction.kind === 'bind') note(instruction.target as Node, instruction.value);
    const inside = instruction.kind === 'bind' ? instruction.value : instruction.kind === 'evaluate' ? instruction.expression : undefined;
    if (inside) {
      walk(inside, (at) => {
        if (at.type === 'AssignmentExpression') note(at.left as Node, at.operator === '=' ? at.right : at);
        if (at.type === 'VariableDeclarator') note(at.id as Node, at.init ?? undefined);
        if (at.type === 'ForOfStatement') note((at.left.type === 'VariableDeclaration' ? at.left.declarations[0]!.id : at.left) as Node, at);
      });
    }
  };
  for (const block of graph.blocks) {
    block.instructions.forEach(visit);
    if (block.terminal.kind === 'yield') received.add(block.terminal.received);
  }
  const found = new Set<Binding>([...received, ...[...values].filter(([, all]) => all.some((value) => value !== undefined)).map(([binding]) => binding)]);
  const isPart = (node: Node): boolean => {
    switch (node.type) {
      case 'Identifier': {
        const binding = graph.bindingOf(node);
        return binding === undefined ? node.name === 'undefined' : isGiven(graph, binding) || found.has(binding);
      }
      case 'Literal':
        return (node as { value: unknown }).value === null;
      case 'MemberExpression':
        return isPart(node.object);
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
        return isPart(node.expression);
      case 'LogicalExpression':
        return isPart(node.left) && isPart(node.right);
      case 'ConditionalExpression':
        return isPart(node.consequent) && isPart(node.alternate);
      default:
        return false;
    }
  };
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const binding of found) if (!received.has(binding) && !(values.get(binding) ?? []).every((value) => value === undefined || isPart(value))) found.delete(binding);
  }
  known.set(graph.blocks, found);
  return found;
}

function hasRest(pattern: Node & { type: 'ObjectPattern' }): boolean {
  return pattern.properties.some((property) => property.type === 'RestElement');
}
