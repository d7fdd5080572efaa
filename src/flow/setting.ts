/** Which instructions set a binding: found once for all of them. */
import type { Binding } from '../syntax/module.ts';
import type { Node } from '../syntax/tree.ts';
import type { Block, Graph, Instruction } from './graph.ts';

const known = new WeakMap<readonly Block[], ReadonlyMap<Binding, readonly Instruction[]>>();

/** In the order of the blocks: `x = …` by name, notes, and attempts at either, or that say by it how they went. */
export function settingOf({ bindingOf }: Pick<Graph, 'bindingOf'>, blocks: readonly Block[], binding: Binding): readonly Instruction[] {
  let all = known.get(blocks);
  if (!all) {
    const made = new Map<Binding, Instruction[]>();
    for (const { instructions } of blocks) {
      for (const instruction of instructions) {
        for (const set of new Set(setBy(instruction, bindingOf))) {
          const found = made.get(set) ?? [];
          made.set(set, found);
          found.push(instruction);
        }
      }
    }
    known.set(blocks, made);
    all = made;
  }
  return all.get(binding) ?? [];
}

function setBy(instruction: Instruction, bindingOf: Graph['bindingOf']): Binding[] {
  switch (instruction.kind) {
    case 'note':
      return [instruction.target];
    case 'attempt':
      return [...setBy(instruction.instruction, bindingOf), instruction.failed, instruction.error];
    case 'bind': {
      const target = instruction.target as Node;
      const binding = target.type === 'Identifier' ? bindingOf(target) : undefined;
      return binding ? [binding] : [];
    }
    case 'evaluate':
      return [];
  }
}
