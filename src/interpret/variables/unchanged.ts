/**
 * Whether an assignment gives a variable what it already holds: then nothing happens, and an event that does no more is no
 * transition.
 */
import type { Binding } from '../../syntax/module.ts';
import { settleFields } from './field.ts';
import { binary, constantIn, member, sameAs } from '../values/fold.ts';
import { known } from '../values/knowledge.ts';
import { resolve, typeOfTerm } from '../values/possible.ts';
import type { Run } from '../run/state.ts';
import { constantTerm, stripCasts, type Term } from '../values/term.ts';
import { termKey } from '../values/term-text.ts';
import { membersOf } from '../values/type-parts.ts';

/** `form = next(form, event)`, where that gives back what it was given. */
export function isUnchanged(state: Run, binding: Binding, term: Term): boolean {
  const before = state.env.get(binding);
  if (before && stripCasts(term).kind === 'variable' && termKey(before) === termKey(term)) return true;
  if (before && holdsAlready(state, binding, before, term)) return true;
  if (term.kind !== 'call' || !before || !state.machine.fields.has(binding)) return false;
  state.env.set(binding, term);
  settleFields(state, binding);
  state.env.set(binding, before);
  const comesTo = (given: Term): boolean => {
    const bare = outcome(state, given);
    if (bare.kind === 'conditional') return comesTo(bare.then) && comesTo(bare.else);
    const isConstant = bare.kind === 'module' && known(state.knowledge, { kind: 'binary', operator: '===', left: before, right: bare }) === true;
    return isConstant || termKey(bare) === termKey(before) || (isCopy(state, bare, before) && !isCompared(state, binding));
  };
  return comesTo(term);
}

/** `active = 0`, where that is known to be 0. */
function holdsAlready({ machine, knowledge }: Run, binding: Binding, before: Term, term: Term): boolean {
  // That it is never anything else, once it is set, does not say that it is set.
  if (before.kind === 'variable' && !beginsSet(before.binding) && !knowledge.entries.get(termKey(before))?.equals) return false;
  const constant = constantIn(resolve(knowledge, term));
  if (!constant || known(knowledge, binary('===', before, constantTerm(constant))) !== true) return false;
  // `-0 === 0`
  const mayDiffer = constant.kind === 'number' && constant.value === 0 && !constantIn(before) && !machine.typing.counts(binding);
  return !mayDiffer || known(knowledge, sameAs(before, constant)) === true;
}

/** `let tries = 0`: not `let tries: number`, nor a variable of ours. */
function beginsSet({ kind, declarations: [declaration] }: Binding): boolean {
  return kind === 'parameter' || (declaration?.type === 'VariableDeclarator' && declaration.init !== null);
}

/** What a call of a pure function comes to, as far as what it asks is known. */
export function outcome(state: Run, term: Term): Term {
  const bare = stripCasts(term);
  if (bare.kind === 'conditional') {
    const taken = known(state.knowledge, bare.test);
    return taken === undefined ? bare : outcome(state, taken ? bare.then : bare.else);
  }
  const inner = bare.kind === 'call' ? state.machine.unfold(state.knowledge, bare) : undefined;
  return inner ? outcome(state, inner) : bare;
}

/** An object put together again from its own parts: only its identity is another. */
function isCopy(state: Run, given: Term, before: Term): boolean {
  const types = membersOf(typeOfTerm(state.knowledge, before));
  const [type] = types;
  if (types.length !== 1 || type?.kind !== 'object') return false;
  return type.fields.every(({ name }) => {
    const [now, then] = [outcome(state, member(given, name, false)), member(before, name, false)];
    return termKey(settledConstant(state, now)) === termKey(settledConstant(state, then));
  });
}

/** Whether the machine asks which object it is. */
function isCompared({ machine }: Run, binding: Binding): boolean {
  return [...machine.aliases(binding)].some((one) => one.references.some((reference) => machine.graph.parentOf(reference)?.type === 'BinaryExpression'));
}

function settledConstant(state: Run, term: Term): Term {
  const constant = constantIn(resolve(state.knowledge, term));
  return constant ? constantTerm(constant) : term;
}
