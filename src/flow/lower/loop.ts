/**
 * Loops: a head that asks, a body, and where `break` and `continue` go.
 */
import type { Descent } from '../../syntax/descent.ts';
import { standsFor } from '../../syntax/constants/stands-for.ts';
import type { Expression, Node, Statement } from '../../syntax/tree.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, emit, literal, newBlock, refer, remade, synthetic, temporary } from './builder.ts';
import { lowerTest } from './condition.ts';
import { contents } from '../contents.ts';
import type { BlockId, Listing } from '../graph.ts';
import { enclosed } from './leap.ts';
import { inPlaceOf } from './operands.ts';
import { lowered, lowerEffect, lowerExpression } from './parts.ts';
import { lowerPart } from './pattern.ts';
import { mustSplit } from './split.ts';
import { keysOf, listOf, loopOf, memberAt } from '../synthetic.ts';

/** `while (test) body` */
export function* lowerWhile(builder: Builder, node: Statement & { type: 'WhileStatement' }, labels: readonly string[]): Descent<void> {
  const [head, body, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: head }, head);
  lowerTest(builder, node.test, body, exit);
  yield loopBody(builder, node.body, labels, body, exit, head);
  close(builder, { kind: 'goto', target: head }, exit);
}

/** `do body while (test)` */
export function* lowerDoWhile(builder: Builder, node: Statement & { type: 'DoWhileStatement' }, labels: readonly string[]): Descent<void> {
  const [body, test, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: body }, body);
  yield loopBody(builder, node.body, labels, body, exit, test);
  close(builder, { kind: 'goto', target: test }, test);
  lowerTest(builder, node.test, body, exit);
  builder.current = exit;
}

/** `for (init; test; update) body` */
export function* lowerFor(builder: Builder, node: Statement & { type: 'ForStatement' }, labels: readonly string[]): Descent<void> {
  if (node.init?.type === 'VariableDeclaration') yield lowered(builder, node.init as Statement);
  else if (node.init) lowerEffect(builder, node.init);
  // What comes once it has begun can be kept whole.
  if (node.init && contents(node.init).waits && ![node.test, node.update, node.body].some((part) => part && contents(part).waits)) return yield lowered(builder, loopOf(node), labels);
  const [head, body, update, exit] = [newBlock(builder), newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: head }, head);
  if (node.test && counts(builder, node)) branch(builder, node.test, body, exit, node.test, true);
  else if (node.test) lowerTest(builder, node.test, body, exit);
  else close(builder, { kind: 'goto', target: body });
  yield loopBody(builder, node.body, labels, body, exit, update);
  close(builder, { kind: 'goto', target: update }, update);
  if (node.update) lowerEffect(builder, node.update);
  close(builder, { kind: 'goto', target: head }, exit);
}

/** `for (let i = 0; i < list.length; i++)`, whose body leaves `i` alone. */
function counts({ module }: Builder, { init, test, update }: Statement & { type: 'ForStatement' }): boolean {
  const changed = update?.type === 'UpdateExpression' ? update.argument : update?.type === 'AssignmentExpression' && (update.operator === '+=' || update.operator === '-=') && update.right.type === 'Literal' ? update.left : undefined;
  const counter = changed?.type === 'Identifier' ? module.bindings.get(changed as Node) : undefined;
  const isOwn = init?.type === 'VariableDeclaration' && counter?.kind === 'let' && init.declarations.some(({ id }) => (id as Node) === counter.identifier);
  const isAsked = test?.type === 'BinaryExpression' && ['<', '<=', '>', '>='].includes(test.operator) && [test.left, test.right].some((side) => side.type === 'Identifier' && module.bindings.get(side) === counter) && !mustSplit(test) && !contents(test).calls;
  return isOwn && isAsked && counter.assignments.every((at) => at === (changed as Node));
}

type Loop = Statement & { type: 'ForOfStatement' | 'ForInStatement' };

/** `for (const x of list)` over an array is a loop over an index, which can be remembered across a `yield`. */
export function* lowerForOf(builder: Builder, node: Statement & { type: 'ForOfStatement' }, labels: readonly string[]): Descent<void> {
  if (node.await) return close(builder, { kind: 'unsupported', construct: '`for await`', node });
  if (node.left.type === 'VariableDeclaration' && (node.left.kind === 'using' || node.left.kind === 'await using')) return close(builder, { kind: 'unsupported', construct: '`using`', node: node.left });
  if (waitsInHead(node)) return yield headFirst(builder, node, labels);
  const value = lowerExpression(builder, node.right);
  yield lowerList(builder, node, { of: 'items', copy: listOf(value, node.right), during: node.body, live: true, plain: isArray(builder, node.right), node }, value, labels);
}

/** `for (const key in object)` over a plain object is a loop over its keys, as long as none is deleted before its turn. */
export function* lowerForIn(builder: Builder, node: Statement & { type: 'ForInStatement' }, labels: readonly string[]): Descent<void> {
  if (waitsInHead(node)) return yield headFirst(builder, node, labels);
  const object = lowerExpression(builder, node.right);
  yield lowerList(builder, node, { of: 'keys', copy: keysOf(object, node.right), during: node.body, live: false, plain: false, node }, object, labels);
}

/** What is gone through is waited for, and nothing after it. */
function waitsInHead(node: Loop): boolean {
  return contents(node.right).waits && !contents(node.left as Node).waits && !contents(node.body).waits;
}

/** `for (const x of yield 'list') …` → `event = yield 'list'; for (const x of event) …`, which can be kept whole. */
function headFirst(builder: Builder, node: Loop, labels: readonly string[]): Descent<void> {
  const right = inPlaceOf(builder, lowerExpression(builder, node.right), node.right);
  return lowered(builder, remade(builder, { ...node, right }), labels);
}

function isArray({ frames, module }: Builder, node: Node): boolean {
  return (frames.project ? standsFor({ node, module, primed: false }, frames.project).node : node).type === 'ArrayExpression';
}

function* lowerList(builder: Builder, node: Loop, list: Listing, value: Expression, labels: readonly string[]): Descent<void> {
  const at = node.right;
  const items = temporary(builder, list.of === 'keys' ? 'keys' : 'list');
  const index = temporary(builder, 'index');
  emitGuarded(builder, { kind: 'bind', target: refer(builder, items, at), value, declares: 'const', node: at, list });
  emit(builder, { kind: 'bind', target: refer(builder, index, at), value: literal(0, at), declares: 'let', node: at });
  const [head, body, update, exit] = [newBlock(builder), newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: head }, head);
  branch(builder, synthetic('<', refer(builder, index, at), memberAt(refer(builder, items, at), 'length', at), at), body, exit, node, true);
  builder.current = body;
  const item = memberAt(refer(builder, items, at), refer(builder, index, at), at);
  const declaration = node.left.type === 'VariableDeclaration' ? node.left : undefined;
  const target = (declaration ? declaration.declarations[0]!.id : node.left) as Node;
  lowerPart(builder, target, () => item, declaration ? (declaration.kind === 'var' ? 'var' : 'const') : undefined, node.left);
  yield loopBody(builder, node.body, labels, builder.current, exit, update);
  close(builder, { kind: 'goto', target: update }, update);
  emit(builder, { kind: 'bind', target: refer(builder, index, at), value: synthetic('+', refer(builder, index, at), literal(1, at), at), declares: undefined, node: at });
  close(builder, { kind: 'goto', target: head }, exit);
}

function* loopBody(builder: Builder, body: Statement, labels: readonly string[], start: BlockId, onBreak: BlockId, onContinue: BlockId): Descent<void> {
  builder.current = start;
  yield enclosed(builder, { kind: 'loop', labels, onBreak, onContinue }, lowered(builder, body));
}
