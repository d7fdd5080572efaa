/**
 * A term that must be one constant: its conditions are decided, its finite payloads are told apart.
 */
import type { Constant } from '../../chart/chart.ts';
import type { Node } from '../../syntax/tree.ts';
import { plain } from '../../syntax/constants/constant-fold.ts';
import { tableOf } from './evaluate.ts';
import { binary, conditional, constantIn, index, isBoolean, member, template, unary } from '../values/fold.ts';
import { known } from '../values/knowledge.ts';
import { type Machine, Unsupported } from '../machine.ts';
import { type Knowledge, possible, resolve } from '../values/possible.ts';
import { knownIn } from '../values/place.ts';
import { constantTerm, functionNamed, isLate, stripCasts, type Term } from '../values/term.ts';
import { termKey } from '../values/term-text.ts';

/** A row of a table: an object or a list all of whose parts are constants, or functions of the module. */
export function isStatic(term: Term): boolean {
  const bare = stripCasts(term);
  if (bare.kind === 'constant' || functionNamed(bare) !== undefined || knownIn(bare)) return true;
  if (bare.kind === 'object') return bare.entries.every((entry) => isStatic(entry.value));
  return bare.kind === 'array' && bare.items.every(isStatic);
}

const looksInto: ReadonlySet<Term['kind']> = new Set(['object', 'member', 'call', 'source']);

/** `full ? 'open' : 'open'`: nothing need be asked. */
function sameEither(term: Term): boolean {
  return term.kind === 'conditional' && termKey(term.then) === termKey(term.else);
}

/** Whether deciding conditions is all it takes to know the term. */
export function canConcretise(machine: Machine, knowledge: Knowledge, given: Term, unfolds = { left: 100 }): boolean {
  const term = stripCasts(given);
  const go = (inner: Term): boolean => stripCasts(inner).kind !== 'object' && canConcretise(machine, knowledge, inner, unfolds);
  if (constantIn(resolve(knowledge, term))) return true;
  // What has just run may be asked in a choice only; but of an object, just the part that is looked at counts.
  const late = isLate(term);
  if (late && !looksInto.has(term.kind) && !sameEither(term)) return false;
  switch (term.kind) {
    case 'constant':
      return true;
    case 'conditional':
      return go(term.then) && go(term.else);
    case 'logical':
      return (go(term.left) || isBoolean(term.left)) && go(term.right);
    case 'template':
      return term.parts.every(go);
    case 'unary':
      return term.operator === '!' || go(term.argument);
    case 'binary':
      // Two constants that did not fold come to no constant: `0 % 0`.
      return isBoolean(term) || (go(term.left) && go(term.right) && !(constantIn(resolve(knowledge, term.left)) && constantIn(resolve(knowledge, term.right))));
    case 'index':
      return holds(tableOf(machine, term.object), (value) => constantIn(value) !== undefined) && go(term.index);
    case 'call': {
      // A function may call itself, without end or twice each time.
      const unfolded = --unfolds.left > 0 ? machine.unfold(knowledge, term) : undefined;
      return unfolded ? go(unfolded) : !late && finite(knowledge, term) !== undefined;
    }
    case 'source':
      return term.expanded !== undefined && go(term.expanded);
    case 'object':
      return namesFinitely(machine, knowledge, term);
    case 'member': {
      const object = stripCasts(term.object);
      const part = partOf(machine, knowledge, object, term.property);
      if (part) return go(part);
      if (late) return false;
      if (object.kind === 'index' && holds(tableOf(machine, object.object), (row) => constantIn(member(row, term.property, false)) !== undefined)) return go(object.index);
      return finite(knowledge, term) !== undefined;
    }
    default:
      return finite(knowledge, term) !== undefined;
  }
}

/** A part of what is only known as one of several objects, or as the result of a pure function. */
function partOf(machine: Machine, knowledge: Knowledge, object: Term, property: string): Term | undefined {
  if (object.kind === 'source' && object.expanded) return partOf(machine, knowledge, stripCasts(object.expanded), property);
  if (object.kind === 'conditional') return conditional(object.test, member(object.then, property, false), member(object.else, property, false));
  if (object.kind === 'module') {
    const table = tableOf(machine, object);
    return table && member(table, property, false);
  }
  const inner = object.kind === 'member' ? partOf(machine, knowledge, stripCasts(object.object), object.property) : object.kind === 'call' ? machine.unfold(knowledge, object) : undefined;
  return inner && member(inner, property, false);
}

/** Whether every entry of the table is as asked. */
function holds(table: Term | undefined, test: (entry: Term) => boolean): boolean {
  if (table?.kind === 'object') return table.entries.every((entry) => test(entry.value));
  return table?.kind === 'array' && table.items.every(test);
}

function namesFinitely(machine: Machine, knowledge: Knowledge, term: Term & { kind: 'object' }): boolean {
  for (const key of ['state', 'type', 'status', 'name']) {
    const found = term.entries.find((entry) => entry.key === key);
    if (found) return stripCasts(found.value).kind !== 'object' && canConcretise(machine, knowledge, found.value);
  }
  return false;
}

/** The constants that a term of finite type can be. */
function finite(knowledge: Knowledge, term: Term): readonly Constant[] | undefined {
  const left = possible(knowledge, term);
  if (!left || left.length === 0 || left.length > 256) return undefined;
  const constants = left.map((type) => (type.kind === 'literal' ? type.constant : undefined));
  return constants.every((constant) => constant !== undefined) ? constants : undefined;
}

export function concretise(machine: Machine, knowledge: Knowledge, given: Term, decide: (term: Term) => boolean): Constant | undefined {
  const term = stripCasts(given);
  const settled = constantIn(resolve(knowledge, term));
  if (settled) return settled;
  const go = (inner: Term): Constant => {
    const constant = concretise(machine, knowledge, inner, decide);
    if (!constant) throw new Unsupported('A name that is no constant', machine.graph.fn as Node);
    return constant;
  };
  const ask = (condition: Term): boolean => known(knowledge, condition) ?? decide(condition);
  switch (term.kind) {
    case 'constant':
      return term.constant;
    case 'conditional':
      return go(sameEither(term) || ask(term.test) ? term.then : term.else);
    case 'logical': {
      if (isBoolean(term.left)) {
        const left = ask(term.left);
        return (term.operator === '&&') === left ? go(term.right) : { kind: 'boolean', value: left };
      }
      const left = go(term.left);
      const value = plain(left);
      const stays = term.operator === '&&' ? !value : term.operator === '||' ? Boolean(value) : value !== null && value !== undefined;
      return stays ? left : go(term.right);
    }
    case 'template':
      return constantIn(template(term.texts, term.texts, term.parts.map((part) => constantTerm(go(part)))));
    case 'unary':
      if (term.operator === '!') return { kind: 'boolean', value: !ask(term.argument) };
      return constantIn(unary(term.operator, constantTerm(go(term.argument))));
    case 'binary':
      if (isBoolean(term)) return { kind: 'boolean', value: ask(term) };
      return constantIn(binary(term.operator, constantTerm(go(term.left)), constantTerm(go(term.right))));
    case 'call': {
      const unfolded = machine.unfold(knowledge, term);
      if (unfolded) return go(unfolded);
      break;
    }
    case 'source':
      if (term.expanded) return go(term.expanded);
      break;
    case 'index': {
      const table = tableOf(machine, term.object);
      if (table) return constantIn(index(table, constantTerm(go(term.index)), false));
      break;
    }
    case 'member': {
      const object = stripCasts(term.object);
      const part = partOf(machine, knowledge, object, term.property);
      if (part) return go(part);
      const table = object.kind === 'index' ? tableOf(machine, object.object) : undefined;
      if (table && object.kind === 'index') return constantIn(member(index(table, constantTerm(go(object.index)), false), term.property, false));
      break;
    }
  }
  const values = finite(knowledge, term);
  if (!values) return undefined;
  if (values.every((value) => value.kind === 'boolean')) return { kind: 'boolean', value: ask(term) };
  for (const value of values.slice(0, -1)) if (ask(binary('===', term, constantTerm(value)))) return value;
  return values.at(-1);
}

/** The constant that a term comes to by what is known, where nothing has to be asked. */
export function settledBy(machine: Machine, knowledge: Knowledge, term: Term): Constant | undefined {
  if (!canConcretise(machine, knowledge, term)) return undefined;
  let asks = false;
  const constant = concretise(machine, knowledge, term, () => {
    asks = true;
    return false;
  });
  return asks ? undefined : constant;
}

/** The constant of a term that can be concretised; one that is no constant after all (`0 % 0` on one way) is refused. */
export function mustConcretise(machine: Machine, knowledge: Knowledge, term: Term, decide: (term: Term) => boolean): Term {
  const constant = concretise(machine, knowledge, term, decide);
  if (!constant) throw new Unsupported('A name that is no constant', machine.graph.fn as Node);
  return constantTerm(constant);
}
