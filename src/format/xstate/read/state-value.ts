/** What `stateIn` asks for in, the same in words out: `in 'p.x'`, by the id of the state; `in 'p.x' && in 'q.y'` where it asks for more than one. */
import type { AnyStateNode } from 'xstate';
import { constantText } from '../../../chart/label.ts';
import { nodeAt } from './target.ts';

export function inState(value: unknown, root: AnyStateNode, idOf: (node: AnyStateNode) => string): string {
  const node = typeof value === 'string' ? nodeAt(value, root) : undefined;
  if (node) return inWords(idOf(node));
  const nodes = typeof value === 'object' && value !== null ? innermost(value, root) : undefined;
  return nodes ? nodes.map((each) => inWords(idOf(each))).join(' && ') : `in ${JSON.stringify(value)}`;
}

function inWords(id: string): string {
  return `in ${constantText({ kind: 'string', value: id })}`;
}

/** The nodes that a state's value ends in; nothing where the machine has no such. */
function innermost(value: object, node: AnyStateNode): readonly AnyStateNode[] | undefined {
  const found = Object.entries(value).map(([key, inner]): readonly AnyStateNode[] | undefined => {
    const child = (node.states as Record<string, AnyStateNode>)[key];
    if (!child) return undefined;
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0) return innermost(inner as object, child);
    const last = typeof inner === 'string' ? (child.states as Record<string, AnyStateNode>)[inner] : child;
    return last && [last];
  });
  return found.length === 0 || found.includes(undefined) ? undefined : found.flatMap((each) => each!);
}
