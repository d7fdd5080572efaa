/** In percent, by what is sold. */
const RATES = /** @type {const} */ ({ food: 7, other: 19 });

/** @typedef {keyof typeof RATES} Rate */

/**
 * @param {number} cents without the tax
 * @param {Rate} rate
 */
export function taxed(cents, rate) {
  return Math.round((cents * (100 + RATES[rate])) / 100);
}
