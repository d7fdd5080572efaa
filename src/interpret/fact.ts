/**
 * Facts: the conditions on the machine's own variables that hold wherever it waits in a configuration: tested, or set to a constant, on
 * the way, and nothing that they read changed since. They are kept where they hold on every way in.
 */
import type { Binding } from '../syntax/module.ts';
import { binary, constantIn, member, sameAs } from './values/fold.ts';
import { sizeFacts } from './values/growth.ts';
import { assume, known } from './values/knowledge.ts';
import type { Machine } from './machine.ts';
import { createKnowledge, type Knowledge, rangeOf, typeOfTerm } from './values/possible.ts';
import { holdsStill, spellOut } from './run/remember.ts';
import { readsShared } from './objects/shared.ts';
import { type Run, versionOf } from './run/state.ts';
import { substituted } from './values/substitute.ts';
import { constantTerm, looksAtArrival, stripCasts, type Term, termSize, variablesOf, variableTerm } from './values/term.ts';
import { termKey } from './values/term-text.ts';
import { isOf, membersOf } from './values/type-parts.ts';
import { outcome } from './variables/unchanged.ts';

export interface Fact {
  readonly term: Term;
  readonly value: boolean;
}

type Facts = ReadonlyMap<string, Fact>;

/**
 * What holds on both ways: the facts of each that the other has, or that what the other has implies. `before` itself, where it
 * loses nothing. Without `weaker` words, only facts of `before` are left.
 */
export function common(machine: Pick<Machine, 'typing'>, before: Facts, now: Facts, weaker: boolean): Facts {
  const missing = [...before].filter(([key]) => !now.has(key));
  if (missing.length === 0) return before;
  const then = knowing(machine, now);
  const lost = new Set(missing.filter(([, fact]) => known(then, fact.term) !== fact.value).map(([key]) => key));
  if (lost.size === 0) return before;
  const kept = [...before].filter(([key]) => !lost.has(key));
  const earlier = knowing(machine, before);
  const implied = weaker ? [...now].filter(([key, fact]) => !before.has(key) && known(earlier, fact.term) === fact.value) : [];
  return new Map([...kept, ...implied]);
}

function knowing({ typing }: Pick<Machine, 'typing'>, facts: Facts): Knowledge {
  const knowledge = createKnowledge(typing);
  for (const { term, value } of facts.values()) assume(knowledge, term, value);
  return knowledge;
}

/** How long what a variable holds is, and of which sign. */
function sizesOf(state: Run, binding: Binding, worth: Term): readonly (readonly [Term, boolean])[] {
  const variable: Term = variableTerm(binding);
  const bare = stripCasts(worth);
  if (bare.kind === 'constant' || termKey(bare) === termKey(variable)) return [];
  const type = typeOfTerm(state.knowledge, worth);
  const isCollection = type.kind === 'instance' && (type.name === 'Set' || type.name === 'Map');
  if (bare.kind === 'array' || type.kind === 'array' || isCollection) {
    const property = isCollection ? 'size' : 'length';
    return sizeFacts(member(variable, property, false), rangeOf(state.knowledge, member(worth, property, false)));
  }
  if (!isOf(type, 'number')) return [];
  const { low, isLowOpen } = rangeOf(state.knowledge, worth);
  const zero = constantTerm({ kind: 'number', value: 0 });
  return [...(low >= 0 ? [[binary('>=', variable, zero), true] as const] : []), ...(low > 0 || (low === 0 && isLowOpen) ? [[binary('>', variable, zero), true] as const] : [])];
}

/** What the fields of a new object are that are of finitely many constants, or not there. */
function fieldsOf({ machine }: Run, binding: Binding, object: Term & { kind: 'object' }): readonly Term[] {
  const types = membersOf(machine.typing.ofBinding(binding));
  const [type] = types;
  if (types.length !== 1 || type?.kind !== 'object' || type.fields.length > mostFields) return [];
  return type.fields.flatMap((field) => {
    const worth = constantIn(member(object, field.name, false));
    const isFinite = membersOf(field.type).every((one) => one.kind === 'literal' || isOf(one, 'boolean'));
    return worth && isFinite ? [binary('===', member(variableTerm(binding), field.name, false), constantTerm(worth))] : [];
  });
}

const mostFields = 16;


/**
 * The conditions on remembered variables that hold when the run has ended. `before` held when it began; what is `expected` is known
 * wherever else one comes from.
 */
export function factsAt(state: Run, before: Facts, live: ReadonlySet<Binding>, mayAskArrived: boolean, expected: Facts): Facts {
  const found = new Map<string, Fact>();
  const says = (term: Term): boolean => {
    const variables = variablesOf(term);
    if (variables.size === 0 && !mayAskArrived) return false;
    for (const binding of variables) if (!live.has(binding)) return false;
    const arrived = looksAtArrival(term);
    return (arrived ? mayAskArrived : variables.size > 0) && (mayAskArrived || !readsShared(state.machine, term));
  };
  const add = (term: Term, value: boolean): void => {
    if (says(term)) found.set(keyOf({ term, value }), { term, value });
  };
  for (const fact of before.values()) if (isAsItWas(state, variablesOf(fact.term))) add(fact.term, fact.value);
  for (const tested of state.tested) if (holdsStill(state, tested)) add(tested.term, tested.value);
  for (const binding of [...live].sort((a, b) => a.identifier.start - b.identifier.start)) {
    const term = state.env.get(binding);
    const bare = term && stripCasts(term);
    for (const [fact, value] of term ? sizesOf(state, binding, term) : []) add(fact, value);
    for (const fact of bare?.kind === 'object' ? fieldsOf(state, binding, bare) : []) add(fact, true);
    if (bare?.kind === 'constant') add(binary('===', variableTerm(binding), bare), true);
    if (bare?.kind === 'constant' && bare.constant.kind === 'number' && bare.constant.value === 0) add(sameAs(variableTerm(binding), bare.constant), true);
    const definition = state.definitions.get(binding);
    const isSame = definition?.term.kind === 'variable' && holdsStill(state, definition);
    if (isSame && isObject(state, binding)) add({ kind: 'binary', operator: '===', left: variableTerm(binding), right: definition.term }, true);
    const constant = bare?.kind === 'call' && state.machine.fields.has(binding) ? outcome(state, bare) : bare;
    if (constant?.kind === 'module' && isObject(state, binding)) add({ kind: 'binary', operator: '===', left: variableTerm(binding), right: constant }, true);
    // What is asked of a variable in a choice is asked of what it was set to.
    const spelt = mayAskArrived && isOf(state.machine.typing.ofBinding(binding), 'boolean') ? spellOut(state, binding) : undefined;
    if (spelt && stripCasts(spelt).kind !== 'constant') add({ kind: 'binary', operator: '===', left: variableTerm(binding), right: spelt }, true);
  }
  const asked = new Set<string>();
  for (const facts of [before.values(), state.tested, expected.values()]) {
    for (const fact of facts) {
      if (!says(fact.term)) continue;
      const key = keyOf(fact);
      if (asked.has(key) || found.has(key)) continue;
      asked.add(key);
      if (holdsNow(state, fact)) found.set(key, { term: fact.term, value: fact.value });
    }
  }
  return found;
}

function isAsItWas(state: Run, variables: ReadonlySet<Binding>): boolean {
  for (const binding of variables) if (versionOf(state, binding) > 0) return false;
  return true;
}

function keyOf({ term, value }: Fact): string {
  return `${value ? '' : 'not '}${termKey(term)}`;
}

/** Whether the condition holds of what the variables are now: `form.draft` of `{ ...form, status: 'saved' }` is what it was. */
function holdsNow(state: Run, { term, value }: Fact): boolean {
  const worths = new Map<Binding, Term>();
  for (const binding of variablesOf(term)) {
    const worth = state.env.get(binding);
    if (!worth) return false;
    worths.set(binding, worth.kind === 'call' ? outcome(state, worth) : worth);
  }
  const now = substituted(term, (binding) => worths.get(binding)!);
  return termSize(now) <= largest && known(state.knowledge, now) === value;
}

const largest = 200;

function isObject({ machine }: Run, binding: Binding): boolean {
  return membersOf(machine.typing.ofBinding(binding)).every((type) => type.kind === 'object' || type.kind === 'array' || type.kind === 'instance');
}

/** `before === form`, of two variables: one is another name for the other. */
export function sharing({ term, value }: Fact): [Binding, Term][] {
  const isSame = value && term.kind === 'binary' && term.operator === '===' && term.left.kind === 'variable' && term.right.kind === 'variable';
  return isSame ? [[(term.left as Term & { kind: 'variable' }).binding, term.right]] : [];
}
