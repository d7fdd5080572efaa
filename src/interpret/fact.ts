/**
 * Facts: the conditions on the machine's own variables that hold wherever it waits in a configuration: tested, or set to a constant, on
 * the way, and nothing that they read changed since. They are kept where they hold on every way in.
 */
import type { Binding } from '../syntax/module.ts';
import { binary, sameAs } from './fold.ts';
import { spellOut } from './remember.ts';
import { readsShared } from './shared.ts';
import type { Run } from './state.ts';
import { someTerm, stripCasts, type Term, termKey, variablesOf } from './term.ts';
import { isOf, membersOf } from './type-parts.ts';

export interface Fact {
  readonly term: Term;
  readonly value: boolean;
}

export function intersection(a: ReadonlyMap<string, Fact>, b: ReadonlyMap<string, Fact>): ReadonlyMap<string, Fact> {
  return new Map([...a].filter(([key]) => b.has(key)));
}

/** The conditions on remembered variables that hold when the run has ended. */
export function factsAt(state: Run, before: ReadonlyMap<string, Fact>, live: ReadonlySet<Binding>, mayAskArrived: boolean): ReadonlyMap<string, Fact> {
  const found = new Map<string, Fact>();
  const add = (term: Term, value: boolean): void => {
    const variables = variablesOf(term);
    if (![...variables].every((binding) => live.has(binding))) return;
    const arrived = someTerm(term, (inner) => inner.kind === 'arrived');
    if (arrived ? !mayAskArrived : variables.size === 0) return;
    if (!mayAskArrived && readsShared(state.machine, term)) return;
    found.set(`${value ? '' : 'not '}${termKey(term)}`, { term, value });
  };
  for (const fact of before.values()) if ([...variablesOf(fact.term)].every((binding) => !state.versions.get(binding))) add(fact.term, fact.value);
  for (const { term, value, versions } of state.tested) {
    if (versions.size === 0 && !mayAskArrived) continue;
    if ([...versions].every(([binding, version]) => live.has(binding) && (state.versions.get(binding) ?? 0) === version)) add(term, value);
  }
  for (const binding of [...live].sort((a, b) => a.identifier.start - b.identifier.start)) {
    const term = state.env.get(binding);
    const bare = term && stripCasts(term);
    if (bare?.kind === 'constant') add(binary('===', { kind: 'variable', binding, name: binding.name }, bare), true);
    if (bare?.kind === 'constant' && bare.constant.kind === 'number' && bare.constant.value === 0) add(sameAs({ kind: 'variable', binding, name: binding.name }, bare.constant), true);
    const definition = state.definitions.get(binding);
    const isSame = definition?.term.kind === 'variable' && [...definition.versions].every(([other, version]) => (state.versions.get(other) ?? 0) === version);
    if (isSame && isObject(state, binding)) add({ kind: 'binary', operator: '===', left: { kind: 'variable', binding, name: binding.name }, right: definition.term }, true);
    // What is asked of a variable in a choice is asked of what it was set to.
    const spelt = mayAskArrived && isOf(state.machine.typing.ofBinding(binding), 'boolean') ? spellOut(state, binding) : undefined;
    if (spelt && stripCasts(spelt).kind !== 'constant') add({ kind: 'binary', operator: '===', left: { kind: 'variable', binding, name: binding.name }, right: spelt }, true);
  }
  return found;
}

function isObject({ machine }: Run, binding: Binding): boolean {
  return membersOf(machine.typing.ofBinding(binding)).every((type) => type.kind === 'object' || type.kind === 'array' || type.kind === 'instance');
}

/** `before === form`, of two variables: one is another name for the other. */
export function sharing({ term, value }: Fact): [Binding, Term][] {
  const isSame = value && term.kind === 'binary' && term.operator === '===' && term.left.kind === 'variable' && term.right.kind === 'variable';
  return isSame ? [[(term.left as Term & { kind: 'variable' }).binding, term.right]] : [];
}
