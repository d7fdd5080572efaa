/**
 * A chart in, its states as a tree of numbered nodes out, so that "is part of" is a comparison of two numbers.
 *
 * Node 0 is the machine itself. The rest are numbered in document order, each before those that are part of it: a node's
 * descendants are the numbers after it up to `end`.
 */
import type { Chart, State, Transition } from './chart.ts';
import { Bug } from '../diagnostic/diagnostic.ts';

export interface Tree {
  readonly nodes: readonly TreeNode[];
  readonly indexOf: ReadonlyMap<string, number>;
}

export interface TreeNode {
  readonly index: number;
  /** Nothing for the machine itself. */
  readonly state: State | undefined;
  readonly kind: State['kind'];
  /** -1 for the machine itself. */
  readonly parent: number;
  /** The first number that is no longer part of it. */
  readonly end: number;
  readonly children: readonly number[];
  /** The way in, of what is compound. */
  readonly initial: Transition | undefined;
  /** Those of its children that remember it. */
  readonly histories: readonly number[];
}

export function treeOf(chart: Chart): Tree {
  const below = new Map<string | undefined, State[]>();
  for (const state of chart.states) below.set(state.parent, [...(below.get(state.parent) ?? []), state]);
  const nodes: { -readonly [Key in keyof TreeNode]: TreeNode[Key] }[] = [];
  const indexOf = new Map<string, number>();
  const pending: { readonly state: State | undefined; readonly parent: number }[] = [{ state: undefined, parent: -1 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { state, parent } = next;
    const index = nodes.length;
    if (state) indexOf.set(state.id, index);
    nodes.push({ index, state, kind: state?.kind ?? 'compound', parent, end: index + 1, children: [], initial: state ? state.initial : chart.initial, histories: [] });
    const children = below.get(state?.id) ?? [];
    for (const child of children.toReversed()) pending.push({ state: child, parent: index });
  }
  if (nodes.length <= chart.states.length) throw new Bug('a state is part of one that the chart does not have');
  for (const node of nodes.toReversed()) {
    if (node.parent < 0) continue;
    const parent = nodes[node.parent]!;
    parent.end = Math.max(parent.end, node.end);
    parent.children = [node.index, ...parent.children];
    if (node.kind === 'history') parent.histories = [node.index, ...parent.histories];
  }
  return { nodes, indexOf };
}

/** Whether a node is part of another one, and not that one itself. */
export function isWithin(node: TreeNode, outer: TreeNode): boolean {
  return node.index > outer.index && node.index < outer.end;
}
