/**
 * What is decided in kept code by names that stand for constants: `'up' === 'up' ? 1 : -1` → `1`, `'up' === 'down'` → `false`.
 * The rest of the code stays the user's own.
 */
import { bareOf } from '../../flow/places.ts';
import { constant, plain } from '../../syntax/constants/constant-fold.ts';
import type { Node } from '../../syntax/tree.ts';
import { binary, constantIn, unary } from './fold.ts';
import { constantTerm, type Term } from './term.ts';

/** What a name stands for, where that is known. */
export type StandsFor = (name: Node) => Term | undefined;

/** The code, or the constant, that may stand in place of the node; nothing where nothing is decided. */
export function decided(node: Node, standsFor: StandsFor): { readonly code: Node } | { readonly term: Term } | undefined {
  if (node.type !== 'ConditionalExpression' && node.type !== 'LogicalExpression' && node.type !== 'BinaryExpression' && node.type !== 'UnaryExpression') return undefined;
  const whole = node.type === 'ConditionalExpression' ? undefined : valueOf(node, standsFor);
  if (whole?.named && constantIn(whole.term)?.kind === 'boolean') return { term: whole.term };
  const test = node.type === 'ConditionalExpression' ? valueOf(node.test, standsFor) : node.type === 'LogicalExpression' ? valueOf(node.left, standsFor) : undefined;
  const known = test?.named && constantIn(test.term);
  if (!known) return undefined;
  if (node.type === 'LogicalExpression' && node.operator === '??') {
    const stays = known.kind === 'null' || known.kind === 'undefined' ? node.right : node.left;
    return tight.has(stays.type) ? { code: stays } : undefined;
  }
  const holds = Boolean(plain(known));
  const left = node.type === 'ConditionalExpression' ? (holds ? node.consequent : node.alternate) : node.type === 'LogicalExpression' && (node.operator === '&&') === holds ? node.right : undefined;
  return left && (tight.has(left.type) || (node.type === 'ConditionalExpression' && (left.type === 'ConditionalExpression' || left.type === 'LogicalExpression'))) ? { code: left } : undefined;
}

/** Whatever may stand where a choice or an `&&` stands. */
const tight: ReadonlySet<Node['type']> = new Set(['ArrayExpression', 'BinaryExpression', 'CallExpression', 'Identifier', 'Literal', 'MemberExpression', 'NewExpression', 'ObjectExpression', 'TemplateLiteral', 'UnaryExpression'] as const);

/** `named`: a name has said so, and not the code alone. */
function valueOf(given: Node, standsFor: StandsFor): { readonly term: Term; readonly named: boolean } | undefined {
  const node = bareOf(given);
  switch (node.type) {
    case 'Literal': {
      const value = 'regex' in node ? undefined : constant((node as { value: string }).value);
      return value && { term: constantTerm(value), named: false };
    }
    case 'Identifier': {
      const term = standsFor(node);
      const value = term && constantIn(term);
      return value && { term: constantTerm(value), named: true };
    }
    case 'UnaryExpression': {
      const argument = node.operator === '!' ? valueOf(node.argument, standsFor) : undefined;
      return argument && { ...argument, term: unary('!', argument.term) };
    }
    case 'BinaryExpression': {
      const [left, right] = [valueOf(node.left as Node, standsFor), valueOf(node.right, standsFor)];
      return left && right && /^[!=]==?$|^[<>]=?$/.test(node.operator) ? { term: binary(node.operator, left.term, right.term), named: left.named || right.named } : undefined;
    }
    case 'LogicalExpression': {
      const left = node.operator === '??' ? undefined : valueOf(node.left, standsFor);
      const value = left && constantIn(left.term);
      if (!value) return undefined;
      if (Boolean(plain(value)) !== (node.operator === '&&')) return left;
      const right = valueOf(node.right, standsFor);
      return right && { term: right.term, named: left.named || right.named };
    }
    default:
      return undefined;
  }
}
