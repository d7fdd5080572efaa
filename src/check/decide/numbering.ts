/** Pairs of numbers in, one small number for each different pair out: a hash table with open addressing, in typed arrays. */

export interface Numbering {
  /** `numbers[i]` stands for the i-th pair. Equal pairs have equal numbers: 0, 1, 2, … in the order in which they are first met. */
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly count: number;
}

/** Numbers the pairs `(left[i], right[i])` of two lists of one length. */
export function numberPairs(left: Int32Array, right: Int32Array): Numbering {
  const numbers = new Int32Array(left.length);
  // A slot holds the place of the first pair that fell there, plus one. At least half of the slots stay empty.
  const mask = 2 ** Math.ceil(Math.log2(left.length + 1) + 1) - 1;
  const slots = new Int32Array(mask + 1);
  let count = 0;
  for (let i = 0; i < left.length; i++) {
    let slot = mixed(left[i]!, right[i]!) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const first = slots[slot]! - 1;
      if (left[first] === left[i] && right[first] === right[i]) break;
    }
    if (slots[slot] === 0) {
      slots[slot] = i + 1;
      numbers[i] = count++;
    } else {
      numbers[i] = numbers[slots[slot]! - 1]!;
    }
  }
  return { numbers, count };
}

/** Two numbers stirred so that neighbours fall far apart: multiply and shift, as in MurmurHash3's last step. */
function mixed(left: number, right: number): number {
  let bits = Math.imul(left, 0x9e3779b1) + right;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
