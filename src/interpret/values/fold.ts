/**
 * Terms put together: what is constant is computed, what is a table is looked up in.
 * JavaScript's own operators do the computing, so there is nothing here to get wrong about them.
 */
import type { Constant } from '../../chart/chart.ts';
import { constant, foldBinary, foldUnary, type Plain, plain } from '../../syntax/constants/constant-fold.ts';
import { identityOf, isConstant, partOf } from '../../syntax/constants/known.ts';
import { foldMethod } from './fold-method.ts';
import { identityIn, knownIn, placed } from './place.ts';
import { constantTerm, functionNamed, stripCasts, type Term, undefinedTerm } from './term.ts';
import { termKey } from './term-text.ts';

/** The constant that a term is, casts left out. */
export function constantIn(term: Term): Constant | undefined {
  const bare = stripCasts(term);
  return bare.kind === 'constant' ? bare.constant : undefined;
}

function truth(value: boolean): Term {
  return value ? yes : no;
}

const yes = constantTerm({ kind: 'boolean', value: true });
const no = constantTerm({ kind: 'boolean', value: false });

export function unary(operator: string, argument: Term): Term {
  const known = constantIn(argument);
  if (known && operator === 'typeof') return constantTerm({ kind: 'string', value: typeof plain(known) });
  const folded = known && foldUnary(operator, known);
  if (folded) return constantTerm(folded);
  const bare = stripCasts(argument);
  const thing = knownIn(bare);
  if (thing && operator === '!') return truth(false);
  if (thing && operator === 'typeof') return constantTerm({ kind: 'string', value: thing.kind === 'function' || thing.kind === 'symbol' ? thing.kind : 'object' });
  if (operator === '!' && bare.kind === 'unary' && bare.operator === '!' && isBoolean(bare.argument)) return bare.argument;
  if (operator === '!' && bare.kind === 'binary') {
    const opposite = opposites[bare.operator];
    if (opposite) return { ...bare, operator: opposite };
  }
  if (operator === 'typeof' && (bare.kind === 'object' || bare.kind === 'updated' || bare.kind === 'array')) return constantTerm({ kind: 'string', value: 'object' });
  return { kind: 'unary', operator, argument };
}

const opposites: Readonly<Record<string, string>> = { '===': '!==', '!==': '===', '==': '!=', '!=': '==' };

/** Whether the term is a boolean by its form. */
export function isBoolean(term: Term): boolean {
  const bare = stripCasts(term);
  if (bare.kind === 'constant') return bare.constant.kind === 'boolean';
  if (bare.kind === 'unary') return bare.operator === '!';
  if (bare.kind === 'binary') return ['===', '!==', '==', '!=', '<', '<=', '>', '>=', 'in', 'instanceof'].includes(bare.operator);
  if (bare.kind === 'logical') return isBoolean(bare.left) && isBoolean(bare.right);
  return false;
}

export function binary(operator: string, left: Term, right: Term): Term {
  const [a, b] = [constantIn(left), constantIn(right)];
  if (a && b) {
    const asked = compare(operator, plain(a), plain(b));
    if (asked !== undefined) return truth(asked);
    const folded = foldBinary(operator, a, b);
    if (folded) return constantTerm(folded);
  }
  const [made, kind] = [stripCasts(left), stripCasts(right)];
  if (operator === 'instanceof' && made.kind === 'call' && made.isNew && (kind.kind === 'global' || kind.kind === 'module') && made.callee.kind === kind.kind && (made.callee as { name: string }).name === kind.name) return truth(true);
  if (((isMade(made) || knownIn(made)) && b) || (a && (isMade(kind) || knownIn(kind)))) {
    // What is made here is nothing else, and no primitive.
    if (operator === '===' || operator === '!==') return truth(operator === '!==');
    if ((operator === '==' || operator === '!=') && [a, b].some((one) => one?.kind === 'null' || one?.kind === 'undefined')) return truth(operator === '!=');
  }
  const table = stripCasts(right);
  if (operator === 'in' && a && (a.kind === 'string' || a.kind === 'number') && table.kind === 'object') return truth(table.entries.some((entry) => entry.key === String(a.value)));
  const inside = knownIn(table);
  if (operator === 'in' && a?.kind === 'string' && inside?.kind === 'object') return truth(inside.entries.has(a.value));
  const [one, other] = knownIn(left) && knownIn(right) ? [identityIn(left), identityIn(right)] : [functionNamed(left), functionNamed(right)];
  if (one !== undefined && other !== undefined && (operator === '===' || operator === '!==')) return truth((one === other) === (operator === '==='));
  // `switch (true)`: comparing with true is asking.
  if (operator === '===' && a?.kind === 'boolean' && isBoolean(right)) return a.value ? right : unary('!', right);
  if (operator === '===' && b?.kind === 'boolean' && isBoolean(left)) return b.value ? left : unary('!', left);
  // What is asked comes first: `case (yield):` of a constant asks the other way round.
  if (a && !b && (operator === '===' || operator === '!==')) return { kind: 'binary', operator, left: right, right: left };
  return { kind: 'binary', operator, left, right };
}

/** `Object.is(term, 0)`, which tells 0 from `-0`. */
export function sameAs(term: Term, constant: Constant): Term {
  return { kind: 'call', callee: { kind: 'member', object: { kind: 'global', name: 'Object' }, property: 'is', optional: false }, arguments: [term, constantTerm(constant)], isNew: false };
}

/** An object that comes into being where it is written. */
export function isMade(term: Term): boolean {
  return term.kind === 'object' || term.kind === 'updated' || term.kind === 'array' || term.kind === 'function';
}

function looselyEqual(left: Plain, right: Plain): boolean {
  // oxlint-disable-next-line eqeqeq -- what the user's own operator means
  return left == right;
}

function compare(operator: string, left: Plain, right: Plain): boolean | undefined {
  const [l, r] = [left as number, right as number];
  switch (operator) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '==':
      return looselyEqual(left, right);
    case '!=':
      return !looselyEqual(left, right);
    case '<':
      return l < r;
    case '<=':
      return l <= r;
    case '>':
      return l > r;
    case '>=':
      return l >= r;
    default:
      return undefined;
  }
}

export function logical(operator: '&&' | '||' | '??', left: Term, right: Term): Term {
  const first = constantIn(left);
  if (first) {
    const value = plain(first);
    const stays = operator === '&&' ? !value : operator === '||' ? Boolean(value) : value !== null && value !== undefined;
    return stays ? left : right;
  }
  if (knownIn(left)) return operator === '&&' ? right : left;
  if (operator === '??' && isBoolean(left)) return left;
  return { kind: 'logical', operator, left, right };
}

export function conditional(test: Term, then: Term, otherwise: Term): Term {
  const asked = constantIn(test);
  if (asked) return plain(asked) ? then : otherwise;
  if (knownIn(test)) return then;
  return { kind: 'conditional', test, then, else: otherwise };
}

/** A term of which only the truth is asked: `x === undefined ? false : x` is `x`. */
export function truthOf(term: Term): Term {
  const bare = stripCasts(term);
  if (bare.kind !== 'conditional') return term;
  const [then, otherwise] = [constantIn(bare.then), constantIn(bare.else)];
  const absent = stripCasts(bare.test);
  const isDefault = absent.kind === 'binary' && absent.operator === '===' && constantIn(absent.right)?.kind === 'undefined' && termKey(absent.left) === termKey(bare.else);
  if (isDefault && then && !plain(then)) return truthOf(bare.else);
  if (then) return plain(then) ? logical('||', bare.test, truthOf(bare.else)) : logical('&&', unary('!', bare.test), truthOf(bare.else));
  if (otherwise) return plain(otherwise) ? logical('||', unary('!', bare.test), truthOf(bare.then)) : logical('&&', bare.test, truthOf(bare.then));
  return term;
}

/** `{ ...base, key: value }`; a key that is given again is given last. */
export function updated(base: Term, entries: readonly { readonly key: string; readonly value: Term }[]): Term {
  const bare = stripCasts(base);
  const within = bare.kind === 'object' || bare.kind === 'updated' ? bare.entries : [];
  const all = [...new Map([...within, ...entries].map((entry) => [entry.key, entry.value]))].map(([key, value]) => ({ key, value }));
  if (bare.kind === 'object') return { kind: 'object', entries: all };
  return bare.kind === 'updated' ? { kind: 'updated', base: bare.base, entries: all } : { kind: 'updated', base, entries: all };
}

export function member(object: Term, property: string, optional: boolean): Term {
  const bare = stripCasts(object);
  if (bare.kind === 'object') return bare.entries.find((entry) => entry.key === property)?.value ?? undefinedTerm;
  if (bare.kind === 'updated') return bare.entries.find((entry) => entry.key === property)?.value ?? member(bare.base, property, false);
  if (bare.kind === 'array' && !bare.items.some((item) => item.kind === 'spread')) {
    if (property === 'length') return constantTerm({ kind: 'number', value: bare.items.length });
    if (/^(0|[1-9]\d*)$/.test(property)) return bare.items[Number(property)] ?? undefinedTerm;
  }
  if (property === 'size' && isEmptyCollection(bare)) return constantTerm({ kind: 'number', value: 0 });
  const whole = constantIn(object);
  if (whole?.kind === 'string') {
    if (property === 'length') return constantTerm({ kind: 'number', value: whole.value.length });
    const character = /^(0|[1-9]\d*)$/.test(property) ? constant(whole.value[Number(property)]) : undefined;
    if (character) return constantTerm(character);
    // Text has no `type`.
    if (!(property in String.prototype) && !/^\d+$/.test(property)) return undefinedTerm;
  }
  if (optional && whole && (whole.kind === 'null' || whole.kind === 'undefined')) return undefinedTerm;
  const thing = knownIn(bare);
  const part = thing && partOf(thing, property);
  if (part) return placed(part, { kind: 'member', object, property, optional: false });
  return { kind: 'member', object, property, optional: optional && !thing };
}

/** `new Map()`, `new Set()`. */
function isEmptyCollection(term: Term): boolean {
  return term.kind === 'call' && term.isNew && term.arguments.length === 0 && term.callee.kind === 'global' && (term.callee.name === 'Map' || term.callee.name === 'Set');
}

export function index(object: Term, at: Term, optional: boolean): Term {
  const key = constantIn(at);
  if (key && (key.kind === 'string' || key.kind === 'number' || key.kind === 'boolean')) {
    const property = String(key.value);
    const bare = stripCasts(object);
    if (bare.kind === 'object' || (bare.kind === 'array' && !bare.items.some((item) => item.kind === 'spread')) || constantIn(object)) return member(object, property, optional);
    if (key.kind === 'string') return member(object, property, optional);
    const thing = knownIn(bare);
    const part = thing && partOf(thing, property);
    return part ? placed(part, { kind: 'index', object, index: at, optional: false }) : { kind: 'index', object, index: at, optional };
  }
  return { kind: 'index', object, index: at, optional };
}

/** A call, or what it comes to where that is plain: `NEXT.get('red')`, `'abc'.includes('b')`. */
export function called(callee: Term, given: readonly Term[]): Term {
  const call = { kind: 'call', callee, arguments: given, isNew: false } as const;
  const bare = stripCasts(callee);
  if (bare.kind !== 'member') return call;
  const object = stripCasts(bare.object);
  const thing = knownIn(object);
  const [first] = given;
  if (thing && (thing.kind === 'map' || thing.kind === 'set') && (bare.property === 'get' || bare.property === 'has') && given.length === 1) {
    const key = identityIn(first!);
    if (key === undefined) return call;
    const found = thing.kind === 'map' ? thing.entries.find((entry) => identityOf(entry.key) === key)?.value : thing.items.find((item) => identityOf(item) === key);
    if (bare.property === 'has') return truth(found !== undefined);
    return thing.kind === 'map' ? (found ? placed(found, call) : undefinedTerm) : call;
  }
  const constants = given.map(constantIn);
  if (!constants.every((one) => one !== undefined)) return call;
  const whole = constantIn(object);
  const items = object.kind === 'array' ? object.items.map(constantIn) : thing?.kind === 'array' && thing.items.every(isConstant) ? thing.items : undefined;
  const on = whole ?? (items?.every((item) => item !== undefined) ? items : object.kind === 'global' ? object.name : undefined);
  const result = on === undefined ? undefined : foldMethod(on, bare.property, constants);
  return result ? constantTerm(result) : call;
}

/** A template whose parts are all constant is a string. `texts` are raw. */
export function template(texts: readonly string[], cooked: readonly string[], given: readonly Term[]): Term {
  const constants = given.map(constantIn);
  if (constants.every((constant) => constant !== undefined)) {
    const text = constant(cooked.map((part, at) => part + (at < constants.length ? String(plain(constants[at]!)) : '')).join(''));
    if (text) return constantTerm(text);
  }
  return { kind: 'template', texts, parts: given };
}
