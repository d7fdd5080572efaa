/**
 * Where a run ends, and the value it ends with: yielded, returned or thrown.
 */
import type { BlockId } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { mustConcretise } from './concretise.ts';
import { isFixed } from '../variables/fixed.ts';
import { member } from '../values/fold.ts';
import { refuseEscapes } from '../code/escape.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { narrowed, settled } from '../values/knowledge.ts';
import { inline } from './inline.ts';
import { keepValue } from './keep.ts';
import type { Machine } from '../machine.ts';
import { holdsNow, late, localsIn, pieces, presentScope, pushStep, readsOf, type Run, scopeOf } from './state.ts';
import type { StepPiece } from './step.ts';
import { constantTerm, isLate, looksAtArrival, stripCasts, type Term, undefinedTerm, variableTerm } from '../values/term.ts';
import { membersOf } from '../values/type-parts.ts';

/** Where a run ends. */
export type End =
  | { readonly kind: 'wait'; readonly block: BlockId; readonly value: Term | undefined; readonly named: boolean; /** what it yields, in the names that hold while it waits */ readonly shown: Term | undefined }
  /** A condition that only what has run can decide. */
  | { readonly kind: 'choice'; readonly block: BlockId; readonly test: Term }
  | { readonly kind: 'return'; readonly value: Term | undefined; readonly code: Said | undefined; readonly node: Node }
  | { readonly kind: 'throw'; readonly code: Said; readonly node: Node };

/** Code that is evaluated after all steps, in the names that hold then. */
export interface Said {
  readonly pieces: readonly StepPiece[];
  readonly reads: ReadonlySet<Binding>;
  readonly node: Node;
}

/** The yielded value over the context as it will be; kept in a variable of ours where it reads what will be gone. */
export function shownValue(state: Run, node: Expression, label: Term | undefined, value: Term): Term {
  const term = state.machine.looks(node) ? evaluate(rememberedScope(state), node) : undefined;
  if (term && !looksAtArrival(term)) {
    const name = label?.kind === 'object' ? nameEntry(label) : undefined;
    const bare = stripCasts(term);
    return name && bare.kind === 'object' ? { ...bare, entries: bare.entries.map((entry) => (entry.value === nameEntry(bare) ? { ...entry, value: name } : entry)) } : term;
  }
  if (!term && stands(state, value)) return value;
  const held = holderOf(state.machine, node, 'yielded');
  if (term) {
    pushStep(state, { pieces: [{ binding: held }, ' = ', ...pieces(state, node)], node, effect: false, target: held, reads: readsOf(state, node), writes: new Set([held]), detached: false });
  }
  return variableTerm(held);
}

/** Present names; what is remembered anyway is called by its name, even where it was just set from the event. */
function rememberedScope(state: Run): Scope {
  const scope = presentScope(state);
  return {
    ...scope,
    valueOf: (binding) => {
      const term = state.env.get(binding);
      const named = term && stripCasts(term).kind !== 'arrived' && state.machine.remembered.has(binding) && !isFixed(state.machine.graph, binding) && !state.machine.control.has(binding) && !state.machine.graph.temporaries.has(binding);
      return named ? variableTerm(binding) : scope.valueOf(binding);
    },
  };
}

/** What a term that names a state is at heart: an object is named by one of its properties. */
export function naming(value: Term): boolean {
  const bare = stripCasts(value);
  if (bare.kind === 'object') return nameEntry(bare) !== undefined;
  return bare.kind !== 'array' && bare.kind !== 'function' && !(bare.kind === 'constant' && (bare.constant.kind === 'null' || bare.constant.kind === 'undefined'));
}

/** The fields that name an object, the first that it has. */
export const nameKeys = ['state', 'type', 'status', 'name'];

/** `state`, `type`, `status` or `name`, in that order, where it is finite. */
export function nameEntry(term: Term & { kind: 'object' }): Term | undefined {
  for (const key of nameKeys) {
    const found = term.entries.find((entry) => entry.key === key);
    if (found) return found.value;
  }
  return undefined;
}

/** The name in an object whose other fields are only known when they have been computed: `{ state: 'guessing', shown: shown() }`. */
export function nameWritten(state: Run, node: Expression): Term | undefined {
  const { machine } = state;
  if (node.type !== 'ObjectExpression' || machine.pure(node) || machine.usage(node).writes.size > 0) return undefined;
  for (const key of nameKeys) {
    const property = node.properties.find((one) => one.type === 'Property' && !one.computed && one.kind === 'init' && one.key.type === 'Identifier' && one.key.name === key);
    if (property?.type === 'Property') return machine.pure(property.value) ? { kind: 'object', entries: [{ key, value: evaluate(scopeOf(state), property.value) }] } : undefined;
  }
  return undefined;
}

/** What the state is named after: the value itself, or the field of it that names an object whose other fields are data. */
export function nameOf(state: Run, node: Expression, value: Term): Term {
  const bare = stripCasts(value);
  if (bare.kind === 'object' || bare.kind === 'constant') return value;
  // `{ ...view, state: 'shut' }`: whatever else there is.
  const first = bare.kind === 'updated' ? bare.entries.find(({ key }) => key === nameKeys[0]) : undefined;
  if (first) return { kind: 'object', entries: [first] };
  const types = membersOf(state.machine.typing.ofNode(node));
  const key = types.every((type) => type.kind === 'object') ? nameKeys.find((name) => types.every((type) => type.kind === 'object' && type.fields.some((field) => field.name === name))) : undefined;
  if (key !== undefined) return { kind: 'object', entries: [{ key, value: member(value, key, false) }] };
  const made = bare.kind === 'call' ? objectsIn(state.machine.unfold(state.knowledge, bare)) : undefined;
  const own = nameKeys.find((name) => made?.every(({ entries }) => entries.some((entry) => entry.key === name)));
  return own === undefined ? value : { kind: 'object', entries: [{ key: own, value: member(value, own, false) }] };
}

/** The objects that a term is one of. */
function objectsIn(term: Term | undefined): readonly (Term & { kind: 'object' })[] | undefined {
  const bare = term && stripCasts(term);
  if (bare?.kind === 'object') return [bare];
  const [then, otherwise] = bare?.kind === 'conditional' ? [objectsIn(bare.then), objectsIn(bare.else)] : [];
  return then && otherwise && [...then, ...otherwise];
}

export function concretiseName(state: Run, value: Term): Term {
  const bare = stripCasts(value);
  if (bare.kind !== 'object') return mustConcretise(state.machine, state.knowledge, value, state.decide);
  const entry = nameEntry(bare)!;
  const name = mustConcretise(state.machine, state.knowledge, entry, state.decide);
  return { kind: 'object', entries: bare.entries.map((one) => (one.value === entry ? { ...one, value: name } : one)) };
}

/** Whether the term says the same while the machine waits as it says now. */
function stands(state: Run, value: Term): boolean {
  return holdsNow(state, value) && !isLate(value) && !looksAtArrival(value);
}

/** Whether the yielded value is said as it is: nothing is done before it. */
export function isSaid({ pure, looks }: Machine, node: Expression): boolean {
  return pure(node) || (node.type === 'ObjectExpression' && looks(node));
}

/** A value that is used right after: an effect in it becomes a step of its own. */
export function pureValue(state: Run, node: Expression, name: 'yielded' | 'returned' | 'thrown'): Term {
  if (name === 'yielded' ? isSaid(state.machine, node) : state.machine.pure(node)) {
    refuseEscapes(state, node);
    return evaluate(scopeOf(state), node);
  }
  const inlined = inline(state, node);
  const held = holderOf(state.machine, node, name);
  if (inlined) {
    const value = inlined.value ?? undefinedTerm;
    if (name === 'yielded' && !stands(state, value)) pushStep(state, { pieces: [{ binding: held }, ' = ', ...(inlined.code?.pieces ?? [{ term: value }])], node, effect: false, target: held, reads: inlined.code?.reads ?? localsIn(value), writes: new Set([held]), detached: false });
    return value;
  }
  keepValue(state, held, node, node);
  return late(state, held);
}

const holders = new WeakMap<Machine['live'], Map<Node, Binding>>();

/** A condition that is not free of effects is evaluated in a step, and asked in a choice after it. */
export function askFirst(state: Run, test: Expression): Term {
  const held = holderOf(state.machine, test, 'outcome');
  const answered = state.env.get(held);
  state.env.delete(held);
  if (answered && answered.kind !== 'late') return answered;
  keepValue(state, held, test, test);
  state.env.set(held, late(state, held));
  return late(state, held);
}

/** Whether the condition was evaluated before this choice. */
export function isAnswered(state: Run, test: Expression): boolean {
  return state.env.has(holderOf(state.machine, test, 'outcome'));
}

/** A variable of ours for a value that the machine computes and gives away at once. */
function holderOf(machine: Machine, node: Node, name: string): Binding {
  let all = holders.get(machine.live);
  if (!all) holders.set(machine.live, (all = new Map()));
  const before = all.get(node);
  if (before) return before;
  const binding: Binding = { name, kind: 'let', scope: machine.graph.module.scope, identifier: node, declarations: [], references: [], assignments: [] };
  all.set(node, binding);
  return binding;
}

function withoutText(term: Term): Term {
  const bare = stripCasts(term);
  return bare.kind === 'constant' ? constantTerm(bare.constant) : term;
}

/** What is returned or thrown at the end of the run. */
export function said(state: Run, node: Expression, value: Term | undefined): Said {
  if (value && stripCasts(value).kind === 'constant') return { pieces: [{ term: withoutText(value) }], reads: new Set(), node };
  if (!state.machine.pure(node)) return value ? { pieces: [{ term: value }], reads: localsIn(value), node } : { pieces: [], reads: new Set(), node };
  if (value && holdsNow(state, value) && !isLate(value)) return { pieces: [{ term: narrowed(state.knowledge, settled(state.knowledge, value)) }], reads: new Set(), node };
  return { pieces: pieces(state, node), reads: readsOf(state, node), node };
}
