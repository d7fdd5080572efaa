/**
 * What is drawn of a state that is made of others: a box around them, its name and what it does in the head of it. And how an arrow runs that
 * begins or ends at such a box, which Graphviz only knows as a frame around shapes.
 */
import type { Mark } from '../marks.ts';
import type { Arrow, Picture } from './picture.ts';
import type { Line } from './text.ts';

export interface Group {
  /** A plain identifier, unique in the picture. */
  readonly id: string;
  /** `region`: one of those of a parallel state. */
  readonly kind: 'compound' | 'parallel' | 'region';
  readonly lines: readonly Line[];
  /** The group that it stands in. */
  readonly within?: string;
  readonly mark?: Mark;
}

/**
 * `loop`: from a shape to itself. `round`: from a group to itself. `out`: from inside of a group to its border; `in`: from its border to what
 * is inside. Everything else is `plain`.
 */
export type Course = 'plain' | 'loop' | 'round' | 'out' | 'in';

export function courseOf({ groups, shapes }: Picture, { from, to }: Arrow): Course {
  const isGroup = (id: string): boolean => groups.some((group) => group.id === id);
  if (from === to) return isGroup(from) ? 'round' : 'loop';
  if (isGroup(to) && standsIn({ groups, shapes }, from, to)) return 'out';
  return isGroup(from) && standsIn({ groups, shapes }, to, from) ? 'in' : 'plain';
}

/** The shapes in a group, and in those in it. */
export function shapesIn(picture: Picture, group: string): readonly string[] {
  return picture.shapes.filter(({ id }) => standsIn(picture, id, group)).map(({ id }) => id);
}

/** The shape that stands for a group where Graphviz asks for one: its beginning for what comes, its last for what goes. */
export function anchorOf(picture: Picture, id: string, end: 'from' | 'to'): string {
  if (!picture.groups.some((group) => group.id === id)) return id;
  const inside = shapesIn(picture, id);
  return end === 'to' ? inside[0]! : inside.at(-1)!;
}

/** The innermost group that both stand in; nothing where that is the picture. */
export function groupOfBoth(picture: Picture, a: string, b: string): string | undefined {
  return picture.groups.toReversed().find(({ id }) => standsIn(picture, a, id) && standsIn(picture, b, id))?.id;
}

function standsIn({ groups, shapes }: Pick<Picture, 'groups' | 'shapes'>, id: string, group: string): boolean {
  let within = [...groups, ...shapes].find((one) => one.id === id)?.within;
  while (within !== undefined && within !== group) within = groups.find((one) => one.id === within)?.within;
  return within === group;
}
