/**
 * A node in, the nodes below it out, by the parser's own list of visitor keys. Nothing here recurses: code may be
 * nested deeper than the stack.
 */
import { visitorKeys } from 'oxc-parser';
import type { Node, Program } from './tree.ts';

const keysOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(visitorKeys));

/** The nodes directly below, in the order of the keys, which is the order of the text nearly everywhere. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  pushChildren(found, node);
  return found;
}

/** The same, put on a list that is there: a call could not take as many arguments as a long list has items. */
export function pushChildren(found: Node[], node: Node): void {
  const keys = keysOf.get(node.type);
  if (!keys) return;
  // By index: the lists are of many kinds to V8, which makes an object for each item where it goes through them as iterables.
  for (let at = 0; at < keys.length; at++) {
    const child = (node as unknown as Record<string, unknown>)[keys[at]!];
    if (!child) continue;
    if (!Array.isArray(child)) found.push(child as Node);
    else for (let index = 0; index < child.length; index++) if (child[index]) found.push(child[index] as Node);
  }
}

/**
 * Calls `enter` for the root and every node below it, a node before its children; what `enter` answers with `false`
 * is not gone into.
 *
 *     walk(program, (node) => node.type !== 'FunctionExpression');
 */
export function walk(root: Node, enter: (node: Node, parent: Node | undefined) => boolean | void): void {
  // Beside each node that is still to be entered, on a list of its own, what it hangs below.
  const pending: Node[] = [root];
  const above: (Node | undefined)[] = [undefined];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (enter(node, above.pop()) === false) continue;
    pushLastFirst(pending, node);
    while (above.length < pending.length) above.push(node);
  }
}

/** The node and every node below it, a node before its children. */
export function nodesIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    pushLastFirst(pending, node);
  }
  return found;
}

/** The nodes directly below, on a list whose end comes first. */
function pushLastFirst(pending: Node[], node: Node): void {
  const from = pending.length;
  pushChildren(pending, node);
  for (let low = from, high = pending.length - 1; low < high; low++, high--) {
    const later = pending[low]!;
    pending[low] = pending[high]!;
    pending[high] = later;
  }
}

const parents = new WeakMap<Program, ReadonlyMap<Node, Node>>();

/** What each node of the program hangs below; made at the first question. */
export function parentsIn(program: Program): ReadonlyMap<Node, Node> {
  const known = parents.get(program);
  if (known) return known;
  const made = new Map<Node, Node>();
  walk(program, (node, parent) => {
    if (parent) made.set(node, parent);
  });
  parents.set(program, made);
  return made;
}
