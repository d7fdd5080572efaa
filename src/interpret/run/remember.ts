/**
 * Conditions that were decided on the way, kept for the facts of the state that is reached.
 */
import type { Binding } from '../../syntax/module.ts';
import type { Expression } from '../../syntax/tree.ts';
import type { Type } from '../../syntax/types/type.ts';
import { evaluate } from './evaluate.ts';
import { typeOfTerm } from '../values/possible.ts';
import { byName, type Definition, presentScope, type Run, versionOf } from './state.ts';
import { isPlace } from './step.ts';
import { constantTerm, isLate, mapTerm, someTerm, type Term, variablesOf, variableTerm } from '../values/term.ts';
import { membersOf } from '../values/type-parts.ts';

/**
 * Remembers a condition for the facts of the next state: in the present names (`left > 0`), with locals spelt out
 * (`calls[0] === undefined`), and as it was decided (`0 < limit`).
 */
export function remember(state: Run, test: Expression, decided: Term, value: boolean): void {
  const note = (term: Term, since: number): void => {
    if (!isLate(term)) state.tested.push({ term, value, since });
  };
  if (state.machine.pure(test)) rememberCode(state, test, (term) => note(term, state.versions.count));
  // As the variables were when the run began.
  note(decided, 0);
}

/** The condition as it reads now; by the names of the variables; and with what they were set to spelt out: each where it says something else. */
function rememberCode(state: Run, test: Expression, note: (term: Term) => void): void {
  const { control, usage } = state.machine;
  const reads = [...usage(test).reads];
  const isByName = (binding: Binding): boolean => state.env.has(binding) && !control.has(binding);
  const scope = presentScope(state);
  const present = evaluate(scope, test);
  note(present);
  if (reads.some((binding) => isByName(binding) && byName(state, binding).kind !== 'variable')) {
    const named = evaluate({ ...scope, valueOf: (binding) => (isByName(binding) ? variableTerm(binding) : byName(state, binding)) }, test);
    note(named);
  }
  const isSpelt = reads.some((binding) => spellOut(state, binding));
  const spelt = isSpelt ? evaluate({ ...scope, valueOf: (binding) => spellOut(state, binding) ?? byName(state, binding), held: (binding) => heldBy(state, binding) }, test) : present;
  if (isSpelt) note(spelt);
  const kept = namingArrived(state, spelt);
  if (kept) note(kept);
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
    state.tested.push({ term: { kind: 'binary', operator: '===', left: variable, right: constantTerm({ kind: nothing }) }, value: false, since: state.versions.count });
  }
}

/** Whether none of the variables that the term reads has been changed since. */
export function holdsStill(state: Run, { term, since }: Definition): boolean {
  for (const binding of variablesOf(term)) if (versionOf(state, binding) > since) return false;
  return true;
}

/** What a binding was set to, as long as nothing that it was made of has changed. */
export function spellOut(state: Run, binding: Binding): Term | undefined {
  const definition = state.definitions.get(binding);
  return definition && holdsStill(state, definition) ? definition.term : undefined;
}
