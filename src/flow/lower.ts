/**
 * A function's body → its control-flow graph. Statements in the order and with the meaning of ECMA-262, chapter 14.
 */
import type { Module } from '../syntax/module.ts';
import type { Binding, Scope } from '../syntax/module.ts';
import type { BindingPattern, Expression, FunctionNode, Node, Statement } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, createBuilder, emit, handlerOf, type Leap, literal, newBlock, refer, synthetic, temporary } from './builder.ts';
import { contents } from './contents.ts';
import { lowerEffect, lowerExpression } from './expression.ts';
import type { BlockId, Graph } from './graph.ts';
import { settleInside } from './kept.ts';
import { leave, leaveByReturn, leaveByThrow } from './leap.ts';
import { lowerTest } from './condition.ts';

/** The graph of a generator function, or of a helper without a `yield`. */
export function lower(fn: FunctionNode | (Node & { type: 'ArrowFunctionExpression' }), module: Module): Graph {
  const builder = createBuilder(fn as FunctionNode, module);
  const start = builder.current;
  const body = fn.body;
  const parameters = fn.params.map((parameter, at) => lowerParameter(builder, parameter as Node, at));
  const receiver = receiverIn(fn);
  if (receiver) close(builder, { kind: 'unsupported', construct: receiver.type === 'Identifier' ? '`arguments`' : receiver.type === 'ThisExpression' ? '`this`' : '`super` or `new.target`', node: receiver });
  if (!body) close(builder, { kind: 'unsupported', construct: 'A function without a body', node: fn });
  else if (body.type === 'BlockStatement') {
    hoist(builder, body.body as Statement[]);
    for (const statement of body.body) lowerStatement(builder, statement as Statement, []);
    close(builder, { kind: 'return', value: undefined, node: fn });
  } else close(builder, { kind: 'return', value: lowerExpression(builder, body as unknown as Expression), node: body });

  return {
    fn: builder.fn,
    module,
    blocks: builder.blocks,
    start,
    parameters,
    bindingOf: (node) => builder.overlay.get(node) ?? module.bindings.get(node),
    isLocal: (binding) => builder.temporaries.has(binding) || within(binding.scope, fn),
    temporaries: builder.temporaries,
  };
}

/** What only means something inside the very function: an emitted action would be another. */
function receiverIn(fn: Node): Node | undefined {
  const stack = children(fn);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === 'ThisExpression' || at.type === 'Super' || at.type === 'MetaProperty' || (at.type === 'Identifier' && at.name === 'arguments')) return at;
    if (at.type !== 'FunctionExpression' && at.type !== 'FunctionDeclaration' && at.type !== 'ClassExpression' && at.type !== 'ClassDeclaration') stack.push(...children(at));
  }
  return undefined;
}

/** The binding of a parameter; a pattern is taken apart at the start. Its default is the input's business. */
function lowerParameter(builder: Builder, parameter: Node, at: number): Binding {
  const bare = parameter.type === 'AssignmentPattern' ? (parameter.left as Node) : parameter.type === 'RestElement' ? (parameter.argument as Node) : parameter;
  const own = bare.type === 'Identifier' ? builder.module.bindings.get(bare) : undefined;
  if (own) return own;
  const name = at === 0 ? 'options' : `options${at + 1}`;
  const whole: Binding = { name, kind: 'parameter', scope: { ...builder.module.scope, node: builder.fn }, identifier: bare, declarations: [], references: [], assignments: [] };
  builder.temporaries.add(whole);
  emit(builder, { kind: 'bind', target: bare as BindingPattern, value: refer(builder, whole, bare), declares: 'const', node: bare });
  return whole;
}

function within(scope: Scope, fn: Node): boolean {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.node === fn) return true;
  return false;
}

/** Function declarations are there from the start of their block. */
function hoist(builder: Builder, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.type === 'FunctionDeclaration' && statement.id) emit(builder, { kind: 'bind', target: statement.id, value: statement as unknown as Expression, declares: 'const', node: statement });
  }
}

function lowerStatement(builder: Builder, node: Statement, labels: readonly string[]): void {
  const inside = contents(node);
  const risky = inside.calls || inside.reads || inside.throws;
  if ((isCompound(node) || isChoiceOfEffects(node)) && !inside.waits && !(handlerOf(builder.leaps) && risky)) {
    const [enter, exit] = [newBlock(builder), newBlock(builder)];
    close(builder, { kind: 'region', node, enter, exit }, enter);
    lowerParts(builder, node, labels);
    close(builder, { kind: 'goto', target: exit }, exit);
  } else lowerParts(builder, node, labels);
}

function isCompound(node: Statement): boolean {
  return ['IfStatement', 'SwitchStatement', 'WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'TryStatement', 'LabeledStatement'].includes(node.type);
}

/** `ready && go()`: an `if` in other words; and `print(next++)`, which reads better whole. */
function isChoiceOfEffects(node: Statement): boolean {
  if (node.type !== 'ExpressionStatement') return false;
  const { type } = node.expression;
  return type === 'LogicalExpression' || type === 'ConditionalExpression' || (type === 'CallExpression' && contents(node).writes);
}

function lowerParts(builder: Builder, node: Statement, labels: readonly string[]): void {
  switch (node.type) {
    case 'BlockStatement':
      hoist(builder, node.body);
      for (const statement of node.body) lowerStatement(builder, statement, []);
      return;
    case 'ExpressionStatement':
      return lowerEffect(builder, node.expression);
    case 'VariableDeclaration':
      if (node.declare) return;
      for (const declarator of node.declarations) {
        if (!declarator.init && node.kind === 'var') continue;
        const name = declarator.id.type === 'Identifier' ? declarator.id.name : 'event';
        const value = declarator.init ? lowerExpression(builder, declarator.init, name) : undefined;
        emitGuarded(builder, { kind: 'bind', target: declarator.id, value, declares: node.kind === 'var' ? 'var' : node.kind === 'const' ? 'const' : 'let', node: declarator });
      }
      return;
    case 'IfStatement': {
      const [then, other, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
      lowerTest(builder, node.test, then, node.alternate ? other : exit);
      builder.current = then;
      lowerStatement(builder, node.consequent, []);
      close(builder, { kind: 'goto', target: exit }, other);
      if (node.alternate) lowerStatement(builder, node.alternate, []);
      close(builder, { kind: 'goto', target: exit }, exit);
      return;
    }
    case 'WhileStatement': {
      const [head, body, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
      close(builder, { kind: 'goto', target: head }, head);
      lowerTest(builder, node.test, body, exit);
      loopBody(builder, node.body, labels, body, exit, head);
      close(builder, { kind: 'goto', target: head }, exit);
      return;
    }
    case 'DoWhileStatement': {
      const [body, test, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
      close(builder, { kind: 'goto', target: body }, body);
      loopBody(builder, node.body, labels, body, exit, test);
      close(builder, { kind: 'goto', target: test }, test);
      lowerTest(builder, node.test, body, exit);
      builder.current = exit;
      return;
    }
    case 'ForStatement': {
      if (node.init?.type === 'VariableDeclaration') lowerParts(builder, node.init, []);
      else if (node.init) lowerEffect(builder, node.init);
      const [head, body, update, exit] = [newBlock(builder), newBlock(builder), newBlock(builder), newBlock(builder)];
      close(builder, { kind: 'goto', target: head }, head);
      if (node.test) lowerTest(builder, node.test, body, exit);
      else close(builder, { kind: 'goto', target: body });
      loopBody(builder, node.body, labels, body, exit, update);
      close(builder, { kind: 'goto', target: update }, update);
      if (node.update) lowerEffect(builder, node.update);
      close(builder, { kind: 'goto', target: head }, exit);
      return;
    }
    case 'ForOfStatement':
      return lowerForOf(builder, node, labels);
    case 'ForInStatement':
      return close(builder, { kind: 'unsupported', construct: 'A `for…in` that the machine waits or leaves in', node });
    case 'SwitchStatement':
      return lowerSwitch(builder, node, labels);
    case 'LabeledStatement': {
      const inner = [...labels, node.label.name];
      if (['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'LabeledStatement'].includes(node.body.type)) return lowerParts(builder, node.body, inner);
      const exit = newBlock(builder);
      enclosed(builder, { kind: 'breakable', labels: inner, onBreak: exit, plain: false }, () => lowerStatement(builder, node.body, []));
      return close(builder, { kind: 'goto', target: exit }, exit);
    }
    case 'BreakStatement':
      return leave(builder, node.label ? `break ${node.label.name}` : 'break', node);
    case 'ContinueStatement':
      return leave(builder, node.label ? `continue ${node.label.name}` : 'continue', node);
    case 'ReturnStatement':
      return leaveByReturn(builder, node.argument ? settleInside(builder, lowerExpression(builder, node.argument)) : undefined, node);
    case 'ThrowStatement':
      return leaveByThrow(builder, settleInside(builder, lowerExpression(builder, node.argument)), node);
    case 'TryStatement':
      return lowerTry(builder, node);
    case 'EmptyStatement':
    case 'DebuggerStatement':
    case 'FunctionDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return;
    default:
      return close(builder, { kind: 'unsupported', construct: `A ${node.type}`, node });
  }
}

function enclosed(builder: Builder, leap: DistributiveOmit<Leap, 'outer'>, write: () => void): void {
  const outer = builder.leaps;
  builder.leaps = { ...leap, outer } as Leap;
  write();
  builder.leaps = outer;
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function loopBody(builder: Builder, body: Statement, labels: readonly string[], start: BlockId, onBreak: BlockId, onContinue: BlockId): void {
  builder.current = start;
  enclosed(builder, { kind: 'loop', labels, onBreak, onContinue }, () => lowerStatement(builder, body, []));
}

/** `for (const x of list)` over an array is a loop over an index, which can be remembered across a `yield`. */
function lowerForOf(builder: Builder, node: Statement & { type: 'ForOfStatement' }, labels: readonly string[]): void {
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

function lowerSwitch(builder: Builder, node: Statement & { type: 'SwitchStatement' }, labels: readonly string[]): void {
  const asked = lowerExpression(builder, node.discriminant);
  let discriminant = asked;
  const late = node.cases.some((one) => one.test && (contents(one.test).waits || contents(one.test).writes || contents(one.test).calls));
  if (late || (asked.type !== 'Identifier' && asked.type !== 'MemberExpression' && asked.type !== 'Literal')) {
    const kept = temporary(builder, 'asked');
    emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, asked), value: asked, declares: 'const', node: node.discriminant });
    discriminant = refer(builder, kept, asked);
  }
  const exit = newBlock(builder);
  const bodies = node.cases.map(() => newBlock(builder));
  let fallback = exit;
  node.cases.forEach((one, index) => {
    if (!one.test) {
      fallback = bodies[index]!;
      return;
    }
    const next = newBlock(builder);
    branch(builder, synthetic('===', discriminant, lowerExpression(builder, one.test), one.test), bodies[index]!, next, one.test);
    builder.current = next;
  });
  close(builder, { kind: 'goto', target: fallback });
  enclosed(builder, { kind: 'breakable', labels, onBreak: exit, plain: true }, () => {
    node.cases.forEach((one, index) => {
      builder.current = bodies[index]!;
      hoist(builder, one.consequent);
      for (const statement of one.consequent) lowerStatement(builder, statement, []);
      close(builder, { kind: 'goto', target: bodies[index + 1] ?? exit });
    });
  });
  builder.current = exit;
}

function lowerTry(builder: Builder, node: Statement & { type: 'TryStatement' }): void {
  const exit = newBlock(builder);
  const protectedByFinally = node.finalizer ? { target: newBlock(builder), completion: temporary(builder, 'completion'), value: temporary(builder, 'completed'), jumps: [] as string[] } : undefined;
  const finish = (): void => {
    if (!protectedByFinally) return close(builder, { kind: 'goto', target: exit });
    emit(builder, { kind: 'note', target: protectedByFinally.completion, value: 'normal', node });
    close(builder, { kind: 'goto', target: protectedByFinally.target });
  };
  const body = (): void => {
    if (!node.handler) {
      lowerStatement(builder, node.block as Statement, []);
      return finish();
    }
    const handler = node.handler;
    const caught = newBlock(builder);
    const error = temporary(builder, handler.param?.type === 'Identifier' ? handler.param.name : 'error');
    enclosed(builder, { kind: 'catch', target: caught, error }, () => lowerStatement(builder, node.block as Statement, []));
    finish();
    builder.current = caught;
    if (handler.param) emitGuarded(builder, { kind: 'bind', target: handler.param as unknown as Node, value: refer(builder, error, handler.param), declares: 'let', node: handler.param });
    lowerStatement(builder, handler.body as Statement, []);
    finish();
  };
  if (!protectedByFinally) {
    body();
    builder.current = exit;
    return;
  }
  enclosed(builder, { kind: 'finally', ...protectedByFinally }, body);
  lowerFinalizer(builder, node, protectedByFinally, exit);
}

/** The `finally` block, then on to wherever its completion says. */
function lowerFinalizer(builder: Builder, node: Statement & { type: 'TryStatement' }, record: { target: BlockId; completion: Binding; value: Binding; jumps: string[] }, exit: BlockId): void {
  builder.current = record.target;
  const at = node.finalizer!;
  lowerStatement(builder, at as Statement, []);
  const is = (completion: string): Expression => synthetic('===', refer(builder, record.completion, at), literal(completion, at), at);
  const when = (completion: string, write: () => void): void => {
    const [then, next] = [newBlock(builder), newBlock(builder)];
    branch(builder, is(completion), then, next, at);
    builder.current = then;
    write();
    builder.current = next;
  };
  when('throw', () => leaveByThrow(builder, refer(builder, record.value, at), at));
  when('return', () => leaveByReturn(builder, refer(builder, record.value, at), at));
  for (const jump of record.jumps) when(jump, () => leave(builder, jump, at));
  close(builder, { kind: 'goto', target: exit }, exit);
}
