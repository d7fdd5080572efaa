/**
 * What kept code leaves behind: the machine's own objects that it changes in place, which are copied before, and the objects of
 * others that it may change, which stay where they are. After it, nothing is known of either but what is read anew.
 */
import type { Binding } from '../../syntax/module.ts';
import type { Node } from '../../syntax/tree.ts';
import { assignedTo, changedIn, touchedIn } from './change.ts';
import { classNamed, privateMember } from '../code/classes.ts';
import { callsUnknown } from '../code/effect.ts';
import { Unsupported } from '../machine.ts';
import { isForeign } from './given.ts';
import { heldIterator } from '../code/iterator.ts';
import { possible, setType } from '../values/possible.ts';
import { rememberPresence } from '../run/remember.ts';
import { isOutside, late, type Run, setAnew, touch } from '../run/state.ts';
import { isPlain } from '../run/step.ts';
import { stripCasts } from '../values/term.ts';
import { excludeConstants, isPrimitive, membersOf } from '../values/type-parts.ts';

export interface Change {
  /** The machine's own, copied before they are changed in place. */
  readonly mutates: ReadonlySet<Binding>;
  /** What may be changed, and belongs to somebody else. */
  readonly exposes: ReadonlySet<Binding>;
}

/** `targets` are patterns that the code assigns to. */
export function changeOf(state: Run, nodes: readonly Node[], targets: readonly Node[] = []): Change {
  const { machine } = state;
  const mutates = new Set<Binding>();
  const exposes = new Set<Binding>();
  const places = new Set(targets.flatMap((target) => [...assignedTo(machine, target)]));
  const note = (binding: Binding): void => {
    if (!hasArrived(state, binding) && !isConstant(state, binding)) (isOutside(state, binding) ? exposes : mutates).add(binding);
  };
  for (const root of places) {
    for (const other of machine.aliases(root)) {
      if (isForeign(machine.graph, other)) exposes.add(other);
      else note(other);
    }
  }
  for (const node of nodes) {
    for (const binding of changedIn(machine, node)) note(binding);
    const direct = touchedIn(machine, node, 'itself');
    for (const root of touchedIn(machine, node)) for (const other of machine.aliases(root)) if (isForeign(machine.graph, other) && !isConstant(state, other) && (direct.has(root) || !hasArrived(state, other))) exposes.add(other);
    if (callsUnknown(machine, node)) for (const binding of machine.graph.parameters) if (canChange(state, binding)) exposes.add(binding);
  }
  for (const binding of mutates) refuseUncopied(state, binding, nodes[0]!);
  return { mutates, exposes };
}

/** What is changed in place is copied before, and nobody can copy what is private to a class. */
function refuseUncopied({ machine }: Run, binding: Binding, node: Node): void {
  const { graph, project, typing } = machine;
  const iterator = heldIterator(machine, binding);
  if (iterator) throw new Unsupported(`An iterator that \`${binding.name}\` holds while the machine waits (it could hold a list, and how far it has come)`, iterator);
  const type = typing.ofBinding(binding);
  const isKeyed = type.kind === 'instance' && (type.name === 'Set' || type.name === 'Map') && !/^\w+<(?:string|number|boolean|bigint|symbol|'|")/.test(type.text);
  const holdsOthers = isKeyed && [...machine.aliases(binding)].some((other) => other !== binding && isForeign(graph, other) && membersOf(typing.ofBinding(other)).some((one) => one.kind === 'object' || one.kind === 'instance' || (one.kind === 'array' && !isPrimitive(one.element))));
  if (holdsOthers) throw new Unsupported(`A change in place of \`${binding.name}\`, which holds objects that were sent (a copy of it would hold copies of them; it could hold what they are called),`, node);
  for (const [name] of typing.ofBinding(binding).text.matchAll(/[A-Za-z_$][\w$]*/g)) {
    const own = classNamed(name, graph.module, project);
    const member = own && privateMember(own, project);
    if (member) throw new Unsupported(`A change in place of an instance of ${name}, whose ${member} cannot be copied (TypeScript's \`private\` can),`, node);
  }
}

/** After the step that was just kept. */
export function settle(state: Run, change: Change, written: ReadonlySet<Binding>): void {
  const before = [...change.mutates, ...change.exposes].filter((binding) => !written.has(binding) || change.mutates.has(binding)).map((binding) => [binding, state.env.get(binding)] as const);
  touch(state, new Set([...written, ...change.mutates]));
  const at = state.steps.length - 1;
  for (const binding of change.exposes) {
    if (hasArrived(state, binding)) {
      state.spoilt.add(binding);
      continue;
    }
    setAnew(state, binding);
    state.definitions.delete(binding);
    state.env.set(binding, late(state, binding));
    state.exposed.set(binding, at);
  }
  // An object that is changed in place is still there.
  for (const [binding, term] of before) {
    const left = term && possible(state.knowledge, term);
    const now = state.env.get(binding);
    const nothing = (['undefined', 'null'] as const).map((kind) => ({ kind }));
    if (!left || !now || left.some((type) => type.kind === 'literal' && nothing.some(({ kind }) => kind === type.constant.kind))) continue;
    setType(state.knowledge, now, excludeConstants(state.machine.typing.ofBinding(binding), nothing));
    rememberPresence(state, binding, now);
  }
}

/** What is sent is a message: whoever is given it leaves it as it is. */
function hasArrived(state: Run, binding: Binding): boolean {
  const term = state.env.get(binding);
  return term !== undefined && isPlain(term) && stripCasts(term).kind !== 'constant';
}

/** What is known to be a string or a number just now has no parts. */
function isConstant(state: Run, binding: Binding): boolean {
  const term = state.env.get(binding);
  return term !== undefined && stripCasts(term).kind === 'constant';
}

/** Whether the parameter has parts that somebody might change: no primitive, and not a function alone. */
function canChange(state: Run, binding: Binding): boolean {
  const type = state.machine.typing.ofBinding(binding);
  return state.env.has(binding) && !isConstant(state, binding) && !isPrimitive(type) && !membersOf(type).every((one) => one.kind === 'function' || one.kind === 'primitive' || one.kind === 'literal');
}
