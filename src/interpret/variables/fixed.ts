/**
 * Bindings that mean the same wherever they are read: a `const` of literals that nothing changes in place, and the
 * machine's own functions. They are neither control nor context; what they stand for is put in.
 */
import { functionsIn } from '../../flow/lower/own-call.ts';
import { isDeep, isFunction } from '../../flow/contents.ts';
import type { Graph } from '../../flow/graph.ts';
import { bareOf, rootOf, targetsIn, writtenBy } from '../../flow/places.ts';
import { settingOf } from '../../flow/setting.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { mutators } from '../code/readers.ts';

const known = new WeakMap<Graph, Map<Binding, Expression | undefined>>();

export function isFixed(graph: Graph, binding: Binding): boolean {
  return fixedValue(graph, binding) !== undefined;
}

/** The expression that a fixed binding always is. */
export function fixedValue(graph: Graph, binding: Binding): Expression | undefined {
  const all = known.get(graph) ?? firstOf(graph);
  const before = all.get(binding);
  if (before !== undefined || all.has(binding)) return before;
  all.set(binding, undefined);
  const found = find(graph, binding);
  all.set(binding, found);
  return found;
}

function firstOf(graph: Graph): Map<Binding, Expression | undefined> {
  const all = new Map<Binding, Expression | undefined>();
  known.set(graph, all);
  return all;
}

function find(graph: Graph, binding: Binding): Expression | undefined {
  if (graph.temporaries.has(binding)) return ofTemporary(graph, binding);
  if (binding.kind === 'parameter') return listGiven(graph, binding);
  const declaration = binding.declarations[0];
  if (binding.kind === 'function') return declaration as unknown as Expression;
  if (declaration?.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier' || !declaration.init || binding.assignments.length > 0) return undefined;
  if (isFunction(declaration.init) && (binding.kind === 'const' || binding.kind === 'let')) return declaration.init;
  if (binding.kind !== 'const' || !isLiteral(graph, declaration.init)) return undefined;
  return declaration.init.type === 'Literal' || unchanged(graph, binding) ? declaration.init : undefined;
}

/** The list of a `for…of`: bound once. */
function ofTemporary(graph: Graph, binding: Binding): Expression | undefined {
  let value: Expression | undefined;
  let isList = false;
  for (const instruction of settingOf(graph, graph.blocks, binding)) {
    const one = instruction.kind === 'attempt' ? instruction.instruction : instruction;
    if (one.kind !== 'bind' || (instruction.kind === 'attempt' && (instruction.failed === binding || instruction.error === binding))) return undefined;
    if (value || one.declares !== 'const' || (one.list && !one.list.plain)) return undefined;
    value = one.value;
    isList = one.list !== undefined;
  }
  // Two names for one object stay two names for one object.
  const isMade = value && (bareOf(value).type === 'ObjectExpression' || bareOf(value).type === 'ArrayExpression') && !isList;
  return value && !isMade && isLiteral(graph, value) ? value : undefined;
}

/** `pick(['light', 'dark'])`: the list that a parameter of a coroutine that is delegated to is given there. */
function listGiven(graph: Graph, binding: Binding): Expression | undefined {
  const value = binding.assignments.length === 0 ? onlyValue(graph, binding) : undefined;
  return value && bareOf(value).type === 'ArrayExpression' && isLiteral(graph, value) && unchanged(graph, binding) ? value : undefined;
}

/** What the binding is set to in the one place where it is, by whatever temporaries. */
function onlyValue(graph: Graph, binding: Binding): Expression | undefined {
  const [only, ...others] = settingOf(graph, graph.blocks, binding);
  if (only?.kind !== 'bind' || others.length > 0 || only.list || !only.value) return undefined;
  const behind = only.value.type === 'Identifier' ? graph.bindingOf(only.value) : undefined;
  return behind && graph.temporaries.has(behind) ? onlyValue(graph, behind) : only.value;
}

function isLiteral(graph: Graph, node: Node): boolean {
  if (isDeep(node)) return false;
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
      return node.properties.every((property) => property.type === 'Property' && !property.computed && property.kind === 'init' && (isPlainFunction(property.value) || isLiteral(graph, property.value)));
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

/** An object literal in which there are functions. */
export function isTableOfFunctions(node: Node): boolean {
  const bare = bareOf(node);
  return bare.type === 'ObjectExpression' && functionsIn(bare).length > 0;
}

/** A function of a table that could as well stand outside it. */
function isPlainFunction(node: Node): boolean {
  if (!isFunction(node) || (node as { generator?: boolean }).generator || (node as { async?: boolean }).async) return false;
  let found = false;
  walk(node, (at) => {
    if (at.type === 'ThisExpression' || at.type === 'Super' || (at.type === 'Identifier' && at.name === 'arguments')) found = true;
    return !found;
  });
  return !found;
}

/** Whether the value is only looked into, by whatever name, and so are its parts. */
function unchanged(graph: Graph, binding: Binding): boolean {
  const isRead = binding.references.every((reference) => {
    const parent = graph.parentOf(reference);
    if (parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement') return parent.right === (reference as unknown);
    return parent?.type === 'MemberExpression' && parent.object === (reference as unknown);
  });
  const { changed, passed } = changesIn(graph);
  const held = new Set([binding]);
  for (const one of held) for (const other of passed.get(one) ?? []) held.add(other);
  return isRead && ![...held].some((one) => changed.has(one));
}

interface Changes {
  /** The variables through which something is changed in place. */
  readonly changed: ReadonlySet<Binding>;
  /** The variables that are given something that a variable is mentioned in. */
  readonly passed: ReadonlyMap<Binding, ReadonlySet<Binding>>;
}

const changes = new WeakMap<Graph, Changes>();

function changesIn(graph: Graph): Changes {
  const before = changes.get(graph);
  if (before) return before;
  const changed = new Set<Binding>();
  const passed = new Map<Binding, Set<Binding>>();
  const pass = (to: readonly Node[], from: Node): void => {
    const targets = to.flatMap((target) => graph.bindingOf(rootOf(target)) ?? []);
    if (targets.length > 0) walk(from, (at) => {
      const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
      if (binding) passed.set(binding, new Set([...(passed.get(binding) ?? []), ...targets]));
    });
  };
  const change = (place: Node): void => {
    const binding = graph.bindingOf(rootOf(place));
    if (binding && place.type === 'MemberExpression') changed.add(binding);
  };
  for (const node of graph.nodes) {
    writtenBy(node).forEach(change);
    if (node.type === 'AssignmentExpression') pass(targetsIn(node.left as Node), node.right);
    if (node.type === 'VariableDeclarator' && node.init) pass(targetsIn(node.id as Node), node.init);
    if (node.type === 'ForOfStatement') pass(node.left.type === 'VariableDeclaration' ? targetsIn(node.left.declarations[0]!.id as Node) : targetsIn(node.left as Node), node.right);
    if (node.type !== 'CallExpression') continue;
    const callee = bareOf(node.callee);
    if (callee.type !== 'MemberExpression') continue;
    if (callee.property.type === 'Identifier' && mutators.has(callee.property.name)) change(callee);
    // `list.push(item)`, and `list.forEach((item) => …)`.
    for (const argument of node.arguments) {
      pass([callee], argument as Node);
      if (isFunction(argument as Node)) pass((argument as { params?: readonly Node[] }).params?.flatMap(targetsIn) ?? [], callee.object);
    }
  }
  const found = { changed, passed };
  changes.set(graph, found);
  return found;
}
