/**
 * What is known of terms on the way: conditions that were decided, and what types leave over.
 *
 * Deliberately small: equality with constants, truthiness, the members that a union still has (`possible.ts`), and how numbers
 * compare (`magnitude.ts`). A condition that this does not decide is a guard, which is always right.
 */
import type { Constant } from '../../chart/chart.ts';
import { plain } from '../../syntax/constants/constant-fold.ts';
import type { Type } from '../../syntax/types/type.ts';
import { constantIn, isBoolean } from './fold.ts';
import { knownIn, membership } from './place.ts';
import { assumeComparison, assumeThere, decideComparison, truthOfSize } from './magnitude.ts';
import { couldEqual, expand, isEmpty, type Knowledge, possible, resolve, sameConstant, truthOf, update } from './possible.ts';
import { constantTerm, mapTerm, stripCasts, type Term } from './term.ts';
import { termKey } from './term-text.ts';
import { fieldType, membersOf, unionOf } from './type-parts.ts';

function typeofName(type: Type): string | undefined {
  switch (type.kind) {
    case 'literal':
      return typeof plain(type.constant);
    case 'primitive':
      return type.name;
    case 'object':
      return isEmpty(type) ? undefined : 'object';
    case 'array':
    case 'instance':
      return 'object';
    case 'function':
      return 'function';
    default:
      return undefined;
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
  if (knownIn(resolved)) return true;
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
    case 'source':
      // `{ ...a, ...b }`
      if (!term.tight && typeof term.pieces[0] === 'string' && term.pieces[0].startsWith('{')) return true;
      return (term.expanded && known(knowledge, term.expanded)) ?? truthOfType(knowledge, term);
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
    case 'call': {
      const asked = membership(term);
      if (asked?.among.every((one) => equals(knowledge, asked.subject, one) === false)) return false;
      break;
    }
    default:
      return truthOfSize(knowledge, term) ?? truthOfType(knowledge, term);
  }
  return truthOfSize(knowledge, term) ?? truthOfType(knowledge, term);
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
  if (!asked && (term.operator === '===' || term.operator === '==') && termKey(term.left) === termKey(term.right) && isObject(knowledge, term.left)) return true;
  const turned = term.operator === '===' || term.operator === '==' ? knowledge.entries.get(termKey({ ...term, left: term.right, right: term.left }))?.truthy : undefined;
  return turned ?? decideComparison(knowledge, term);
}

/** A name for an object, which is itself wherever it is named. */
function isObject(knowledge: Knowledge, given: Term): boolean {
  const term = stripCasts(given);
  const left = term.kind === 'variable' || term.kind === 'late' ? possible(knowledge, term) : undefined;
  return left !== undefined && left.length > 0 && left.every((type) => type.kind === 'object' || type.kind === 'array' || type.kind === 'instance' || type.kind === 'function');
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
  // What is known to be an object is no text.
  const kind = knowledge.entries.get(termKey({ kind: 'unary', operator: 'typeof', argument: subject }))?.equals;
  if (kind?.kind === 'string' && kind.value !== typeof plain(constant)) return false;
  if (subject.kind === 'unary' && subject.operator === 'typeof') {
    const left = possible(knowledge, subject.argument);
    const names = left?.map(typeofName);
    if (!names || names.length === 0 || constant.kind !== 'string') return undefined;
    if (names.every((name) => name === constant.value)) return true;
    if (names.every((name) => name !== undefined && name !== constant.value)) return false;
    return undefined;
  }
  // `event && event.type`: what is falsy is not it.
  if (subject.kind === 'logical' && subject.operator === '&&' && Boolean(plain(constant))) {
    const equal = equals(knowledge, stripCasts(subject.right), constant);
    if (equal === false || known(knowledge, subject.left) === true) return equal;
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
  assumeThere(knowledge, term, (nothing) => Boolean(plain(nothing)) !== value);
  if (term.kind === 'binary') assumeComparison(knowledge, term, value);
  const name = term.kind === 'binary' && term.operator === 'in' ? constantIn(term.left) : undefined;
  if (name?.kind === 'string' && term.kind === 'binary') narrow(knowledge, term.right, (type) => mayHave(type, name.value, value));
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
  assumeThere(knowledge, subject, (nothing) => sameConstant(nothing, constant) !== equal);
  if (subject.kind === 'unary' && subject.operator === 'typeof') narrow(knowledge, subject.argument, (type) => typeofName(type) === undefined || (typeofName(type) === (constant as { value?: unknown }).value) === equal);
  if (subject.kind === 'member') narrow(knowledge, subject.object, (type) => fieldAllows(type, subject.property, constant, equal));
}

function fieldAllows(type: Type, property: string, constant: Constant, equal: boolean): boolean {
  const field = membersOf(fieldType(type, property));
  if (field.some((one) => one.kind === 'unknown')) return true;
  return equal ? field.some((one) => couldEqual(one, constant)) : !field.every((one) => one.kind === 'literal' && sameConstant(one.constant, constant));
}

/** Whether a value of the type may have the property, or have it not. */
function mayHave(type: Type, name: string, has: boolean): boolean {
  if (type.kind !== 'object' || isEmpty(type)) return true;
  const field = type.fields.find((one) => one.name === name);
  return has ? field !== undefined : field?.optional !== false;
}

function narrow(knowledge: Knowledge, term: Term, keep: (type: Type) => boolean): void {
  const left = possible(knowledge, term);
  if (!left) return;
  const kept = left.filter(keep);
  if (kept.length > 0 && kept.length < left.length) update(knowledge, stripCasts(term), (entry) => ({ ...entry, members: kept }));
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
