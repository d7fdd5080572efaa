/**
 * The `yield`s that look as if they named a state, and do not: each is said, with the reason.
 */
import type { Explored } from '../interpret/explore.ts';
import { nameKeys } from '../interpret/run/ending.ts';
import { isGiven } from '../interpret/objects/given.ts';
import type { Machine } from '../interpret/machine.ts';
import { isOf, membersOf } from '../interpret/values/type-parts.ts';
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import type { Type } from '../syntax/types/type.ts';
import { walk } from '../syntax/walk.ts';

export interface Unnamed {
  readonly node: Node;
  readonly reason: string;
  /** The variable that was to name it, and has too many values. */
  readonly because: Binding | undefined;
}

/** `wanted` are the variables that are context because a pragma says so. */
export function unnamed(machine: Pick<Machine, 'graph' | 'typing'>, explored: Explored, demoted: ReadonlyMap<Binding, string>, wanted: ReadonlySet<Binding>): Unnamed[] {
  const found = new Map<Node, Omit<Unnamed, 'node'>>();
  for (const { kind, label, shown, block } of explored.configurations.values()) {
    const { terminal } = machine.graph.blocks[block]!;
    if (kind !== 'wait' || label || !shown || terminal.kind !== 'yield' || terminal.node.type !== 'YieldExpression' || !terminal.node.argument) continue;
    const value = terminal.node.argument;
    if (value.type === 'YieldExpression') continue;
    const names: Binding[] = [];
    walk(value, (node) => {
      const binding = node.type === 'Identifier' ? machine.graph.bindingOf(node) : undefined;
      if (binding && machine.graph.isLocal(binding)) names.push(binding);
    });
    // A person said so, and need not be told.
    if (names.some((binding) => wanted.has(binding))) continue;
    const remembered = names.find((binding) => demoted.has(binding));
    const input = names.find((binding) => isGiven(machine.graph, binding));
    if (isNameless(machine, value) && !(remembered && demoted.get(remembered)!.includes('has more than'))) continue;
    found.set(value, { because: remembered, reason: remembered ? `\`${remembered.name}\` is context: ${demoted.get(remembered)}` : input ? `\`${input.name}\` is input` : 'it is computed' });
  }
  return [...found].map(([node, why]) => ({ node, ...why }));
}

/** `{ state: 'idle' | 'busy', … }` */
function hasName(type: Type & { kind: 'object' }): boolean {
  const named = nameKeys.flatMap((key) => type.fields.filter(({ name }) => name === key))[0];
  return named !== undefined && membersOf(named.type).every((one) => one.kind === 'literal' && one.constant.kind === 'string');
}

/** Numbers, nothing, and collections name no state: nobody expects them to. */
function isNameless(machine: Pick<Machine, 'typing'>, value: Node): boolean {
  return membersOf(machine.typing.ofNode(value)).every((type) => isOf(type, 'number') || type.kind === 'array' || (type.kind === 'object' && !hasName(type)) || type.kind === 'instance' || (type.kind === 'literal' && type.constant.kind !== 'string'));
}
