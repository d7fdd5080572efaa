/**
 * Whether what an expression stands for stays as it is while some code of the machine runs, and waits. Decided
 * conservatively: by what the code does to it and to whatever may be the same object, and by who else may hold it.
 */
import { contents, isFunction } from '../../flow/contents.ts';
import type { Instruction } from '../../flow/graph.ts';
import { constantOf } from '../../syntax/constants/constant.ts';
import type { Binding } from '../../syntax/module.ts';
import type { Expression, Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { fixedValue } from '../variables/fixed.ts';
import { changedIn } from './change.ts';
import { isGiven } from './given.ts';
import type { Machine } from '../machine.ts';
import { isFresh } from '../code/purity.ts';
import { readers } from '../code/readers.ts';
import { isPrimitive } from '../values/type-parts.ts';

/** Whether nothing in `during`, nor anybody while it waits, changes what `object` is now, or only which `keys` it has. */
export function staysAsItIs(machine: Machine, object: Node, during: Node, part: 'all' | 'keys' = 'all'): boolean {
  const root = rootOf(object);
  if (root.type !== 'Identifier') return isFresh(root) || root.type === 'ObjectExpression' || root.type === 'Literal';
  const binding = machine.graph.bindingOf(root);
  if (!binding) return false;
  if (!machine.graph.isLocal(binding)) return constantOf(root as Expression, machine.graph.moduleOf(root), machine.project) !== undefined || isOnlyRead(machine, binding);
  const fixed = fixedValue(machine.graph, binding);
  if (fixed && !isFunction(fixed)) return true;
  const same = machine.aliases(binding);
  const changes = part === 'all' ? changedIn : deletedFrom;
  if (bodiesIn(machine, during).some((code) => [...changes(machine, code)].some((other) => same.has(other)))) return false;
  const inside = contents(during);
  return (!inside.waits && !callsOthers(machine, during)) || !isHeldElsewhere(machine, same);
}

/** The variables whose objects lose a key: what is set anew is still there. */
function deletedFrom({ graph }: Machine, code: Node): Set<Binding> {
  const found = new Set<Binding>();
  walk(code, (node) => {
    if (node.type !== 'UnaryExpression' || node.operator !== 'delete') return;
    const binding = graph.bindingOf(rootOf(node.argument));
    if (binding) found.add(binding);
  });
  return found;
}

/** `order.lines`, `list!`: what it is part of. */
function rootOf(node: Node): Node {
  switch (node.type) {
    case 'MemberExpression':
      return rootOf(node.object);
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return rootOf(node.expression);
    default:
      return node;
  }
}

/** The code, and that of the machine's own functions that it may call. */
function bodiesIn(machine: Machine, during: Node): Node[] {
  const found = new Set<Node>([during]);
  for (const code of found) {
    walk(code, (node) => {
      const binding = node.type === 'Identifier' ? machine.graph.bindingOf(node) : undefined;
      const fixed = binding && machine.graph.isLocal(binding) ? fixedValue(machine.graph, binding) : undefined;
      if (fixed && isFunction(fixed)) found.add(fixed);
    });
  }
  return [...found];
}

function callsOthers(machine: Machine, during: Node): boolean {
  let found = false;
  walk(during, (node) => {
    if ((node.type === 'CallExpression' || node.type === 'NewExpression' || node.type === 'TaggedTemplateExpression') && !machine.pure(node)) found = true;
  });
  return found;
}

/** Whether one of the bindings came from outside, or was given away: whoever has it may change it at any time. */
function isHeldElsewhere(machine: Machine, same: ReadonlySet<Binding>): boolean {
  const { graph } = machine;
  if ([...same].some((binding) => isGiven(graph, binding))) return true;
  const names = (node: Node): boolean => {
    let found = false;
    walk(node, (at) => {
      const binding = at.type === 'Identifier' ? graph.bindingOf(at) : undefined;
      if (binding && same.has(binding)) found = true;
    });
    return found;
  };
  const gives = (node: Node): boolean => {
    let found = false;
    walk(node, (at) => {
      if ((at.type === 'CallExpression' || at.type === 'NewExpression') && !machine.pure(at) && at.arguments.some((argument) => names(argument as Node) && !isPrimitive(machine.typing.ofNode(argument as Node)))) found = true;
      if (at.type === 'AssignmentExpression' && at.left.type === 'MemberExpression' && names(at.right)) found = true;
      if (isFunction(at) && names(at)) found = true;
    });
    return found;
  };
  const comes = (value: Expression | undefined): boolean => value !== undefined && !machine.pure(value) && value.type !== 'NewExpression';
  const shares = (instruction: Instruction): boolean => {
    switch (instruction.kind) {
      case 'attempt':
        return same.has(instruction.error) || shares(instruction.instruction);
      case 'bind':
        return (instruction.value !== undefined && gives(instruction.value)) || (names(instruction.target as Node) && comes(instruction.value));
      case 'evaluate':
        return gives(instruction.expression);
      case 'note':
        return false;
    }
  };
  return graph.blocks.some(({ instructions, terminal }) => {
    if (instructions.some(shares)) return true;
    if (terminal.kind !== 'yield') return false;
    return same.has(terminal.received) || (terminal.thrown !== undefined && same.has(terminal.thrown.error)) || (terminal.value !== undefined && names(terminal.value) && !isPrimitive(machine.typing.ofNode(terminal.value)));
  });
}

/** A constant of the module that is only ever looked into. */
function isOnlyRead(machine: Machine, binding: Binding): boolean {
  const home = machine.graph.homeOf(binding);
  const at = machine.project.lookup(binding, home);
  if (!at || !('binding' in at) || at.module !== home || at.binding.assignments.length > 0 || [...home.exports.values()].some((one) => one.binding === at.binding)) return false;
  return at.binding.references.every((reference) => {
    const parent = machine.graph.parentOf(reference);
    if (parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement') return parent.right === (reference as unknown);
    if (parent?.type === 'SpreadElement') return true;
    return parent?.type === 'MemberExpression' && parent.object === (reference as unknown) && parent.property.type === 'Identifier' && !parent.computed && readers.has(parent.property.name);
  });
}
