/**
 * Calls of the machine's own functions that set its variables: by name, or out of a table of them (`handlers[event.type]?.()`).
 * Such a call is taken out of the expression that it stands in, so that the function can be run in its place.
 */
import type { Binding, Module } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { pushChildren, walk } from '../../syntax/walk.ts';
import { isFunction } from '../contents.ts';
import { bareOf, writtenBy } from '../places.ts';

const own = new WeakSet<Node>();

/** Finds them among the nodes of the function; nodes are asked about later. */
export function noteOwnCalls(fn: Node, nodes: readonly Node[], module: Module): void {
  for (const node of nodes) {
    if (node.type !== 'CallExpression') continue;
    const callee = bareOf(node.callee);
    const functions = callee.type === 'Identifier' ? functionsBehind(callee, fn, module) : callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? tableBehind(callee.object, fn, module) : [];
    // One that only looks reads as well where it stands.
    if (callee.type === 'MemberExpression' ? functions.length > 0 : functions.some((one) => setsOthers(one, fn, module, new Set()))) own.add(node);
  }
}

/** Whether the node is such a call, `?.` around it or not. */
export function isOwnCall(node: Node): boolean {
  return own.has(bareOf(node));
}

const known = new WeakMap<Node, boolean>();

/** Whether such a call stands inside the expression. */
export function containsOwnCall(node: Node): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  let found = false;
  const bare = bareOf(node);
  const stack: Node[] = [];
  if (!isFunction(bare)) pushChildren(stack, bare);
  for (let at = stack.pop(); at && !found; at = stack.pop()) {
    found = own.has(at);
    if (!isFunction(at)) pushChildren(stack, at);
  }
  known.set(node, found);
  return found;
}

function initOf(name: Node, fn: Node, module: Module): Node | undefined {
  const binding = module.bindings.get(name);
  if (!binding || !isWithin(binding, fn) || binding.assignments.length > 0) return undefined;
  const declaration = binding.declarations[0];
  return binding.kind === 'function' ? declaration : declaration?.type === 'VariableDeclarator' && binding.kind === 'const' && declaration.init ? bareOf(declaration.init) : undefined;
}

function functionsBehind(name: Node, fn: Node, module: Module): Node[] {
  const init = initOf(name, fn, module);
  return init && isFunction(init) ? [init] : [];
}

function tableBehind(name: Node, fn: Node, module: Module): Node[] {
  const init = initOf(name, fn, module);
  return init?.type === 'ObjectExpression' ? functionsIn(init) : [];
}

/** The functions of an object literal. */
export function functionsIn(table: Node & { type: 'ObjectExpression' }): Node[] {
  return table.properties.flatMap((property) => (property.type === 'Property' && isFunction(property.value) ? [property.value as Node] : []));
}

/** Whether the function, or one that it names, sets a variable that is not its own. */
function setsOthers(one: Node, fn: Node, module: Module, seen: Set<Node>): boolean {
  if (seen.has(one)) return false;
  seen.add(one);
  let found = false;
  walk(one, (node) => {
    for (const place of writtenBy(node)) {
      const binding = place.type === 'Identifier' ? module.bindings.get(place) : undefined;
      if (binding && !isWithin(binding, one)) found = true;
    }
    if (node.type === 'Identifier' && [...functionsBehind(node, fn, module), ...tableBehind(node, fn, module)].some((other) => setsOthers(other, fn, module, seen))) found = true;
    return !found;
  });
  return found;
}

function isWithin(binding: Binding, fn: Node): boolean {
  for (let scope: Binding['scope'] | undefined = binding.scope; scope; scope = scope.parent) if (scope.node === fn) return true;
  return false;
}
