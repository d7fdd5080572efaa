/**
 * The variables of the context: what they are called, where two have one name, of which type they are, and which of them anything in the
 * chart speaks of.
 */
import type { State, Transition } from '../chart/chart.ts';
import type { Code } from '../chart/code.ts';
import type { Graph } from '../flow/graph.ts';
import type { Machine } from '../interpret/machine.ts';
import { membersOf } from '../interpret/values/type-parts.ts';
import type { Binding } from '../syntax/module.ts';
import { bySource } from './source-order.ts';

/** A name of ours must not hide a function that the code calls. */
export function isModuleName(machine: Omit<Machine, 'unfold'>, name: string): boolean {
  return machine.graph.modules.some((module) => module.scope.bindings.has(name));
}

export function uniqueNames(machine: Omit<Machine, 'unfold'>, context: ReadonlySet<Binding>): ReadonlyMap<Binding, string> {
  const used = new Set(machine.graph.parameters.map((binding) => binding.name));
  const names = new Map<Binding, string>();
  const inSource = bySource(machine.graph);
  for (const binding of [...context].sort((a, b) => inSource(a.identifier, b.identifier))) {
    if (machine.graph.parameters.includes(binding)) continue;
    let name = binding.name;
    for (let count = 2; used.has(name) || (binding.declarations.length === 0 && isModuleName(machine, name)); count++) name = `${binding.name}${count}`;
    used.add(name);
    names.set(binding, name);
  }
  return names;
}

export function variableType(machine: Omit<Machine, 'unfold'>, binding: Binding): string {
  const type = machine.typing.ofBinding(binding);
  if ((type.kind === 'unknown' && type.text === 'unknown') || isItem(machine.graph, binding)) return 'any';
  // What TypeScript narrows in the source is not narrowed where it is remembered.
  const isOurs = machine.graph.temporaries.has(binding) && membersOf(type).some((one) => one.kind === 'literal' && one.constant.kind === 'undefined');
  return isOurs ? 'any' : type.text;
}

/** What a loop gives each time: an item of a list, which TypeScript may take not to be there. */
function isItem(graph: Graph, binding: Binding): boolean {
  const declaration = binding.declarations[0];
  const loop = declaration && graph.parentOf(graph.parentOf(declaration) ?? declaration);
  return loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
}

/** The variables that something in the chart mentions. */
export function mentionedIn(initial: Transition, states: readonly State[]): Set<string> {
  const found = new Set<string>();
  const code = (one: Code | 'else' | undefined): void => {
    if (one && one !== 'else') for (const piece of one.pieces) if (typeof piece !== 'string' && piece.to === 'context') found.add(piece.name);
  };
  const transition = (one: Transition): void => {
    code(one.guard);
    code(one.returns);
    code(one.throws);
    for (const action of one.actions) {
      action.statements.forEach(code);
      for (const name of action.writes) found.add(name);
    }
  };
  transition(initial);
  for (const state of states) {
    if (state.value?.kind === 'code') code(state.value.code);
    state.transitions.forEach(transition);
  }
  return found;
}
