/** What stands out in a drawing of two versions of a machine in one: what only one of them has, and what is another in each. */
import type { Transition } from '../chart/chart.ts';

export type Mark = 'added' | 'removed' | 'changed';

/** Marks on a chart that is made of both versions. */
export interface Marks {
  /** By the state's id. */
  readonly states: ReadonlyMap<string, Mark>;
  readonly transitions: ReadonlyMap<Transition, Mark>;
  /** Other ways in than the chart's own, drawn as well. */
  readonly starts: readonly Transition[];
}

/** What a marked name or label begins with, so that no colour is needed to see it. */
export const signs: { readonly [M in Mark]: string } = { added: '+', removed: '−', changed: '±' };

/** `+ paid`; the text alone where there is no mark. */
export function signed(text: string, mark: Mark | undefined): string {
  return mark === undefined ? text : `${signs[mark]} ${text}`.trim();
}
