/**
 * All ways through the code from one place: the tree of the conditions that are asked, its leaves where each way ends.
 * Each way is run from the start with its answers given; a run that asks further answers yes, and owes the other tree.
 */
import type { Term } from './term.ts';

export type Tree<Leaf> = { readonly kind: 'leaf'; readonly leaf: Leaf } | { readonly kind: 'ask'; readonly test: Term; readonly yes: Tree<Leaf>; readonly no: Tree<Leaf> };

/** Thrown where there are more ways than anyone would read. */
export class TooManyWays extends Error {
  readonly most: number;
  constructor(most: number) {
    super(`more than ${most} ways`);
    this.most = most;
  }
}

export function grow<Leaf>(walk: (answer: (test: Term) => boolean) => Leaf, most: number): Tree<Leaf> {
  let ways = 0;
  const build = (given: readonly boolean[]): Tree<Leaf> => {
    if (++ways > most) throw new TooManyWays(most);
    const asked: Term[] = [];
    const leaf = walk((test) => {
      asked.push(test);
      return given[asked.length - 1] ?? true;
    });
    let tree: Tree<Leaf> = { kind: 'leaf', leaf };
    for (let at = asked.length - 1; at >= given.length; at--) {
      const others = [...given, ...asked.slice(given.length, at).map(() => true), false];
      tree = { kind: 'ask', test: asked[at]!, yes: tree, no: build(others) };
    }
    return tree;
  };
  return build([]);
}

export function leaves<Leaf>(tree: Tree<Leaf>): Leaf[] {
  return tree.kind === 'leaf' ? [tree.leaf] : [...leaves(tree.yes), ...leaves(tree.no)];
}

export function mapLeaves<A, B>(tree: Tree<A>, change: (leaf: A) => B): Tree<B> {
  return tree.kind === 'leaf' ? { kind: 'leaf', leaf: change(tree.leaf) } : { ...tree, yes: mapLeaves(tree.yes, change), no: mapLeaves(tree.no, change) };
}
