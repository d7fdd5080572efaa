/**
 * The text of a guard in, a formula over what it asks out, in a normal form: `!(a > b) || c` and `c || !(b < a)` ask the same.
 *
 * Only what holds for all values of JavaScript is made alike: `a > b` is `b < a`, but `!(a < b)` is not `a >= b` (NaN). What is no expression
 * (the words of a diagram drawn by hand) is one thing that is asked.
 */
import { parseModule } from '../../syntax/parse.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import type { Comparison } from './number-line.ts';

export type Condition =
  | { readonly kind: 'constant'; readonly holds: boolean }
  | { readonly kind: 'asks'; readonly atom: Atom }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

/** Something that is asked and either is so or is not. */
export interface Atom {
  readonly text: string;
  /** `subject === value`: of one subject, two values exclude each other. */
  readonly equals?: { readonly subject: string; readonly value: string };
  /** `subject < 3`: what was answered of the same subject may decide it. */
  readonly comparison?: Comparison;
  /** The id of a state: whether the machine is in it. */
  readonly inState?: string;
}

/** The formula of a guard's text. */
export function conditionOf(text: string): Condition {
  const source = `(${text.replaceAll(IN_STATE, '$1$inState($2)')}\n);`;
  const [statement, ...more] = parseModule('guard.ts', source).module?.program.body ?? [];
  if (statement?.type !== 'ExpressionStatement' || more.length > 0) return { kind: 'asks', atom: { text: text.replaceAll(/\s+/g, ' ').trim() } };
  return formulaOf(statement.expression as Expression, source);
}

/** `in 'form.empty'`, as a chart that was read from XState says it. */
const IN_STATE = /(^|[!(&|]\s*)in ('(?:[^'\\]|\\.)*')/g;

/** Whether the formula holds, asking only as far as JavaScript would. */
export function holds(condition: Condition, ask: (atom: Atom) => boolean): boolean {
  switch (condition.kind) {
    case 'constant':
      return condition.holds;
    case 'asks':
      return ask(condition.atom);
    case 'not':
      return !holds(condition.part, ask);
    case 'and':
      return holds(condition.left, ask) && holds(condition.right, ask);
    case 'or':
      return holds(condition.left, ask) || holds(condition.right, ask);
  }
}

function formulaOf(node: Expression, source: string): Condition {
  switch (node.type) {
    case 'Literal':
      return { kind: 'constant', holds: Boolean(node.value) };
    case 'UnaryExpression':
      return node.operator === '!' ? { kind: 'not', part: formulaOf(node.argument, source) } : asks(node, source);
    case 'LogicalExpression':
      if (node.operator === '??') return asks(node, source);
      return { kind: node.operator === '&&' ? 'and' : 'or', left: formulaOf(node.left, source), right: formulaOf(node.right, source) };
    case 'ConditionalExpression': {
      const [test, then, otherwise] = [formulaOf(node.test, source), formulaOf(node.consequent, source), formulaOf(node.alternate, source)];
      return { kind: 'or', left: { kind: 'and', left: test, right: then }, right: { kind: 'and', left: { kind: 'not', part: test }, right: otherwise } };
    }
    case 'BinaryExpression':
      return compared(node.operator, node.left as Expression, node.right, source) ?? asks(node, source);
    case 'ArrowFunctionExpression': {
      // A guard of XState's, written in place: what it asks is its body, by the names that everybody has for what it is given.
      const [given, ...more] = node.params;
      const isPlain = given?.type === 'ObjectPattern' && more.length === 0 && given.properties.every((property) => property.type === 'Property' && property.shorthand && property.value.type === 'Identifier');
      return (isPlain || node.params.length === 0) && node.body.type !== 'BlockStatement' ? formulaOf(node.body as Expression, source) : asks(node, source);
    }
    case 'CallExpression': {
      const [argument] = node.arguments;
      const isIn = node.callee.type === 'Identifier' && node.callee.name === '$inState' && argument?.type === 'Literal';
      return isIn ? { kind: 'asks', atom: { text: `in ${String(argument.value)}`, inState: String(argument.value) } } : asks(node, source);
    }
    default:
      return asks(node, source);
  }
}

function compared(operator: string, left: Expression, right: Expression, source: string): Condition | undefined {
  const [a, b] = [words(left, source), words(right, source)];
  switch (operator) {
    case '!==':
    case '!=': {
      const part = compared(operator === '!==' ? '===' : '==', left, right, source);
      return part && { kind: 'not', part };
    }
    case '===':
    case '==': {
      const [subject, value] = isFixed(left) || (!isFixed(right) && b < a) ? [b, a] : [a, b];
      const fixed = isFixed(left) !== isFixed(right) && operator === '===';
      const number = fixed ? numberOf(isFixed(left) ? left : right) : undefined;
      return { kind: 'asks', atom: { text: `${subject} ${operator} ${value}`, ...(fixed && { equals: { subject, value } }), ...(number !== undefined && { comparison: { subject, operator: '===', value: number } }) } };
    }
    case '<':
    case '<=':
      return { kind: 'asks', atom: { text: `${a} ${operator} ${b}`, ...lineOf(operator, left, right, source) } };
    case '>':
    case '>=': {
      const turned = operator === '>' ? '<' : '<=';
      return { kind: 'asks', atom: { text: `${b} ${turned} ${a}`, ...lineOf(turned, right, left, source) } };
    }
    default:
      return undefined;
  }
}

/** With the number that one of the two is, where the other is none. */
function lineOf(operator: '<' | '<=', left: Expression, right: Expression, source: string): Pick<Atom, 'comparison'> {
  const [a, b] = [numberOf(left), numberOf(right)];
  if ((a === undefined) === (b === undefined)) return {};
  return { comparison: a === undefined ? { subject: words(left, source), operator, value: b! } : { subject: words(right, source), operator: operator === '<' ? '>' : '>=', value: a } };
}

function numberOf(node: Expression): number | undefined {
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined;
  const inner = node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal' ? numberOf(node.argument) : undefined;
  return inner === undefined ? undefined : -inner;
}

/** A value that is never equal to another one that is written otherwise: `1` and `1.0` are made one by `words`. */
function isFixed(node: Expression): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined';
  if (node.type === 'UnaryExpression') return (numberOf(node) ?? 0) !== 0;
  return node.type === 'Literal' && (node.value === null || ['string', 'number', 'boolean'].includes(typeof node.value));
}

function asks(node: Expression, source: string): Condition {
  return { kind: 'asks', atom: { text: words(node, source) } };
}

/** The code with its literals written in one way and no space but where two words need it. */
function words(node: Expression, source: string): string {
  const literals: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  walk(node, (at: Node) => {
    if (at.type === 'TemplateElement') literals.push({ start: at.start, end: at.end, text: source.slice(at.start, at.end) });
    if (at.type === 'Literal') literals.push({ start: at.start, end: at.end, text: typeof at.value === 'string' || typeof at.value === 'number' ? JSON.stringify(at.value) : source.slice(at.start, at.end) });
  });
  let text = '';
  let from = node.start;
  for (const { start, end, text: literal } of literals.sort((a, b) => a.start - b.start)) {
    text += spaced(source.slice(from, start)) + literal;
    from = end;
  }
  return (text + spaced(source.slice(from, node.end))).trim();
}

function spaced(code: string): string {
  return code.replaceAll(/\s+/g, ' ').replaceAll(/ ?([^\w$ ]) ?/g, '$1');
}
