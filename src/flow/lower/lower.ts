/**
 * A function → its control-flow graph.
 */
import type { Binding, Module } from '../../syntax/module.ts';
import type { Project } from '../../syntax/project.ts';
import type { BindingPattern, Expression, FunctionNode, Node, Statement } from '../../syntax/tree.ts';
import { nodesIn } from '../../syntax/walk.ts';
import { type Builder, close, createBuilder, emit, type Language, refer } from './builder.ts';
import { lowerAnyEffect, lowerAnyExpression } from './expression.ts';
import { createFrames, isWithin, isWithinAny, placesIn } from '../frame.ts';
import type { Graph } from '../graph.ts';
import { noteOwnCalls } from './own-call.ts';
import { hoist, lowerExpression, lowerStatement } from './parts.ts';
import { receiverIn, wordFor } from '../receiver.ts';
import { lowerAnyStatement } from './statement.ts';
import { thread } from '../thread.ts';
import { isWritten } from '../synthetic.ts';
import { emptyUnreached } from '../unreached.ts';

/**
 * The graph of a generator function, or of a helper without a `yield`. The generators that it delegates to are part of it,
 * found in `project`; one that delegates to itself is followed as deep as `deeper` says.
 */
export function lower(fn: FunctionNode | (Node & { type: 'ArrowFunctionExpression' }), module: Module, project?: Project, deeper: ReadonlySet<string> = new Set()): Graph {
  const frames = createFrames(fn, module, project, deeper);
  const builder = createBuilder(fn as FunctionNode, module, frames, language);
  const nodes = nodesIn(fn as Node);
  noteOwnCalls(fn as Node, nodes, module);
  const start = builder.current;
  const body = fn.body;
  const parameters = fn.params.map((parameter, at) => lowerParameter(builder, parameter as Node, at));
  const receiver = receiverIn(fn);
  if (receiver) close(builder, { kind: 'unsupported', construct: wordFor(receiver), node: receiver });
  if (!body) close(builder, { kind: 'unsupported', construct: 'A function without a body', node: fn });
  else if (body.type === 'BlockStatement') {
    hoist(builder, body.body as Statement[]);
    for (const statement of body.body) lowerStatement(builder, statement as Statement, []);
    close(builder, { kind: 'return', value: undefined, node: fn });
  } else close(builder, { kind: 'return', value: lowerExpression(builder, body as unknown as Expression), node: body });

  const places = placesIn(frames);
  thread(builder.blocks);
  emptyUnreached(builder.blocks, start);
  return {
    fn: builder.fn,
    module,
    modules: [...new Map([...frames.programs.values()].map((one) => [one.path, one])).values()],
    blocks: builder.blocks,
    start,
    parameters,
    nodes: frames.functions.size === 0 ? nodes : [fn as Node, ...frames.functions].flatMap(nodesIn),
    frames: frames.functions,
    delegates: frames.delegates,
    results: frames.results,
    bindingOf: (node) => builder.overlay.get(node) ?? places.moduleOf(node).bindings.get(node),
    isLocal: (binding) => builder.temporaries.has(binding) || isWithin(binding, fn) || isWithinAny(binding, frames.functions),
    temporaries: builder.temporaries,
    ...places,
    isAssignment: (node) => isWritten(node) || places.isAssignment(node),
  };
}

const language: Language = { expression: lowerAnyExpression, effect: lowerAnyEffect, statement: lowerAnyStatement };

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
