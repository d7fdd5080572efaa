/**
 * Optional chains with a `yield` or an assignment in them: a `?.` before it is a way through the graph.
 *
 *     onPress?.(yield 'sure')   →   if (onPress != null) { event = yield 'sure'; onPress?.(event) }
 *     (yield 'x')?.name         →   event = yield 'x'; event?.name
 *
 * The `?.` stays where it was written: by then it asks what is known.
 */
import type { Expression, Node } from '../../syntax/tree.ts';
import { branch } from './attempt.ts';
import { type Builder, close, literal, newBlock, refer, remade, temporary } from './builder.ts';
import { isThere } from './condition.ts';
import type { BlockId } from '../graph.ts';
import { assign, capture, hold } from './kept.ts';
import { inPlaceOf, lowerOperands } from './operands.ts';
import { lowerExpression } from './parts.ts';
import { mustSplit } from './split.ts';
import { nameOf } from '../synthetic.ts';

type Chain = Expression & { type: 'ChainExpression' };

/** The value of the chain: `undefined` where it ends early. */
export function lowerChain(builder: Builder, node: Chain, hint: string): Expression {
  const last = lastSplit(node);
  if (!last) return around(builder, node, undefined, node);
  return eitherWay(builder, node, hint === 'event' ? 'result' : hint, nameOf('undefined', node), (short) => around(builder, node, short, last));
}

/** `delete a?.[key]` comes to `true` where there is no `a`. */
export function lowerDelete(builder: Builder, node: Expression & { type: 'UnaryExpression' }, chain: Chain): Expression {
  const last = lastSplit(chain);
  const deleting = (short: BlockId | undefined): Expression => remade(builder, { ...node, argument: around(builder, chain, short, last ?? chain) });
  return last ? eitherWay(builder, node, 'deleted', literal(true, node), deleting) : deleting(undefined);
}

/** A chain for its effect: nothing is left to do where it ends early. */
export function lowerChainEffect(builder: Builder, node: Chain, effect: (rest: Expression) => void): void {
  const last = lastSplit(node);
  const exit = newBlock(builder);
  effect(around(builder, node, exit, last ?? node));
  close(builder, { kind: 'goto', target: exit }, exit);
}

function eitherWay(builder: Builder, node: Expression, name: string, early: Expression, write: (short: BlockId) => Expression): Expression {
  const result = temporary(builder, name);
  const [short, exit] = [newBlock(builder), newBlock(builder)];
  assign(builder, result, write(short), node);
  close(builder, { kind: 'goto', target: exit }, short);
  assign(builder, result, early, node);
  close(builder, { kind: 'goto', target: exit }, exit);
  return refer(builder, result, node);
}

/** The links of a chain, the last first. */
function links(chain: Chain): Expression[] {
  const found: Expression[] = [];
  for (let at: Expression | undefined = chain.expression as Expression; at; at = below(at)) found.push(at);
  return found;
}

function below(link: Expression): Expression | undefined {
  if (link.type === 'MemberExpression') return link.object;
  if (link.type === 'CallExpression') return link.callee as Expression;
  return link.type === 'TSNonNullExpression' ? link.expression : undefined;
}

/** The last link that must be taken apart by itself, and not for what stands to the left of it. */
function lastSplit(chain: Chain): Expression | undefined {
  return links(chain).find((link) => (link.type === 'MemberExpression' && link.computed && mustSplit(link.property as Node)) || (link.type === 'CallExpression' && (link.arguments as readonly Node[]).some(mustSplit)));
}

/** The chain around its lowered links, those after `last` as they are. */
function around(builder: Builder, chain: Chain, short: BlockId | undefined, last: Expression): Expression {
  const write = (link: Expression): Expression => {
    if (link === last || !below(link)) return short === undefined ? inPlaceOf(builder, lowerExpression(builder, link), link) : lowerLink(builder, link, short);
    if (link.type === 'MemberExpression') return { ...link, object: write(link.object) };
    if (link.type === 'CallExpression') return { ...link, callee: write(link.callee as Expression) };
    return link.type === 'TSNonNullExpression' ? { ...link, expression: write(link.expression) } : link;
  };
  return remade(builder, { ...chain, expression: write(chain.expression as Expression) } as Expression);
}

/** One link, those to its left taken first; `short` is where a `?.` of nothing goes. */
function lowerLink(builder: Builder, node: Expression, short: BlockId): Expression {
  switch (node.type) {
    case 'MemberExpression': {
      const before = lowerLink(builder, node.object, short);
      const object = node.optional ? askThere(builder, kept(builder, before, [node.property as Node]), short, node) : before;
      return lowerOperands(builder, remade(builder, { ...node, object }));
    }
    case 'CallExpression': {
      const before = lowerLink(builder, node.callee as Expression, short);
      const callee = node.optional ? askThere(builder, keptCallee(builder, before, node.arguments), short, node) : before;
      return lowerOperands(builder, remade(builder, { ...node, callee } as Expression));
    }
    case 'TSNonNullExpression':
      return remade(builder, { ...node, expression: lowerLink(builder, node.expression, short) });
    default:
      return inPlaceOf(builder, lowerExpression(builder, node), node);
  }
}

/** Read more than once, and the same each time. */
function kept(builder: Builder, node: Expression, rest: readonly Node[]): Expression {
  return node.type === 'Identifier' ? capture(builder, node, rest) : hold(builder, node);
}

/** A method is called on its object: what is asked is the member, of an object that is kept. */
function keptCallee(builder: Builder, callee: Expression, rest: readonly Node[]): Expression {
  if (callee.type !== 'MemberExpression') return kept(builder, callee, rest);
  const property = callee.computed ? kept(builder, callee.property as Expression, rest) : callee.property;
  return remade(builder, { ...callee, object: kept(builder, callee.object, rest), property } as Expression);
}

function askThere(builder: Builder, value: Expression, short: BlockId, node: Node): Expression {
  const next = newBlock(builder);
  branch(builder, isThere(value, node), next, short, node);
  builder.current = next;
  return value;
}
