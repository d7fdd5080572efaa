/**
 * Loops: a head that asks, a body, and where `break` and `continue` go.
 */
import type { BindingPattern, Expression, Statement } from '../syntax/tree.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, emit, literal, newBlock, refer, synthetic, temporary } from './builder.ts';
import { lowerTest } from './condition.ts';
import { lowerEffect, lowerExpression } from './expression.ts';
import type { BlockId } from './graph.ts';
import { enclosed } from './leap.ts';
import { lowerStatement } from './statement.ts';

/** `while (test) body` */
export function lowerWhile(builder: Builder, node: Statement & { type: 'WhileStatement' }, labels: readonly string[]): void {
  const [head, body, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: head }, head);
  lowerTest(builder, node.test, body, exit);
  loopBody(builder, node.body, labels, body, exit, head);
  close(builder, { kind: 'goto', target: head }, exit);
}

/** `do body while (test)` */
export function lowerDoWhile(builder: Builder, node: Statement & { type: 'DoWhileStatement' }, labels: readonly string[]): void {
  const [body, test, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: body }, body);
  loopBody(builder, node.body, labels, body, exit, test);
  close(builder, { kind: 'goto', target: test }, test);
  lowerTest(builder, node.test, body, exit);
  builder.current = exit;
}

/** `for (init; test; update) body` */
export function lowerFor(builder: Builder, node: Statement & { type: 'ForStatement' }, labels: readonly string[]): void {
  if (node.init?.type === 'VariableDeclaration') lowerStatement(builder, node.init as Statement, []);
  else if (node.init) lowerEffect(builder, node.init);
  const [head, body, update, exit] = [newBlock(builder), newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: head }, head);
  if (node.test) lowerTest(builder, node.test, body, exit);
  else close(builder, { kind: 'goto', target: body });
  loopBody(builder, node.body, labels, body, exit, update);
  close(builder, { kind: 'goto', target: update }, update);
  if (node.update) lowerEffect(builder, node.update);
  close(builder, { kind: 'goto', target: head }, exit);
}

/** `for (const x of list)` over an array is a loop over an index, which can be remembered across a `yield`. */
export function lowerForOf(builder: Builder, node: Statement & { type: 'ForOfStatement' }, labels: readonly string[]): void {
  if (node.await) return close(builder, { kind: 'unsupported', construct: '`for await`', node });
  const list = temporary(builder, 'list');
  const index = temporary(builder, 'index');
  emitGuarded(builder, { kind: 'bind', target: refer(builder, list, node.right), value: lowerExpression(builder, node.right), declares: 'const', node: node.right, list: true });
  emit(builder, { kind: 'bind', target: refer(builder, index, node.right), value: literal(0, node.right), declares: 'let', node: node.right });
  const [head, body, update, exit] = [newBlock(builder), newBlock(builder), newBlock(builder), newBlock(builder)];
  close(builder, { kind: 'goto', target: head }, head);
  const at = node.right;
  const length = { type: 'MemberExpression', object: refer(builder, list, at), property: { type: 'Identifier', name: 'length', start: at.start, end: at.end }, computed: false, optional: false, start: at.start, end: at.end, synthetic: true, lengthOfArray: true } as unknown as Expression;
  branch(builder, synthetic('<', refer(builder, index, at), length, at), body, exit, node);
  builder.current = body;
  const item = { type: 'MemberExpression', object: refer(builder, list, at), property: refer(builder, index, at), computed: true, optional: false, start: at.start, end: at.end, synthetic: true } as unknown as Expression;
  const declaration = node.left.type === 'VariableDeclaration' ? node.left : undefined;
  const target = (declaration ? declaration.declarations[0]!.id : node.left) as BindingPattern;
  emitGuarded(builder, { kind: 'bind', target, value: item, declares: declaration ? 'const' : undefined, node: node.left });
  loopBody(builder, node.body, labels, builder.current, exit, update);
  close(builder, { kind: 'goto', target: update }, update);
  emit(builder, { kind: 'bind', target: refer(builder, index, at), value: synthetic('+', refer(builder, index, at), literal(1, at), at), declares: undefined, node: at });
  close(builder, { kind: 'goto', target: head }, exit);
}

function loopBody(builder: Builder, body: Statement, labels: readonly string[], start: BlockId, onBreak: BlockId, onContinue: BlockId): void {
  builder.current = start;
  enclosed(builder, { kind: 'loop', labels, onBreak, onContinue }, () => lowerStatement(builder, body, []));
}
