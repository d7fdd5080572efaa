/** Operators on constants: constants in, the constant out that JavaScript would compute, or nothing. */
import type { Constant } from '../../chart/chart.ts';

/** What a constant is in JavaScript. */
export type Plain = string | number | boolean | bigint | null | undefined;

/** Longer strings are not built at compile time. */
const LONGEST = 10_000;

export function foldUnary(operator: string, argument: Constant): Constant | undefined {
  const value = plain(argument);
  switch (operator) {
    case '-':
      return typeof value === 'bigint' ? constant(-value) : typeof value === 'number' ? constant(-value) : undefined;
    case '+':
      return typeof value === 'number' || typeof value === 'string' ? constant(Number(value)) : undefined;
    case '~':
      return typeof value === 'bigint' ? constant(~value) : typeof value === 'number' ? constant(~value) : undefined;
    case '!':
      return constant(!value);
    case 'void':
      return constant(undefined);
    default:
      return undefined;
  }
}

export function foldBinary(operator: string, left: Constant, right: Constant): Constant | undefined {
  const a = plain(left);
  const b = plain(right);
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) return constant(`${a}${b}`);
  if (typeof a === 'bigint' && typeof b === 'bigint') return ofBigints(operator, a, b);
  return typeof a === 'number' && typeof b === 'number' ? arithmetic(operator, a, b) : undefined;
}

/** What would throw, or fill the memory, is left to be computed when its turn comes. */
function ofBigints(operator: string, a: bigint, b: bigint): Constant | undefined {
  switch (operator) {
    case '+':
      return constant(a + b);
    case '-':
      return constant(a - b);
    case '*':
      return constant(a * b);
    case '/':
      return b === 0n ? undefined : constant(a / b);
    case '%':
      return b === 0n ? undefined : constant(a % b);
    case '**':
      return b < 0n || b > 64n ? undefined : constant(a ** b);
    case '<<':
      return b < 0n || b > 256n ? undefined : constant(a << b);
    case '>>':
      return b < 0n ? undefined : constant(a >> b);
    case '&':
      return constant(a & b);
    case '|':
      return constant(a | b);
    case '^':
      return constant(a ^ b);
    default:
      return undefined;
  }
}

function arithmetic(operator: string, a: number, b: number): Constant | undefined {
  switch (operator) {
    case '+':
      return constant(a + b);
    case '-':
      return constant(a - b);
    case '*':
      return constant(a * b);
    case '/':
      return constant(a / b);
    case '%':
      return constant(a % b);
    case '**':
      return constant(a ** b);
    case '<<':
      return constant(a << b);
    case '>>':
      return constant(a >> b);
    case '>>>':
      return constant(a >>> b);
    case '&':
      return constant(a & b);
    case '|':
      return constant(a | b);
    case '^':
      return constant(a ^ b);
    default:
      return undefined;
  }
}

export function foldTemplate(strings: readonly string[], values: readonly Constant[]): Constant | undefined {
  return constant(strings.reduce((text, string, index) => text + String(plain(values[index - 1] as Constant)) + string));
}

/** The constant for a value; nothing for a number that JSON would lose, and for a string beyond all measure. */
export function constant(value: Plain): Constant | undefined {
  switch (typeof value) {
    case 'string':
      return value.length <= LONGEST ? { kind: 'string', value } : undefined;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? { kind: 'number', value } : undefined;
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

/** The value that a constant stands for. */
export function plain(constant: Constant): Plain {
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

/** What JavaScript makes of the constant as a property key or in a template. */
export function textOf(constant: Constant): string {
  return String(plain(constant));
}
