/**
 * Code that is kept as it is written: an effect, a change in place, a whole statement that nothing asks about.
 */
import { targetsIn } from '../../flow/places.ts';
import { pushChildren } from '../../syntax/walk.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { type Change, changeOf, settle } from '../objects/consequence.ts';
import { hasEffect, isEffectOn } from '../code/effect.ts';
import { refuseEscapes } from '../code/escape.ts';
import { keepFields } from '../variables/field.ts';
import { grow } from '../values/growth.ts';
import { type Machine, NotControl, Unsupported } from '../machine.ts';
import { onceInGraph } from '../code/once.ts';
import { localsIn, namedInFunctions, pieces, pushStep, type Run, substitution } from './state.ts';
import type { Step } from './step.ts';

/** A statement that stays as it is written: an effect, or a change in place. */
export function keepStatement(state: Run, node: Node): void {
  keepCode(state, node, [node], () => pieces(state, node, writtenIn(state.machine, node)));
}

/** `target = value` as it is written, where the value has an effect or the target is not a name of the machine's own. */
export function keepBinding(state: Run, target: Node, value: Expression | undefined, node: Node, declares: boolean): void {
  const { machine } = state;
  // Its names are another graph's.
  if (machine.isUnfolding) throw new Unsupported('A pattern that is kept as it is written, in a function that is only looked into,', target);
  const declared = declares ? targetsIn(target).flatMap((name) => machine.graph.bindingOf(name) ?? []) : [];
  const text = (): Step['pieces'] => [...pieces(state, target, writtenIn(machine, target)), ' = ', ...(value ? pieces(state, value) : ['undefined'])];
  keepCode(state, node, value ? [target, value] : [target], text, declared, [target]);
}

/** `binding = value`, where the value has an effect: its own steps are taken before, in their order. */
export function keepValue(state: Run, binding: Binding, value: Expression, node: Node): void {
  refuseEscapes(state, value);
  const { machine } = state;
  const change = changeOf(state, [value]);
  const usage = machine.usage(value);
  refuseControl(machine, change, [binding, ...usage.writes]);
  const reads = needed(state, [value], usage.reads, new Set([...usage.writes, ...change.mutates]));
  const grown = grow(state, [value]);
  pushStep(state, { pieces: [{ binding }, ' = ', ...pieces(state, value, writtenIn(machine, value))], node, effect: true, target: binding, reads: new Set([...reads, ...change.mutates]), writes: new Set([binding, ...usage.writes, ...change.mutates]), mutates: change.mutates, detached: false });
  settle(state, change, usage.writes);
  grown();
}

function keepCode(state: Run, node: Node, parts: readonly Node[], text: () => Step['pieces'], declared?: readonly Binding[], targets: readonly Node[] = []): void {
  const { machine } = state;
  for (const part of parts) refuseEscapes(state, part);
  const change = changeOf(state, parts, targets);
  const reads = new Set<Binding>();
  const writes = new Set<Binding>(change.mutates);
  for (const part of parts) {
    for (const binding of machine.usage(part).reads) reads.add(binding);
    for (const binding of machine.usage(part).writes) writes.add(binding);
  }
  refuseControl(machine, change, writes);
  const effect = parts.some((part) => hasEffect(state, part)) || targets.some((target) => isEffectOn(state, target));
  const only = parts.length === 1 ? parts[0]! : node;
  const expression = only.type === 'ExpressionStatement' ? only.expression : only;
  const again = keepFields(state, parts, new Set([...change.mutates].filter((binding) => !parts.some((part) => machine.usage(part).writes.has(binding)))));
  const grown = grow(state, targets.length > 0 ? [] : parts);
  const detached = writes.size === 0 && (expression.type === 'CallExpression' || expression.type === 'NewExpression' || expression.type === 'AssignmentExpression');
  pushStep(state, { pieces: text(), node, effect, reads: new Set([...change.mutates, ...needed(state, parts, reads, writes)]), writes, mutates: change.mutates, detached, declared });
  settle(state, change, writes);
  again();
  grown();
}

/** What kept code reads that is not put in as a term; what it writes, it reads by name. */
export function needed(state: Run, nodes: readonly Node[], reads: ReadonlySet<Binding>, writes: ReadonlySet<Binding>): Set<Binding> {
  const replace = substitution(state);
  const found = new Set<Binding>();
  for (const binding of reads) {
    const term = writes.has(binding) ? undefined : replace(binding);
    if (term) for (const inner of localsIn(term)) found.add(inner);
    else found.add(binding);
  }
  for (const node of nodes) for (const binding of namedInFunctions(state.machine, node)) found.add(binding);
  return found;
}

function refuseControl(machine: Machine, change: Change, writes: Iterable<Binding>): void {
  for (const binding of [...writes, ...change.mutates]) if (machine.control.has(binding)) throw new NotControl(binding, 'it is changed by code that is kept as it is');
}

export const writtenIn = onceInGraph(({ graph }: Machine, node): ReadonlySet<Node> => {
  const found = new Set<Node>();
  const stack = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'Identifier' && graph.isAssignment(at)) found.add(at);
    pushChildren(stack, at);
  }
  return found;
});
