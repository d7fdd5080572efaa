/**
 * All ways through the code from one place: the tree of the conditions that are asked, its leaves where each way ends.
 * Each way is run with its answers given; a run that asks further answers yes, and owes the other tree.
 */
import type { Term } from './values/term.ts';

export type Tree<Leaf> = { readonly kind: 'leaf'; readonly leaf: Leaf } | { readonly kind: 'ask'; readonly test: Term; readonly yes: Tree<Leaf>; readonly no: Tree<Leaf> };

/** Thrown where there are more ways than anyone would read. */
export class TooManyWays extends Error {
  readonly most: number;
  constructor(most: number) {
    super(`more than ${most} ways`);
    this.most = most;
  }
}

/**
 * `walk` goes one way, and says by `mark` where it has come to; what it has not been down is gone from the last such place before the
 * question, or from the start (`from` is then nothing). A place is only made when something is asked there.
 */
export function grow<Leaf, Place = never>(walk: (answer: (test: Term) => boolean, from: Place | undefined, mark: (place: () => Place) => void) => Leaf, most: number): Tree<Leaf> {
  let ways = 0;
  const build = (given: readonly boolean[], from: Marked<Place> | undefined): Tree<Leaf> => {
    if (++ways > most) throw new TooManyWays(most);
    let last = from;
    let reached: (() => Place) | undefined;
    let count = from?.asked ?? 0;
    const open: { readonly test: Term; readonly from: Marked<Place> | undefined }[] = [];
    const answer = (test: Term): boolean => {
      const answered = given[count];
      if (answered === undefined) {
        if (reached) last = { place: reached(), asked: count };
        open.push({ test, from: last });
      }
      reached = undefined;
      count++;
      return answered ?? true;
    };
    const leaf = walk(answer, from?.place, (place) => (reached = place));
    let tree: Tree<Leaf> = { kind: 'leaf', leaf };
    for (let at = open.length - 1; at >= 0; at--) {
      const { test, from: marked } = open[at]!;
      tree = { kind: 'ask', test, yes: tree, no: build([...given, ...open.slice(0, at).map(() => true), false], marked) };
    }
    return tree;
  };
  return build([], undefined);
}

interface Marked<Place> {
  readonly place: Place;
  /** How many questions had been asked by then. */
  readonly asked: number;
}

export function leaves<Leaf>(tree: Tree<Leaf>): Leaf[] {
  return tree.kind === 'leaf' ? [tree.leaf] : [...leaves(tree.yes), ...leaves(tree.no)];
}

export function mapLeaves<A, B>(tree: Tree<A>, change: (leaf: A) => B): Tree<B> {
  return tree.kind === 'leaf' ? { kind: 'leaf', leaf: change(tree.leaf) } : { ...tree, yes: mapLeaves(tree.yes, change), no: mapLeaves(tree.no, change) };
}
