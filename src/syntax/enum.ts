/** An enum in, the values of its members out, over all the pieces it is declared in. */
import type { Constant } from '../chart/chart.ts';
import { enumMemberName } from './names.ts';
import type { Node } from './tree.ts';

/**
 * The members in source order. `valueOf` is asked for each initialiser, with the members before it; a member whose
 * value is not known is `undefined`, and so is one that would count on from it.
 */
export function enumMembers(declarations: readonly Node[], valueOf: (initializer: Node, before: ReadonlyMap<string, Constant | undefined>) => Constant | undefined): ReadonlyMap<string, Constant | undefined> {
  const members = new Map<string, Constant | undefined>();
  for (const declaration of declarations) {
    if (declaration.type !== 'TSEnumDeclaration') continue;
    let next: number | undefined = declaration.declare && !declaration.const ? undefined : 0;
    for (const member of declaration.body.members) {
      const value = member.initializer ? valueOf(member.initializer, members) : next === undefined ? undefined : ({ kind: 'number', value: next } as const);
      const isEnumValue = value?.kind === 'string' || value?.kind === 'number';
      members.set(enumMemberName(member.id), isEnumValue ? value : undefined);
      next = value?.kind === 'number' ? value.value + 1 : undefined;
    }
  }
  return members;
}
