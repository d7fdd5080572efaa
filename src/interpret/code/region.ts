/**
 * Whether a statement without a `yield` is kept whole inside an action, or entered.
 */
import { contents, isFunction } from '../../flow/contents.ts';
import type { BlockId } from '../../flow/graph.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node, Statement } from '../../syntax/tree.ts';
import { evaluate } from '../run/evaluate.ts';
import { mayChange } from '../variables/field.ts';
import { fixedValue } from '../variables/fixed.ts';
import { binary } from '../values/fold.ts';
import { changedIn } from '../objects/change.ts';
import { known } from '../values/knowledge.ts';
import type { Machine } from '../machine.ts';
import { canSpin } from './spin.ts';
import { isOutside, type Run, scopeOf } from '../run/state.ts';

/** Whether a statement without a `yield` stays whole: nothing later asks what it did, and it ends where it ends. */
export function keeps(state: Run, node: Statement, block: BlockId, guarded = false): boolean {
  const { machine } = state;
  const inside = contents(node);
  if (inside.returns || (inside.throws && !guarded) || inside.jumps.size > 0 || canSpin(machine, node)) return false;
  // A function of the machine that changes its variables is run in place.
  for (const binding of machine.usage(node).reads) {
    const fn = fixedValue(machine.graph, binding);
    if (fn && isFunction(fn) && machine.usage(fn).writes.size > 0) return false;
  }
  for (const binding of [...machine.usage(node).writes, ...[...changedIn(machine, node)].filter((binding) => !isOutside(state, binding))]) {
    if (machine.control.has(binding)) return false;
    if (machine.fields.get(binding)?.some((field) => machine.usage(node).writes.has(binding) || mayChange(machine, node, field))) return false;
    if (isDeclaredWithin(machine, binding, node)) continue;
    if (node.type !== 'IfStatement' && node.type !== 'SwitchStatement' && node.type !== 'ExpressionStatement') continue;
    if (machine.asked(block, binding)) return false;
  }
  if (node.type === 'IfStatement' && machine.pure(node.test) && known(state.knowledge, evaluate(scopeOf(state), node.test)) !== undefined) return false;
  if (node.type === 'ExpressionStatement') {
    const choice = node.expression;
    const test = choice.type === 'ConditionalExpression' ? choice.test : choice.type === 'LogicalExpression' ? choice.left : undefined;
    if (test && machine.pure(test) && known(state.knowledge, evaluate(scopeOf(state), test)) !== undefined) return false;
  }
  if (node.type === 'SwitchStatement' && machine.pure(node.discriminant) && switchIsDecided(state, node)) return false;
  return true;
}

function switchIsDecided(state: Run, node: Statement & { type: 'SwitchStatement' }): boolean {
  const asked = evaluate(scopeOf(state), node.discriminant);
  for (const one of node.cases) {
    if (!one.test) continue;
    if (!state.machine.pure(one.test)) return false;
    const truth = known(state.knowledge, binary('===', asked, evaluate(scopeOf(state), one.test)));
    if (truth === true) return true;
    if (truth === undefined) return false;
  }
  return true;
}

function isDeclaredWithin(machine: Machine, binding: Binding, node: Node): boolean {
  return !machine.graph.temporaries.has(binding) && binding.identifier.start >= node.start && binding.identifier.end <= node.end;
}
