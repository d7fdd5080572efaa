/**
 * The way in: what the machine's variables are set to before it first waits. What is plainly set there, free of effects, are
 * the variables' first values; the rest stays as actions on the initial transition.
 */
import type { Action } from '../chart/chart.ts';
import { type Code, codeText } from '../chart/code.ts';
import type { Way } from '../interpret/explore.ts';
import type { Machine } from '../interpret/machine.ts';
import { isLate, looksAtArrival } from '../interpret/values/term.ts';
import { codeOf, termPieces } from '../interpret/values/term-text.ts';
import { leaves, mapLeaves, type Tree } from '../interpret/tree.ts';
import type { Binding } from '../syntax/module.ts';
import type { Naming, Outcome } from './outcome.ts';

export interface Beginning {
  readonly tree: Tree<Outcome>;
  readonly initial: (binding: Binding) => { initial?: Code };
}

/** The way in: what is plainly set there are the variables' first values, the rest stays as actions. */
export function begin(machine: Omit<Machine, 'unfold'>, outcomes: Tree<Outcome>, ways: Tree<Way>, naming: Naming, refer: (binding: Binding, as?: string) => { to: 'context'; name: string }): Beginning {
  const all = leaves(ways);
  const first = new Map<Binding, Code>();
  const settled = new Set<string>();
  const bindings = new Set(all.flatMap((way) => [...way.env.keys()]).filter((binding) => naming.isContext(binding) && !machine.graph.parameters.includes(binding)));
  for (const binding of bindings) {
    const codes = all.filter((way) => way.changed.has(binding)).map((way) => firstValue(way, binding, refer));
    const code = codes[0];
    // Two names for one object are set in an action, where they stay one.
    if ([...machine.aliases(binding)].some((other) => other !== binding && bindings.has(other))) continue;
    // What only holds on one way must not be asked on the others.
    if (all.length > 1 && code && code.pieces.some((piece) => typeof piece !== 'string' || /[.[(]/.test(piece.replace(/'[^']*'/g, ''))) && !all.every((way) => way.changed.has(binding))) continue;
    if (!code || !codes.every((other) => other && codeText(other) === codeText(code))) continue;
    first.set(binding, code);
    settled.add(naming.nameOf(binding));
  }
  const isSettled = (action: Action): boolean => !action.effect && action.writes.length > 0 && action.writes.every((name) => settled.has(name));
  // What an action that stays still sets is left to it.
  for (let before = -1; before !== settled.size; ) {
    before = settled.size;
    for (const action of leaves(outcomes).flatMap((outcome) => outcome.actions)) if (!isSettled(action)) for (const name of action.writes) settled.delete(name);
  }
  for (const binding of first.keys()) if (!settled.has(naming.nameOf(binding))) first.delete(binding);
  // Nor what a step that stays reads before it is set for the last time.
  for (let before = -1; before !== first.size; ) {
    before = first.size;
    for (const binding of first.keys()) {
      if (!all.some((way) => isReadEarly(way, binding, first))) continue;
      first.delete(binding);
      settled.delete(naming.nameOf(binding));
    }
  }
  const tree = mapLeaves(outcomes, (outcome) => ({ ...outcome, actions: outcome.actions.filter((action) => !isSettled(action)) }));
  return { tree, initial: (binding) => ({ initial: first.get(binding) }) };
}

/** Whether a step that is not itself a first value reads the variable before its last change. */
function isReadEarly(way: Way, binding: Binding, first: ReadonlyMap<Binding, Code>): boolean {
  const last = way.steps.findLastIndex((step) => step.writes.has(binding));
  return way.steps.slice(0, Math.max(last, 0)).some((step) => step.reads.has(binding) && !(step.target && first.has(step.target)) && (step.effect || step.target !== undefined));
}

/** What a variable is set to on the way in, where that is free of effects and only reads the input. */
function firstValue(way: Way, binding: Binding, refer: (binding: Binding, as?: string) => { to: 'context'; name: string }): Code | undefined {
  const term = way.env.get(binding);
  const involved = way.steps.filter((step) => step.writes.has(binding));
  if (!term || involved.some((step) => step.effect || !step.target)) return undefined;
  if (isLate(term) || looksAtArrival(term)) return undefined;
  return codeOf(termPieces(term, refer));
}
