/**
 * A labelled transition system in, the coarsest strong bisimulation out, as the class of each state: two states are in one class where the
 * same is seen of them and each step of the one can be answered by a step of the other, with the same label, into one class again.
 *
 * The idea is Paige's and Tarjan's (1987), for many labels at once and on refinable partitions, after Valmari (2009; Valmari and Franceschinis
 * 2010): O(m log n) for m transitions. Two partitions are kept, a fine one in classes and a coarse one in unions of neighbouring
 * classes. Always, two states of one class agree, for each label and union, on whether they have such a transition into that union. A union of
 * several classes is a debt: its smaller end class C becomes a union of its own, and each class is split three ways by each label:
 * into those that step into C alone, into C and into the rest, into the rest alone. The third is what "process the smaller half" needs
 * where a label may lead to several states: Hopcroft's trick is only right for functions. To know it without looking at the rest, the
 * transitions with one source, label and union form a bundle, and bundles are counted.
 *
 * Where we differ from Valmari: bundles are numbers with a size, not a third partition. A state is moved only as often as
 * a transition of it is looked at, and a transition only when the union it leads to has shrunk to half.
 */
import { numberPairs } from './numbering.ts';
import { type Partition, mark, partitionOf, split } from './partition.ts';
import { type TransitionSystem, checkSystem } from './system.ts';

export interface Classes {
  /** The class of each state, numbered 0, 1, 2, … in the order in which a walk along the states first meets them. */
  readonly classOf: Int32Array;
  readonly count: number;
}

/**
 * The classes of states that do the same (strong bisimilarity). Throws a `RangeError` where the system does not hang together.
 *
 * ```ts
 * // 0 -a-> 1, 0 -a-> 2, 3 -a-> 1: the states 1 and 2 can do nothing, 0 and 3 only come to such a state.
 * refine({ states: 4, labels: 1, from: Int32Array.of(0, 0, 3), label: Int32Array.of(0, 0, 0), to: Int32Array.of(1, 2, 1), mark: new Int32Array(4) });
 * // { classOf: [0, 1, 1, 0], count: 2 }
 * ```
 */
export function refine(system: TransitionSystem): Classes {
  checkSystem(system);
  const work = begin(system);
  const { partition, unionOf, unionFirst, unionEnd, divided } = work;
  const { classOf, elements, first, end } = partition;
  // At first all states are one union, that all steps lead into: what each state can do at all parts the classes.
  splitBySteps(work, 0, system.states);
  for (let union = divided.pop(); union !== undefined; union = divided.pop()) {
    const head = classOf[elements[unionFirst[union]!]!]!;
    const tail = classOf[elements[unionEnd[union]! - 1]!]!;
    const smaller = end[head]! - first[head]! <= end[tail]! - first[tail]! ? head : tail;
    if (smaller === head) unionFirst[union] = end[head]!;
    else unionEnd[union] = first[tail]!;
    const alone = work.unions++;
    unionFirst[alone] = first[smaller]!;
    unionEnd[alone] = end[smaller]!;
    unionOf[smaller] = alone;
    if (end[classOf[elements[unionFirst[union]!]!]!] !== unionEnd[union]) divided.push(union);
    splitBySteps(work, unionFirst[alone]!, unionEnd[alone]!);
  }
  const { numbers, count } = numberPairs(classOf, classOf);
  return { classOf: numbers, count };
}

interface Work {
  readonly partition: Partition;
  /** The union of a class; where in `elements` a union begins and ends; those of several classes. */
  readonly unionOf: Int32Array;
  readonly unionFirst: Int32Array;
  readonly unionEnd: Int32Array;
  readonly divided: number[];
  unions: number;
  /** The transitions, those into one state side by side: into state s from `intoFirst[s]` up to, without, `intoFirst[s + 1]`. */
  readonly intoFirst: Int32Array;
  readonly source: Int32Array;
  readonly label: Int32Array;
  /** The bundle of a transition, or `ALONE`. Of a bundle: its size, how many of it lead into the class just parted off, and the bundle that these become. */
  readonly bundleOf: Int32Array;
  readonly bundleSize: Int32Array;
  readonly parted: Int32Array;
  readonly heir: Int32Array;
  bundles: number;
  /** The transitions in hand, a linked list for each label: its first, or -1, and of a transition the one after it. */
  readonly firstOf: Int32Array;
  readonly after: Int32Array;
}

/** Instead of a bundle: the only transition of its source and label, which needs no counting. */
const ALONE = -1;

function begin({ states, labels, from, label, to, mark }: TransitionSystem): Work {
  const seen = numberPairs(mark, mark);
  const partition = partitionOf(seen.numbers, seen.count);
  const unionEnd = new Int32Array(states);
  unionEnd[0] = states;
  const intoFirst = new Int32Array(states + 1);
  for (let i = 0; i < to.length; i++) intoFirst[to[i]! + 1]!++;
  for (let state = 0; state < states; state++) intoFirst[state + 1]! += intoFirst[state]!;
  const filled = intoFirst.slice();
  const source = new Int32Array(to.length);
  const labelOf = new Int32Array(to.length);
  for (let i = 0; i < to.length; i++) {
    const step = filled[to[i]!]!++;
    source[step] = from[i]!;
    labelOf[step] = label[i]!;
  }
  const bundles = numberPairs(source, labelOf);
  const bundleSize = new Int32Array(to.length);
  for (let step = 0; step < to.length; step++) bundleSize[bundles.numbers[step]!]!++;
  return {
    partition,
    unionOf: new Int32Array(states),
    unionFirst: new Int32Array(states),
    unionEnd,
    divided: partition.count > 1 ? [0] : [],
    unions: 1,
    intoFirst,
    source,
    label: labelOf,
    bundleOf: bundles.numbers.map((bundle) => (bundleSize[bundle] === 1 ? ALONE : bundle)),
    bundleSize,
    parted: new Int32Array(to.length),
    heir: new Int32Array(to.length).fill(-1),
    bundles: bundles.count,
    firstOf: new Int32Array(labels).fill(-1),
    after: new Int32Array(to.length),
  };
}

/** Splits every class by its steps into the union that stands at `from` up to `to` in the elements. */
function splitBySteps(work: Work, from: number, to: number): void {
  const { partition, intoFirst, label, firstOf, after } = work;
  const labels: number[] = [];
  for (let at = from; at < to; at++) {
    const state = partition.elements[at]!;
    for (let step = intoFirst[state]!; step < intoFirst[state + 1]!; step++) {
      const labelled = label[step]!;
      if (firstOf[labelled] === -1) labels.push(labelled);
      after[step] = firstOf[labelled]!;
      firstOf[labelled] = step;
    }
  }
  for (const label of labels) {
    splitByLabel(work, firstOf[label]!);
    firstOf[label] = -1;
  }
}

/** The same for the steps of one label, a linked list. */
function splitByLabel(work: Work, list: number): void {
  const { partition, source, bundleOf, bundleSize, parted, after } = work;
  const touched: number[] = [];
  let isBundled = false;
  for (let step = list; step !== -1; step = after[step]!) {
    const bundle = bundleOf[step]!;
    isBundled ||= bundle !== ALONE;
    if (bundle !== ALONE && parted[bundle]!++ > 0) continue;
    if (mark(partition, source[step]!)) touched.push(partition.classOf[source[step]!]!);
  }
  splitTouched(work, touched);
  if (!isBundled) return;
  for (let step = list; step !== -1; step = after[step]!) {
    const bundle = bundleOf[step]!;
    if (bundle !== ALONE && parted[bundle] !== bundleSize[bundle]) continue;
    if (mark(partition, source[step]!)) touched.push(partition.classOf[source[step]!]!);
  }
  splitTouched(work, touched);
  for (let step = list; step !== -1; step = after[step]!) if (bundleOf[step] !== ALONE) rebundle(work, step);
}

/** A bundle that leads into the parted class alone stays as it is; of another, what leads there becomes a bundle of its own. */
function rebundle(work: Work, step: number): void {
  const { bundleOf, bundleSize, parted, heir } = work;
  const bundle = bundleOf[step]!;
  if (parted[bundle] === bundleSize[bundle]) parted[bundle] = 0;
  if (parted[bundle] === 0) return;
  if (heir[bundle] === -1) {
    heir[bundle] = work.bundles++;
    bundleSize[heir[bundle]!] = parted[bundle]!;
  }
  bundleOf[step] = heir[bundle]!;
  if (--parted[bundle]! > 0) return;
  bundleSize[bundle]! -= bundleSize[heir[bundle]!]!;
  heir[bundle] = -1;
}

/** Splits the classes with marked states, and leaves the list of them empty. */
function splitTouched({ partition, unionOf, unionFirst, unionEnd, divided }: Work, touched: number[]): void {
  for (const which of touched) {
    const union = unionOf[which]!;
    const wasWhole = partition.first[which] === unionFirst[union] && partition.end[which] === unionEnd[union];
    const added = split(partition, which);
    if (added === -1) continue;
    unionOf[added] = union;
    if (wasWhole) divided.push(union);
  }
  touched.length = 0;
}
