/**
 * A tree of conditions → guards that a person would write.
 *
 *     a ? (b ? X : Y) : Y   →   [a && b] X, [else] Y
 *
 * Neighbouring leaves that come to the same are joined, so it does not matter whether the code nested its `if`s or wrote
 * `&&`. A guard is the whole condition of its way, less what its other parts imply, so that the order of arrows says nothing.
 */
import { binary, constantIn, logical, unary } from '../interpret/values/fold.ts';
import { assume, known } from '../interpret/values/knowledge.ts';
import { type Knowledge, possible } from '../interpret/values/possible.ts';
import { constantTerm, stripCasts, type Term } from '../interpret/values/term.ts';
import { termKey } from '../interpret/values/term-text.ts';
import type { Tree } from '../interpret/tree.ts';

export interface Guarded<Leaf> {
  /** Absent: no condition. */
  readonly guard: Term | 'else' | undefined;
  readonly leaf: Leaf;
}

/** Joins what comes to the same; leaves of one key are the same. */
export function simplify<Leaf>(tree: Tree<Leaf>, keyOf: (leaf: Leaf) => string): Tree<Leaf> {
  return simplified(tree, numbering(keyOf));
}

function simplified<Leaf>(tree: Tree<Leaf>, numberOf: (tree: Tree<Leaf>) => number): Tree<Leaf> {
  if (tree.kind === 'leaf') return tree;
  const yes = simplified(tree.yes, numberOf);
  const no = simplified(tree.no, numberOf);
  return join({ kind: 'ask', test: stripCasts(tree.test), yes, no }, numberOf);
}

/** Equal trees, equal numbers: each is looked at once. */
function numbering<Leaf>(keyOf: (leaf: Leaf) => string): (tree: Tree<Leaf>) => number {
  const numbers = new Map<string, number>();
  const known = new Map<Tree<Leaf>, number>();
  const numberOf = (tree: Tree<Leaf>): number => {
    const before = known.get(tree);
    if (before !== undefined) return before;
    const key = tree.kind === 'leaf' ? `leaf ${keyOf(tree.leaf)}` : `${numberOf(tree.yes)} ${numberOf(tree.no)} ${termKey(tree.test)}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    known.set(tree, number);
    return number;
  };
  return numberOf;
}

function join<Leaf>(tree: Tree<Leaf> & { kind: 'ask' }, numberOf: (tree: Tree<Leaf>) => number): Tree<Leaf> {
  const same = (a: Tree<Leaf>, b: Tree<Leaf>): boolean => numberOf(a) === numberOf(b);
  const { test, yes, no } = tree;
  if (same(yes, no)) return yes;
  // A negated test reads better the other way round.
  if (test.kind === 'unary' && test.operator === '!') return join({ kind: 'ask', test: test.argument, yes: no, no: yes }, numberOf);
  if (yes.kind === 'ask') {
    if (same(yes.no, no)) return join({ kind: 'ask', test: logical('&&', test, yes.test), yes: yes.yes, no }, numberOf);
    if (same(yes.yes, no)) return join({ kind: 'ask', test: logical('&&', test, unary('!', yes.test)), yes: yes.no, no }, numberOf);
  }
  if (no.kind === 'ask') {
    if (same(no.yes, yes)) return join({ kind: 'ask', test: logical('||', test, no.test), yes, no: no.no }, numberOf);
    if (same(no.no, yes)) return join({ kind: 'ask', test: logical('||', test, unary('!', no.test)), yes, no: no.yes }, numberOf);
  }
  return tree;
}

export function treeKey<Leaf>(tree: Tree<Leaf>, keyOf: (leaf: Leaf) => string): string {
  return tree.kind === 'leaf' ? keyOf(tree.leaf) : `(${termKey(tree.test)} ? ${treeKey(tree.yes, keyOf)} : ${treeKey(tree.no, keyOf)})`;
}

/** The leaves with their guards; the last is `else`, unless a leaf is left out (`isNothing`). */
export function guards<Leaf>(tree: Tree<Leaf>, learned: () => Knowledge, isNothing: (leaf: Leaf) => boolean): Guarded<Leaf>[] {
  if (tree.kind === 'leaf') return isNothing(tree.leaf) ? [] : [{ guard: undefined, leaf: tree.leaf }];
  const ways: { terms: readonly { test: Term; holds: boolean }[]; leaf: Leaf }[] = [];
  const walk = (at: Tree<Leaf>, terms: readonly { test: Term; holds: boolean }[]): void => {
    if (at.kind === 'leaf') ways.push({ terms, leaf: at.leaf });
    else {
      walk(at.yes, [...terms, { test: at.test, holds: true }]);
      walk(at.no, [...terms, { test: at.test, holds: false }]);
    }
  };
  walk(tree, []);
  const complete = !ways.some((way) => isNothing(way.leaf));
  return ways.filter((way) => !isNothing(way.leaf)).map((way, at, all) => ({ guard: complete && at === all.length - 1 ? 'else' : conjunction(way.terms, learned), leaf: way.leaf }));
}

interface Part {
  readonly test: Term;
  readonly holds: boolean;
}

const LONGEST = 60;

/** All conditions of a way; one that the others imply is left out. */
function conjunction(terms: readonly Part[], learned: () => Knowledge): Term {
  let kept = onlyLeft(terms, learned);
  // Of a guard that nobody would read, nobody would read less.
  if (kept.length <= LONGEST) for (const one of kept) {
    const others = kept.filter((other) => other !== one);
    const knowledge = learned();
    for (const other of others) assume(knowledge, other.test, other.holds);
    if (others.length > 0 && known(knowledge, one.test) === one.holds) kept = others;
  }
  return kept.map((one) => (one.holds ? one.test : negate(one.test))).reduce((left, right) => logical('&&', left, right));
}

/** `to` is none of the others: then it is the one that is left, and said so. */
function onlyLeft(terms: readonly Part[], learned: () => Knowledge): readonly Part[] {
  const knowledge = learned();
  for (const one of terms) assume(knowledge, one.test, one.holds);
  const said = new Set<string>();
  return terms.flatMap((one): Part[] => {
    const bare = stripCasts(one.test);
    if (one.holds || bare.kind !== 'binary' || bare.operator !== '===' || !constantIn(bare.right)) return [one];
    const left = possible(knowledge, bare.left);
    const only = left?.length === 1 ? left[0] : undefined;
    if (only?.kind !== 'literal') return [one];
    const key = termKey(bare.left);
    if (said.has(key)) return [];
    said.add(key);
    return [{ test: binary('===', bare.left, constantTerm(only.constant)), holds: true }];
  });
}

/** `!(a && b)` stays; `!(a === b)` is `a !== b`. */
function negate(term: Term): Term {
  const bare = stripCasts(term);
  if (bare.kind === 'binary' && bare.operator === '===' && constantIn(bare.right)) return binary('!==', bare.left, bare.right);
  return unary('!', bare);
}
