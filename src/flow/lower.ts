/**
 * A function → its control-flow graph.
 */
import type { Module } from '../syntax/module.ts';
import type { Binding, Scope } from '../syntax/module.ts';
import type { BindingPattern, Expression, FunctionNode, Node, Statement } from '../syntax/tree.ts';
import { children } from '../syntax/walk.ts';
import { type Builder, close, createBuilder, emit, refer } from './builder.ts';
import { lowerExpression } from './expression.ts';
import type { Graph } from './graph.ts';
import { hoist, lowerStatement } from './statement.ts';

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
