/** What two charts disagree about: the evidence of a structural verdict, named by the arrow and the place in each. */
import type { Place } from '../../chart/chart.ts';

export interface Difference {
  readonly kind: DifferenceKind;
  /** One sentence that names the arrow or the state, and both sides. */
  readonly message: string;
  /** The state the arrow leaves, or the state itself; `[*]` for the start. */
  readonly state: string;
  /** The arrow as the first chart draws it (the second, where the first has none): `RED --> GREEN : next`. */
  readonly arrow?: string;
  /** What the first chart has, in the words of a diagram; absent where it has nothing. */
  readonly expected?: string;
  /** What the second chart has; absent where it has nothing. */
  readonly actual?: string;
  /** Where in the first chart's source and in the second's; empty where it is not known. */
  readonly places: { readonly a: readonly Place[]; readonly b: readonly Place[] };
}

export type DifferenceKind =
  /** An arrow of the first chart that the second has not. */
  | 'transition-missing'
  /** An arrow of the second chart that the first has not. */
  | 'transition-unexpected'
  /** The same arrow leads elsewhere. */
  | 'target'
  /** The same arrow is taken under another condition. */
  | 'guard'
  /** The same arrow does something else, or returns or throws something else. */
  | 'actions'
  /** The machine starts elsewhere, or does something else on its way in. */
  | 'initial'
  | 'state-missing'
  | 'state-unexpected'
  /** A state is of another kind, part of another one, or does something else whenever it is entered, left or waited in. */
  | 'state'
  /** An arrow leads to a state that its own chart has not. */
  | 'target-unknown';
