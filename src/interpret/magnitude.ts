/**
 * What is known of terms as numbers, and of how two of them compare: by what was asked, and by what they are made of.
 *
 *     left > 3 was asked             →   left > 0 holds, left === 2 does not
 *     list.length                    →   never less than 0
 *     [...list, x].length            →   never less than 1
 *     x < n was asked                →   x > n and x === n do not hold; x >= n does not either
 *
 * What is not less need not be more or equal: that takes two numbers that are known to be some (`isNumber`, no `nan`).
 */
import type { Constant } from '../chart/chart.ts';
import { plain } from '../syntax/constant-fold.ts';
import { constantIn, member } from './fold.ts';
import { isNumber, isText, type Knowledge, possible, resolve, typeOfTerm, update } from './knowledge.ts';
import { type Alike, anyOrder, decided, isRelation, type Order, related, type Relation, swapped } from './order.ts';
import { anything, both, compared, count, exactly, has, isComparison, isEmpty, mirrored, negative, noNumber, outcome, plus, type Range, spanning, whole, without } from './range.ts';
import { stripCasts, type Term, termKey } from './term.ts';

type Binary = Term & { readonly kind: 'binary' };

/** What `<` makes of the term: nothing but a number where it is compared with one. */
export function rangeOf(knowledge: Knowledge, given: Term): Range {
  const term = stripCasts(given);
  const entry = knowledge.entries.get(termKey(term));
  let range = madeOf(knowledge, term);
  if (!entry) return range;
  if (entry.range) range = both(range, entry.range);
  if (entry.equals) range = both(range, ofConstant(entry.equals));
  if (entry.truthy === false) range = both(range, { ...exactly(0), nan: true });
  if (!isNumber(knowledge, term)) return range;
  if (entry.truthy === true) range = { ...without(range, 0), nan: false };
  for (const constant of entry.not) if (constant.kind === 'number') range = without(range, constant.value);
  return range;
}

function ofConstant(constant: Constant): Range {
  return constant.kind === 'bigint' ? anything : exactly(Number(plain(constant)));
}

/** By what it is, whatever was asked. */
function madeOf(knowledge: Knowledge, term: Term): Range {
  switch (term.kind) {
    case 'constant':
      return ofConstant(term.constant);
    case 'variable':
    case 'late':
      return knowledge.typing.counts(term.binding) ?? ofType(knowledge, term);
    case 'member':
      return term.property === 'length' || term.property === 'size' ? (lengthOf(knowledge, term.object, term.property) ?? ofType(knowledge, term)) : ofType(knowledge, term);
    case 'unary':
      if (term.operator === '+') return rangeOf(knowledge, term.argument);
      return term.operator === '-' && isNumber(knowledge, term.argument) ? negative(rangeOf(knowledge, term.argument)) : anything;
    case 'binary': {
      const [left, right] = [rangeOf(knowledge, term.left), rangeOf(knowledge, term.right)];
      if (term.operator === '+' && isNumber(knowledge, term.left) && isNumber(knowledge, term.right)) return plus(left, right);
      if (term.operator === '-' && (isNumber(knowledge, term.left) || isNumber(knowledge, term.right))) return plus(left, negative(right));
      return anything;
    }
    case 'conditional':
      return spanning(rangeOf(knowledge, term.then), rangeOf(knowledge, term.else));
    case 'call':
      return isPlaceIn(knowledge, term) ? { ...whole, low: -1 } : ofType(knowledge, term);
    default:
      return ofType(knowledge, term);
  }
}

/** `0 | 1 | 2` */
function ofType(knowledge: Knowledge, term: Term): Range {
  const left = possible(knowledge, term) ?? [];
  const numbers = left.flatMap((type) => (type.kind === 'literal' && type.constant.kind === 'number' ? [exactly(type.constant.value)] : []));
  return numbers.length > 0 && numbers.length === left.length ? numbers.reduce(spanning) : anything;
}

const places = new Set(['indexOf', 'lastIndexOf', 'findIndex', 'findLastIndex']);

/** `list.indexOf(x)` */
function isPlaceIn(knowledge: Knowledge, call: Term & { kind: 'call' }): boolean {
  const { callee } = call;
  return callee.kind === 'member' && places.has(callee.property) && (typeOfTerm(knowledge, callee.object).kind === 'array' || isText(knowledge, callee.object));
}

/** How long a list or a text is, or how large a collection. */
function lengthOf(knowledge: Knowledge, given: Term, property: 'length' | 'size'): Range | undefined {
  const list = stripCasts(given);
  if (property === 'size') return isCollection(knowledge, list) ? sizeOf(knowledge, list) : undefined;
  if (list.kind === 'array') return list.items.map((item) => (item.kind === 'spread' ? spreadOut(knowledge, item.list) : exactly(1))).reduce(plus, exactly(0));
  if (typeOfTerm(knowledge, list).kind === 'array') return count;
  return isText(knowledge, list) ? count : undefined;
}

function spreadOut(knowledge: Knowledge, given: Term): Range {
  const list = stripCasts(given);
  if (list.kind === 'array' || typeOfTerm(knowledge, list).kind === 'array') return rangeOf(knowledge, member(list, 'length', false));
  return isCollection(knowledge, list) ? rangeOf(knowledge, member(list, 'size', false)) : count;
}

/** `new Set(['a', 'b'])`: items may be the same. */
function sizeOf(knowledge: Knowledge, collection: Term): Range {
  if (collection.kind !== 'call' || !collection.isNew) return count;
  const [given] = collection.arguments;
  if (!given) return exactly(0);
  const { low, high } = spreadOut(knowledge, given);
  return { ...count, low: Math.min(low, 1), high };
}

function isCollection(knowledge: Knowledge, term: Term): boolean {
  if (term.kind === 'call' && term.isNew && term.callee.kind === 'global') return term.callee.name === 'Set' || term.callee.name === 'Map';
  const type = typeOfTerm(knowledge, term);
  return type.kind === 'instance' && (type.name === 'Set' || type.name === 'Map');
}

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

/** `list[2]` that is there: the list is longer than 2. */
export function assumeThere(knowledge: Knowledge, given: Term): void {
  const place = placeIn(knowledge, given);
  if (place) update(knowledge, member(place.list, 'length', false), (entry) => ({ ...entry, range: compared(entry.range ?? anything, '>', place.least, true) }));
}

/** Whether the term looks where a list is known to have nothing. */
export function isBeyond(knowledge: Knowledge, given: Term): boolean {
  const place = placeIn(knowledge, given);
  return place !== undefined && outcome(rangeOf(knowledge, member(place.list, 'length', false)), '<=', place.least) === true;
}

/** `list[2]`, `list.at(-3)`: there is something only in a list longer than 2. */
function placeIn(knowledge: Knowledge, given: Term): { list: Term; least: number } | undefined {
  const term = stripCasts(given);
  const isAt = term.kind === 'call' && term.callee.kind === 'member' && term.callee.property === 'at' && term.arguments.length === 1;
  const [list, at] = term.kind === 'index' ? [term.object, term.index] : isAt && term.callee.kind === 'member' ? [term.callee.object, term.arguments[0]!] : [];
  const place = at && constantIn(at);
  if (!list || place?.kind !== 'number' || !Number.isSafeInteger(place.value) || typeOfTerm(knowledge, list).kind !== 'array') return undefined;
  if (place.value >= 0) return { list, least: place.value };
  return isAt ? { list, least: -place.value - 1 } : undefined;
}
