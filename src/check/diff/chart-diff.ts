/** What two versions of a machine do differently: plain data, its own JSON, each difference once and in a sentence. */
import type { Place } from '../../chart/chart.ts';
import type { Mark } from '../../format/marks.ts';

export interface ChartDiff {
  /** The machine's name, as the new version has it. */
  readonly machine: string;
  /** `undecided`: no difference was found, and not everything could be compared; `reasons` say what. */
  readonly kind: 'same' | 'different' | 'undecided';
  /** Those of the whole machine first, then state by state. */
  readonly changes: readonly Change[];
  readonly reasons: readonly string[];
  /** How many configurations of both were held against each other. */
  readonly configurations: number;
}

export interface Change {
  readonly kind: ChangeKind;
  /** Whether it is only in the new version, only in the old one, or in both and another. */
  readonly mark: Mark;
  /** Where: the id of the state, as the new version calls it where it has it; absent for what is of the whole machine. */
  readonly state?: string;
  /** One of the shortest ways there by events that both take alike; absent where there is none, and for what is of the whole machine. */
  readonly way?: readonly string[];
  /** What comes in there, of a reaction. */
  readonly event?: string;
  /** A sentence: "`cancel` now leads to `refunding`; before it was ignored." */
  readonly message: string;
  /** How to see it: what to send from the start, and what the conditions on the way say. The two part at the last of them. */
  readonly replay?: readonly Sent[];
  /** Where in the source of each. */
  readonly places: { readonly old: readonly Place[]; readonly new: readonly Place[] };
}

export type ChangeKind =
  | 'machine-added' | 'machine-removed'
  | 'event-added' | 'event-removed' | 'event-renamed'
  | 'state-added' | 'state-removed' | 'state-renamed'
  /** It starts elsewhere, or does something else on its way in. */
  | 'start'
  /** An event has an effect where it had none, or none where it had one. */
  | 'reaction-added' | 'reaction-removed'
  /** An event leads elsewhere, does something else, or both. */
  | 'target' | 'actions' | 'reaction'
  /** The same comes of an event under another condition. */
  | 'condition'
  /** Something is waited for longer, or shorter. */
  | 'delay'
  /** Another value is remembered at the start, given, yielded, or used. */
  | 'context' | 'input' | 'value' | 'constant'
  | 'actors' | 'tags';

/** One thing that is sent; nothing of it for the start. */
export interface Sent {
  readonly event: string;
  /** What the old version calls it, where that is another name. */
  readonly was?: string;
  readonly conditions: readonly { readonly text: string; readonly holds: boolean }[];
}
