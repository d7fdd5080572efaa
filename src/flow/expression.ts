/**
 * Expressions with a `yield` in them, taken apart in the order in which ECMAScript evaluates them.
 *
 *     f(a, yield b)      →   received = yield b;  f(a, received)
 *     (yield a) && g()   →   t = yield a;  if (t) t = g();
 *
 * What was evaluated before the `yield` is kept in a temporary only where something in between could change it.
 * An expression without a `yield`, and without an assignment inside a larger expression, is left as the node it is.
 */
import type { Binding } from '../syntax/module.ts';
import type { Expression, Node } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';
import { type Builder, close, emit, handlerOf, newBlock, refer, synthetic, temporary } from './builder.ts';
import { contents, isFunction } from './contents.ts';
import type { BlockId } from './graph.ts';
import { arrival } from './leap.ts';

/** Whether the expression cannot stay one node. */
function mustSplit(node: Node): boolean {
  const inside = contents(node);
  return inside.waits || (inside.writes && writesLocally(node));
}

const localWrites = new WeakMap<Node, boolean>();
function writesLocally(node: Node): boolean {
  const before = localWrites.get(node);
  if (before !== undefined) return before;
  let found = false;
  const stack: Node[] = [node];
  while (stack.length > 0 && !found) {
    const at = stack.pop()!;
    if (at.type === 'AssignmentExpression') found = at.left.type !== 'MemberExpression';
    else if (at.type === 'UpdateExpression') found = at.argument.type !== 'MemberExpression';
    if (!isFunction(at)) stack.push(...children(at));
  }
  localWrites.set(node, found);
  return found;
}

/** Lowers what must be taken apart; what comes back has no `yield` and is evaluated where it is used. */
export function lowerExpression(builder: Builder, node: Expression, hint = 'event'): Expression {
  if (!mustSplit(node)) return node;
  switch (node.type) {
    case 'YieldExpression': {
      if (node.delegate) return unsupported(builder, '`yield*`', node);
      const lowered = node.argument && (isChoiceOfNames(node.argument) ? lowerChoice(builder, node.argument) : lowerExpression(builder, node.argument));
      const value = lowered && handlerOf(builder.leaps) ? settle(builder, lowered) : (lowered ?? undefined);
      return wait(builder, value, node, hint);
    }
    case 'AssignmentExpression':
      return lowerAssignment(builder, node, hint);
    case 'UpdateExpression': {
      if (!node.prefix) {
        const before = temporary(builder, 'before');
        emit(builder, { kind: 'bind', target: refer(builder, before, node), value: node.argument as Expression, declares: 'const', node });
        emit(builder, { kind: 'evaluate', expression: node, node });
        return refer(builder, before, node);
      }
      emit(builder, { kind: 'evaluate', expression: node, node });
      return node.argument as Expression;
    }
    case 'LogicalExpression': {
      const result = temporary(builder, 'result');
      assign(builder, result, lowerExpression(builder, node.left, hint), node);
      const right = newBlock(builder);
      const exit = newBlock(builder);
      const test = refer(builder, result, node.left);
      const [then, other] = node.operator === '&&' ? [right, exit] : [exit, right];
      const asked = node.operator === '??' ? synthetic('!=', test, { type: 'Literal', value: null, raw: 'null', start: node.start, end: node.end, synthetic: true } as unknown as Expression, node) : test;
      branch(builder, asked, then, other, node);
      builder.current = right;
      assign(builder, result, lowerExpression(builder, node.right, hint), node);
      close(builder, { kind: 'goto', target: exit }, exit);
      return refer(builder, result, node);
    }
    case 'ConditionalExpression':
      return lowerChoice(builder, node, hint);
    case 'SequenceExpression': {
      for (const expression of node.expressions.slice(0, -1)) lowerEffect(builder, expression);
      return lowerExpression(builder, node.expressions.at(-1)!, hint);
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return { ...node, expression: inPlaceOf(builder, lowerExpression(builder, node.expression, hint), node.expression) } as Expression;
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return node;
    case 'AwaitExpression':
      return unsupported(builder, '`await`', node);
    case 'ChainExpression':
      return unsupported(builder, 'A `yield` or an assignment inside `?.`', node);
    case 'ClassExpression':
      return unsupported(builder, 'A `yield` inside a class', node);
    default:
      return lowerOperands(builder, node);
  }
}

/** `test ? a : b` as two ways through the graph. */
function lowerChoice(builder: Builder, node: Expression & { type: 'ConditionalExpression' }, hint = 'event'): Expression {
  const result = temporary(builder, 'result');
  const [then, other, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
  lowerTest(builder, node.test, then, other);
  for (const [block, arm] of [[then, node.consequent], [other, node.alternate]] as const) {
    builder.current = block;
    assign(builder, result, isChoiceOfNames(arm) ? lowerChoice(builder, arm) : lowerExpression(builder, arm, hint), node);
    close(builder, { kind: 'goto', target: exit }, exit);
  }
  return refer(builder, result, node);
}

/** `open ? 'OPEN' : 'SHUT'`: names two states, so what it asks is known in each. */
function isChoiceOfNames(node: Expression): node is Expression & { type: 'ConditionalExpression' } {
  const isName = (arm: Expression): boolean => arm.type === 'Literal' || arm.type === 'TemplateLiteral' || isChoiceOfNames(arm);
  return node.type === 'ConditionalExpression' && isName(node.consequent) && isName(node.alternate);
}

/** An expression for its effect alone. */
export function lowerEffect(builder: Builder, node: Expression): void {
  if (node.type === 'AssignmentExpression') lowerAssignment(builder, node, 'event');
  else if (node.type === 'UpdateExpression') emitGuarded(builder, { kind: 'evaluate', expression: node, node });
  else if (node.type === 'YieldExpression') lowerExpression(builder, node);
  else if (node.type === 'SequenceExpression') for (const expression of node.expressions) lowerEffect(builder, expression);
  else if (node.type === 'LogicalExpression' || node.type === 'ConditionalExpression') {
    const [then, other, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
    if (node.type === 'ConditionalExpression') lowerTest(builder, node.test, then, other);
    else if (node.operator === '&&') lowerTest(builder, node.left, then, exit);
    else if (node.operator === '||') lowerTest(builder, node.left, exit, then);
    else branch(builder, synthetic('!=', lowerExpression(builder, node.left), literalNull(node), node), exit, then, node);
    builder.current = then;
    lowerEffect(builder, node.type === 'ConditionalExpression' ? node.consequent : node.right);
    close(builder, { kind: 'goto', target: exit }, other);
    if (node.type === 'ConditionalExpression') lowerEffect(builder, node.alternate);
    close(builder, { kind: 'goto', target: exit }, exit);
  } else {
    const lowered = lowerExpression(builder, node);
    if (contents(lowered).calls || contents(lowered).writes || contents(lowered).reads) emitGuarded(builder, { kind: 'evaluate', expression: lowered, node });
  }
}

function literalNull(at: Node): Expression {
  return { type: 'Literal', value: null, raw: 'null', start: at.start, end: at.end, synthetic: true } as unknown as Expression;
}

function lowerAssignment(builder: Builder, node: Expression & { type: 'AssignmentExpression' }, hint: string): Expression {
  const { left, right, operator } = node;
  if (left.type === 'MemberExpression') {
    if (!mustSplit(right) && !mustSplit(left)) {
      emitGuarded(builder, { kind: 'evaluate', expression: node, node });
      return left;
    }
    if (operator !== '=') return unsupported(builder, 'A `yield` in an assignment to a property', node);
    const place = lowerOperands(builder, left as Expression, [right]);
    const value = settle(builder, lowerExpression(builder, right));
    emitGuarded(builder, { kind: 'evaluate', expression: { ...node, left: place, right: value } as unknown as Expression, node });
    return value;
  }
  const name = left.type === 'Identifier' ? left.name : hint;
  if (operator === '=') {
    const value = lowerExpression(builder, right, name);
    if (left.type === 'Identifier') {
      emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value, declares: undefined, node });
      return left as unknown as Expression;
    }
    const whole = settle(builder, value);
    emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value: whole, declares: undefined, node });
    return whole;
  }
  const target = left as unknown as Expression;
  if (!mustSplit(right)) {
    emitGuarded(builder, { kind: 'evaluate', expression: node, node });
    return target;
  }
  if (operator === '&&=' || operator === '||=' || operator === '??=') {
    const [assignment, exit] = [newBlock(builder), newBlock(builder)];
    if (operator === '&&=') branch(builder, target, assignment, exit, node);
    else branch(builder, operator === '||=' ? target : synthetic('!=', target, literalNull(node), node), exit, assignment, node);
    builder.current = assignment;
    emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value: lowerExpression(builder, right, name), declares: undefined, node });
    close(builder, { kind: 'goto', target: exit }, exit);
    return target;
  }
  const before = capture(builder, target, [right]);
  const value = lowerExpression(builder, right);
  emitGuarded(builder, { kind: 'bind', target: left as unknown as Node, value: synthetic(operator.slice(0, -1), before, value, node), declares: undefined, node });
  return target;
}

/** Lowers the operands of any other expression from left to right, and puts it together again. */
function lowerOperands(builder: Builder, node: Expression, after: readonly Node[] = []): Expression {
  const replaced = new Map<Node, Node>();
  const operands = operandsOf(node);
  const all: readonly Node[] = [...operands, ...after];
  operands.forEach((operand, index) => {
    const rest = all.slice(index + 1);
    const lowered = inPlaceOf(builder, lowerExpression(builder, operand), operand);
    replaced.set(operand, rest.some(mustSplit) ? capture(builder, lowered, rest) : lowered);
  });
  return replaceChildren(node, replaced) as Expression;
}

/** A node that is printed where the operand stood: the text around it is the source's. */
function inPlaceOf(builder: Builder, lowered: Expression, operand: Expression): Expression {
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

/** The value as it is now, kept where something in `rest` could change it. */
function capture(builder: Builder, node: Expression, rest: readonly Node[]): Expression {
  if (node.type === 'Literal' || isFunction(node)) return node;
  const inside = contents(node);
  const own = node.type === 'Identifier' ? builder.overlay.get(node) : undefined;
  if (own && builder.temporaries.has(own)) return node;
  if (!inside.calls && !inside.writes && !inside.reads && !rest.some((other) => assignsAny(builder, other, node))) return node;
  const kept = temporary(builder, 'kept');
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value: node, declares: 'const', node });
  return refer(builder, kept, node);
}

/** Whether `node` assigns to (or calls something that may assign to) a name that `read` reads. */
function assignsAny(builder: Builder, node: Node, read: Node): boolean {
  if (contents(node).calls) return true;
  const names = new Set<Binding>();
  const collect = (at: Node, into: (binding: Binding, at: Node) => void): void => {
    const stack = [at];
    while (stack.length > 0) {
      const one = stack.pop()!;
      const binding = one.type === 'Identifier' ? builder.module.bindings.get(one) : undefined;
      if (binding) into(binding, one);
      stack.push(...children(one));
    }
  };
  collect(read, (binding) => names.add(binding));
  let found = false;
  collect(node, (binding, at) => {
    if (names.has(binding) && binding.assignments.includes(at)) found = true;
  });
  return found;
}

/** A value that leaves a `try` is evaluated inside it: what it throws arrives there. */
export function settleInside(builder: Builder, node: Expression): Expression {
  const inside = contents(node);
  if (!handlerOf(builder.leaps) || !(inside.calls || inside.reads || inside.writes)) return node;
  const kept = temporary(builder, 'result');
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value: node, declares: 'const', node });
  return refer(builder, kept, node);
}

/** A value that can be read more than once: an effect in it is run here. */
function settle(builder: Builder, node: Expression): Expression {
  const inside = contents(node);
  if (!inside.calls && !inside.writes) return node;
  const kept = temporary(builder, resultName(node));
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value: node, declares: 'const', node });
  return refer(builder, kept, node);
}

function assign(builder: Builder, target: Binding, value: Expression, node: Node): void {
  emitGuarded(builder, { kind: 'bind', target: refer(builder, target, node), value, declares: undefined, node });
}

/** Suspends: the block ends, and the received value is what comes back. */
function wait(builder: Builder, value: Expression | undefined, node: Expression & { type: 'YieldExpression' }, hint: string): Expression {
  const received = temporary(builder, hint);
  const handler = handlerOf(builder.leaps);
  let cleanup = builder.leaps;
  while (cleanup && cleanup.kind !== 'finally') cleanup = cleanup.outer;
  const thrown = handler && { target: arrival(builder, handler, 'throw', node), error: handler.kind === 'catch' ? handler.error : handler.value };
  const returned = cleanup?.kind === 'finally' ? { target: arrival(builder, cleanup, 'return', node), value: cleanup.value } : undefined;
  const resume = newBlock(builder);
  close(builder, { kind: 'yield', value, node, resume, received, thrown, returned }, resume);
  return refer(builder, received, node);
}

function unsupported(builder: Builder, construct: string, node: Expression): Expression {
  close(builder, { kind: 'unsupported', construct, node });
  return refer(builder, temporary(builder, 'unknown'), node);
}

/** An instruction; inside a `try` that has a `yield`, one that may throw is attempted, and its handler follows. */
export function emitGuarded(builder: Builder, instruction: Parameters<typeof emit>[1]): void {
  const handler = handlerOf(builder.leaps);
  const risky = instruction.kind === 'bind' ? [instruction.value, instruction.target] : instruction.kind === 'evaluate' ? [instruction.expression] : [];
  if (!handler || !risky.some((node) => node && (contents(node as Node).calls || contents(node as Node).reads))) {
    emit(builder, instruction);
    return;
  }
  const failed = temporary(builder, failureName(instruction));
  const error = handler.kind === 'catch' ? handler.error : handler.value;
  emit(builder, { kind: 'attempt', instruction, failed, error, node: instruction.node });
  const [caught, onward] = [arrival(builder, handler, 'throw', instruction.node), newBlock(builder)];
  branch(builder, refer(builder, failed, instruction.node), caught, onward, instruction.node);
  builder.current = onward;
}

/** A branch always has a block of its own: a choice can be resumed there. */
export function branch(builder: Builder, test: Expression, then: BlockId, otherwise: BlockId, node: Node): void {
  const own = newBlock(builder);
  close(builder, { kind: 'goto', target: own }, own);
  close(builder, { kind: 'branch', test, then, else: otherwise, node });
}

/** A condition: `&&`, `||` and `!` are ways through the graph; a call in it is run first, once. */
export function lowerTest(builder: Builder, node: Expression, then: BlockId, otherwise: BlockId): void {
  if (node.type === 'ParenthesizedExpression') return lowerTest(builder, node.expression, then, otherwise);
  if (node.type === 'UnaryExpression' && node.operator === '!') return lowerTest(builder, node.argument, otherwise, then);
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const next = newBlock(builder);
    if (node.operator === '&&') lowerTest(builder, node.left, next, otherwise);
    else lowerTest(builder, node.left, then, next);
    builder.current = next;
    return lowerTest(builder, node.right, then, otherwise);
  }
  if (node.type === 'Literal') return close(builder, { kind: 'goto', target: (node as { value: unknown }).value ? then : otherwise });
  const test = settle(builder, lowerExpression(builder, node));
  branch(builder, test, then, otherwise, node);
}

/** What is asked after an attempt: `refund(x)` → `refundFailed`. */
function failureName(instruction: Parameters<typeof emit>[1]): string {
  const node = instruction.kind === 'bind' ? instruction.value : instruction.kind === 'evaluate' ? instruction.expression : undefined;
  const name = node && contents(node).calls ? calleeName(node) : 'step';
  return `${name}Failed`;
}

/** What the result of a call is called: `check(id)` → `checked`, `isOpen()` → `isOpen`. */
function resultName(node: Node): string {
  const name = calleeName(node);
  if (/^(is|has|can|should|will|was|does)[A-Z]/.test(name)) return name;
  let bare: Node = node;
  while (bare.type === 'TSAsExpression' || bare.type === 'TSNonNullExpression' || bare.type === 'ParenthesizedExpression') bare = bare.expression;
  if (bare.type !== 'CallExpression') return 'outcome';
  if (participles[name]) return participles[name];
  return `${name}Result`;
}

/** The name of the first function that is called in it. */
function calleeName(node: Node): string {
  let at: Node = node;
  while (at.type !== 'CallExpression') {
    const inner = children(at).find((child) => contents(child).calls);
    if (!inner) return 'call';
    at = inner;
  }
  const callee = at.callee;
  return callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : 'call';
}

/** What is said of something after a function of this name: only plain verbs have such a word. */
const participles: Readonly<Record<string, string>> = Object.fromEntries(
  'check:checked verify:verified validate:validated ask:asked confirm:confirmed accept:accepted approve:approved allow:allowed charge:charged pay:paid withdraw:withdrawn deposit:deposited authorize:authorized authenticate:authenticated login:loggedIn connect:connected open:opened close:closed send:sent save:saved load:loaded fetch:fetched find:found match:matched test:tested try:tried take:taken reserve:reserved book:booked lock:locked unlock:unlocked write:written parse:parsed decode:decoded roll:rolled flip:flipped draw:drawn choose:chosen pick:picked compute:computed measure:measured'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
