/**
 * A partition that can only become finer: the refinable partition of Valmari and Lehtinen (2008). Elements are marked one by one, each in constant
 * time; then a class is split in two, the marked and the others, in time proportional to the marked alone.
 *
 *     elements   c a │ f b e d │ g        first, end    0 2 │ 2 6 │ 6 7
 *                      ─── marked: 2      splits into   f b │ e d
 */
export interface Partition {
  /** How many classes there are, numbered from 0. */
  count: number;
  readonly classOf: Int32Array;
  /** All elements, class after class; within a class the marked come first. */
  readonly elements: Int32Array;
  /** Where in `elements` an element stands. */
  readonly place: Int32Array;
  /** Of a class: where it begins in `elements`, where it ends (the place after its last), and how many of it are marked. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly marked: Int32Array;
}

/** The partition in which each element is in the class given for it; the classes are numbered from 0, and none is empty. */
export function partitionOf(classOf: Int32Array, count: number): Partition {
  const size = classOf.length;
  const partition: Partition = {
    count,
    classOf: classOf.slice(),
    elements: new Int32Array(size),
    place: new Int32Array(size),
    first: new Int32Array(size),
    end: new Int32Array(size),
    marked: new Int32Array(size),
  };
  const { elements, place, first, end } = partition;
  for (let element = 0; element < size; element++) end[classOf[element]!]!++;
  for (let which = 1; which < count; which++) end[which]! += end[which - 1]!;
  for (let which = 0; which < count; which++) first[which] = end[which]!;
  for (let element = size - 1; element >= 0; element--) {
    const at = --first[classOf[element]!]!;
    elements[at] = element;
    place[element] = at;
  }
  return partition;
}

/** Marks an element. True where it is the first of its class to be marked, and that class has more than one. */
export function mark({ classOf, elements, place, first, end, marked }: Partition, element: number): boolean {
  const which = classOf[element]!;
  // A class of one has nothing to part, and near the end of a refinement most are such.
  if (first[which]! + 1 === end[which]) return false;
  const to = first[which]! + marked[which]!;
  const at = place[element]!;
  if (at < to) return false;
  const other = elements[to]!;
  elements[at] = other;
  place[other] = at;
  elements[to] = element;
  place[element] = to;
  return marked[which]!++ === 0;
}

/** Makes a class of its own of the marked of a class, and gives its number; -1 where there is nothing to part. No mark is left. */
export function split(partition: Partition, which: number): number {
  const { classOf, elements, first, end, marked } = partition;
  const from = first[which]!;
  const to = from + marked[which]!;
  marked[which] = 0;
  if (to === from || to === end[which]) return -1;
  const added = partition.count++;
  first[added] = from;
  end[added] = to;
  first[which] = to;
  for (let at = from; at < to; at++) classOf[elements[at]!] = added;
  return added;
}
