/**
 * Transitions in, what is left and what is entered by taking them at once out: the heart of a statechart's step.
 *
 * After the algorithm in appendix D of W3C SCXML, where XState 5 goes another way as XState does: the innermost state
 * that all have in common may be parallel, a transition into its own state does not leave it unless it says so, and what is
 * entered beside a target in another region begins anew.
 */
import type { Transition } from './chart.ts';
import { isWithin, type Tree, type TreeNode } from './tree.ts';

/** A transition that is taken, and where it leaves from. */
export interface Taken {
  readonly transition: Transition;
  readonly source: TreeNode;
}

/** What was active in a state when it was last left, by the number of the history state that remembers it. */
export type History = ReadonlyMap<number, readonly number[]>;

/** Of two transitions that cannot be taken at once, the one from further within; else the first. */
export function withoutConflicts(tree: Tree, taken: readonly Taken[], active: readonly number[], history: History): readonly Taken[] {
  if (taken.length < 2) return taken;
  const exits = new Map(taken.map((one) => [one, exitSet(tree, [one], active, history)]));
  let kept: Taken[] = [];
  for (const one of taken) {
    const rivals = kept.filter((other) => [...exits.get(one)!].some((node) => exits.get(other)!.has(node)));
    const stronger = rivals.findIndex((other) => !isWithin(one.source, other.source));
    if (stronger >= 0) continue;
    kept = [...kept.filter((other) => !rivals.includes(other)), one];
  }
  return kept;
}

/** The active nodes that are left. */
export function exitSet(tree: Tree, taken: readonly Taken[], active: readonly number[], history: History): ReadonlySet<number> {
  const left = new Set<number>();
  for (const one of taken) {
    if (targetsOf(tree, one.transition).length === 0) continue;
    const domain = domainOf(tree, one, history);
    if (one.transition.reenter && one.source === domain) left.add(domain.index);
    for (const index of active) if (!domain || isWithin(tree.nodes[index]!, domain)) left.add(index);
  }
  return left;
}

export interface Entry {
  readonly nodes: ReadonlySet<number>;
  /** Those that are entered by their own initial transition. */
  readonly byDefault: ReadonlySet<number>;
}

/** The nodes that are entered. */
export function entrySet(tree: Tree, taken: readonly Taken[], history: History): Entry {
  const entering: Entering = { tree, history, nodes: new Set(), byDefault: new Set() };
  for (const one of taken) {
    const domain = domainOf(tree, one, history);
    for (const target of targetsOf(tree, one.transition)) {
      if (target.kind !== 'history' && (one.source !== target || one.source !== domain || one.transition.reenter)) enterByDefault(entering, target);
      enterWithin(entering, target);
    }
    for (const target of effectiveTargets(tree, one.transition, history)) {
      const between = ancestors(tree, target, domain);
      enterAround(entering, domain?.kind === 'parallel' ? [...between, domain] : between, one.source.parent < 0 && one.transition.reenter ? undefined : domain);
    }
  }
  return entering;
}

interface Entering {
  readonly tree: Tree;
  readonly history: History;
  readonly nodes: Set<number>;
  readonly byDefault: Set<number>;
}

function enterByDefault({ nodes, byDefault }: Entering, node: TreeNode): void {
  nodes.add(node.index);
  byDefault.add(node.index);
}

/** What is entered together with a node, inside of it. */
function enterWithin(entering: Entering, node: TreeNode): void {
  const { tree, history, nodes, byDefault } = entering;
  switch (node.kind) {
    case 'history': {
      const remembered = history.get(node.index)?.map((index) => tree.nodes[index]!);
      const way = remembered ?? historyDefault(tree, node);
      for (const target of way) {
        nodes.add(target.index);
        if (!remembered && takesInitial(node)) byDefault.add(node.parent);
        enterWithin(entering, target);
      }
      for (const target of way) enterAround(entering, ancestors(tree, target, tree.nodes[node.parent]), undefined);
      return;
    }
    case 'compound': {
      const [first] = node.initial ? targetsOf(tree, node.initial) : [];
      if (!first) return;
      if (first.kind !== 'history') enterByDefault(entering, first);
      enterWithin(entering, first);
      enterAround(entering, ancestors(tree, first, node), undefined);
      return;
    }
    case 'parallel':
      for (const child of regions(tree, node)) {
        if (hasEntered(entering, child)) continue;
        enterByDefault(entering, child);
        enterWithin(entering, child);
      }
      return;
    case 'atomic':
    case 'choice':
    case 'final':
      return;
  }
}

/** What is entered together with a node, around it, up to the domain. */
function enterAround(entering: Entering, around: readonly TreeNode[], domain: TreeNode | undefined): void {
  for (const node of around) {
    if (!domain || isWithin(node, domain)) entering.nodes.add(node.index);
    if (node.kind !== 'parallel') continue;
    for (const child of regions(entering.tree, node)) {
      if (hasEntered(entering, child)) continue;
      entering.nodes.add(child.index);
      enterWithin(entering, child);
    }
  }
}

function regions(tree: Tree, node: TreeNode): readonly TreeNode[] {
  return node.children.map((index) => tree.nodes[index]!).filter(({ kind }) => kind !== 'history');
}

function hasEntered({ tree, nodes }: Entering, child: TreeNode): boolean {
  for (const index of nodes) if (isWithin(tree.nodes[index]!, child)) return true;
  return false;
}

/** The innermost node that the transition stays in: nothing where that is beyond the machine itself. */
function domainOf(tree: Tree, { transition, source }: Taken, history: History): TreeNode | undefined {
  const targets = effectiveTargets(tree, transition, history);
  if (!transition.reenter && targets.every((target) => target === source || isWithin(target, source))) return source;
  const [head, ...tail] = [...targets, source];
  const common = ancestors(tree, head!, undefined).find((outer) => tail.every((node) => isWithin(node, outer)));
  return common ?? (transition.reenter ? undefined : tree.nodes[0]);
}

/** Where the transition leads: what a history state remembers, in its place. */
function effectiveTargets(tree: Tree, transition: Transition, history: History): readonly TreeNode[] {
  const found = new Set<TreeNode>();
  const pending = [...targetsOf(tree, transition)].reverse();
  for (let target = pending.pop(); target; target = pending.pop()) {
    if (target.kind !== 'history') found.add(target);
    else pending.push(...[...(history.get(target.index)?.map((index) => tree.nodes[index]!) ?? historyDefault(tree, target))].reverse());
  }
  return [...found];
}

/** Where a history state leads before there is anything to remember. */
function historyDefault(tree: Tree, node: TreeNode): readonly TreeNode[] {
  const [way] = node.state?.transitions ?? [];
  if (way) return targetsOf(tree, way);
  const parent = tree.nodes[node.parent]!;
  return parent.kind === 'parallel' ? [parent] : parent.initial ? targetsOf(tree, parent.initial) : [];
}

function takesInitial(node: TreeNode): boolean {
  return (node.state?.transitions.length ?? 0) === 0;
}

export function targetsOf({ nodes, indexOf }: Tree, { target, also = [] }: Transition): readonly TreeNode[] {
  return (target === undefined ? [] : [target, ...also]).flatMap((id) => nodes[indexOf.get(id) ?? -1] ?? []);
}

/** The nodes around one, innermost first, below `upTo`. */
export function ancestors({ nodes }: Tree, node: TreeNode, upTo: TreeNode | undefined): TreeNode[] {
  const found: TreeNode[] = [];
  if (upTo === node) return found;
  for (let at = nodes[node.parent]; at && at !== upTo; at = nodes[at.parent]) found.push(at);
  return found;
}
