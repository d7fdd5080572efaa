/**
 * A run as it goes: what each name is worth, what is known, the steps that were kept. Everything a run changes is here.
 */
import { isFunction } from '../../flow/contents.ts';
import type { BlockId } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import type { End } from './ending.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { fixedValue, isFixed } from '../variables/fixed.ts';
import { narrowed } from '../values/knowledge.ts';
import { type Machine, Unsupported } from '../machine.ts';
import { onceInGraph } from '../code/once.ts';
import { createKnowledge, type Knowledge, possible } from '../values/possible.ts';
import { isPlace, isPlain, piecesOf, type Step, type Substitute } from './step.ts';
import { looksAtArrival, mapTerm, someTerm, stripCasts, type Term, termSize, undefinedTerm, variableTerm } from '../values/term.ts';
import { membersOf, unionOf } from '../values/type-parts.ts';

/** A condition on the machine's own variables, as they are now. */
export interface Tested {
  readonly term: Term;
  readonly value: boolean;
  /** How many changes there had been by then. */
  readonly since: number;
}

/** The last change of each variable on the way, by its number, and how many there have been. */
export interface Versions {
  readonly last: Map<Binding, number>;
  count: number;
}

export function versionOf({ versions }: Run, binding: Binding): number {
  return versions.last.get(binding) ?? 0;
}

export function setAnew({ versions }: Run, binding: Binding): void {
  versions.last.set(binding, ++versions.count);
}

export interface Run {
  readonly machine: Machine;
  readonly env: Map<Binding, Term>;
  readonly knowledge: Knowledge;
  readonly steps: Step[];
  readonly tested: Tested[];
  readonly versions: Versions;
  /** What a binding was set to, in the names that held then. */
  readonly definitions: Map<Binding, Definition>;
  /** What a function that was given away on this way reads: it keeps the values of then. */
  readonly captured: Set<Binding>;
  /** The objects of others that the step of this number may have changed. */
  readonly exposed: Map<Binding, number>;
  /** What arrived, and was changed in place: it must not be looked at again before the machine waits. */
  readonly spoilt: Set<Binding>;
  readonly decide: (term: Term) => boolean;
  /** Runs on from a block: for a function of the machine that is run in place. */
  readonly run: (state: Run, start: BlockId) => End;
}

/** A run as it is now: what is done with the copy is not seen in it. */
export function copyOf(state: Run): Run {
  const { machine, env, knowledge, steps, tested, versions, definitions, captured, exposed, spoilt, decide, run } = state;
  return {
    machine,
    env: new Map(env),
    knowledge: createKnowledge(knowledge.typing, knowledge.entries),
    steps: [...steps],
    tested: [...tested],
    versions: { last: new Map(versions.last), count: versions.count },
    definitions: new Map(definitions),
    captured: new Set(captured),
    exposed: new Map(exposed),
    spoilt: new Set(spoilt),
    decide,
    run,
  };
}

export interface Definition {
  readonly term: Term;
  /** How many changes there had been by then. */
  readonly since: number;
}

export function pushStep(state: Run, step: Step): void {
  for (const binding of step.writes) if (state.captured.has(binding)) throw new Unsupported(sharing(binding), step.node);
  for (const binding of step.mutates ?? []) if (state.machine.told.mayBeOfOthers(binding)) throw new Unsupported(copying(binding), step.node);
  for (const binding of step.reads) waitFor(state, binding);
  if (state.spoilt.size > 0) for (const piece of step.pieces) if (typeof piece !== 'string' && !('hoisted' in piece) && ('term' in piece ? looksAtArrival(piece.term) : state.spoilt.has(piece.binding))) refuseSpoilt(step.node);
  state.steps.push(step);
  for (const binding of step.writes) state.definitions.delete(binding);
  for (const binding of step.writes) setAnew(state, binding);
}

/** The chart's guards and actions are not run in the order of the code where they look at what was sent. */
export function refuseSpoilt(node: Node): never {
  throw new Unsupported('What was sent, looked at again after it was changed in place', node);
}

/** What reads an object that a call may have changed comes after the call: it must run while the step is computed, as an `assign` does. */
export function waitFor(state: Run, binding: Binding): void {
  const at = state.exposed.get(binding);
  const step = at === undefined ? undefined : state.steps[at];
  if (step && !step.writes.has(binding)) state.steps[at!] = { ...step, writes: new Set([...step.writes, binding]) };
}

export function late(state: Run, binding: Binding): Term {
  return { kind: 'late', binding, version: versionOf(state, binding) };
}

/** After kept code, what it has written is only known when it has run. */
export function touch(state: Run, written: ReadonlySet<Binding>): void {
  for (const binding of written) if (state.machine.graph.isLocal(binding)) state.env.set(binding, late(state, binding));
}

export function scopeOf(state: Run): Scope {
  const valueOf = (binding: Binding): Term => state.env.get(binding) ?? outside(state, binding);
  return { machine: state.machine, knowledge: state.knowledge, valueOf, held: (binding) => heldBy(state, binding) ?? valueOf(binding) };
}

/** What came into being on this way, as what it is called: the same wherever it stands. */
function heldBy(state: Run, binding: Binding): Term | undefined {
  const { control, graph, typing } = state.machine;
  const term = state.env.get(binding);
  if (!term || versionOf(state, binding) === 0 || isPlace(term) || control.has(binding) || isFixed(graph, binding) || typing.isPlain(binding)) return undefined;
  const definition = state.definitions.get(binding);
  const other = definition?.term.kind === 'variable' && versionOf(state, definition.term.binding) <= definition.since ? definition.term.binding : undefined;
  return (other && heldBy(state, other)) ?? late(state, binding);
}

/** Terms over the variables as they are now; what is known is about the variables as they were, so it is left out. */
export function presentScope(state: Run): Scope {
  return { machine: state.machine, knowledge: knowingNothing(state.machine), valueOf: (binding) => byName(state, binding) };
}

const blanks = new WeakMap<Machine['unfold'], Knowledge>();

/** Nothing is ever learnt by it, and what calls come to by it is found out once for each exploration of a machine. */
export function knowingNothing({ unfold, typing }: Machine): Knowledge {
  const before = blanks.get(unfold);
  if (before) return before;
  const blank = createKnowledge(typing);
  blanks.set(unfold, blank);
  return blank;
}

export function byName(state: Run, binding: Binding): Term {
  if (isFixed(state.machine.graph, binding)) return outside(state, binding);
  const term = state.env.get(binding);
  if (term && (state.machine.control.has(binding) || (isPlain(term) && (stripCasts(term).kind !== 'constant' || state.machine.graph.temporaries.has(binding))))) return term;
  return term ? variableTerm(binding) : outside(state, binding);
}

/** What is fixed may name what is fixed, each several times: each is written out once, while nothing changes. */
function writtenOut(state: Run, binding: Binding, fixed: Node): Term {
  const asked = beingWritten.get(state);
  if (asked) {
    const term = asked.get(binding) ?? evaluate(scopeOf(state), fixed);
    asked.set(binding, term);
    return term;
  }
  beingWritten.set(state, new Map());
  try {
    const term = evaluate(scopeOf(state), fixed);
    if (isFunction(fixed) && termSize(term) > largestFunction) throw new Unsupported('A function of the machine that is made of thousands of others', fixed);
    return term;
  } finally {
    beingWritten.delete(state);
  }
}

const beingWritten = new WeakMap<Run, Map<Binding, Term>>();
const largestFunction = 10_000;

/** A name that is not followed: what is fixed, what an inner function calls its own, and what has no value yet. */
export function outside(state: Run, binding: Binding): Term {
  const fixed = fixedValue(state.machine.graph, binding);
  if (fixed) return writtenOut(state, binding, fixed);
  for (let scope: Binding['scope'] | undefined = binding.scope; scope && scope.node !== state.machine.graph.fn; scope = scope.parent) {
    if (isFunction(scope.node)) return { kind: 'global', name: binding.name };
  }
  return undefinedTerm;
}

/** What a function is refused for that is called when nobody knows. */
export function sharing(binding: Binding): string {
  return `A function that reads \`${binding.name}\`, which the machine changes, and is given to other code (it could read a constant: \`const now = ${binding.name}\`)`;
}

/** What is changed in place is copied first, with all that can be reached from it. */
function copying(binding: Binding): string {
  return `A change in place of what \`${binding.name}\` is part of, which is told from other objects and may be one of the module (it could be made anew: \`[...list, item]\`)`;
}

/** What arrived belongs to whoever sent it; a name without a value shares with nobody. */
export function isOutside(state: Run, binding: Binding): boolean {
  const term = state.env.get(binding);
  return term === undefined || isPlain(term) || state.exposed.has(binding);
}

export function localsIn(term: Term): ReadonlySet<Binding> {
  const found = new Set<Binding>();
  someTerm(term, (inner) => {
    if (inner.kind === 'late') found.add(inner.binding);
    return false;
  });
  return found;
}

export function substitution(state: Run): Substitute {
  return (binding) => {
    const fixed = fixedValue(state.machine.graph, binding);
    // A function that is written out reads and sets the variables by their names, as they are when it is called.
    if (fixed) return evaluate(isFunction(fixed) ? presentScope(state) : scopeOf(state), fixed);
    const term = state.env.get(binding);
    if (!term) return undefined;
    if (state.machine.control.has(binding)) return term;
    if (term.kind === 'constant' && state.machine.graph.temporaries.has(binding)) return term;
    if (isAlias(state, binding, stripCasts(term))) return term;
    return isPlain(term) && stripCasts(term).kind !== 'constant' ? term : undefined;
  };
}

/** Another name for something that has not changed since. */
function isAlias(state: Run, binding: Binding, term: Term): boolean {
  if (term.kind === 'late') return term.binding !== binding && versionOf(state, term.binding) === term.version;
  return term.kind === 'variable' && term.binding !== binding && versionOf(state, term.binding) === 0;
}

/** What stands for the names in code that is kept: what it sets itself, it looks at by name. */
function standing(state: Run, node: Node): Substitute {
  const replace = substitution(state);
  const { writes } = state.machine.usage(node);
  return (binding) => (writes.has(binding) && !isFixed(state.machine.graph, binding) ? undefined : replace(binding));
}

export function pieces(state: Run, node: Node, keepNames: ReadonlySet<Node> = new Set()): Step['pieces'] {
  return piecesOf(state.machine, node, standing(state, node), keepNames).map((piece) => {
    if (typeof piece === 'string' || 'hoisted' in piece) return piece;
    if ('term' in piece) return { term: narrowed(state.knowledge, piece.term) };
    const term = state.env.get(piece.binding);
    const now = term && narrowed(state.knowledge, term);
    if ((now?.kind === 'variable' || now?.kind === 'late') && now.binding === piece.binding && now.as !== undefined) return { binding: piece.binding, as: now.as };
    const as = term && state.machine.fields.has(piece.binding) ? narrowedType(state, piece.binding, term) : undefined;
    return as === undefined ? piece : { binding: piece.binding, as };
  });
}

/** The members of an object's type that are left, where its fields say so. */
function narrowedType(state: Run, binding: Binding, term: Term): string | undefined {
  const left = possible(state.knowledge, term);
  const declared = membersOf(state.machine.typing.ofBinding(binding));
  return left && left.length > 0 && left.length < declared.length ? unionOf(left).text : undefined;
}

/** What kept code reads that is not put in as a term. */
export function readsOf(state: Run, node: Node): ReadonlySet<Binding> {
  const replace = standing(state, node);
  const found = new Set<Binding>();
  for (const binding of state.machine.usage(node).reads) {
    const term = replace(binding);
    if (term) for (const inner of localsIn(term)) found.add(inner);
    else found.add(binding);
  }
  for (const binding of namedInFunctions(state.machine, node)) found.add(binding);
  return found;
}

/** The functions of the machine that code names are written out there, and look at the variables by their names. */
export const namedInFunctions = onceInGraph((machine: Machine, node): ReadonlySet<Binding> => {
  const { graph } = machine;
  const found = new Set<Binding>();
  walk(node, (at) => {
    const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
    const fixed = binding && graph.isLocal(binding) ? fixedValue(graph, binding) : undefined;
    if (!fixed || !isFunction(fixed)) return;
    for (const one of machine.usage(fixed).reads) if (graph.isLocal(one) && !isFixed(graph, one)) found.add(one);
  });
  return found;
});

/** Whether the term, said over how things were when the run began, still says the same now: it can stand in a step. */
export function holdsNow(state: Run, term: Term): boolean {
  return !someTerm(term, (inner) => (inner.kind === 'variable' && versionOf(state, inner.binding) > 0) || (inner.kind === 'late' && versionOf(state, inner.binding) !== inner.version));
}

/** The term over the variables as they are now, where it still says the same of them. */
export function presentTerm(state: Run, term: Term): Term | undefined {
  return holdsNow(state, term) ? mapTerm(term, (inner) => (inner.kind === 'late' ? variableTerm(inner.binding) : inner)) : undefined;
}
