/**
 * A pattern and the value it takes apart → each name with its part, where that is free of effects.
 */
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { index as indexTerm, member as memberTerm } from '../values/fold.ts';
import { known } from '../values/knowledge.ts';
import { typeOfTerm } from '../values/possible.ts';
import { type Run, scopeOf } from './state.ts';
import { constantTerm, someTerm, stripCasts, type Term, undefinedTerm } from '../values/term.ts';

/** An object that is made where the term is written: written twice, there are two of them. */
export function isObject(term: Term): boolean {
  const bare = stripCasts(term);
  if (bare.kind === 'conditional') return isObject(bare.then) || isObject(bare.else);
  return ((bare.kind === 'object' || bare.kind === 'array') && !bare.place) || (bare.kind === 'call' && bare.isNew);
}

/** What is left of a list from a place on. */
function restOf(list: Term, from: number): Term {
  const bare = stripCasts(list);
  if (bare.kind === 'array' && !bare.items.slice(0, from).some((item) => item.kind === 'spread')) return { kind: 'array', items: bare.items.slice(from) };
  return { kind: 'call', callee: memberTerm(list, 'slice', false), arguments: [constantTerm({ kind: 'number', value: from })], isNew: false };
}

/** `earlier`: the names of the pattern that have their parts already. A default may read them: `{ from = 0, to = from + 1 }`. */
export function takeApart(state: Run, target: Node, whole: Term, earlier = new Map<Binding, Term>()): { binding: Binding; term: Term }[] | undefined {
  const { graph } = state.machine;
  if (target.type === 'Identifier') {
    const binding = graph.bindingOf(target);
    if (!binding || !graph.isLocal(binding)) return undefined;
    earlier.set(binding, whole);
    return [{ binding, term: whole }];
  }
  if (target.type === 'AssignmentPattern') {
    // A default within a default would be written out twice.
    if (!state.machine.pure(target.right) || someTerm(whole, (inner) => inner.kind === 'conditional')) return undefined;
    const test: Term = { kind: 'binary', operator: '===', left: whole, right: undefinedTerm };
    const truth = known(state.knowledge, test);
    const fallback = evaluate(knowing(scopeOf(state), earlier), target.right);
    const term: Term = truth === true ? fallback : truth === false ? whole : { kind: 'conditional', test, then: fallback, else: whole };
    return takeApart(state, target.left as Node, term, earlier);
  }
  const found: { binding: Binding; term: Term }[] = [];
  if (target.type === 'ObjectPattern') {
    for (const property of target.properties) {
      if (property.type !== 'Property' || property.computed) return undefined;
      const key = property.key.type === 'Identifier' ? property.key.name : String((property.key as { value?: unknown }).value);
      const inner = takeApart(state, property.value as Node, memberTerm(whole, key, false), earlier);
      if (!inner) return undefined;
      found.push(...inner);
    }
    return found;
  }
  if (target.type === 'ArrayPattern') {
    if (stripCasts(whole).kind !== 'array' && typeOfTerm(state.knowledge, whole).kind !== 'array') return undefined;
    for (const [at, element] of target.elements.entries()) {
      if (!element) continue;
      if (element.type === 'RestElement' && !state.machine.isUnfolding) return undefined;
      const inner = element.type === 'RestElement' ? takeApart(state, element.argument as Node, restOf(whole, at), earlier) : takeApart(state, element as Node, indexTerm(whole, constantTerm({ kind: 'number', value: at }), false), earlier);
      if (!inner) return undefined;
      found.push(...inner);
    }
    return found;
  }
  return undefined;
}

function knowing(scope: Scope, earlier: ReadonlyMap<Binding, Term>): Scope {
  return earlier.size === 0 ? scope : { ...scope, valueOf: (binding) => earlier.get(binding) ?? scope.valueOf(binding), held: (binding) => earlier.get(binding) ?? scope.held?.(binding) ?? scope.valueOf(binding) };
}
