/**
 * What others may change while the machine waits: the objects that came in, and those that were given away. What was known of
 * what is in them is asked anew.
 */
import { bareOf } from '../../flow/places.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { touchedIn } from './change.ts';
import { classNamed } from '../code/classes.ts';
import { isHarmless } from '../code/effect.ts';
import type { Machine } from '../machine.ts';
import { parts, stripCasts, type Term, variablesOf } from '../values/term.ts';
import { isSteadyType, membersOf } from '../values/type-parts.ts';

const known = new WeakMap<Machine['aliases'], ReadonlySet<Binding>>();

/** Whether the term looks into an object that others may change while the machine waits. */
export function readsShared(machine: Machine, term: Term): boolean {
  let shared = known.get(machine.aliases);
  if (!shared) known.set(machine.aliases, (shared = sharedIn(machine)));
  return shared.size > 0 && looksInto(term, shared);
}

function sharedIn(machine: Machine): ReadonlySet<Binding> {
  const { graph, typing } = machine;
  const given = [graph.fn as Node, ...graph.frames].flatMap((fn) => [...touchedIn(machine, fn, 'by others')]);
  const isChanging = (binding: Binding): boolean => !membersOf(typing.ofBinding(binding)).every((type) => type.kind === 'function' || isSteadyType(type));
  const roots = [...given, ...graph.parameters, ...answersIn(machine)].filter(isChanging);
  return new Set(roots.flatMap((binding) => [...machine.aliases(binding)]).filter(isChanging));
}

/** The variables that are set to what calls of unknown functions give. */
function answersIn(machine: Machine): Binding[] {
  const { graph } = machine;
  return graph.blocks.flatMap(({ instructions }) =>
    instructions.flatMap((instruction) => {
      const one = instruction.kind === 'attempt' ? instruction.instruction : instruction;
      const call = one.kind === 'bind' && one.value ? bareOf(one.value) : undefined;
      const target = one.kind === 'bind' && (one.target as Node).type === 'Identifier' ? graph.bindingOf(one.target as Node) : undefined;
      return target && call?.type === 'CallExpression' && !machine.pure(call) && !isHarmless(machine, call) && !isOwnMethod(machine, call.callee) ? [target] : [];
    }),
  );
}

/** A method of a class that can be read. */
function isOwnMethod({ graph, typing, project }: Machine, callee: Node): boolean {
  const type = callee.type === 'MemberExpression' ? typing.ofNode(callee.object) : undefined;
  return type?.kind === 'instance' && classNamed(type.name, graph.module, project) !== undefined;
}

/** A variable by itself is only told from others. */
function looksInto(term: Term, shared: ReadonlySet<Binding>): boolean {
  const bare = stripCasts(term);
  if (bare.kind === 'variable') return false;
  if (bare.kind === 'unary' || bare.kind === 'binary' || bare.kind === 'logical') return parts(bare).some((part) => looksInto(part, shared));
  for (const binding of variablesOf(bare)) if (shared.has(binding)) return true;
  return false;
}
