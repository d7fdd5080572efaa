/**
 * Two tables in; out: that they do the same, or a shortest word on which they differ.
 *
 * The idea is Hopcroft's and Karp's (1971). Suppose the starts do the same. Then whatever one word reaches in both must do the same too, and
 * "does the same" is an equivalence; so the states of both tables are merged into ever larger classes (union by size, path halving: Tarjan and
 * van Leeuwen 1984), until nothing is left to merge or a pair is met of which something different is seen. At most
 * a.states + b.states - 1 pairs are merged, so this is near-linear, however many pairs of states there are.
 *
 * The word is shortest because pairs wait in a queue. Call the length of the word that led to a merged pair its depth, and the length of
 * the shortest word that tells its two states apart its distance. Let a word of length L > 0 tell the starts apart, and suppose that nothing
 * was seen while all merged pairs of depth below L were looked at. Of the merged pairs with depth + distance <= L (the starts are one) take
 * one of least distance. Its marks are alike and its depth is below L, so it was looked at and nothing was seen: its distance is 2 or
 * more. The first input of its shortest word (which both take: what both refuse could be left out) leads to states x and y, one nearer
 * to the difference. These were merged, then or before: a chain of merged pairs links them, none more than one deeper than ours, since
 * the queue goes by depth. A word that tells the ends of a chain apart tells the ends of one of its links apart. That link has
 * depth + distance <= L and a lesser distance: a contradiction. So something is seen after at most L inputs, and a word on which something
 * is seen is never shorter than the shortest. To have such words for all pairs of states at once takes more: a splitting tree (Smetsers,
 * Moerman and Jansen 2016).
 */
import { type Table, checkTable } from './table.ts';

export type Equivalence = Same | Different;

export interface Same {
  readonly kind: 'same';
  /** How many pairs of states were merged, each looked at on all inputs. */
  readonly pairs: number;
}

export interface Different {
  readonly kind: 'different';
  /** Inputs, from the starts: a shortest word on which the two are not seen to do the same. Up to its last input they are. */
  readonly word: readonly number[];
  /** What differs on the last input: whether it is refused, what is seen on the way, or what is seen of the state reached. */
  readonly seen: 'refusal' | 'output' | 'mark';
}

/**
 * Whether two tables with the same inputs do the same on every word, and if not, a shortest word that tells them apart: the empty one where
 * the marks of the starts differ. Throws a `RangeError` where a table does not hang together or the numbers of inputs differ.
 *
 * ```ts
 * const table = { states: 1, inputs: 1, start: 0, next: Int32Array.of(0), output: Int32Array.of(7), mark: Int32Array.of(0) };
 * distinguish(table, table); // { kind: 'same', pairs: 1 }
 * distinguish(table, { ...table, output: Int32Array.of(8) }); // { kind: 'different', word: [0], seen: 'output' }
 * ```
 */
export function distinguish(a: Table, b: Table): Equivalence {
  checkTable(a);
  checkTable(b);
  if (a.inputs !== b.inputs) throw new RangeError(`The inputs of two tables are numbered alike, but one has ${a.inputs} and the other ${b.inputs}.`);
  const { states, inputs, next: nextA, output: outputA, mark: markA } = a;
  const { next: nextB, output: outputB, mark: markB } = b;
  if (markA[a.start] !== markB[b.start]) return { kind: 'different', word: [], seen: 'mark' };
  // State s of b is element states + s. A root holds minus the size of its class, any other element the one above it.
  const above = new Int32Array(states + b.states).fill(-1);
  // The merged pairs as they were met, and from which of them, by which input.
  const left = new Int32Array(above.length);
  const right = new Int32Array(above.length);
  const from = new Int32Array(above.length);
  const by = new Int32Array(above.length);
  left[0] = a.start;
  right[0] = b.start;
  merge(above, a.start, states + b.start);
  let end = 1;
  for (let at = 0; at < end; at++) {
    const rowA = left[at]! * inputs;
    const rowB = right[at]! * inputs;
    for (let input = 0; input < inputs; input++) {
      const toA = nextA[rowA + input]!;
      const toB = nextB[rowB + input]!;
      if (toA < 0 || toB < 0) {
        if (toA !== toB) return { kind: 'different', word: wordTo(from, by, at, input), seen: 'refusal' };
        continue;
      }
      if (outputA[rowA + input] !== outputB[rowB + input]) return { kind: 'different', word: wordTo(from, by, at, input), seen: 'output' };
      if (!merge(above, toA, states + toB)) continue;
      // Two of one class have one mark, by the links between them: only a new link is looked at.
      if (markA[toA] !== markB[toB]) return { kind: 'different', word: wordTo(from, by, at, input), seen: 'mark' };
      left[end] = toA;
      right[end] = toB;
      from[end] = at;
      by[end++] = input;
    }
  }
  return { kind: 'same', pairs: end };
}

/** The inputs that led to a pair, and then `last`. */
function wordTo(from: Int32Array, by: Int32Array, pair: number, last: number): readonly number[] {
  const word = [last];
  for (let to = pair; to > 0; to = from[to]!) word.push(by[to]!);
  return word.reverse();
}

/** Makes one class of the classes of `x` and `y`; false where they were one. */
function merge(above: Int32Array, x: number, y: number): boolean {
  // Most of what is met again stands side by side or one above the other: the two looks tell, and the roots need not be fetched.
  const aboveX = above[x]!;
  const aboveY = above[y]!;
  if (aboveY === x || aboveX === y || (aboveX === aboveY && aboveX >= 0)) return false;
  const rootX = rootOf(above, x);
  const rootY = rootOf(above, y);
  if (rootX === rootY) return false;
  const isLarger = above[rootX]! <= above[rootY]!;
  const larger = isLarger ? rootX : rootY;
  const smaller = isLarger ? rootY : rootX;
  above[larger]! += above[smaller]!;
  above[smaller] = larger;
  return true;
}

function rootOf(above: Int32Array, element: number): number {
  let here = element;
  for (let up = above[here]!; up >= 0; up = above[here]!) {
    const second = above[up]!;
    if (second < 0) return up;
    above[here] = second;
    here = second;
  }
  return here;
}
