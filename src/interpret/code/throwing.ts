/**
 * Whether a part of the language that only computes may throw by what it is given: `n.toFixed(digits)`, `BigInt(text)`,
 * `list.reduce(sum)`, `1n / n`. Such code is no guard, and inside a `try` it is attempted.
 */
import { bareOf } from '../../flow/places.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Type } from '../../syntax/types/type.ts';
import { isOf, membersOf } from '../values/type-parts.ts';

/** The type of an expression, where that can be asked. */
export type TypeOf = (node: Node) => Type | undefined;

export function mayThrowByValue(node: Node, typeOf: TypeOf): boolean {
  switch (node.type) {
    case 'CallExpression': {
      const callee = bareOf(node.callee);
      const given = node.arguments as readonly Node[];
      if (callee.type === 'Identifier') return byGlobal(callee.name, given, typeOf);
      if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
      return byMethod(callee.property.name, given, typeOf);
    }
    case 'NewExpression':
      return node.callee.type === 'Identifier' && byConstructor(node.callee.name, node.arguments as readonly Node[], typeOf);
    case 'BinaryExpression': {
      if (!['/', '%', '**'].includes(node.operator)) return false;
      const right = bareOf(node.right);
      return isMaybe('bigint', node.right, typeOf) && !(right.type === 'Literal' && 'bigint' in right && right.bigint !== '0');
    }
    default:
      return false;
  }
}

function byMethod(name: string, given: readonly Node[], typeOf: TypeOf): boolean {
  const [first, second] = given.map(bareOf);
  switch (name) {
    case 'toFixed':
      return first !== undefined && !isBetween(first, 0, 100);
    case 'toPrecision':
      return first !== undefined && !isBetween(first, 1, 100);
    case 'toString':
      return first !== undefined && !isBetween(first, 2, 36);
    case 'normalize':
      return first !== undefined && !(first.type === 'Literal' && ['NFC', 'NFD', 'NFKC', 'NFKD'].includes(String((first as { value: unknown }).value)));
    case 'localeCompare':
      return second !== undefined && second.type !== 'Literal';
    case 'match':
    case 'search':
      return first !== undefined && !isRegExp(first) && !(first.type === 'Literal' && /^[\w\s]*$/.test(String((first as { value: unknown }).value)));
    case 'replaceAll':
      return first !== undefined && (isRegExp(first) ? !regexFlags(first).includes('g') : isMaybe('RegExp', first, typeOf));
    case 'reduce':
    case 'reduceRight':
      return given.length === 1;
    case 'with':
      // A type that names the places of a list is trusted.
      return first !== undefined && !isBetween(first, 0, 2 ** 32 - 1) && !(typeOf(first) && membersOf(typeOf(first)!).every((one) => one.kind === 'literal'));
    case 'fromCodePoint':
      return !given.every((one) => isBetween(bareOf(one), 0, 0x10ffff));
    default:
      return false;
  }
}

function byGlobal(name: string, given: readonly Node[], typeOf: TypeOf): boolean {
  const first = given[0] && bareOf(given[0]);
  switch (name) {
    case 'BigInt': {
      if (!first) return true;
      const type = typeOf(first);
      const isWhole = first.type === 'Literal' && /^\d+$/.test(String((first as { value: unknown }).value));
      return !isWhole && !(type && membersOf(type).every((one) => isOf(one, 'bigint') || isOf(one, 'boolean')));
    }
    case 'Array':
      return byConstructor(name, given, typeOf);
    case 'encodeURIComponent':
      return first?.type !== 'Literal';
    default:
      return false;
  }
}

function byConstructor(name: string, given: readonly Node[], typeOf: TypeOf): boolean {
  const first = given[0] && bareOf(given[0]);
  if (!first) return false;
  switch (name) {
    case 'Array':
      return given.length === 1 && !isBetween(first, 0, 2 ** 32 - 1) && isMaybe('number', first, typeOf);
    case 'RegExp':
      return first.type !== 'Literal' || 'value' in first && typeof first.value === 'string' && !/^[\w\s]*$/.test(first.value);
    default:
      return false;
  }
}

function isBetween(node: Node, low: number, high: number): boolean {
  const value = node.type === 'Literal' ? (node as { value: unknown }).value : undefined;
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;
}

function isRegExp(node: Node): boolean {
  return node.type === 'Literal' && 'regex' in node;
}

function regexFlags(node: Node): string {
  return (node as unknown as { regex: { flags: string } }).regex.flags;
}

/** Whether its type says that it may be one, or nothing says what it is. */
function isMaybe(name: 'bigint' | 'number' | 'RegExp', node: Node, typeOf: TypeOf): boolean {
  const type = typeOf(node);
  // Where no types are asked, a number is far likelier than a bigint.
  if (!type) return name !== 'bigint';
  return membersOf(type).some((one) => (name === 'RegExp' ? one.kind === 'unknown' || (one.kind === 'instance' && one.name === 'RegExp') : isOf(one, name) || (name === 'number' && one.kind === 'unknown')));
}
