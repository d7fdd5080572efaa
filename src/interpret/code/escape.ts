/**
 * A function that is given away, or kept, may be called at any time: it must not look at, or change, variables that change.
 * A callback of an array method is called at once, and is fine.
 */
import { bareOf } from '../../flow/places.ts';
import { functionsIn } from '../../flow/lower/own-call.ts';
import { isFunction } from '../../flow/contents.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { pushChildren } from '../../syntax/walk.ts';
import { changedIn } from '../objects/change.ts';
import { fixedValue, isFixed } from '../variables/fixed.ts';
import { type Machine, Unsupported } from '../machine.ts';
import { onceInGraph } from './once.ts';
import { type Run, sharing, substitution } from '../run/state.ts';
import { isCallback } from './synchronous.ts';
import { variablesOf } from '../values/term.ts';

/** Refuses code in which a function is given away that shares changing variables with the machine. */
export function refuseEscapes(state: Run, node: Node): void {
  for (const fn of givenAway(state.machine, node)) refuseShared(state, fn, node);
}

/** The functions of the machine that the code gives away, or keeps. */
const givenAway = onceInGraph((machine: Machine, node): readonly Node[] => {
  const given: Node[] = [];
  const stack: Node[] = [node];
  const above: (Node | undefined)[] = [undefined];
  for (let at = stack.pop(); at; at = stack.pop()) {
    const parent = above.pop();
    pushChildren(stack, at);
    while (above.length < stack.length) above.push(at);
    if (at.type === 'CallExpression' && at.callee.type === 'Identifier' && at.callee.name === 'eval' && !machine.graph.bindingOf(at.callee)) throw new Unsupported('`eval`', at);
    if (at.type !== 'Identifier' && !isFunction(at)) continue;
    const own = at.type === 'Identifier' ? machine.graph.bindingOf(at) : undefined;
    const named = own && machine.graph.isLocal(own) ? fixedValue(machine.graph, own) : undefined;
    const table = named && bareOf(named);
    const functions = isFunction(at) ? [at] : named && isFunction(named) ? [named] : table?.type === 'ObjectExpression' ? functionsIn(table) : [];
    const isCalled = (functions.length > 0 && functions[0] === named && parent?.type === 'CallExpression' && parent.callee === (at as unknown)) || isCallback(machine, at, parent);
    // Wherever it is called or given away by its name, it is asked about there.
    const isDeclared = own?.identifier === at || at.type === 'FunctionDeclaration' || isNamed(machine, at, parent);
    for (const fn of isDeclared ? [] : functions) if (!isCalled || runsLater(fn)) given.push(fn);
    // `act()`, where a variable holds one of several functions: what it does is not known to the code around it.
    if (own && !named && !isDeclared && machine.graph.isLocal(own)) given.push(...heldBy(machine, own));
  }
  return given;
});

/** The functions of the machine that a variable is set to somewhere. */
function heldBy({ graph }: Machine, binding: Binding): Node[] {
  const values = [...binding.declarations, ...binding.assignments.map((reference) => graph.parentOf(reference))].map((at) => (at?.type === 'VariableDeclarator' ? at.init : at?.type === 'AssignmentExpression' ? at.right : undefined));
  return values.flatMap((value) => (value && isFunction(bareOf(value)) ? [bareOf(value)] : []));
}

/** `const go = () => …`: what the name always stands for. */
function isNamed({ graph }: Machine, fn: Node, parent: Node | undefined): boolean {
  const binding = parent?.type === 'VariableDeclarator' ? graph.bindingOf(parent.id as Node) : undefined;
  return binding !== undefined && graph.isLocal(binding) && fixedValue(graph, binding) === fn;
}

/** `async`, or a generator: the call returns before the function has run. */
function runsLater(fn: Node): boolean {
  const { async, generator } = fn as { async?: boolean; generator?: boolean };
  return async === true || generator === true;
}

/**
 * A function of the machine that is given to other code, or kept, may be called at any time: what it reads must never change.
 * What `within` declares is part of the code that is kept with it.
 */
function refuseShared(state: Run, fn: Node, within: Node): void {
  const { reads, writes } = state.machine.usage(fn);
  const isWithin = (binding: Binding): boolean => binding.identifier.start >= within.start && binding.identifier.end <= within.end && binding.declarations.length > 0;
  const written = [...writes].find((binding) => !isWithin(binding));
  if (written) throw new Unsupported(`A function that sets \`${written.name}\` of the machine, and is given to other code,`, fn);
  const changes = changesAnywhere(state.machine);
  const replace = substitution(state);
  for (const binding of reads) {
    if (isWithin(binding) || isFixed(state.machine.graph, binding)) continue;
    if (binding.assignments.length > 0 || changes.has(binding)) throw new Unsupported(sharing(binding), fn);
    const term = replace(binding);
    if (!term || variablesOf(term).size > 0) state.captured.add(binding);
  }
}

const known = new WeakMap<Machine['aliases'], ReadonlySet<Binding>>();

/** The variables whose objects the machine changes in place somewhere. */
function changesAnywhere(machine: Machine): ReadonlySet<Binding> {
  const before = known.get(machine.aliases);
  if (before) return before;
  const found = new Set([machine.graph.fn as Node, ...machine.graph.frames].flatMap((fn) => [...changedIn(machine, fn)]));
  known.set(machine.aliases, found);
  return found;
}
