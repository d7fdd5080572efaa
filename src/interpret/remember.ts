/**
 * Conditions that were decided on the way, kept for the facts of the state that is reached.
 */
import type { Binding } from '../syntax/module.ts';
import type { Expression } from '../syntax/tree.ts';
import type { Type } from '../syntax/type.ts';
import { evaluate } from './evaluate.ts';
import { typeOfTerm } from './possible.ts';
import { byName, presentScope, type Run } from './state.ts';
import { isPlace } from './step.ts';
import { constantTerm, mapTerm, someTerm, type Term, variablesOf, variableTerm } from './term.ts';
import { membersOf } from './type-parts.ts';

/**
 * Remembers a condition for the facts of the next state: in the present names (`left > 0`), with locals spelt out
 * (`calls[0] === undefined`), and as it was decided (`0 < limit`).
 */
export function remember(state: Run, test: Expression, decided: Term, value: boolean): void {
  const note = (term: Term, versions: ReadonlyMap<Binding, number>): void => {
    if (!someTerm(term, isLate)) state.tested.push({ term, value, versions });
  };
  if (state.machine.pure(test)) rememberCode(state, test, note);
  note(decided, firstVersions(decided));
}

function isLate(term: Term): boolean {
  return term.kind === 'late';
}

/** The condition as it reads now; by the names of the variables; and with what they were set to spelt out: each where it says something else. */
function rememberCode(state: Run, test: Expression, note: (term: Term, versions: ReadonlyMap<Binding, number>) => void): void {
  const { control, usage } = state.machine;
  const reads = [...usage(test).reads];
  const isByName = (binding: Binding): boolean => state.env.has(binding) && !control.has(binding);
  const scope = presentScope(state);
  const present = evaluate(scope, test);
  note(present, versionsOf(state, present));
  if (reads.some((binding) => isByName(binding) && byName(state, binding).kind !== 'variable')) {
    const named = evaluate({ ...scope, valueOf: (binding) => (isByName(binding) ? variableTerm(binding) : byName(state, binding)) }, test);
    note(named, versionsOf(state, named));
  }
  const isSpelt = reads.some((binding) => spellOut(state, binding));
  const spelt = isSpelt ? evaluate({ ...scope, valueOf: (binding) => spellOut(state, binding) ?? byName(state, binding), held: (binding) => heldBy(state, binding) }, test) : present;
  if (isSpelt) note(spelt, versionsOf(state, spelt));
  const kept = namingArrived(state, spelt);
  if (kept) note(kept, versionsOf(state, kept));
}

function heldBy(state: Run, binding: Binding): Term {
  const spelt = spellOut(state, binding);
  return spelt && isPlace(spelt) ? spelt : byName(state, binding);
}

/** The term over what remembers what arrived, where something does. */
function namingArrived(state: Run, term: Term): Term | undefined {
  const holders = new Map<string, Binding>();
  for (const [binding, worth] of state.env) if (worth.kind === 'arrived' && state.machine.remembered.has(binding)) holders.set(worth.what, binding);
  if (holders.size === 0 || !someTerm(term, (inner) => inner.kind === 'arrived' && holders.has(inner.what))) return undefined;
  return mapTerm(term, (inner) => {
    const holder = inner.kind === 'arrived' ? holders.get(inner.what) : undefined;
    return holder ? variableTerm(holder) : inner;
  });
}

/** What may be nothing by its type, and has just been set to (or is still) something, is known to be something. */
export function rememberPresence(state: Run, binding: Binding, term: Term): void {
  const variable: Term = variableTerm(binding);
  const given = membersOf(typeOfTerm(state.knowledge, term));
  if (given.some((type) => type.kind === 'unknown')) return;
  for (const nothing of ['undefined', 'null'] as const) {
    const isNothing = (type: Type): boolean => type.kind === 'literal' && type.constant.kind === nothing;
    if (!membersOf(state.machine.typing.ofBinding(binding)).some(isNothing) || given.some(isNothing)) continue;
    state.tested.push({ term: { kind: 'binary', operator: '===', left: variable, right: constantTerm({ kind: nothing }) }, value: false, versions: new Map([[binding, state.versions.get(binding) ?? 0]]) });
  }
}

export function versionsOf(state: Run, term: Term): ReadonlyMap<Binding, number> {
  return versioned(term, (binding) => state.versions.get(binding) ?? 0);
}

/** How things were when the run began. */
export function firstVersions(term: Term): ReadonlyMap<Binding, number> {
  return versioned(term, () => 0);
}

function versioned(term: Term, versionOf: (binding: Binding) => number): ReadonlyMap<Binding, number> {
  const variables = variablesOf(term);
  if (variables.size === 0) return noVersions;
  const versions = new Map<Binding, number>();
  for (const binding of variables) versions.set(binding, versionOf(binding));
  return versions;
}

const noVersions: ReadonlyMap<Binding, number> = new Map();

/** Whether none of the variables has been changed since. */
export function holdsStill(state: Run, versions: ReadonlyMap<Binding, number>): boolean {
  for (const [binding, version] of versions) if ((state.versions.get(binding) ?? 0) !== version) return false;
  return true;
}

/** What a binding was set to, as long as nothing that it was made of has changed. */
export function spellOut(state: Run, binding: Binding): Term | undefined {
  const definition = state.definitions.get(binding);
  return definition && holdsStill(state, definition.versions) ? definition.term : undefined;
}
