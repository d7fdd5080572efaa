/**
 * What a method that goes through a list comes to, item by item, where the code spells the list out:
 *
 *     RULES.find((rule) => rule.on === event)   →   event === 'go' ? RULES[0] : event === 'stop' ? RULES[1] : undefined
 */
import type { Node } from '../../syntax/tree.ts';
import { conditional } from './fold.ts';
import { constantTerm, type Term, undefinedTerm } from './term.ts';

/** Longer lists are not spelt out. */
const most = 64;

const methods = ['find', 'findLast', 'findIndex', 'findLastIndex', 'some', 'every', 'filter', 'map'] as const;
type Method = (typeof methods)[number];

/** The method that is called, and what it is given, where it is one that goes through a list with a function written there. */
export function goingThrough(node: Node & { type: 'CallExpression' }): { method: Method; list: Node; each: Node & { type: 'ArrowFunctionExpression' } } | undefined {
  const { callee } = node;
  const [each] = node.arguments;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.optional || callee.property.type !== 'Identifier' || node.arguments.length !== 1 || each?.type !== 'ArrowFunctionExpression') return undefined;
  const { name } = callee.property;
  const method = methods.find((one) => one === name);
  return method && { method, list: callee.object, each };
}

/** `answer` is what the function comes to for an item; `known` whether that is truthy. */
export function unrolled(method: Method, items: readonly Term[], answer: (item: Term, at: Term) => Term | undefined, known: (answer: Term) => boolean | undefined): Term | undefined {
  if (items.length > most) return undefined;
  const given = items.map((item, at) => answer(item, constantTerm({ kind: 'number', value: at })));
  if (!given.every((one) => one !== undefined)) return undefined;
  if (method === 'map') return { kind: 'array', items: given };
  const decided = given.map((one) => {
    const truth = known(one);
    return truth === undefined ? one : constantTerm({ kind: 'boolean', value: truth });
  });
  if (method === 'filter') {
    const kept = decided.map((one) => (one.kind === 'constant' && one.constant.kind === 'boolean' ? one.constant.value : undefined));
    return kept.includes(undefined) ? undefined : { kind: 'array', items: items.filter((_, at) => kept[at]) };
  }
  const order = method.startsWith('findLast') ? decided.map((test, at) => ({ test, at })) : decided.map((test, at) => ({ test, at })).reverse();
  return order.reduce<Term>((rest, { test, at }) => step(method, test, items[at]!, at, rest), last[method]);
}

function step(method: Exclude<Method, 'filter' | 'map'>, test: Term, item: Term, at: number, rest: Term): Term {
  switch (method) {
    case 'find':
    case 'findLast':
      return conditional(test, item, rest);
    case 'findIndex':
    case 'findLastIndex':
      return conditional(test, constantTerm({ kind: 'number', value: at }), rest);
    case 'some':
      return conditional(test, constantTerm({ kind: 'boolean', value: true }), rest);
    case 'every':
      return conditional(test, rest, constantTerm({ kind: 'boolean', value: false }));
  }
}

const last: Readonly<Record<Exclude<Method, 'filter' | 'map'>, Term>> = {
  find: undefinedTerm,
  findLast: undefinedTerm,
  findIndex: constantTerm({ kind: 'number', value: -1 }),
  findLastIndex: constantTerm({ kind: 'number', value: -1 }),
  some: constantTerm({ kind: 'boolean', value: false }),
  every: constantTerm({ kind: 'boolean', value: true }),
};
