/**
 * Names that are given values: a declaration, an assignment, a pattern.
 */
import { isFunction } from '../../flow/contents.ts';
import type { Listing } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { choose } from './choose.ts';
import { canConcretise, concretise, isStatic, mustConcretise } from './concretise.ts';
import { evaluate, tableOf } from './evaluate.ts';
import type { Said } from './ending.ts';
import { isFixed, isTableOfFunctions } from '../variables/fixed.ts';
import { constantIn, index, isBoolean, isMade, member } from '../values/fold.ts';
import { inline } from './inline.ts';
import { withoutNothing } from '../objects/nothing.ts';
import { refuseEscapes } from '../code/escape.ts';
import { keepBinding, keepValue } from './keep.ts';
import { known } from '../values/knowledge.ts';
import { listed } from './listing.ts';
import { NotControl } from '../machine.ts';
import { resolve } from '../values/possible.ts';
import { rememberPresence } from './remember.ts';
import { holdsNow, late, localsIn, pieces, presentScope, presentTerm, pushStep, readsOf, type Run, scopeOf, setAnew } from './state.ts';
import { isObject, takeApart } from './take-apart.ts';
import { isUnchanged, outcome } from '../variables/unchanged.ts';
import { constantTerm, isLate, stripCasts, type Term, termSize, undefinedTerm, variablesOf } from '../values/term.ts';
import { largestTerm, setWorth } from './worth.ts';

export function bind(state: Run, target: Node, given: Expression | undefined, node: Node, declares: boolean, list?: Listing): void {
  const { machine } = state;
  const value = given && withoutNothing(state, reduced(state, list ? listed(state, given, list) : given));
  if (target.type !== 'Identifier') return destructure(state, target, value, node, declares);
  const binding = machine.graph.bindingOf(target);
  if (!binding || !machine.graph.isLocal(binding)) return keepBinding(state, target, value, node, declares);
  if (value && isFixed(machine.graph, binding) && (isFunction(value) || isTableOfFunctions(value))) return;
  if (value && !machine.pure(value)) {
    const inlined = inline(state, value);
    if (inlined) return assignTerm(state, binding, inlined.value ?? undefinedTerm, node, inlined.code);
    // `status() === 'printing'`, where what is known says it.
    const answer = machine.answers(value) ? evaluate(scopeOf(state), value) : undefined;
    const truth = answer && isBoolean(answer) ? known(state.knowledge, answer) : undefined;
    if (truth !== undefined) return assignTerm(state, binding, constantTerm({ kind: 'boolean', value: truth }), node);
    if (machine.control.has(binding)) throw new NotControl(binding, 'it is set to the result of a call');
    keepValue(state, binding, value, node);
    state.env.set(binding, late(state, binding));
    return;
  }
  if (value && (!isFunction(value) || (machine.remembered.has(binding) && !machine.control.has(binding)))) refuseEscapes(state, value);
  if (value && machine.control.has(binding)) choose(state, value);
  const written = value ? settledTerm(state, evaluate(scopeOf(state), value)) : undefinedTerm;
  if (machine.control.has(binding)) return assignTerm(state, binding, written, node);
  const term = machine.fields.has(binding) ? written : cameTo(state, written);
  if (isUnchanged(state, binding, term)) return;
  const present = value && evaluate(presentScope(state), value);
  pushStep(state, { pieces: [{ binding }, ' = ', ...(value ? pieces(state, value) : ['undefined'])], node, effect: false, target: binding, reads: value ? readsOf(state, value) : new Set(), writes: new Set([binding]), detached: false });
  setWorth(state, binding, term);
  rememberPresence(state, binding, term);
  if (present && !variablesOf(present).has(binding)) state.definitions.set(binding, { term: present, since: state.versions.count });
  else state.definitions.delete(binding);
}

/** `remember(history, stroke)`: the object that a function of the module puts together, or the very one that it was given. */
function cameTo(state: Run, term: Term): Term {
  const made = term.kind === 'call' && !term.isNew ? outcome(state, term) : term;
  return made.kind === 'variable' || (made.kind === 'object' && termSize(made) <= largestTerm) ? made : term;
}

/** What is known of the variables may make a constant of it: `left - 1` where `left` is 3. */
function settledTerm(state: Run, term: Term): Term {
  const constant = stripCasts(term).kind === 'binary' ? constantIn(resolve(state.knowledge, term)) : undefined;
  return constant ? constantTerm(constant) : term;
}

export function assignTerm(state: Run, binding: Binding, term: Term, node: Node, code?: Said): void {
  const { machine } = state;
  if (!machine.control.has(binding)) {
    const present = presentTerm(state, term);
    pushStep(state, { pieces: [{ binding }, ' = ', ...(code ? code.pieces : [{ term }])], node, effect: false, target: binding, reads: code ? code.reads : localsIn(term), writes: new Set([binding]), detached: false });
    setWorth(state, binding, term);
    if (present && !variablesOf(present).has(binding)) state.definitions.set(binding, { term: present, since: state.versions.count });
    return;
  }
  const bare = stripCasts(term.kind === 'call' ? outcome(state, term) : term.kind === 'source' && term.expanded ? term.expanded : term);
  if (bare.kind === 'conditional' && isChoiceOfStatics(bare) && !isLate(bare.test)) {
    const taken = known(state.knowledge, bare.test) ?? state.decide(bare.test);
    return assignTerm(state, binding, taken ? bare.then : bare.else, node, code);
  }
  const isObject = bare.kind === 'object' || bare.kind === 'updated' || bare.kind === 'array';
  const constant = !isObject && canConcretise(machine, state.knowledge, term) ? concretise(machine, state.knowledge, term, state.decide) : undefined;
  if (!constant) {
    const row = rowAt(state, bare);
    const table = tableOf(machine, row) ?? row;
    if (machine.told.has(binding) && isMade(table) && !('place' in table && table.place)) throw new NotControl(binding, 'it is told from other objects');
    if (term.kind === 'function' || isStatic(table)) state.env.set(binding, table);
    else throw new NotControl(binding, 'its value is only known at run time');
  } else state.env.set(binding, constantTerm(constant));
  setAnew(state, binding);
}

/** `PROGRAMMES[event.programme].steps`: the row of the table that the key chooses, which is decided. */
function rowAt(state: Run, term: Term): Term {
  const { machine, knowledge } = state;
  if (term.kind === 'member') return member(rowAt(state, stripCasts(term.object)), term.property, term.optional);
  if (term.kind !== 'index') return term;
  const table = tableOf(machine, rowAt(state, stripCasts(term.object)));
  return table && canConcretise(machine, knowledge, term.index) ? index(table, mustConcretise(machine, knowledge, term.index, state.decide), term.optional) : term;
}

/** `ready ? busy : idle`, of functions or rows of a table. */
function isChoiceOfStatics(term: Term): boolean {
  const bare = stripCasts(term);
  if (bare.kind !== 'conditional') return bare.kind === 'updated' || bare.kind === 'object' || (isStatic(bare) && bare.kind !== 'constant');
  const arms = [bare.then, bare.else].map(stripCasts);
  return arms.some(isChoiceOfStatics) && arms.every((arm) => isChoiceOfStatics(arm) || arm.kind === 'constant');
}

/** `const { a, b = 1 } = value`: each name by itself, where the value is free of effects. */
function destructure(state: Run, target: Node, value: Expression | undefined, node: Node, declares: boolean): void {
  const { machine } = state;
  if (!value || !machine.pure(value)) return keepBinding(state, target, value, node, declares);
  refuseEscapes(state, value);
  const whole = evaluate(scopeOf(state), value);
  const parts = takeApart(state, target, whole);
  const copies = !machine.isUnfolding && parts?.some((part) => !machine.control.has(part.binding) && isObject(part.term));
  // A default that reads a name of the pattern is clearer as it is written.
  const itself = parts && !machine.isUnfolding && !parts.some(({ binding }) => machine.control.has(binding)) && parts.some(({ binding }) => machine.usage(target).reads.has(binding));
  if (!parts || copies || itself || !swapFree(state, parts)) return keepBinding(state, target, value, node, declares);
  for (const part of parts) {
    if (machine.control.has(part.binding)) assignTerm(state, part.binding, part.term, node);
    else {
      pushStep(state, { pieces: [{ binding: part.binding }, ' = ', { term: part.term }], node, effect: false, target: part.binding, reads: localsIn(part.term), writes: new Set([part.binding]), detached: false });
      setWorth(state, part.binding, part.term);
    }
  }
}

/** Whether the parts can be set one after the other: none reads what another one has set, or what has changed before. */
function swapFree(state: Run, parts: readonly { binding: Binding; term: Term }[]): boolean {
  return parts.every((part, at) => holdsNow(state, part.term) && !parts.slice(0, at).some((other) => variablesOf(part.term).has(other.binding)));
}

/** The arm that is taken, where what chooses is known: `event.type === 'word' ? event.word : ''` → `event.word`. */
function reduced(state: Run, value: Expression): Expression {
  if (value.type !== 'ConditionalExpression' || !state.machine.pure(value.test)) return value;
  const truth = known(state.knowledge, evaluate(scopeOf(state), value.test));
  return truth === undefined ? value : reduced(state, truth ? value.consequent : value.alternate);
}
