/**
 * Intervals (Cousot and Cousot, 1976): what is known of a value as the number that `<` makes of it.
 */

export interface Range {
  readonly low: number;
  readonly high: number;
  /** The end itself is not in it. */
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
  /** It may be no number, which compares with none. */
  readonly nan: boolean;
  /** If it is a number, it is a whole one, and not infinite. */
  readonly whole: boolean;
}

/** Nothing is known. */
export const anything: Range = { low: -Infinity, high: Infinity, isLowOpen: false, isHighOpen: false, nan: true, whole: false };

const noNumber: Range = { ...anything, low: Infinity, high: -Infinity };

/** A whole number. */
export const whole: Range = { ...anything, nan: false, whole: true };

/** A length or a size. */
export const count: Range = { ...whole, low: 0 };

export function exactly(value: number): Range {
  return Number.isNaN(value) ? noNumber : { ...anything, low: value, high: value, nan: false, whole: Number.isInteger(value) };
}

export type Comparison = '<' | '<=' | '>' | '>=';

export function isComparison(operator: string): operator is Comparison {
  return operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
}

/** `3 < x` is `x > 3`. */
export const mirrored: Readonly<Record<Comparison, Comparison>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

const negated: Readonly<Record<Comparison, Comparison>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** What is left of the range where a comparison with `limit` has this outcome. */
export function compared(range: Range, operator: Comparison, limit: number, holds: boolean): Range {
  if (Number.isNaN(limit)) return range;
  // What is no number fails every comparison.
  const nan = !holds && range.nan;
  const asked = holds ? operator : negated[operator];
  return asked === '<' || asked === '<=' ? below(range, limit, asked === '<', nan, range.whole) : above(range, limit, asked === '>', nan, range.whole);
}

function below({ low, high, isLowOpen, isHighOpen }: Range, limit: number, isOpen: boolean, nan: boolean, isWhole: boolean): Range {
  return limit > high ? settled(low, high, isLowOpen, isHighOpen, nan, isWhole) : settled(low, limit, isLowOpen, isOpen || (limit === high && isHighOpen), nan, isWhole);
}

function above({ low, high, isLowOpen, isHighOpen }: Range, limit: number, isOpen: boolean, nan: boolean, isWhole: boolean): Range {
  return limit < low ? settled(low, high, isLowOpen, isHighOpen, nan, isWhole) : settled(limit, high, isOpen || (limit === low && isLowOpen), isHighOpen, nan, isWhole);
}

/** Whole numbers are between the nearest whole ones. */
function settled(low: number, high: number, isLowOpen: boolean, isHighOpen: boolean, nan: boolean, isWhole: boolean): Range {
  if (!isWhole) return { low, high, isLowOpen, isHighOpen, nan, whole: false };
  const lowest = isLowOpen && Number.isSafeInteger(low) ? low + 1 : Math.ceil(low);
  const highest = isHighOpen && Number.isSafeInteger(high) ? high - 1 : Math.floor(high);
  return { low: lowest, high: highest, isLowOpen: false, isHighOpen: false, nan, whole: true };
}

/** The range without one number. */
export function without(range: Range, value: number): Range {
  const { low, high, isLowOpen, isHighOpen, nan, whole: isWhole } = range;
  if (value === low) return settled(low, high, true, isHighOpen, nan, isWhole);
  return value === high ? settled(low, high, isLowOpen, true, nan, isWhole) : range;
}

/** The numbers that are in both. */
export function both(a: Range, b: Range): Range {
  const isWhole = a.whole || b.whole;
  return above(below(a, b.high, b.isHighOpen, a.nan && b.nan, false), b.low, b.isLowOpen, a.nan && b.nan, isWhole);
}

/** The numbers that are in one of them, and those between. */
export function spanning(a: Range, b: Range): Range {
  if (!hasNumber(a) || !hasNumber(b)) return { ...(hasNumber(a) ? a : b), nan: a.nan || b.nan };
  const [lowest, highest] = [a.low < b.low || (a.low === b.low && !a.isLowOpen) ? a : b, a.high > b.high || (a.high === b.high && !a.isHighOpen) ? a : b];
  return { low: lowest.low, isLowOpen: lowest.isLowOpen, high: highest.high, isHighOpen: highest.isHighOpen, nan: a.nan || b.nan, whole: a.whole && b.whole };
}

/** Whether no value is left: what is known contradicts itself. */
export function isEmpty(range: Range): boolean {
  return !range.nan && !hasNumber(range);
}

function hasNumber({ low, high, isLowOpen, isHighOpen }: Range): boolean {
  return low < high || (low === high && !isLowOpen && !isHighOpen);
}

export function has(range: Range, value: number): boolean {
  const isAbove = range.isLowOpen ? value > range.low : value >= range.low;
  return isAbove && (range.isHighOpen ? value < range.high : value <= range.high) && (!range.whole || Number.isInteger(value));
}

/** The outcome of a comparison with `limit`, where all of the range agrees. */
export function outcome(range: Range, operator: Comparison, limit: number): boolean | undefined {
  if (isEmpty(range)) return undefined;
  const [mayHold, mayFail] = [true, false].map((holds) => !isEmpty(compared(range, operator, limit, holds)));
  return mayHold === mayFail ? undefined : mayHold;
}

/** Sums of numbers, as JavaScript rounds them. */
export function plus(a: Range, b: Range): Range {
  // Infinities may cancel out.
  const mayCancel = (one: Range, other: Range): boolean => has(one, Infinity) && has(other, -Infinity);
  return { ...anything, low: nearest(a.low + b.low, -Infinity), high: nearest(a.high + b.high, Infinity), nan: a.nan || b.nan || mayCancel(a, b) || mayCancel(b, a), whole: a.whole && b.whole };
}

function nearest(sum: number, otherwise: number): number {
  return Number.isNaN(sum) ? otherwise : sum;
}

export function negative(range: Range): Range {
  return { ...range, low: -range.high, high: -range.low, isLowOpen: range.isHighOpen, isHighOpen: range.isLowOpen };
}
