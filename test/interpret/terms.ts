/**
 * Random conditions over a few variables, the values that the variables may have, and what the conditions come to with
 * these values: computed by JavaScript itself.
 */
import fc from 'fast-check';
import { codeText } from '../../src/chart/code.ts';
import { constantText } from '../../src/chart/label.ts';
import { count, type Range, whole } from '../../src/interpret/values/range.ts';
import { constantTerm, type Term } from '../../src/interpret/values/term.ts';
import { codeOf, termPieces } from '../../src/interpret/values/term-text.ts';
import { primitive, unionOf, unknownType } from '../../src/interpret/values/type-parts.ts';
import type { Typing } from '../../src/interpret/values/typing.ts';
import type { Binding } from '../../src/syntax/module.ts';
import { constant } from '../../src/syntax/constants/constant-fold.ts';
import type { Type } from '../../src/syntax/types/type.ts';

export type Values = Readonly<Record<string, unknown>>;

const numbers = fc.oneof(fc.integer({ min: -3, max: 6 }), fc.constantFrom(NaN, Infinity, -Infinity, -0, 0.5, 2 ** 53, 1e308));
const texts = fc.constantFrom('', 'a', '5', '10', '9', ' ');
const anything = fc.oneof(numbers, texts, fc.constantFrom<unknown>(5, 9, 10, true, false, null, undefined, 5n, 0n));
const lists = fc.array(fc.constantFrom<unknown>(0, 1, 2, 'a', undefined), { maxLength: 3 });
const integers = fc.integer({ min: -3, max: 6 });

const literal = (value: string | number | boolean | undefined | null): Type => ({ kind: 'literal', constant: constant(value)!, text: constantText(constant(value)!) });
const list: Type = { kind: 'array', element: unionOf([primitive('number'), literal('a'), literal(undefined)]), mutable: true, text: 'any[]' };

/** Each variable with its type and values of that type; those that count also with the range they are in. */
const variables: Readonly<Record<string, { readonly type: Type; readonly values: fc.Arbitrary<unknown>; readonly counts?: Range }>> = {
  n: { type: primitive('number'), values: numbers },
  m: { type: primitive('number'), values: numbers },
  i: { type: primitive('number'), values: integers, counts: whole },
  j: { type: primitive('number'), values: fc.nat({ max: 4 }), counts: count },
  s: { type: primitive('string'), values: texts },
  t: { type: primitive('string'), values: texts },
  big: { type: primitive('bigint'), values: fc.constantFrom(0n, 1n, 5n, 2n ** 60n) },
  x: { type: unknownType, values: anything },
  y: { type: unknownType, values: anything },
  maybe: { type: unionOf([primitive('number'), literal(undefined)]), values: fc.oneof(numbers, fc.constant(undefined)) },
  floor: { type: unionOf([literal(0), literal(1), literal(2)]), values: fc.constantFrom(0, 1, 2) },
  on: { type: primitive('boolean'), values: fc.boolean() },
  list: { type: list, values: lists },
  other: { type: list, values: lists },
  map: { type: { kind: 'instance', name: 'Map', text: 'Map<any, any>' }, values: lists.map((items) => new Map(items.map((item, at) => [item, items[at + 1]]))) },
  set: { type: { kind: 'instance', name: 'Set', text: 'Set<any>' }, values: lists.map((items) => new Set(items)) },
};

const bindings = new Map(Object.keys(variables).map((name) => [name, { name, kind: 'let', identifier: { start: 0, end: 0 }, declarations: [], references: [], assignments: [] } as unknown as Binding]));

export const typing: Typing = {
  ofNode: () => unknownType,
  ofBinding: ({ name }) => variables[name]!.type,
  isPlain: () => false,
  counts: ({ name }) => variables[name]!.counts,
};

export const values: fc.Arbitrary<Values> = fc.record(Object.fromEntries(Object.entries(variables).map(([name, { values }]) => [name, values])));

export function variable(name: string): Term {
  return { kind: 'variable', binding: bindings.get(name)!, name };
}

export const number = (value: number): Term => constantTerm({ kind: 'number', value });
export const binary = (operator: string, left: Term, right: Term): Term => ({ kind: 'binary', operator, left, right });
export const size = (object: Term, property = 'length'): Term => ({ kind: 'member', object, property, optional: false });
export const method = (object: Term, property: string, ...given: Term[]): Term => ({ kind: 'call', callee: { kind: 'member', object, property, optional: false }, arguments: given, isNew: false });
export const element = (object: Term, at: number): Term => ({ kind: 'index', object, index: number(at), optional: false });
const array = (...items: readonly (readonly ['...', Term] | Term)[]): Term => ({ kind: 'array', items: items.map((item) => ('kind' in item ? item : { kind: 'spread', list: item[1] })) });

/** Terms that have to do with each other. */
const themes: readonly (readonly Term[])[] = [
  ['n', 'm', 'maybe', 'on', 'big', 'floor'].map(variable),
  ['x', 'y', 's', 't', 'n'].map(variable),
  ['n', 'i', 'j', 'floor'].map(variable),
  [variable('i'), binary('+', variable('i'), number(1)), binary('-', variable('i'), number(2)), variable('j'), binary('-', variable('j'), variable('i')), binary('+', variable('j'), size(variable('list')))],
  [variable('n'), variable('m'), binary('+', variable('n'), variable('m')), binary('-', variable('n'), variable('m')), binary('+', variable('n'), number(1)), binary('-', variable('x'), variable('m')), { kind: 'unary', operator: '-', argument: variable('n') }],
  [size(variable('list')), size(variable('other')), size(array(['...', variable('list')], variable('n'))), size(array(['...', variable('list')], ['...', variable('other')])), size(array(['...', variable('set')])), variable('j')],
  [size(variable('list')), element(variable('list'), 0), element(variable('list'), 1), method(variable('list'), 'at', number(-1)), method(variable('list'), 'at', number(-2)), method(variable('list'), 'at', number(1))],
  [size(variable('list')), method(variable('list'), 'indexOf', variable('n')), method(variable('list'), 'includes', variable('x')), method(variable('s'), 'indexOf', variable('t')), size(variable('s')), variable('s')],
  [size(variable('set'), 'size'), method(variable('set'), 'has', variable('n')), method(variable('set'), 'has', variable('x')), method(variable('map'), 'get', variable('n')), size(variable('map'), 'size')],
  [size(variable('set'), 'size'), size({ kind: 'call', callee: { kind: 'global', name: 'Set' }, arguments: [array(['...', variable('list')], number(1))], isNew: true }, 'size'), size({ kind: 'call', callee: { kind: 'global', name: 'Map' }, arguments: [], isNew: true }, 'size')],
];

const constants = fc.oneof(
  fc.integer({ min: -2, max: 4 }).map(number),
  fc.constantFrom<number | string | boolean | null | undefined>(5, 0.5, '', '5', '9', 'a', true, null, undefined).map((value) => constantTerm(constant(value)!)),
);

/** Conditions that ask after the same few terms again and again. */
export const conditions: fc.Arbitrary<{ readonly asked: readonly Term[]; readonly questions: readonly Term[] }> = fc
  .constantFrom(...themes)
  .chain((theme) => fc.shuffledSubarray([...theme], { minLength: 1, maxLength: 2 }))
  .chain((operands) => {
    const one = conditionOf(fc.constantFrom(...operands));
    return fc.record({ asked: fc.array(one, { maxLength: 3 }), questions: fc.array(one, { minLength: 1, maxLength: 5 }) });
  });

const operators = fc.constantFrom('<', '<=', '>', '>=', '===', '!==', '==', '!=');

const conditionOf = (operand: fc.Arbitrary<Term>): fc.Arbitrary<Term> => fc.letrec<{ condition: Term }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: fc.tuple(operators, operand, fc.oneof(operand, constants)).map(([operator, left, right]) => binary(operator, left, right)) },
    { weight: 2, arbitrary: operand },
    tie('condition').map((argument): Term => ({ kind: 'unary', operator: '!', argument })),
    fc.tuple(fc.constantFrom('&&' as const, '||' as const), tie('condition'), tie('condition')).map(([operator, left, right]): Term => ({ kind: 'logical', operator, left, right })),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([test, then, otherwise]): Term => ({ kind: 'conditional', test, then, else: otherwise })),
  ),
})).condition;

export function textOf(term: Term): string {
  return codeText(codeOf(termPieces(term, ({ name }) => name)));
}

const compiled = new Map<string, (values: Values) => unknown>();

/** What the term comes to; nothing where JavaScript throws (`1 + 1n`). */
export function truth(term: Term, given: Values): boolean | undefined {
  const text = textOf(term);
  const evaluated = compiled.get(text) ?? (new Function('values', `const { ${Object.keys(variables).join(', ')} } = values; return (${text});`) as (values: Values) => unknown);
  compiled.set(text, evaluated);
  try {
    return Boolean(evaluated(given));
  } catch {
    return undefined;
  }
}
