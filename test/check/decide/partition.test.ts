/** The refinable partition against sets. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mark, partitionOf, split } from '../../../src/check/decide/partition.ts';

test('classes are split into the marked and the others, and nothing else happens to them', () => {
  const first = fc.array(fc.nat(2), { minLength: 1, maxLength: 12 }).map((list) => list.map((which) => [...new Set(list)].indexOf(which)));
  fc.assert(
    fc.property(first, fc.array(fc.array(fc.nat(11), { maxLength: 8 }), { maxLength: 6 }), (classes, rounds) => {
      const partition = partitionOf(Int32Array.from(classes), new Set(classes).size);
      let expected: readonly (readonly number[])[] = [...new Set(classes)].map((which) => classes.flatMap((other, element) => (other === which ? [element] : [])));
      for (const round of rounds) {
        const marked = new Set(round.map((element) => element % classes.length));
        const touched = new Set<number>();
        for (const element of marked) if (mark(partition, element)) touched.add(partition.classOf[element]!);
        for (const element of marked) expect(mark(partition, element)).toBe(false);
        for (const which of touched) split(partition, which);
        expected = expected.flatMap((members) => [members.filter((element) => marked.has(element)), members.filter((element) => !marked.has(element))]).filter((members) => members.length > 0);
        expect(membersOf(partition)).toEqual(sorted(expected));
      }
      expect([...partition.place].map((at) => partition.elements[at])).toEqual([...classes.keys()]);
    }),
  );
});

function membersOf({ count, elements, first, end, classOf }: ReturnType<typeof partitionOf>): string[] {
  const lists = Array.from({ length: count }, (_, which) => [...elements.subarray(first[which], end[which])]);
  lists.forEach((members, which) => expect(members.every((element) => classOf[element] === which)).toBe(true));
  return sorted(lists);
}

function sorted(lists: readonly (readonly number[])[]): string[] {
  return lists.map((members) => members.toSorted((a, b) => a - b).join()).sort();
}
