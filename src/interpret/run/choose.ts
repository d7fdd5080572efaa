/**
 * Which arm of a `?:` is taken where it has to be known, since a state is named by it: the condition is decided, and is a
 * fact from then on.
 */
import { bareOf } from '../../flow/places.ts';
import type { Expression } from '../../syntax/tree.ts';
import { nameKeys } from './ending.ts';
import { evaluate } from './evaluate.ts';
import { truthOf } from '../values/fold.ts';
import { known } from '../values/knowledge.ts';
import { symbolNamed } from '../values/place.ts';
import { remember } from './remember.ts';
import { knowingNothing, presentScope, type Run, scopeOf } from './state.ts';
import { substituted } from '../values/substitute.ts';
import { isLate, someTerm, stripCasts, type Term, variableTerm } from '../values/term.ts';

/** Decides the conditions around the value, or around the part of an object that names it. */
export function choose(state: Run, node: Expression): void {
  const bare = bareOf(node);
  if (bare.type === 'ObjectExpression') {
    for (const key of nameKeys) {
      const property = bare.properties.find((one) => one.type === 'Property' && !one.computed && one.kind === 'init' && one.key.type === 'Identifier' && one.key.name === key);
      if (property?.type === 'Property') return choose(state, property.value);
    }
  }
  if (bare.type !== 'ConditionalExpression' || !state.machine.pure(bare.test)) return;
  const term = truthOf(evaluate(scopeOf(state), bare.test));
  if (isLate(term)) return;
  const taken = known(state.knowledge, term) ?? state.decide(term);
  remember(state, bare.test, term, taken);
  choose(state, taken ? bare.consequent : bare.alternate);
}

/** `yield nameOf(history)`: what the function has asked to come to that name is a fact about what it was given, as it is called now. */
export function rememberAnswer(state: Run, node: Expression): void {
  const bare = bareOf(node);
  const call = bare.type === 'CallExpression' && state.machine.pure(bare) ? evaluate(presentScope(state), bare) : undefined;
  let answer = call?.kind === 'call' ? state.machine.unfold(knowingNothing(state.machine), call) : undefined;
  while (answer?.kind === 'conditional') {
    const test = answer.test;
    const taken = known(state.knowledge, substituted(test, (binding) => state.env.get(binding) ?? variableTerm(binding)));
    if (taken === undefined) return;
    state.tested.push({ term: test, value: taken, since: state.versions.count });
    answer = taken ? answer.then : answer.else;
  }
}

/** Whether it is a symbol, or one of several. */
export function isSymbol(value: Term): boolean {
  const isNamed = (term: Term): boolean => {
    const bare = stripCasts(term);
    return bare.kind === 'conditional' ? isNamed(bare.then) && isNamed(bare.else) : bare.kind === 'constant' || symbolNamed(bare) !== undefined;
  };
  return isNamed(value) && someTerm(value, (inner) => symbolNamed(inner) !== undefined);
}
