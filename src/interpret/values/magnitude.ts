/**
 * How terms compare as numbers, by their ranges and by what was asked of the two.
 *
 *     left > 3 was asked   →   left > 0 holds, left === 2 does not
 *     x < n was asked      →   x > n and x === n do not hold; x >= n does not either
 *
 * What is not less need not be more or equal: that takes two numbers that are known to be some (`isNumber`, no `nan`).
 */
import type { Constant } from '../../chart/chart.ts';
import { constantIn, member } from './fold.ts';
import { type Alike, anyOrder, decided, isRelation, type Order, related, type Relation, swapped } from './order.ts';
import { isNumber, isText, type Knowledge, looksForItem, placeIn, rangeOf, resolve, update } from './possible.ts';
import { anything, both, compared, has, isComparison, isEmpty, mirrored, outcome, without } from './range.ts';
import { stripCasts, type Term } from './term.ts';
import { termKey } from './term-text.ts';

type Binary = Term & { readonly kind: 'binary' };

/** Whether the term is truthy, where its size says so: what is falsy is 0 as a number, or none. */
export function truthOfSize(knowledge: Knowledge, term: Term): boolean | undefined {
  const range = rangeOf(knowledge, term);
  if (isEmpty(range)) return undefined;
  if (!range.nan && !has(range, 0)) return true;
  return isNumber(knowledge, term) && isEmpty({ ...without(range, 0), nan: false }) ? false : undefined;
}

/** Whether the comparison holds, where that is known. */
export function decideComparison(knowledge: Knowledge, term: Binary): boolean | undefined {
  const asked = relationOf(knowledge, term);
  if (!asked) return undefined;
  const { left, relation, right, isNegated } = asked;
  const limit = constantIn(right);
  const holds = limit ? decideLimit(knowledge, left, relation, limit) : decided(orderOf(knowledge, left, right), relation, alike(knowledge, left, right));
  return holds === undefined ? undefined : holds !== isNegated;
}

function decideLimit(knowledge: Knowledge, term: Term, relation: Relation, limit: Constant): boolean | undefined {
  if (limit.kind !== 'number') return undefined;
  const range = rangeOf(knowledge, term);
  if (relation !== '===') return outcome(range, relation, limit.value);
  if (isEmpty(range)) return undefined;
  // What is not this as a number is not this.
  if (!has(range, limit.value)) return false;
  return !range.nan && range.low === range.high && isNumber(knowledge, term) ? true : undefined;
}

/** Remembers the outcome of a comparison. */
export function assumeComparison(knowledge: Knowledge, term: Binary, value: boolean): void {
  for (const one of [term, { ...term, left: resolve(knowledge, term.left), right: resolve(knowledge, term.right) }]) {
    const asked = relationOf(knowledge, one);
    if (asked) learn(knowledge, asked, value !== asked.isNegated);
  }
}

function learn(knowledge: Knowledge, { left, relation, right }: Asked, holds: boolean): void {
  const limit = constantIn(right);
  if (!limit) return learnOrder(knowledge, left, relation, right, holds);
  if (limit.kind !== 'number' || relation === '===') return;
  update(knowledge, left, (entry) => ({ ...entry, range: compared(entry.range ?? anything, relation, limit.value, holds) }));
  const moved = offset(knowledge, left);
  if (moved && Number.isSafeInteger(limit.value - moved.by)) update(knowledge, moved.of, (entry) => ({ ...entry, range: compared(entry.range ?? anything, relation, limit.value - moved.by, holds) }));
}

/** `left - 1`, of a whole number: asking it is asking `left`. */
function offset(knowledge: Knowledge, given: Term): { of: Term; by: number } | undefined {
  const term = stripCasts(given);
  const by = term.kind === 'binary' && (term.operator === '+' || term.operator === '-') ? constantIn(term.right) : undefined;
  if (term.kind !== 'binary' || by?.kind !== 'number' || !Number.isSafeInteger(by.value)) return undefined;
  const { whole: isWhole, nan } = rangeOf(knowledge, term.left);
  return isWhole && !nan && isNumber(knowledge, term.left) ? { of: stripCasts(term.left), by: term.operator === '+' ? by.value : -by.value } : undefined;
}

interface Asked {
  readonly left: Term;
  readonly relation: Relation;
  /** A constant, if one of the two is. */
  readonly right: Term;
  readonly isNegated: boolean;
}

/** `3 < x` as `x > 3`, `x !== y` as not `x === y`; what compares loosely only of two that are alike. */
function relationOf(knowledge: Knowledge, { operator, left, right }: Binary): Asked | undefined {
  const strict = (operator === '==' || operator === '!=') && alike(knowledge, left, right) ? `${operator}=` : operator;
  const isNegated = strict === '!==';
  const relation = isNegated ? '===' : strict;
  if (!isRelation(relation)) return undefined;
  if (!constantIn(left)) return { left: stripCasts(left), relation, right: stripCasts(right), isNegated };
  return { left: stripCasts(right), relation: isComparison(relation) ? mirrored[relation] : relation, right: stripCasts(left), isNegated };
}

function alike(knowledge: Knowledge, left: Term, right: Term): Alike {
  if (isNumber(knowledge, left) && isNumber(knowledge, right)) return 'numbers';
  return isText(knowledge, left) && isText(knowledge, right) ? 'strings' : undefined;
}

/** One place for a pair, whichever is asked first. */
function pairOf(left: Term, right: Term): { key: Term; isSwapped: boolean } {
  const isSwapped = termKey(left) > termKey(right);
  const [first, second] = isSwapped ? [right, left] : [left, right];
  return { key: { kind: 'source', pieces: [first, ' <> ', second], tight: false }, isSwapped };
}

function orderOf(knowledge: Knowledge, left: Term, right: Term): Order {
  const { key, isSwapped } = pairOf(left, right);
  const seen = knowledge.entries.get(termKey(key))?.order ?? anyOrder;
  const asked = isSwapped ? swapped(seen) : seen;
  const isSame = termKey(left) === termKey(right);
  const kind = alike(knowledge, left, right);
  const order = { ...asked, less: asked.less && !isSame, more: asked.more && !isSame, incomparable: asked.incomparable && kind !== 'strings' };
  // Two texts compare by their letters, whatever they are as numbers.
  if (!isNumber(knowledge, left) && !isNumber(knowledge, right)) return order;
  const [a, b] = [rangeOf(knowledge, left), rangeOf(knowledge, right)];
  if (isEmpty(a) || isEmpty(b)) return order;
  const isApart = isEmpty({ ...both(a, b), nan: false });
  return {
    less: order.less && a.low < b.high,
    equal: order.equal && !isApart,
    more: order.more && a.high > b.low,
    incomparable: order.incomparable && (a.nan || b.nan),
  };
}

function learnOrder(knowledge: Knowledge, left: Term, relation: Relation, right: Term, holds: boolean): void {
  const { key, isSwapped } = pairOf(left, right);
  const order = related(orderOf(knowledge, left, right), relation, alike(knowledge, left, right), holds);
  update(knowledge, key, (entry) => ({ ...entry, order: isSwapped ? swapped(order) : order }));
}

/**
 * What does not come of looking where nothing is says that there is something: `list[2] !== undefined`, `open.has(id)`.
 * `excludes` says whether what was asked cannot be of what would be found in nothing.
 */
export function assumeThere(knowledge: Knowledge, term: Term, excludes: (nothing: Constant) => boolean): void {
  const longer = (size: Term, than: number): void => update(knowledge, size, (entry) => ({ ...entry, range: compared(entry.range ?? anything, '>', than, true) }));
  const place = placeIn(knowledge, term);
  if (place && excludes({ kind: 'undefined' })) longer(member(place.list, 'length', false), place.least);
  const sought = looksForItem(knowledge, term);
  if (sought && excludes(sought.nothing)) longer(sought.size, 0);
}
