/**
 * What a term may still be: its type, and its range as a number, by what it is made of and by what was asked of it on the way. The
 * two ask each other: a place that a list does not reach is `undefined`.
 *
 *     list.length           →   never less than 0
 *     [...list, x].length   →   never less than 1
 */
import type { Constant } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';
import { plain } from '../../syntax/constants/constant-fold.ts';
import type { Type } from '../../syntax/types/type.ts';
import { binary, called, conditional, constantIn, index, isBoolean, logical, member, template, unary, updated } from './fold.ts';
import type { Order } from './order.ts';
import { knownIn } from './place.ts';
import { anything, both, count, exactly, negative, outcome, plus, type Range, spanning, whole, without } from './range.ts';
import { constantTerm, stripCasts, type Term } from './term.ts';
import { termKey } from './term-text.ts';
import { binaryType, fieldOfEither, isOf, literalType, membersOf, methodResult, present, primitive, unaryType, unionOf, unknownType } from './type-parts.ts';
import type { Typing } from './typing.ts';

export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly typing: Typing;
  /** What terms and calls came to, and what is left to terms, as long as nothing more is learnt. */
  readonly resolved: Map<Term, Term>;
  readonly left: Map<Term, readonly Type[] | undefined>;
  readonly unfolded: Map<string, Term | undefined>;
}

interface Entry {
  readonly equals?: Constant;
  readonly not: readonly Constant[];
  readonly truthy?: boolean;
  /** The members of its type that are left. */
  readonly members?: readonly Type[];
  /** As a number. */
  readonly range?: Range;
  /** Of a pair of terms: how they compare. */
  readonly order?: Order;
}

export function createKnowledge(typing: Typing, entries?: Knowledge['entries']): Knowledge {
  return { typing, entries: new Map(entries), resolved: new Map(), left: new Map(), unfolded: new Map() };
}

/** What kind of thing has just arrived. */
export function setType(knowledge: Knowledge, term: Term, type: Type): void {
  learn(knowledge, termKey(term), { not: [], members: membersOf(type) });
}

export function setConstant(knowledge: Knowledge, term: Term, constant: Constant): void {
  learn(knowledge, termKey(term), { not: [], equals: constant });
}

export function update(knowledge: Knowledge, term: Term, change: (entry: Entry) => Entry): void {
  const key = termKey(term);
  learn(knowledge, key, change(knowledge.entries.get(key) ?? nothingYet));
}

const nothingYet: Entry = { not: [] };

function learn({ entries, resolved, left, unfolded }: Knowledge, key: string, entry: Entry): void {
  (entries as Map<string, Entry>).set(key, entry);
  if (resolved.size > 0) resolved.clear();
  if (left.size > 0) left.clear();
  if (unfolded.size > 0) unfolded.clear();
}

/** The members of the term's type that are still possible; nothing where its type is not known. */
export function possible(knowledge: Knowledge, given: Term): readonly Type[] | undefined {
  const term = stripCasts(given);
  const before = knowledge.left.get(term);
  if (before || knowledge.left.has(term)) return before;
  const now = possibleNow(knowledge, term);
  knowledge.left.set(term, now);
  return now;
}

function possibleNow(knowledge: Knowledge, term: Term): readonly Type[] | undefined {
  const entry = knowledge.entries.get(termKey(term));
  const members = entry?.members ?? membersOf(typeOfTerm(knowledge, term));
  if (members.some((one) => one.kind === 'unknown')) return undefined;
  if (!entry) return expand(members);
  return expand(members).filter((one) => compatible(one, entry));
}

/** The members, with `boolean` as the two it is. */
export function expand(members: readonly Type[]): readonly Type[] {
  return members.some(isBooleanType) ? members.flatMap((one) => (isBooleanType(one) ? bothTruths : [one])) : members;
}

function isBooleanType(type: Type): boolean {
  return type.kind === 'primitive' && type.name === 'boolean';
}

const bothTruths: readonly Type[] = [false, true].map((value) => literalType({ kind: 'boolean', value }));

function compatible(type: Type, entry: Entry): boolean {
  if (entry.equals && !couldEqual(type, entry.equals)) return false;
  if (type.kind === 'literal' && entry.not.some((constant) => sameConstant(constant, (type as { constant: Constant }).constant))) return false;
  const truth = truthOf(type);
  return entry.truthy === undefined || truth === undefined || truth === entry.truthy;
}

export function couldEqual(type: Type, constant: Constant): boolean {
  if (type.kind === 'literal') return sameConstant(type.constant, constant);
  if (type.kind === 'primitive') return type.name === constant.kind;
  return type.kind === 'unknown' || (isEmpty(type) && constant.kind !== 'null' && constant.kind !== 'undefined');
}

/** `{}`, which is whatever there is: text, numbers and `false` too. */
export function isEmpty(type: Type): boolean {
  return type.kind === 'object' && type.fields.length === 0;
}

export function sameConstant(a: Constant, b: Constant): boolean {
  return a.kind === b.kind && (!('value' in a) || Object.is(a.value, (b as { value: unknown }).value));
}

/** Whether every value of the type is truthy, or every one falsy. */
export function truthOf(type: Type): boolean | undefined {
  switch (type.kind) {
    case 'literal':
      return Boolean(plain(type.constant));
    case 'object':
      return isEmpty(type) ? undefined : true;
    case 'array':
    case 'function':
    case 'instance':
      return true;
    default:
      return undefined;
  }
}

const undefinedType = literalType({ kind: 'undefined' });

function orUndefined(type: Type): Type {
  return type.kind === 'unknown' ? type : unionOf([type, undefinedType]);
}

export function typeOfTerm(knowledge: Knowledge, given: Term): Type {
  const term = stripCasts(given);
  const entry = knowledge.entries.get(termKey(term));
  if (entry?.equals) return { kind: 'literal', constant: entry.equals, text: constantText(entry.equals) };
  if (entry?.members) return unionOf(entry.members.filter((one) => compatible(one, entry)));
  switch (term.kind) {
    case 'constant':
      return { kind: 'literal', constant: term.constant, text: constantText(term.constant) };
    case 'variable':
    case 'late':
      return knowledge.typing.ofBinding(term.binding);
    case 'member': {
      const objects = possible(knowledge, term.object);
      const field = objects ? fieldOfEither(objects, term.property) : unknownType;
      return term.optional ? orUndefined(field) : field;
    }
    case 'index': {
      const object = typeOfTerm(knowledge, term.object);
      if (isBeyond(knowledge, term)) return undefinedType;
      // An element may not be there.
      return object.kind === 'array' ? orUndefined(object.element) : unknownType;
    }
    case 'call':
      if (isBeyond(knowledge, term)) return undefinedType;
      if (isInNothing(knowledge, term)) return literalType(looksForItem(knowledge, term)!.nothing);
      return term.callee.kind === 'member' ? methodResult(typeOfTerm(knowledge, term.callee.object), term.callee.property) : unknownType;
    case 'unary':
      return unaryType(term.operator, () => typeOfTerm(knowledge, term.argument));
    case 'binary':
      return binaryType(term.operator, () => typeOfTerm(knowledge, term.left), () => typeOfTerm(knowledge, term.right));
    case 'template':
      return primitive('string');
    case 'conditional':
      return unionOf([typeOfTerm(knowledge, term.then), typeOfTerm(knowledge, term.else)]);
    case 'logical':
      return unionOf([term.operator === '??' ? present(typeOfTerm(knowledge, term.left)) : typeOfTerm(knowledge, term.left), typeOfTerm(knowledge, term.right)]);
    default:
      return unknownType;
  }
}

/** Whether the term is a number, `NaN` among them. */
export function isNumber(knowledge: Knowledge, term: Term): boolean {
  return isOf(typeOfTerm(knowledge, term), 'number');
}

export function isText(knowledge: Knowledge, term: Term): boolean {
  return isOf(typeOfTerm(knowledge, term), 'string');
}

/** The term with what is known to be constant put in. */
export function resolve(knowledge: Knowledge, term: Term): Term {
  if (term.kind === 'constant' && !knowledge.entries.has(termKey(term))) return term;
  const before = knowledge.resolved.get(term);
  if (before) return before;
  const now = resolvedNow(knowledge, term);
  knowledge.resolved.set(term, now);
  return now;
}

function resolvedNow(knowledge: Knowledge, term: Term): Term {
  const entry = knowledge.entries.get(termKey(term));
  if (entry?.equals) return constantTerm(entry.equals);
  // Of what is true or false by its form, its type says no more.
  const left = entry || !isBoolean(term) ? possible(knowledge, term) : undefined;
  const only = left?.length === 1 ? left[0] : undefined;
  if (only?.kind === 'literal' && term.kind !== 'constant') return constantTerm(only.constant);
  switch (term.kind) {
    case 'cast':
      return resolve(knowledge, term.term);
    case 'unary': {
      const now = unary(term.operator, resolve(knowledge, term.argument));
      return now.kind === 'unary' && now.argument === term.argument && now.operator === term.operator ? term : now;
    }
    case 'binary': {
      const now = binary(term.operator, resolve(knowledge, term.left), resolve(knowledge, term.right));
      return now.kind === 'binary' && now.left === term.left && now.right === term.right && now.operator === term.operator ? term : now;
    }
    case 'logical': {
      const now = logical(term.operator, resolve(knowledge, term.left), resolve(knowledge, term.right));
      return now.kind === 'logical' && now.left === term.left && now.right === term.right ? term : now;
    }
    case 'conditional':
      return conditional(resolve(knowledge, term.test), resolve(knowledge, term.then), resolve(knowledge, term.else));
    case 'member': {
      const now = member(resolve(knowledge, term.object), term.property, term.optional);
      return now.kind === 'member' && now.object === term.object && now.optional === term.optional && now.known === term.known ? term : now;
    }
    case 'index':
      return index(resolve(knowledge, term.object), resolve(knowledge, term.index), term.optional);
    case 'call': {
      if (term.isNew || term.known || term.callee.kind !== 'member') return term;
      const folded = called({ ...term.callee, object: resolve(knowledge, term.callee.object) }, term.arguments.map((argument) => resolve(knowledge, argument)));
      return folded.kind === 'call' && !folded.known ? term : folded;
    }
    case 'source': {
      const inner = term.expanded && resolve(knowledge, term.expanded);
      return inner && (constantIn(inner) || knownIn(inner)) ? inner : term;
    }
    case 'object':
      return { ...term, entries: term.entries.map((entry) => ({ ...entry, value: resolve(knowledge, entry.value) })) };
    case 'updated':
      return updated(resolve(knowledge, term.base), term.entries.map((entry) => ({ ...entry, value: resolve(knowledge, entry.value) })));
    case 'template':
      return term.texts.some((text) => text.includes('\\')) ? term : template(term.texts, term.texts, term.parts.map((part) => resolve(knowledge, part)));
    default:
      return term;
  }
}

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
  if (list.kind === 'array' && !list.items.some((item) => item.kind === 'spread')) return exactly(list.items.length);
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

/** What comes of looking for an item in an empty list or collection. */
const foundInNothing: Readonly<Record<string, Constant>> = {
  has: { kind: 'boolean', value: false },
  includes: { kind: 'boolean', value: false },
  get: { kind: 'undefined' },
  indexOf: { kind: 'number', value: -1 },
  lastIndexOf: { kind: 'number', value: -1 },
};

/** `open.has(id)`, `list.includes(x)`: the size of what is looked into, and what comes of it where that is empty. */
export function looksForItem(knowledge: Knowledge, given: Term): { readonly size: Term; readonly nothing: Constant } | undefined {
  const term = stripCasts(given);
  if (term.kind !== 'call' || term.isNew || term.callee.kind !== 'member') return undefined;
  const { object, property } = term.callee;
  const nothing = Object.hasOwn(foundInNothing, property) ? foundInNothing[property] : undefined;
  if (!nothing) return undefined;
  if (isCollection(knowledge, stripCasts(object))) return { size: member(object, 'size', false), nothing };
  return typeOfTerm(knowledge, object).kind === 'array' ? { size: member(object, 'length', false), nothing } : undefined;
}

function isInNothing(knowledge: Knowledge, term: Term): boolean {
  const sought = looksForItem(knowledge, term);
  return sought !== undefined && rangeOf(knowledge, sought.size).high === 0;
}

/** Whether the term looks where a list is known to have nothing. */
function isBeyond(knowledge: Knowledge, given: Term): boolean {
  const place = placeIn(knowledge, given);
  return place !== undefined && outcome(rangeOf(knowledge, member(place.list, 'length', false)), '<=', place.least) === true;
}

/** `list[2]`, `list.at(-3)`: there is something only in a list longer than 2. */
export function placeIn(knowledge: Knowledge, given: Term): { list: Term; least: number } | undefined {
  const term = stripCasts(given);
  const isAt = term.kind === 'call' && term.callee.kind === 'member' && term.callee.property === 'at' && term.arguments.length === 1;
  const [list, at] = term.kind === 'index' ? [term.object, term.index] : isAt && term.callee.kind === 'member' ? [term.callee.object, term.arguments[0]!] : [];
  const place = at && constantIn(at);
  if (!list || place?.kind !== 'number' || !Number.isSafeInteger(place.value) || typeOfTerm(knowledge, list).kind !== 'array') return undefined;
  if (place.value >= 0) return { list, least: place.value };
  return isAt ? { list, least: -place.value - 1 } : undefined;
}
