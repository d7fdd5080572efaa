/**
 * The operands of an expression, lowered from left to right; the expression is put together again around what is left
 * of them. What was evaluated before a `yield` is kept in a temporary only where something in between could change it.
 *
 *     f(a, yield b)      →   received = yield b;  f(a, received)
 */
import type { Expression, Node } from '../../syntax/tree.ts';
import { parameterOf } from '../../syntax/constants/untouched.ts';
import { children } from '../../syntax/walk.ts';
import { emitGuarded } from './attempt.ts';
import { type Builder, refer, remade, temporary } from './builder.ts';
import { capture, settle } from './kept.ts';
import { lowerExpression, unsupported } from './parts.ts';
import { isOwnCall } from './own-call.ts';
import { bareOf } from '../places.ts';
import { mustSplit } from './split.ts';
import { fieldsOf, listOf } from '../synthetic.ts';

/**
 * Lowers the operands of any other expression from left to right, and puts it together again. What is evaluated `after`
 * them comes before whoever gets the expression evaluates it; `twice` says that it will be evaluated more than once.
 */
export function lowerOperands(builder: Builder, node: Expression, after: readonly Node[] = [], twice = false): Expression {
  const callee = node.type === 'CallExpression' ? inCasts(node.callee) : undefined;
  if (callee?.type === 'ChainExpression' && !isOptionalMethod(callee) && (node as Node & { type: 'CallExpression' }).arguments.some((argument) => mustSplit(argument as Node))) return unsupported(builder, 'A `yield` or an assignment in a call of a `?.` in parentheses', node);
  const replaced = new Map<Node, Node>();
  const operands = operandsOf(node);
  const all: readonly Node[] = [...operands.map((operand) => operand.node), ...after];
  operands.forEach((operand, index) => {
    const rest = all.slice(index + 1);
    const value = lowerExpression(builder, operand.node, operand.node.type === 'YieldExpression' ? takenBy(builder, node, operand.node) : undefined);
    const lowered = inPlaceOf(builder, isOwnCall(operand.node) ? settle(builder, value) : value, operand.node);
    replaced.set(operand.node, twice || rest.some((other) => mustSplit(other) || isOwnCall(other)) ? capture(builder, spreadOut(operand.spread, lowered, operand.node), rest) : lowered);
  });
  return remade(builder, replaceChildren(node, replaced)) as Expression;
}

/** The parameter of a function of the machine that takes the argument: what is received there is called after it. */
function takenBy(builder: Builder, call: Expression, argument: Node): string | undefined {
  const binding = call.type === 'CallExpression' && call.callee.type === 'Identifier' ? builder.module.bindings.get(call.callee) : undefined;
  if (!binding || binding.scope.kind === 'module' || call.type !== 'CallExpression') return undefined;
  const parameter = parameterOf(binding, call.arguments.indexOf(argument as never));
  return parameter?.type === 'Identifier' ? parameter.name : undefined;
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

/** What a spread gives is taken out of it before anything after it is evaluated. */
function spreadOut(spread: Operand['spread'], lowered: Expression, at: Node): Expression {
  if (spread === undefined) return lowered;
  return spread === 'list' ? listOf(lowered, at) : fieldsOf(lowered, at);
}

interface Operand {
  readonly node: Expression;
  readonly spread?: 'list' | 'fields';
}

/** The expressions that are evaluated for `node`, in order: those inside spreads, properties and classes too. */
function operandsOf(node: Node): Operand[] {
  switch (node.type) {
    case 'CallExpression':
      return [...calleeOperands(node.callee), ...node.arguments.map(item)];
    case 'TaggedTemplateExpression':
      return [...calleeOperands(node.tag), ...node.quasi.expressions.map(item)];
    case 'ObjectExpression':
      return node.properties.flatMap((property): Operand[] => (property.type === 'SpreadElement' ? [{ node: property.argument, spread: 'fields' }] : [...(property.computed ? [item(property.key)] : []), item(property.value)]));
    case 'ClassExpression':
    case 'ClassDeclaration':
      return [...(node.superClass ? [item(node.superClass)] : []), ...node.body.body.flatMap((member) => ('computed' in member && member.computed ? [item(member.key)] : []))];
    case 'MemberExpression':
      return [item(node.object), ...(node.computed ? [item(node.property)] : [])];
    default:
      return children(node).filter((child) => !isNoOperand(child)).map(item);
  }
}

function item(node: Node): Operand {
  return node.type === 'SpreadElement' ? { node: node.argument, spread: 'list' } : { node: node as Expression };
}

/** A method is called on its object, whatever TypeScript says around it. */
function calleeOperands(callee: Node): Operand[] {
  const method = inCasts(callee);
  return method.type === 'MemberExpression' ? operandsOf(method) : isOptionalMethod(method) ? operandsOf(method.expression) : [item(callee)];
}

/** `(model?.add)(x)`: a call of nothing fails, but only when its arguments are known. */
function isOptionalMethod(callee: Node): callee is Node & { type: 'ChainExpression' } {
  return callee.type === 'ChainExpression' && callee.expression.type === 'MemberExpression' && !callee.expression.computed && bareOf(callee.expression.object).type === 'Identifier';
}

function inCasts(node: Node): Node {
  return isCast(node) ? inCasts((node as Node & { expression: Node }).expression) : node;
}

function isCast(node: Node): boolean {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSNonNullExpression' || node.type === 'TSTypeAssertion' || node.type === 'TSInstantiationExpression';
}

function isNoOperand(node: Node): boolean {
  return (node.type.startsWith('TS') && !isCast(node)) || node.type === 'TemplateElement' || node.type === 'PrivateIdentifier';
}

const between = new Set(['ChainExpression', 'Property', 'SpreadElement', 'MemberExpression', 'TemplateLiteral', 'ClassBody', 'MethodDefinition', 'PropertyDefinition', 'AccessorProperty']);

/** The node around other nodes below it: a copy, where there are any. */
function replaceChildren(node: Node, replaced: ReadonlyMap<Node, Node>): Node {
  let changed = false;
  const swap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null || typeof (value as Node).type !== 'string') return value;
    const inner = value as Node;
    const other = replaced.get(inner) ?? (between.has(inner.type) || isCast(inner) ? replaceChildren(inner, replaced) : inner);
    if (other !== inner) changed = true;
    return other;
  };
  const copy = Object.entries(node).map(([key, value]) => [key, key === 'parent' ? undefined : swap(value)]);
  return changed ? (Object.fromEntries(copy) as Node) : node;
}
