/**
 * What is known of terms on the way: conditions that were decided, and what types leave over.
 *
 * Deliberately small: equality with constants, truthiness, the members that a union still has, and how numbers compare
 * (`magnitude.ts`). A condition that this does not decide is a guard, which is always right.
 */
import type { Constant } from '../chart/chart.ts';
import { constantText } from '../chart/label.ts';
import type { Type } from '../syntax/type.ts';
import { plain } from '../syntax/constant-fold.ts';
import { binary, conditional, constantIn, index, isBoolean, logical, member, template, unary, updated } from './fold.ts';
import { assumeComparison, assumeThere, decideComparison, isBeyond, truthOfSize } from './magnitude.ts';
import type { Order } from './order.ts';
import type { Range } from './range.ts';
import { constantTerm, mapTerm, stripCasts, type Term, termKey } from './term.ts';
import { binaryType, fieldType, isOf, literalType, membersOf, methodResult, primitive, type Typing, unaryType, unionOf, unknownType } from './typing.ts';

export interface Knowledge {
  readonly entries: Map<string, Entry>;
  readonly typing: Typing;
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

export function createKnowledge(typing: Typing, entries: Iterable<readonly [string, Entry]> = []): Knowledge {
  return { typing, entries: new Map(entries) };
}

/** What kind of thing has just arrived. */
export function setType(knowledge: Knowledge, term: Term, type: Type): void {
  knowledge.entries.set(termKey(term), { not: [], members: membersOf(type) });
}

export function setConstant(knowledge: Knowledge, term: Term, constant: Constant): void {
  knowledge.entries.set(termKey(term), { not: [], equals: constant });
}

/** The members of the term's type that are still possible; nothing where its type is not known. */
export function possible(knowledge: Knowledge, given: Term): readonly Type[] | undefined {
  const term = stripCasts(given);
  const entry = knowledge.entries.get(termKey(term));
  const members = entry?.members ?? membersOf(typeOfTerm(knowledge, term));
  if (members.some((one) => one.kind === 'unknown')) return undefined;
  if (!entry) return expand(members);
  return expand(members).filter((one) => compatible(one, entry));
}

function expand(members: readonly Type[]): Type[] {
  return members.flatMap((one): Type[] =>
    one.kind === 'primitive' && one.name === 'boolean' ? [false, true].map((value): Type => ({ kind: 'literal', constant: { kind: 'boolean', value }, text: String(value) })) : [one],
  );
}

function compatible(type: Type, entry: Entry): boolean {
  if (entry.equals && !couldEqual(type, entry.equals)) return false;
  if (type.kind === 'literal' && entry.not.some((constant) => sameConstant(constant, (type as { constant: Constant }).constant))) return false;
  const truth = truthOf(type);
  return entry.truthy === undefined || truth === undefined || truth === entry.truthy;
}

function couldEqual(type: Type, constant: Constant): boolean {
  if (type.kind === 'literal') return sameConstant(type.constant, constant);
  if (type.kind === 'primitive') return type.name === constant.kind;
  return type.kind === 'unknown';
}

function sameConstant(a: Constant, b: Constant): boolean {
  return a.kind === b.kind && (!('value' in a) || Object.is(a.value, (b as { value: unknown }).value));
}

/** Whether every value of the type is truthy, or every one falsy. */
function truthOf(type: Type): boolean | undefined {
  switch (type.kind) {
    case 'literal':
      return Boolean(plain(type.constant));
    case 'object':
    case 'array':
    case 'function':
    case 'instance':
      return true;
    default:
      return undefined;
  }
}

function typeofName(type: Type): string | undefined {
  switch (type.kind) {
    case 'literal':
      return typeof plain(type.constant);
    case 'primitive':
      return type.name;
    case 'object':
    case 'array':
    case 'instance':
      return 'object';
    case 'function':
      return 'function';
    default:
      return undefined;
  }
}

const undefinedType = literalType({ kind: 'undefined' });

function orUndefined(type: Type): Type {
  return type.kind === 'unknown' ? type : unionOf([type, undefinedType]);
}

/** Whether the term is a number, `NaN` among them. */
export function isNumber(knowledge: Knowledge, term: Term): boolean {
  return isOf(typeOfTerm(knowledge, term), 'number');
}

export function isText(knowledge: Knowledge, term: Term): boolean {
  return isOf(typeOfTerm(knowledge, term), 'string');
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
      const field = objects ? fieldType(unionOf(objects), term.property) : unknownType;
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
      return unionOf([typeOfTerm(knowledge, term.left), typeOfTerm(knowledge, term.right)]);
    default:
      return unknownType;
  }
}

/** The term with what is known to be constant put in. */
export function resolve(knowledge: Knowledge, term: Term): Term {
  const entry = knowledge.entries.get(termKey(term));
  if (entry?.equals) return constantTerm(entry.equals);
  const left = possible(knowledge, term);
  const only = left?.length === 1 ? left[0] : undefined;
  if (only?.kind === 'literal' && term.kind !== 'constant') return constantTerm(only.constant);
  switch (term.kind) {
    case 'cast':
      return resolve(knowledge, term.term);
    case 'unary':
      return unary(term.operator, resolve(knowledge, term.argument));
    case 'binary':
      return binary(term.operator, resolve(knowledge, term.left), resolve(knowledge, term.right));
    case 'logical':
      return logical(term.operator, resolve(knowledge, term.left), resolve(knowledge, term.right));
    case 'conditional':
      return conditional(resolve(knowledge, term.test), resolve(knowledge, term.then), resolve(knowledge, term.else));
    case 'member':
      return member(resolve(knowledge, term.object), term.property, term.optional);
    case 'index':
      return index(resolve(knowledge, term.object), resolve(knowledge, term.index), term.optional);
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

/** The term with its decided conditions put in; names stay names. */
export function settled(knowledge: Knowledge, term: Term): Term {
  if (isBoolean(term)) {
    const truth = constantIn(resolve(knowledge, term));
    if (truth) return constantTerm(truth);
  }
  if (term.kind === 'conditional') {
    const truth = known(knowledge, term.test);
    if (truth !== undefined) return settled(knowledge, truth ? term.then : term.else);
  }
  if (term.kind === 'object' || term.kind === 'updated') return { ...term, entries: term.entries.map((entry) => ({ ...entry, value: settled(knowledge, entry.value) })) };
  if (term.kind === 'array') return { ...term, items: term.items.map((item) => settled(knowledge, item)) };
  return term;
}

/** Whether the term is truthy, where that is known. */
export function known(knowledge: Knowledge, given: Term): boolean | undefined {
  const term = stripCasts(given);
  const resolved = resolve(knowledge, term);
  const constant = constantIn(resolved);
  if (constant) return Boolean(plain(constant));
  const seen = knowledge.entries.get(termKey(resolved))?.truthy;
  if (seen !== undefined) return seen;
  const entry = knowledge.entries.get(termKey(term));
  if (entry?.truthy !== undefined) return entry.truthy;
  switch (term.kind) {
    case 'object':
    case 'updated':
    case 'array':
    case 'function':
      return true;
    case 'unary': {
      if (term.operator !== '!') break;
      const inner = known(knowledge, term.argument);
      return inner === undefined ? undefined : !inner;
    }
    case 'logical': {
      const left = known(knowledge, term.left);
      if (term.operator === '&&') return left === false ? false : left === true ? known(knowledge, term.right) : known(knowledge, term.right) === false ? false : undefined;
      if (term.operator === '||') return left === true ? true : left === false ? known(knowledge, term.right) : known(knowledge, term.right) === true ? true : undefined;
      break;
    }
    case 'conditional': {
      const test = known(knowledge, term.test);
      if (test !== undefined) return known(knowledge, test ? term.then : term.else);
      const then = known(knowledge, term.then);
      return then === known(knowledge, term.else) ? then : undefined;
    }
    case 'binary': {
      const positive = opposites[term.operator];
      const answer = positive ? known(knowledge, { ...term, operator: positive }) : compare(knowledge, term);
      if (answer === undefined && resolved.kind === 'binary' && !positive) return compare(knowledge, resolved);
      return positive && answer !== undefined ? !answer : answer;
    }
    default:
      return truthOfSize(knowledge, term) ?? truthOfType(knowledge, term);
  }
  return truthOfType(knowledge, term);
}

function truthOfType(knowledge: Knowledge, term: Term): boolean | undefined {
  const left = possible(knowledge, term);
  if (left && left.length > 0) {
    const truths = left.map(truthOf);
    if (truths.every((truth) => truth === true)) return true;
    if (truths.every((truth) => truth === false)) return false;
  }
  return undefined;
}


const opposites: Readonly<Record<string, string>> = { '!==': '===', '!=': '==' };

function compare(knowledge: Knowledge, term: Term & { kind: 'binary' }): boolean | undefined {
  const asked = constantSide(term);
  if (asked && term.operator === '===') {
    const equal = equals(knowledge, asked.subject, asked.constant);
    if (equal !== undefined) return equal;
  }
  if (asked && term.operator === '==' && isNothing(asked.constant)) return isAbsent(knowledge, asked.subject);
  const turned = term.operator === '===' || term.operator === '==' ? knowledge.entries.get(termKey({ ...term, left: term.right, right: term.left }))?.truthy : undefined;
  return turned ?? decideComparison(knowledge, term);
}

/** `x === c` */
function constantSide(term: Term & { kind: 'binary' }): { subject: Term; constant: Constant } | undefined {
  const [left, right] = [constantIn(term.left), constantIn(term.right)];
  if (right && !left) return { subject: stripCasts(term.left), constant: right };
  return left && !right ? { subject: stripCasts(term.right), constant: left } : undefined;
}

const nothing: readonly Constant[] = [{ kind: 'null' }, { kind: 'undefined' }];

function isNothing(constant: Constant): boolean {
  return constant.kind === 'null' || constant.kind === 'undefined';
}

/** `x == null` */
function isAbsent(knowledge: Knowledge, subject: Term): boolean | undefined {
  const either = nothing.map((constant) => equals(knowledge, subject, constant));
  if (either.includes(true)) return true;
  if (!either.includes(undefined)) return false;
  const left = possible(knowledge, subject);
  return left && left.length > 0 && left.every((one) => one.kind === 'literal' && isNothing(one.constant)) ? true : undefined;
}

function equals(knowledge: Knowledge, subject: Term, constant: Constant): boolean | undefined {
  const entry = knowledge.entries.get(termKey(subject));
  if (entry?.equals) return sameConstant(entry.equals, constant);
  if (entry?.not.some((other) => sameConstant(other, constant))) return false;
  if (entry?.truthy !== undefined && entry.truthy !== Boolean(plain(constant))) return false;
  if (subject.kind === 'unary' && subject.operator === 'typeof') {
    const left = possible(knowledge, subject.argument);
    const names = left?.map(typeofName);
    if (!names || names.length === 0 || constant.kind !== 'string') return undefined;
    if (names.every((name) => name === constant.value)) return true;
    if (names.every((name) => name !== undefined && name !== constant.value)) return false;
    return undefined;
  }
  const left = possible(knowledge, subject);
  if (!left || left.length === 0) return undefined;
  if (!left.some((one) => couldEqual(one, constant))) return false;
  return left.every((one) => one.kind === 'literal' && sameConstant(one.constant, constant)) ? true : undefined;
}

/** Remembers that the term is truthy, or falsy. */
export function assume(knowledge: Knowledge, given: Term, value: boolean): void {
  const term = stripCasts(given);
  if (term.kind === 'unary' && term.operator === '!') return assume(knowledge, term.argument, !value);
  if (term.kind === 'logical' && term.operator === (value ? '&&' : '||')) {
    assume(knowledge, term.left, value);
    assume(knowledge, term.right, value);
    return;
  }
  const either = term.kind === 'logical' && term.operator === '||' ? eitherOf(term) : undefined;
  if (either) narrow(knowledge, either.subject, (type) => type.kind !== 'literal' || either.constants.some((constant) => sameConstant(constant, type.constant)));
  const positive = term.kind === 'binary' ? opposites[term.operator] : undefined;
  if (term.kind === 'binary' && positive) return assume(knowledge, { ...term, operator: positive }, !value);
  const asked = term.kind === 'binary' ? constantSide(term) : undefined;
  if (asked && term.kind === 'binary' && term.operator === '===') return assumeEqual(knowledge, asked.subject, asked.constant, value);
  if (asked && term.kind === 'binary' && term.operator === '==' && isNothing(asked.constant)) {
    if (value) narrow(knowledge, asked.subject, (type) => type.kind === 'unknown' || (type.kind === 'literal' && isNothing(type.constant)));
    else for (const constant of nothing) assumeEqual(knowledge, asked.subject, constant, false);
  }
  update(knowledge, term, (entry) => ({ ...entry, truthy: value }));
  if (value) assumeThere(knowledge, term);
  if (term.kind === 'binary') assumeComparison(knowledge, term, value);
  if (term.kind === 'member') narrow(knowledge, term.object, (type) => membersOf(fieldType(type, term.property)).some((one) => truthOf(one) === undefined || truthOf(one) === value));
}

/** `x === 'a' || x === 'b'`. */
function eitherOf(term: Term): { readonly subject: Term; readonly constants: readonly Constant[] } | undefined {
  const bare = stripCasts(term);
  if (bare.kind === 'logical' && bare.operator === '||') {
    const [left, right] = [eitherOf(bare.left), eitherOf(bare.right)];
    return left && right && termKey(left.subject) === termKey(right.subject) ? { subject: left.subject, constants: [...left.constants, ...right.constants] } : undefined;
  }
  const asked = bare.kind === 'binary' && bare.operator === '===' ? constantSide(bare) : undefined;
  return asked && { subject: asked.subject, constants: [asked.constant] };
}

function assumeEqual(knowledge: Knowledge, subject: Term, constant: Constant, equal: boolean): void {
  update(knowledge, subject, (entry) => (equal ? { ...entry, equals: constant } : { ...entry, not: [...entry.not, constant] }));
  if (equal !== (constant.kind === 'undefined')) assumeThere(knowledge, subject);
  if (subject.kind === 'unary' && subject.operator === 'typeof') narrow(knowledge, subject.argument, (type) => typeofName(type) === undefined || (typeofName(type) === (constant as { value?: unknown }).value) === equal);
  if (subject.kind === 'member') narrow(knowledge, subject.object, (type) => fieldAllows(type, subject.property, constant, equal));
}

function fieldAllows(type: Type, property: string, constant: Constant, equal: boolean): boolean {
  const field = membersOf(fieldType(type, property));
  if (field.some((one) => one.kind === 'unknown')) return true;
  return equal ? field.some((one) => couldEqual(one, constant)) : !field.every((one) => one.kind === 'literal' && sameConstant(one.constant, constant));
}

function narrow(knowledge: Knowledge, term: Term, keep: (type: Type) => boolean): void {
  const left = possible(knowledge, term);
  if (!left) return;
  const kept = left.filter(keep);
  if (kept.length > 0 && kept.length < left.length) update(knowledge, stripCasts(term), (entry) => ({ ...entry, members: kept }));
}

export function update(knowledge: Knowledge, term: Term, change: (entry: Entry) => Entry): void {
  const key = termKey(term);
  const before = knowledge.entries.get(key) ?? { not: [] };
  knowledge.entries.set(key, change(before));
}

/** The term, with the types that are left to what it reads. */
export function narrowed(knowledge: Knowledge, term: Term): Term {
  return mapTerm(term, (inner) => {
    if (inner.kind !== 'arrived' && inner.kind !== 'variable' && inner.kind !== 'late') return inner;
    const left = possible(knowledge, inner);
    if (!left || left.length === 0) return inner;
    const declared = inner.kind !== 'arrived' ? expand(membersOf(knowledge.typing.ofBinding(inner.binding))) : undefined;
    if (declared && declared.length === left.length) return inner;
    return { ...inner, as: unionOf(left).text };
  });
}
