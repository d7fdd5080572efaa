/**
 * What the states of a diagram are called in the chart: their text, or Mermaid's id where that is shown or nothing is. Below the top an id is
 * a path: `Player.playing`. Two of one name are told apart by Mermaid's id.
 */
import type { Part } from './kinds.ts';
import { isDeep } from './kinds.ts';
import { NOTHING, type Told, toldOf } from './told.ts';

export interface Named {
  readonly part: Part;
  readonly parent?: Named;
  readonly id: string;
  readonly name: string;
  readonly told: Told;
}

/** In document order. */
export function namesOf(parts: readonly Part[]): readonly Named[] {
  const taken = new Set<string>();
  const named = (part: Part, parent: Named | undefined): Named => {
    const told = part.box ? toldOf(part.box) : NOTHING;
    let name = part.kind === 'history' ? (isDeep(part.box!) ? 'H*' : 'H') : (told.name ?? part.name);
    const id = (): string => (parent ? `${parent.id}.${name}` : name);
    while (taken.has(id())) name += ` (${part.box?.id ?? part.name})`;
    taken.add(id());
    return { part, id: id(), name, told, ...(parent && { parent }) };
  };
  // A choice shows no name, and a history none of its own, so the others take theirs first.
  const isNamed = ({ kind }: Part): boolean => kind !== 'choice' && kind !== 'history';
  const level = (siblings: readonly Part[], parent: Named | undefined): readonly Named[] => {
    const first = siblings.filter(isNamed).map((part) => named(part, parent));
    const all = new Map([...first, ...siblings.filter((part) => !isNamed(part)).map((part) => named(part, parent))].map((each) => [each.part, each]));
    return siblings.map((part) => all.get(part)!).flatMap((each) => [each, ...level(each.part.parts, each)]);
  };
  return level(parts, undefined);
}
