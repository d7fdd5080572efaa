/**
 * Calls of the machine's own functions: the body is run in place, on the machine's own variables.
 */
import { contents, isFunction } from '../flow/contents.ts';
import type { Graph } from '../flow/graph.ts';
import { lower } from '../flow/lower.ts';
import type { Binding } from '../syntax/module.ts';
import type { Expression, Node } from '../syntax/tree.ts';
import type { End, Said } from './ending.ts';
import { evaluate } from './evaluate.ts';
import { fixedValue } from './fixed.ts';
import { type Machine, Unsupported } from './machine.ts';
import { holdsNow, localsIn, pieces, pushStep, readsOf, type Run, scopeOf } from './state.ts';
import { isObject, takeApart } from './take-apart.ts';
import { type Term, undefinedTerm } from './term.ts';

function functionTerm(machine: Machine, binding: Binding): Term | undefined {
  const fixed = fixedValue(machine.graph, binding);
  return fixed && isFunction(fixed) ? { kind: 'function', node: fixed, source: [] } : undefined;
}

export const bodies = new WeakMap<Node, Graph>();

/** `go('x')`, where `go` is a function of the machine: its body is run in place. */
export function inline(state: Run, expression: Expression): { value: Term | undefined; code: Said | undefined } | undefined {
  const { machine } = state;
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') return undefined;
  const binding = machine.graph.bindingOf(expression.callee);
  const held = binding && machine.graph.isLocal(binding) ? (state.env.get(binding) ?? functionTerm(machine, binding)) : undefined;
  if (held?.kind !== 'function' || !isFunction(held.node)) return undefined;
  const fn = held.node as Node & { type: 'ArrowFunctionExpression' };
  if (!expression.arguments.every((argument) => argument.type !== 'SpreadElement' && machine.pure(argument))) return undefined;
  if (fn.async || (fn as { generator?: boolean }).generator || contents(fn.body as Node).waits) return undefined;
  // Each call has variables of its own; here, there is only one of each.
  if (state.within.includes(fn)) throw new Unsupported('A function of the machine that calls itself', expression);
  const graph = bodies.get(fn) ?? lower(fn, machine.graph.moduleOf(fn));
  bodies.set(fn, graph);
  const params = fn.params as readonly Node[];
  const values = expression.arguments.map((argument) => evaluate(scopeOf(state), argument as Node));
  const parts: { binding: Binding; term: Term; argument?: Node }[] = [];
  for (const [at, param] of params.entries()) {
    const one = param.type === 'RestElement' || param.type === 'TSParameterProperty' ? undefined : takeApart(state, param, values[at] ?? undefinedTerm);
    if (!one) return undefined;
    const argument = param.type === 'Identifier' ? (expression.arguments[at] as Node | undefined) : undefined;
    if (!argument && !one.every((part) => holdsNow(state, part.term) && !isObject(part.term))) return undefined;
    parts.push(...one.map((part) => ({ ...part, argument })));
  }
  for (const part of parts) {
    pushStep(state, { pieces: [{ binding: part.binding }, ' = ', ...(part.argument ? pieces(state, part.argument) : [{ term: part.term }])], node: expression, effect: false, target: part.binding, reads: part.argument ? readsOf(state, part.argument) : localsIn(part.term), writes: new Set([part.binding]), detached: false });
    state.env.set(part.binding, part.term);
  }
  const inner: Machine = { ...machine, asked: () => true, graph: { ...machine.graph, blocks: graph.blocks, start: graph.start, bindingOf: (node) => machine.graph.bindingOf(node) ?? graph.bindingOf(node), isLocal: (one) => machine.graph.isLocal(one) || graph.temporaries.has(one), temporaries: new Set([...machine.graph.temporaries, ...graph.temporaries]) } };
  // The body takes patterns apart from these.
  for (const [at, own] of graph.parameters.entries()) if (graph.temporaries.has(own)) state.env.set(own, values[at] ?? undefinedTerm);
  const end = state.run({ ...state, machine: inner, within: [...state.within, fn] }, graph.start);
  if (end.kind === 'return') return { value: end.value, code: end.code };
  if (end.kind === 'throw') throw new Ended(end);
  throw new Unsupported('A condition inside a function of the machine that only what has run can decide', fn);
}

/** Thrown where a function that is run in place ends the whole run. */
export class Ended extends Error {
  readonly end: End;
  constructor(end: End) {
    super('the run has ended');
    this.end = end;
  }
}
