/**
 * Code that is kept as it is written: an effect, a change in place, a whole statement that nothing asks about.
 */
import { isFunction } from '../flow/contents.ts';
import type { Graph } from '../flow/graph.ts';
import { bareOf, rootOf, targetsIn, writtenBy } from '../flow/places.ts';
import { children, pushChildren } from '../syntax/walk.ts';
import type { Binding } from '../syntax/module.ts';
import type { Expression, Node } from '../syntax/tree.ts';
import { keepFields } from './field.ts';
import { fixedValue } from './fixed.ts';
import { type Machine, NotControl, Unsupported } from './machine.ts';
import { mutators, pureArrayMethods } from './purity.ts';
import { localsIn, pieces, pushStep, refuseShared, type Run, substitution, touch } from './state.ts';
import { isPlain, type Step } from './step.ts';
import { present } from './typing.ts';

/** A statement that stays as it is written: an effect, or a change in place. */
export function keepStatement(state: Run, node: Node): void {
  keepCode(state, node, [node], pieces(state, node, writtenIn(state.machine, node)));
}

/** `target = value` as it is written, where the value has an effect or the target is not a name of the machine's own. */
export function keepBinding(state: Run, target: Node, value: Expression | undefined, node: Node): void {
  const { machine } = state;
  const written = pieces(state, target, writtenIn(machine, target));
  const declared = node.type === 'VariableDeclarator' ? [...machine.usage(target).writes] : [];
  keepCode(state, node, value ? [target, value] : [target], [...written, ' = ', ...(value ? pieces(state, value) : ['undefined'])], declared, targetsIn(target));
}

function keepCode(state: Run, node: Node, parts: readonly Node[], text: Step['pieces'], declared?: readonly Binding[], places: readonly Node[] = []): void {
  const { machine } = state;
  for (const part of parts) refuseEscapes(state, part);
  const reads = new Set<Binding>();
  const writes = new Set<Binding>();
  const mutated = new Set<Binding>();
  for (const part of parts) {
    for (const binding of machine.usage(part).reads) reads.add(binding);
    for (const binding of machine.usage(part).writes) writes.add(binding);
    for (const binding of mutatedIn(machine, part)) if (!isOutside(state, binding)) mutated.add(binding);
  }
  for (const place of places) for (const binding of mutatedAt(machine, place)) if (!isOutside(state, binding)) mutated.add(binding);
  for (const binding of mutated) writes.add(binding);
  for (const binding of writes) if (machine.control.has(binding)) throw new NotControl(binding, 'it is changed by code that is kept as it is');
  const effect = parts.some((part) => hasEffect(machine, part)) || places.some((place) => isOthers(machine, place));
  const only = parts.length === 1 ? parts[0]! : node;
  const expression = only.type === 'ExpressionStatement' ? only.expression : only;
  const detached = writes.size === 0 && (expression.type === 'CallExpression' || expression.type === 'NewExpression' || expression.type === 'AssignmentExpression');
  const replace = substitution(state);
  const needed = new Set<Binding>(mutated);
  for (const binding of reads) {
    const term = writes.has(binding) ? undefined : replace(binding);
    if (term) for (const inner of localsIn(term)) needed.add(inner);
    else needed.add(binding);
  }
  const again = keepFields(state, parts, new Set([...mutated].filter((binding) => !parts.some((part) => machine.usage(part).writes.has(binding)))));
  pushStep(state, { pieces: text, node, effect, reads: needed, writes, mutates: mutated, detached, declared });
  touch(state, writes);
  again();
}

/** The variables that an expression with an effect assigns to or changes in place; none of them can be control. */
export function changedBy(state: Run, node: Node): { writes: ReadonlySet<Binding>; mutates: ReadonlySet<Binding> } {
  const { machine } = state;
  refuseEscapes(state, node);
  const mutates = new Set([...mutatedIn(machine, node)].filter((binding) => !isOutside(state, binding)));
  const writes = new Set([...machine.usage(node).writes, ...mutates]);
  for (const binding of writes) if (machine.control.has(binding)) throw new NotControl(binding, 'it is changed by code that is kept as it is');
  return { writes, mutates };
}

/** What arrived belongs to whoever sent it; a name without a value shares with nobody. */
export function isOutside(state: Run, binding: Binding): boolean {
  const term = state.env.get(binding);
  return term === undefined || isPlain(term);
}

export function writtenIn(machine: Machine, node: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  const stack = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'Identifier' && machine.graph.isAssignment(at)) found.add(at);
    pushChildren(stack, at);
  }
  return found;
}

/** The locals whose objects a statement changes in place: `stack.push(x)`, `model.on = true`. */
export function mutatedIn(machine: Machine, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  const stack = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    for (const place of writtenBy(at)) for (const binding of mutatedAt(machine, place)) found.add(binding);
    const callee = at.type === 'CallExpression' ? bareOf(at.callee) : undefined;
    if (callee?.type === 'MemberExpression' && callee.property.type === 'Identifier' && (isCollection(machine, callee.object) ? mutators.has(callee.property.name) : !machine.pure(at))) for (const binding of mutatedAt(machine, callee)) found.add(binding);
    pushChildren(stack, at);
  }
  return found;
}

/** The locals that may hold the object whose property is set. */
function mutatedAt(machine: Machine, place: Node): readonly Binding[] {
  const root = place.type === 'MemberExpression' ? rootOf(place) : undefined;
  const binding = root?.type === 'Identifier' ? machine.graph.bindingOf(root) : undefined;
  return binding && machine.graph.isLocal(binding) ? [...machine.aliases(binding)].filter((other) => !isGiven(machine.graph, other)) : [];
}

function isCollection(machine: Machine, node: Node): boolean {
  const type = present(machine.typing.ofNode(node));
  return type.kind === 'array' || (type.kind === 'instance' && (type.name === 'Map' || type.name === 'Set'));
}

/** Whether kept code does something outside the machine: any call that is not known, an assignment to what is not its own. */
function hasEffect(machine: Machine, node: Node): boolean {
  const stack: Node[] = [node];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at.type === 'CallExpression') {
      const callee = at.callee;
      const inPlace = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && mutators.has(callee.property.name) && isCollection(machine, callee.object);
      if (inPlace && !changesInput(machine, callee)) {
        for (const argument of at.arguments) stack.push(argument);
        continue;
      }
      if (!machine.pure(at)) return true;
    }
    if (at.type === 'NewExpression' && !machine.pure(at)) return true;
    if (at.type === 'TaggedTemplateExpression' || at.type === 'ThrowStatement') return true;
    if (writtenBy(at).some((place) => isOthers(machine, place))) return true;
    if (!isFunction(at)) pushChildren(stack, at);
  }
  return false;
}

/** A parameter, whose object is somebody else's; those of a generator that is delegated to are the machine's own. */
export function isGiven(graph: Graph, binding: Binding): boolean {
  return binding.kind === 'parameter' && !graph.frames.has(binding.scope.node);
}

/** Whether setting the place is seen outside: a name that is not the machine's own, or part of what came in. */
function isOthers(machine: Machine, place: Node): boolean {
  if (place.type === 'MemberExpression') return changesInput(machine, place);
  const binding = place.type === 'Identifier' ? machine.graph.bindingOf(place) : undefined;
  return place.type === 'Identifier' && (!binding || !machine.graph.isLocal(binding));
}

/** Whether a place belongs to what came in from outside: changing it is an effect that its owner sees. */
function changesInput(machine: Machine, place: Node): boolean {
  const root = place.type === 'MemberExpression' ? rootOf(place) : undefined;
  const binding = root?.type === 'Identifier' ? machine.graph.bindingOf(root) : undefined;
  return binding !== undefined && (isGiven(machine.graph, binding) || !machine.graph.isLocal(binding));
}

const callbacks = new Set([...pureArrayMethods, 'forEach', 'sort']);

/**
 * A function that is given away may be called at any time: it must not look at, or change, variables that change.
 * A callback of an array method is called at once, and is fine.
 */
export function refuseEscapes(state: Run, node: Node): void {
  const { machine } = state;
  const stack: { node: Node; parent: Node | undefined }[] = [{ node, parent: undefined }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node: at, parent } = item;
    if (at.type === 'CallExpression' && at.callee.type === 'Identifier' && at.callee.name === 'eval' && !machine.graph.bindingOf(at.callee)) throw new Unsupported('`eval`', at);
    const own = at.type === 'Identifier' ? machine.graph.bindingOf(at) : undefined;
    const named = own && machine.graph.isLocal(own) && !(parent?.type === 'CallExpression' && parent.callee === (at as unknown)) ? fixedValue(machine.graph, own) : undefined;
    const fn = isFunction(at) ? at : named && isFunction(named) ? named : undefined;
    if (fn && !isCallback(machine, parent)) refuseShared(state, fn, node);
    for (const child of children(at)) stack.push({ node: child, parent: at });
  }
}

function isCallback(machine: Machine, parent: Node | undefined): boolean {
  return parent?.type === 'CallExpression' && parent.callee.type === 'MemberExpression' && parent.callee.property.type === 'Identifier' && callbacks.has(parent.callee.property.name) && isCollection(machine, parent.callee.object);
}
