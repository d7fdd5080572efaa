/**
 * Calls of the machine's own functions: the body is run in place, on the machine's own variables.
 */
import { contents, isFunction } from '../../flow/contents.ts';
import type { Graph } from '../../flow/graph.ts';
import { inPlaceKey } from '../../flow/lower/delegate.ts';
import { lower } from '../../flow/lower/lower.ts';
import { functionsIn } from '../../flow/lower/own-call.ts';
import { bareOf } from '../../flow/places.ts';
import { plain } from '../../syntax/constants/constant-fold.ts';
import type { Binding } from '../../syntax/module.ts';
import { rememberedIn } from '../../syntax/remembered.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { canConcretise, concretise } from './concretise.ts';
import type { End, Said } from './ending.ts';
import { evaluate } from './evaluate.ts';
import { fixedValue } from '../variables/fixed.ts';
import { type Machine, spend, Unsupported } from '../machine.ts';
import { holdsNow, localsIn, pieces, pushStep, readsOf, type Run, scopeOf } from './state.ts';
import { isObject, takeApart } from './take-apart.ts';
import { type Term, undefinedTerm } from '../values/term.ts';
import { setWorth } from './worth.ts';

/** What a call calls, where that is a function of the machine; `absent` where nothing stands there. */
function calledIn(state: Run, callee: Node): Node | 'absent' | undefined {
  const { machine } = state;
  const { graph } = machine;
  if (callee.type === 'Identifier') {
    const binding = graph.bindingOf(callee);
    if (!binding || !graph.isLocal(binding)) return undefined;
    const held = state.env.get(binding);
    const fixed = held?.kind === 'function' ? held.node : held ? undefined : fixedValue(graph, binding);
    return fixed && isFunction(fixed) ? fixed : undefined;
  }
  const binding = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? graph.bindingOf(callee.object) : undefined;
  const fixed = binding && graph.isLocal(binding) ? fixedValue(graph, binding) : undefined;
  const table = fixed && bareOf(fixed);
  if (callee.type !== 'MemberExpression' || table?.type !== 'ObjectExpression' || functionsIn(table).length === 0) return undefined;
  const key = callee.computed ? keyOf(state, callee.property as Node) : (callee.property as { name: string }).name;
  if (key === undefined) return undefined;
  const entry = table.properties.find((property) => property.type === 'Property' && !property.computed && nameOf(property.key) === key);
  if (!entry) return key in {} ? undefined : 'absent';
  const value = bareOf((entry as Node & { type: 'Property' }).value);
  return isFunction(value) ? value : value.type === 'Identifier' ? calledIn(state, value) : undefined;
}

/** The key that is looked up, told apart where it is one of finitely many. */
function keyOf(state: Run, node: Node): string | undefined {
  if (!state.machine.pure(node)) return undefined;
  const term = evaluate(scopeOf(state), node);
  const constant = canConcretise(state.machine, state.knowledge, term) ? concretise(state.machine, state.knowledge, term, state.decide) : undefined;
  return constant && String(plain(constant));
}

function nameOf(key: Node): string {
  return key.type === 'Identifier' ? key.name : String((key as { value?: unknown }).value);
}

/** The functions that are being run in place, by the machine that runs them. */
const running = new WeakMap<Machine, ReadonlySet<Node>>();
const deepest = 50;

const bodiesIn = rememberedIn<Node, Graph>();

/** `go('x')`, where `go` is a function of the machine: its body is run in place. */
export function inline(state: Run, whole: Expression): { value: Term | undefined; code: Said | undefined } | undefined {
  const { machine } = state;
  const expression = bareOf(whole);
  if (expression.type !== 'CallExpression') return undefined;
  const called = calledIn(state, bareOf(expression.callee));
  if (called === 'absent' && expression.optional) return { value: undefinedTerm, code: undefined };
  if (called === undefined || called === 'absent') return undefined;
  const fn = called as Node & { type: 'ArrowFunctionExpression' };
  const active = running.get(machine) ?? new Set<Node>();
  // Each call has variables of its own; here, there is only one of each.
  if (active.has(fn)) throw new Unsupported('A function of the machine that calls itself', fn);
  if (!expression.arguments.every((argument) => argument.type !== 'SpreadElement' && machine.pure(argument))) return undefined;
  if (fn.async || (fn as { generator?: boolean }).generator || contents(fn.body as Node).waits) return undefined;
  if (active.size > deepest) throw new Unsupported(`A function of the machine that is called more than ${deepest} functions deep`, fn);
  spend(machine, machine.graph.temporaries.size);
  const bodies = bodiesIn(machine.project);
  const graph = bodies.get(fn) ?? lower(fn, machine.graph.moduleOf(fn));
  bodies.set(fn, graph);
  const params = fn.params as readonly Node[];
  const values = expression.arguments.map((argument) => evaluate(scopeOf(state), argument as Node));
  const parts: { binding: Binding; term: Term; argument?: Node }[] = [];
  const earlier = new Map<Binding, Term>();
  for (const [at, param] of params.entries()) {
    const rest = param.type === 'RestElement' ? restOf(machine, param, values.slice(at)) : undefined;
    const one = rest ?? (param.type === 'RestElement' || param.type === 'TSParameterProperty' ? undefined : takeApart(state, param, values[at] ?? undefinedTerm, earlier));
    if (!one) return undefined;
    const argument = param.type === 'Identifier' ? (expression.arguments[at] as Node | undefined) : undefined;
    if (!argument && !one.every((part) => holdsNow(state, part.term) && (rest !== undefined || !isObject(part.term)))) return undefined;
    parts.push(...one.map((part) => ({ ...part, argument })));
  }
  for (const part of parts) {
    pushStep(state, { pieces: [{ binding: part.binding }, ' = ', ...(part.argument ? pieces(state, part.argument) : [{ term: part.term }])], node: expression, effect: false, target: part.binding, reads: part.argument ? readsOf(state, part.argument) : localsIn(part.term), writes: new Set([part.binding]), detached: false });
    setWorth(state, part.binding, part.term);
  }
  const inner = within(machine, fn, graph, active);
  // The body takes patterns apart from these.
  for (const [at, own] of graph.parameters.entries()) if (graph.temporaries.has(own)) state.env.set(own, values[at] ?? undefinedTerm);
  const end = state.run({ ...state, machine: inner }, graph.start);
  if (end.kind === 'return') return { value: end.value, code: end.code };
  if (end.kind === 'throw') throw new Ended(end);
  throw new Unsupported('A condition inside a function of the machine that only what has run can decide', fn, false, undefined, inPlaceKey(fn));
}

/** The machine that runs the function in place, made once. */
function within(machine: Machine, fn: Node, graph: Graph, active: ReadonlySet<Node>): Machine {
  let all = inners.get(machine);
  if (!all) inners.set(machine, (all = new Map()));
  const before = all.get(fn);
  if (before) return before;
  // What the body was lowered to may ask what its text does not: the cases of a `switch` are compared with `===`.
  const told = { ...machine.told, isAsked: true };
  const inner: Machine = { ...machine, told, asked: () => true, graph: { ...machine.graph, blocks: graph.blocks, start: graph.start, bindingOf: (node) => machine.graph.bindingOf(node) ?? graph.bindingOf(node), isLocal: (one) => machine.graph.isLocal(one) || graph.temporaries.has(one), temporaries: new Set([...machine.graph.temporaries, ...graph.temporaries]) } };
  all.set(fn, inner);
  running.set(inner, new Set([...active, fn]));
  return inner;
}

const inners = new WeakMap<Machine, Map<Node, Machine>>();

/** `...words`: a list of its own of all that is left. */
function restOf(machine: Machine, param: Node & { type: 'RestElement' }, values: readonly Term[]): { binding: Binding; term: Term }[] | undefined {
  const binding = param.argument.type === 'Identifier' ? machine.graph.bindingOf(param.argument) : undefined;
  if (!binding) return undefined;
  const list: Term = { kind: 'array', items: values };
  const annotation = (param as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation?.typeAnnotation;
  const type = annotation ? machine.graph.moduleOf(param).text.slice(annotation.start, annotation.end) : 'any[]';
  // TypeScript would not know what an empty list is of.
  return [{ binding, term: values.length === 0 ? { kind: 'cast', term: list, type } : list }];
}

/** Thrown where a function that is run in place ends the whole run. */
export class Ended extends Error {
  readonly end: End;
  constructor(end: End) {
    super('the run has ended');
    this.end = end;
  }
}
