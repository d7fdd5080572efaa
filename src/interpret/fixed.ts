/**
 * Bindings that mean the same wherever they are read: a `const` of literals that nothing changes in place, and the
 * machine's own functions. They are neither control nor context; what they stand for is put in.
 */
import { isFunction } from '../flow/contents.ts';
import type { Graph } from '../flow/graph.ts';
import type { Binding } from '../syntax/module.ts';
import type { Expression, Node } from '../syntax/tree.ts';
import { mutators } from './purity.ts';

const known = new WeakMap<Graph, Map<Binding, Expression | undefined>>();

export function isFixed(graph: Graph, binding: Binding): boolean {
  return fixedValue(graph, binding) !== undefined;
}

/** The expression that a fixed binding always is. */
export function fixedValue(graph: Graph, binding: Binding): Expression | undefined {
  const all = known.get(graph) ?? new Map<Binding, Expression | undefined>();
  known.set(graph, all);
  if (!all.has(binding)) {
    all.set(binding, undefined);
    all.set(binding, find(graph, binding));
  }
  return all.get(binding);
}

function find(graph: Graph, binding: Binding): Expression | undefined {
  if (graph.temporaries.has(binding)) return ofTemporary(graph, binding);
  const declaration = binding.declarations[0];
  if (binding.kind === 'function') return declaration as unknown as Expression;
  const isNeverSet = binding.kind === 'const' || (binding.kind === 'let' && binding.assignments.length === 0);
  if (!isNeverSet || declaration?.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier' || !declaration.init) return undefined;
  if (isFunction(declaration.init)) return declaration.init;
  if (!isLiteral(graph, declaration.init)) return undefined;
  return declaration.init.type === 'Literal' || unchanged(graph, binding) ? declaration.init : undefined;
}

/** The list of a `for…of`: bound once. */
function ofTemporary(graph: Graph, binding: Binding): Expression | undefined {
  let value: Expression | undefined;
  for (const block of graph.blocks) {
    for (const instruction of block.instructions) {
      const one = instruction.kind === 'attempt' ? instruction.instruction : instruction;
      if ((one.kind === 'note' && one.target === binding) || (instruction.kind === 'attempt' && (instruction.failed === binding || instruction.error === binding))) return undefined;
      if (one.kind !== 'bind' || (one.target as Node).type !== 'Identifier' || graph.bindingOf(one.target as Node) !== binding) continue;
      if (value || one.declares !== 'const' || (one.list && !one.list.plain)) return undefined;
      value = one.value;
    }
  }
  return value && isLiteral(graph, value) ? value : undefined;
}

function isLiteral(graph: Graph, node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every((expression) => isLiteral(graph, expression));
    case 'UnaryExpression':
      return node.operator !== 'delete' && isLiteral(graph, node.argument);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && element.type !== 'SpreadElement' && isLiteral(graph, element));
    case 'ObjectExpression':
      return node.properties.every((property) => property.type === 'Property' && !property.computed && isLiteral(graph, property.value));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isLiteral(graph, node.expression);
    case 'Identifier': {
      const binding = graph.bindingOf(node);
      return binding !== undefined && (graph.isLocal(binding) ? isFixed(graph, binding) : binding.assignments.length === 0);
    }
    default:
      return false;
  }
}

/** Whether the value is only looked into. */
function unchanged(graph: Graph, binding: Binding): boolean {
  return binding.references.every((reference) => {
    const parent = graph.parentOf(reference);
    if (parent?.type === 'ForOfStatement') return parent.right === (reference as unknown);
    if (parent?.type !== 'MemberExpression' || parent.object !== (reference as unknown)) return false;
    const above = graph.parentOf(parent);
    if (above?.type === 'AssignmentExpression' && above.left === (parent as unknown)) return false;
    if (above?.type === 'UpdateExpression' || (above?.type === 'UnaryExpression' && above.operator === 'delete')) return false;
    return !(above?.type === 'CallExpression' && above.callee === (parent as unknown) && parent.property.type === 'Identifier' && mutators.has(parent.property.name));
  });
}
