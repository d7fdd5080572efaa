/**
 * Control over a part of an object. Where a name is made of one field (`yield form.status`), that field is known in each
 * configuration, and the object itself stays context, whole: the field is a fact on which states may be told apart.
 */
import type { Graph } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { touchedIn } from '../objects/change.ts';
import { canConcretise, concretise } from '../run/concretise.ts';
import { evaluate } from '../run/evaluate.ts';
import { member } from '../values/fold.ts';
import { assume } from '../values/knowledge.ts';
import type { Machine } from '../machine.ts';
import { type Knowledge, setType } from '../values/possible.ts';
import { functionIn } from '../objects/roots.ts';
import { late, type Run, scopeOf } from '../run/state.ts';
import { constantTerm, type Term } from '../values/term.ts';
import { termKey } from '../values/term-text.ts';
import { membersOf } from '../values/type-parts.ts';
import type { Constant } from '../../chart/chart.ts';

export interface Field {
  readonly of: Binding;
  readonly path: readonly string[];
  /** Stands for the field where a variable would stand. */
  readonly holder: Binding;
}

/** A variable, or a part of what it holds. */
export interface Place {
  readonly binding: Binding;
  readonly path: readonly string[];
}

const known = new WeakMap<Binding, Map<string, Field>>();

/** The one field at the place. */
export function fieldAt({ binding, path }: Place): Field {
  const all = known.get(binding) ?? new Map<string, Field>();
  known.set(binding, all);
  const key = path.join('.');
  const before = all.get(key);
  if (before) return before;
  const made: Field = { of: binding, path, holder: { ...binding, name: path.join(' '), references: [], assignments: [], declarations: [] } };
  all.set(key, made);
  return made;
}

/** `form` or `form.view.mode`, of a variable of the machine. */
export function placeOf(graph: Graph, node: Node): Place | undefined {
  const path: string[] = [];
  let at = node;
  for (;;) {
    if (at.type === 'TSNonNullExpression' || at.type === 'TSAsExpression' || at.type === 'ParenthesizedExpression') at = at.expression;
    else if (at.type === 'MemberExpression' && !at.computed && at.property.type === 'Identifier') {
      path.unshift(at.property.name);
      at = at.object;
    } else break;
  }
  const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
  return binding && graph.isLocal(binding) ? { binding, path } : undefined;
}

function termAt(base: Term, path: readonly string[]): Term {
  return path.reduce((object, property) => member(object, property, false), base);
}

/** The field holds the constant; what else the object can be is ruled out. */
function hold(knowledge: Knowledge, term: Term, constant: Constant): void {
  assume(knowledge, { kind: 'binary', operator: '===', left: term, right: constantTerm(constant) }, true);
}

/** Whatever a variable is given is of the variable's type. */
function beOfType(state: Run, binding: Binding): void {
  const term = state.env.get(binding);
  const type = state.machine.typing.ofBinding(binding);
  if (term && term.kind !== 'variable' && !state.knowledge.entries.has(termKey(term)) && !membersOf(type).some((one) => one.kind === 'unknown')) setType(state.knowledge, term, type);
}

/** The constant that the field holds now; asks what it takes to know. */
export function constantAt(state: Run, field: Field): Constant | undefined {
  const base = state.env.get(field.of);
  if (!base) return undefined;
  const term = termAt(base, field.path);
  return canConcretise(state.machine, state.knowledge, term) ? concretise(state.machine, state.knowledge, term, state.decide) : undefined;
}

/** What has just been given to a variable says what its fields hold; that is found out at once. */
export function settleFields(state: Run, binding: Binding): void {
  const fields = state.machine.fields.get(binding) ?? [];
  if (fields.length > 0) beOfType(state, binding);
  for (const field of fields) {
    const constant = constantAt(state, field);
    if (constant) hold(state.knowledge, termAt(state.env.get(binding)!, field.path), constant);
  }
}

/** What the fields of the variables are known to hold while the machine waits is known when it goes on. */
export function learnFields(state: Pick<Run, 'machine' | 'env' | 'knowledge'>, control: ReadonlyMap<Binding, Term>): void {
  for (const [binding, fields] of state.machine.fields) {
    const base = state.env.get(binding);
    for (const field of base ? fields : []) {
      const held = control.get(field.holder);
      if (held?.kind === 'constant') hold(state.knowledge, termAt(base!, field.path), held.constant);
    }
  }
}

/**
 * Code that changes objects in place leaves alone the fields that it does not touch. Asked before the code is kept; what
 * comes back is called when it has been.
 */
export function keepFields(state: Run, nodes: readonly Node[], changed: ReadonlySet<Binding>): () => void {
  const { machine } = state;
  const held: { field: Field; constant: Constant }[] = [];
  for (const binding of changed) {
    for (const field of machine.fields.get(binding) ?? []) {
      const constant = afterwards(state, nodes, field);
      if (constant) held.push({ field, constant });
    }
  }
  return () => {
    for (const { field } of held) beOfType(state, field.of);
    for (const { field, constant } of held) hold(state.knowledge, termAt(late(state, field.of), field.path), constant);
  };
}

function afterwards(state: Run, nodes: readonly Node[], field: Field): Constant | undefined {
  if (nodes.some((node) => handedOut(state.machine, node).has(field.of))) return undefined;
  const changes = nodes.flatMap((node) => changesIn(state.machine, node));
  if (!changes.every(({ place }) => place?.binding === field.of)) return undefined;
  const touching = changes.filter(({ place }) => overlap(place!.path, field.path));
  if (touching.length === 0) return constantAt(state, field);
  const [only] = touching;
  // `form.status = 'busy'`
  const isAssignment = changes.length === 1 && nodes.length === 1 && only!.value !== undefined && only!.node === nodes[0];
  if (!isAssignment || only!.place!.path.length > field.path.length || !state.machine.pure(only!.value!)) return undefined;
  const term = termAt(evaluate(scopeOf(state), only!.value!), field.path.slice(only!.place!.path.length));
  return canConcretise(state.machine, state.knowledge, term) ? concretise(state.machine, state.knowledge, term, state.decide) : undefined;
}

/** Whether the code may change the field. */
export function mayChange(machine: Machine, node: Node, field: Field): boolean {
  return handedOut(machine, node).has(field.of) || changesIn(machine, node).some(({ place }) => !place || place.binding !== field.of || overlap(place.path, field.path));
}

/** The variables whose objects are given to code that may change them. */
function handedOut(machine: Machine, node: Node): ReadonlySet<Binding> {
  return new Set([...touchedIn(machine, node, 'by others')].flatMap((root) => [...machine.aliases(root)]));
}

interface Change {
  readonly node: Node;
  /** Nothing where it is not plainly a part of a variable. */
  readonly place: Place | undefined;
  /** What is assigned with `=`. */
  readonly value: Node | undefined;
}

/**
 * Assignments to properties, and calls of methods, which may change what they are called on: in the code, and in the functions
 * of the machine that it names.
 */
function changesIn({ graph, pure }: Pick<Machine, 'graph' | 'pure'>, node: Node): Change[] {
  const found: Change[] = [];
  const named = new Set([node]);
  const look = (at: Node): void => {
    const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
    const body = binding && graph.isLocal(binding) ? functionIn(binding) : undefined;
    if (body) named.add(body);
    if (at.type === 'AssignmentExpression' && at.left.type === 'MemberExpression') found.push({ node: at, place: parentPlace(graph, at.left), value: at.operator === '=' ? at.right : undefined });
    if (at.type === 'UpdateExpression' && at.argument.type === 'MemberExpression') found.push({ node: at, place: parentPlace(graph, at.argument), value: undefined });
    if (at.type === 'UnaryExpression' && at.operator === 'delete') found.push({ node: at, place: parentPlace(graph, at.argument), value: undefined });
    if (at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && !pure(at) && isOwn(graph, at.callee)) found.push({ node: at, place: placeOf(graph, at.callee.object), value: undefined });
  };
  for (const code of named) walk(code, look);
  return found;
}

/** Whether what is called hangs on a variable of the machine. */
function isOwn(graph: Graph, callee: Node): boolean {
  let at = callee;
  while (at.type === 'MemberExpression' || at.type === 'TSNonNullExpression') at = at.type === 'MemberExpression' ? at.object : at.expression;
  const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
  return at.type !== 'Identifier' || (binding !== undefined && graph.isLocal(binding));
}

/** `list[i]` is some part of `list`. */
function parentPlace(graph: Graph, node: Node): Place | undefined {
  let at = node;
  while (at.type === 'MemberExpression' && at.computed) at = at.object;
  return placeOf(graph, at);
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.every((key, at) => at >= b.length || b[at] === key);
}
