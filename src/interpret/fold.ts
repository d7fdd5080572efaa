/**
 * Terms put together: what is constant is computed, what is a table is looked up in.
 * JavaScript's own operators do the computing, so there is nothing here to get wrong about them.
 */
import type { Constant } from '../chart/chart.ts';
import { constantTerm, stripCasts, type Term, undefinedTerm } from './term.ts';

export type Primitive = string | number | boolean | null | undefined | bigint;

export function valueOf(constant: Constant): Primitive {
  switch (constant.kind) {
    case 'null':
      return null;
    case 'undefined':
      return undefined;
    case 'bigint':
      return BigInt(constant.value);
    default:
      return constant.value;
  }
}

export function constantOfValue(value: Primitive): Constant {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value };
    case 'number':
      return { kind: 'number', value };
    case 'boolean':
      return { kind: 'boolean', value };
    case 'bigint':
      return { kind: 'bigint', value: String(value) };
    case 'undefined':
      return { kind: 'undefined' };
    default:
      return { kind: 'null' };
  }
}

/** The constant that a term is, casts left out. */
export function constantIn(term: Term): Constant | undefined {
  const bare = stripCasts(term);
  return bare.kind === 'constant' ? bare.constant : undefined;
}

function computed(value: Primitive): Term {
  return constantTerm(constantOfValue(value));
}

export function unary(operator: string, argument: Term): Term {
  const constant = constantIn(argument);
  if (constant) {
    const value = valueOf(constant);
    if (operator === '!') return computed(!value);
    if (operator === 'typeof') return computed(typeof value);
    if (operator === 'void') return undefinedTerm;
    if (operator === '-' && typeof value === 'bigint') return computed(-value);
    if (typeof value === 'number') {
      if (operator === '-') return computed(-value);
      if (operator === '+') return computed(value);
      if (operator === '~') return computed(~value);
    }
  }
  const bare = stripCasts(argument);
  if (operator === '!' && bare.kind === 'unary' && bare.operator === '!' && isBoolean(bare.argument)) return bare.argument;
  if (operator === '!' && bare.kind === 'binary') {
    const opposite = opposites[bare.operator];
    if (opposite) return { ...bare, operator: opposite };
  }
  if (operator === 'typeof' && (bare.kind === 'object' || bare.kind === 'array')) return computed('object');
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
    const result = compute(operator, valueOf(a), valueOf(b));
    if (result !== uncomputed) return computed(result as Primitive);
  }
  const [made, kind] = [stripCasts(left), stripCasts(right)];
  if (operator === 'instanceof' && made.kind === 'call' && made.isNew && (kind.kind === 'global' || kind.kind === 'module') && made.callee.kind === kind.kind && (made.callee as { name: string }).name === kind.name) return computed(true);
  const table = stripCasts(right);
  if (operator === 'in' && a && (a.kind === 'string' || a.kind === 'number') && table.kind === 'object') return computed(table.entries.some((entry) => entry.key === String(a.value)));
  // `switch (true)`: comparing with true is asking.
  if (operator === '===' && a?.kind === 'boolean' && isBoolean(right)) return a.value ? right : unary('!', right);
  if (operator === '===' && b?.kind === 'boolean' && isBoolean(left)) return b.value ? left : unary('!', left);
  return { kind: 'binary', operator, left, right };
}

function looselyEqual(left: Primitive, right: Primitive): boolean {
  // oxlint-disable-next-line eqeqeq -- what the user's own operator means
  return left == right;
}

const uncomputed = Symbol('uncomputed');

function compute(operator: string, left: never | Primitive, right: Primitive): Primitive | typeof uncomputed {
  const [l, r] = [left as number, right as number];
  const bigints = typeof left === 'bigint' || typeof right === 'bigint';
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
  }
  if (bigints) return uncomputed;
  switch (operator) {
    case '+':
      return l + r;
    case '-':
      return l - r;
    case '*':
      return l * r;
    case '/':
      return l / r;
    case '%':
      return l % r;
    case '**':
      return l ** r;
    case '&':
      return l & r;
    case '|':
      return l | r;
    case '^':
      return l ^ r;
    case '<<':
      return l << r;
    case '>>':
      return l >> r;
    case '>>>':
      return l >>> r;
    default:
      return uncomputed;
  }
}

export function logical(operator: '&&' | '||' | '??', left: Term, right: Term): Term {
  const constant = constantIn(left);
  if (constant) {
    const value = valueOf(constant);
    const stays = operator === '&&' ? !value : operator === '||' ? Boolean(value) : value !== null && value !== undefined;
    return stays ? left : right;
  }
  return { kind: 'logical', operator, left, right };
}

export function conditional(test: Term, then: Term, otherwise: Term): Term {
  const constant = constantIn(test);
  if (constant) return valueOf(constant) ? then : otherwise;
  return { kind: 'conditional', test, then, else: otherwise };
}

export function member(object: Term, property: string, optional: boolean): Term {
  const bare = stripCasts(object);
  if (bare.kind === 'object') return bare.entries.find((entry) => entry.key === property)?.value ?? undefinedTerm;
  if (bare.kind === 'array' && !bare.items.some((item) => item.kind === 'spread')) {
    if (property === 'length') return computed(bare.items.length);
    if (/^(0|[1-9]\d*)$/.test(property)) return bare.items[Number(property)] ?? undefinedTerm;
  }
  const constant = constantIn(object);
  if (constant?.kind === 'string') {
    if (property === 'length') return computed(constant.value.length);
    if (/^(0|[1-9]\d*)$/.test(property)) return computed(constant.value[Number(property)]);
  }
  if (optional && constant && (constant.kind === 'null' || constant.kind === 'undefined')) return undefinedTerm;
  return { kind: 'member', object, property, optional };
}

export function index(object: Term, at: Term, optional: boolean): Term {
  const constant = constantIn(at);
  if (constant && (constant.kind === 'string' || constant.kind === 'number' || constant.kind === 'boolean')) {
    const property = String(constant.value);
    const bare = stripCasts(object);
    if (bare.kind === 'object' || (bare.kind === 'array' && !bare.items.some((item) => item.kind === 'spread')) || constantIn(object)) return member(object, property, optional);
    return constant.kind === 'string' ? member(object, property, optional) : { kind: 'index', object, index: at, optional };
  }
  return { kind: 'index', object, index: at, optional };
}

/** A template whose parts are all constant is a string. `texts` are raw. */
export function template(texts: readonly string[], cooked: readonly string[], given: readonly Term[]): Term {
  const constants = given.map(constantIn);
  if (constants.every((constant) => constant !== undefined)) {
    return computed(cooked.map((text, at) => text + (at < constants.length ? String(valueOf(constants[at]!)) : '')).join(''));
  }
  return { kind: 'template', texts, parts: given };
}
