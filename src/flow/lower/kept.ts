/**
 * Values that are kept in a temporary: because something in between could change what was read, because an effect is
 * to run once, or because it is to run here.
 */
import type { Binding } from '../../syntax/module.ts';
import { isAssignmentTo } from '../../syntax/binding/scope.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { parentsIn, pushChildren } from '../../syntax/walk.ts';
import { emitGuarded } from './attempt.ts';
import { type Builder, handlerOf, refer, temporary } from './builder.ts';
import { contents, isFunction } from '../contents.ts';
import { placesIn } from '../frame.ts';
import { beforeName, resultName } from './naming.ts';

/** The value as it is now, kept where something in `rest` could change it. */
export function capture(builder: Builder, node: Expression, rest: readonly Node[], name = beforeName(node)): Expression {
  if (node.type === 'Literal' || isFunction(node)) return node;
  const inside = contents(node);
  const own = node.type === 'Identifier' ? builder.overlay.get(node) : undefined;
  if (own && builder.temporaries.has(own)) return node;
  if (!inside.calls && !inside.writes && !inside.reads && !rest.some((other) => assignsAny(builder, other, node))) return node;
  const kept = temporary(builder, name);
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value: node, declares: 'const', node });
  return refer(builder, kept, node);
}

/** Whether `node` assigns to (or calls something that may assign to) a name that `read` reads. */
function assignsAny(builder: Builder, node: Node, read: Node): boolean {
  const names = new Set<Binding>();
  const collect = (at: Node, into: (binding: Binding, at: Node) => void): void => {
    const stack = [at];
    while (stack.length > 0) {
      const one = stack.pop()!;
      const binding = one.type === 'Identifier' ? (builder.overlay.get(one) ?? builder.module.bindings.get(one)) : undefined;
      if (binding) into(binding, one);
      pushChildren(stack, one);
    }
  };
  collect(read, (binding) => names.add(binding));
  // Whoever runs while the machine waits may change what is not its own.
  if (contents(node).waits && [...names].some((binding) => isShared(builder, binding))) return true;
  // A call changes a variable only where a function does that closes over it.
  if (contents(node).calls && [...names].some((binding) => isAssignedElsewhere(builder, binding))) return true;
  // In a copy of the code, what is assigned to is known by the copy.
  const { isAssignment } = placesIn(builder.frames);
  let found = false;
  collect(node, (binding, at) => {
    if (names.has(binding) && (isAssignmentTo(binding, at) || isAssignment(at))) found = true;
  });
  return found;
}

/** A variable of a module, that something assigns to. */
function isShared(builder: Builder, binding: Binding): boolean {
  if (binding.imported === undefined) return binding.scope === builder.module.scope && binding.assignments.length > 0;
  const at = builder.frames.project?.lookup(binding, builder.module);
  return at !== undefined && 'binding' in at && at.binding.assignments.length > 0;
}

/** Whether a function assigns to the variable that is not the one it is declared in. */
function isAssignedElsewhere(builder: Builder, binding: Binding): boolean {
  const parents = parentsIn(placesIn(builder.frames).homeOf(binding).program);
  const around = (node: Node): Node | undefined => {
    let at = parents.get(node);
    while (at && !isFunction(at)) at = parents.get(at);
    return at;
  };
  const home = around(binding.identifier);
  return binding.scope === builder.module.scope || binding.imported !== undefined || binding.assignments.some((node) => around(node) !== home);
}

/** A value that leaves a `try` is evaluated inside it: what it throws arrives there. */
export function settleInside(builder: Builder, node: Expression): Expression {
  const inside = contents(node);
  if (!handlerOf(builder.leaps) || !(inside.calls || inside.reads || inside.writes)) return node;
  const kept = temporary(builder, 'result');
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value: node, declares: 'const', node });
  return refer(builder, kept, node);
}

/** A value that can be read more than once: an effect in it is run here. */
export function settle(builder: Builder, node: Expression): Expression {
  const inside = contents(node);
  if (!inside.calls && !inside.writes) return node;
  const kept = temporary(builder, resultName(node));
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value: node, declares: 'const', node });
  return refer(builder, kept, node);
}

/** A value that is read more than once, and is what it was the first time. */
export function hold(builder: Builder, node: Expression, name = beforeName(node)): Expression {
  const binding = node.type === 'Identifier' ? (builder.overlay.get(node) ?? builder.module.bindings.get(node)) : undefined;
  if (node.type === 'Literal' || (binding && (builder.temporaries.has(binding) || binding.kind === 'const'))) return node;
  const kept = temporary(builder, name);
  emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, node), value: node, declares: 'const', node });
  return refer(builder, kept, node);
}

/** `target = value`, of a temporary. */
export function assign(builder: Builder, target: Binding, value: Expression, node: Node): void {
  emitGuarded(builder, { kind: 'bind', target: refer(builder, target, node), value, declares: undefined, node });
}
