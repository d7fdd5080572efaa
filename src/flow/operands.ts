/**
 * The operands of an expression, lowered from left to right; the expression is put together again around what is left
 * of them. What was evaluated before a `yield` is kept in a temporary only where something in between could change it.
 *
 *     f(a, yield b)      →   received = yield b;  f(a, received)
 */
import type { Expression, Node } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';
import { emitGuarded } from './attempt.ts';
import { type Builder, refer, remade, temporary } from './builder.ts';
import { lowerExpression } from './expression.ts';
import { capture } from './kept.ts';
import { mustSplit } from './split.ts';

/** Lowers the operands of any other expression from left to right, and puts it together again. */
export function lowerOperands(builder: Builder, node: Expression, after: readonly Node[] = []): Expression {
  const replaced = new Map<Node, Node>();
  const operands = operandsOf(node);
  const all: readonly Node[] = [...operands, ...after];
  operands.forEach((operand, index) => {
    const rest = all.slice(index + 1);
    const lowered = inPlaceOf(builder, lowerExpression(builder, operand), operand);
    replaced.set(operand, rest.some(mustSplit) ? capture(builder, lowered, rest) : lowered);
  });
  return remade(builder, replaceChildren(node, replaced)) as Expression;
}

/** A node that is printed where the operand stood: the text around it is the source's. */
export function inPlaceOf(builder: Builder, lowered: Expression, operand: Expression): Expression {
  if (lowered === operand || (lowered.start === operand.start && lowered.end === operand.end)) return lowered;
  const binding = lowered.type === 'Identifier' ? (builder.overlay.get(lowered) ?? builder.module.bindings.get(lowered)) : undefined;
  if (binding) return refer(builder, binding, operand);
  const kept = temporary(builder, 'kept');
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, operand), value: lowered, declares: 'const', node: operand });
  return refer(builder, kept, operand);
}

/** The expressions that are evaluated for `node`, in order: those inside patterns, spreads and properties too. */
function operandsOf(node: Node): Expression[] {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const callee = node.callee;
    return [callee.object as Expression, ...(callee.computed ? [callee.property as Expression] : []), ...node.arguments.flatMap((argument) => (argument.type === 'SpreadElement' ? [argument.argument] : [argument as Expression]))];
  }
  const found: Expression[] = [];
  for (const child of children(node)) {
    if (child.type === 'Property') found.push(...(child.computed ? [child.key as Expression] : []), child.value as Expression);
    else if (child.type === 'SpreadElement') found.push(child.argument);
    else if (node.type === 'MemberExpression' && child === node.property && !node.computed) continue;
    else if (child.type.startsWith('TS') && !child.type.endsWith('Expression')) continue;
    else if (child.type === 'TemplateElement') continue;
    else found.push(child as Expression);
  }
  return found;
}

/** A copy of the node in which some nodes below it are others. */
function replaceChildren(node: Node, replaced: ReadonlyMap<Node, Node>): Node {
  const swap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null || typeof (value as Node).type !== 'string') return value;
    const other = replaced.get(value as Node);
    if (other) return other;
    const type = (value as Node).type;
    return type === 'Property' || type === 'SpreadElement' || type === 'MemberExpression' ? replaceChildren(value as Node, replaced) : value;
  };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'parent' ? undefined : swap(value)])) as unknown as Node;
}
