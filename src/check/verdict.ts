/** What a check ends in: same, different or undecided, always with its evidence. Plain data, its own JSON. */
import type { Trace } from './drive/behaviour.ts';
import type { Difference } from './structure/difference.ts';
import type { Pair } from './names.ts';
import type { Way } from './way.ts';

export interface Verdict {
  /** The machine's name. */
  readonly machine: string;
  readonly kind: 'same' | 'different' | 'undecided';
  /** How far what was compared is shown to agree; absent where it differs. */
  readonly level?: Level;
  readonly counts: Counts;
  /** What the structures disagree about, and between which two. */
  readonly differences: readonly Compared[];
  /** The shortest run found on which the generator and the XState machine do not do the same. */
  readonly trace?: Trace;
  /** A shortest way on which two charts part, where their conditions may say anything. */
  readonly way?: Way;
  /** What the suite could not exercise. */
  readonly unexercised: readonly string[];
  /** What no run can show: every configuration of the machine was looked at. */
  readonly impossible: readonly string[];
  /** Names that are taken for one another, neither alike nor said to be: a verdict only holds up to them. */
  readonly names: readonly Pair[];
  /** Why it is undecided, beyond what was not exercised. */
  readonly reasons: readonly string[];
}

/**
 * `identical`: the same states and arrows. `bisimilar`: charts that do the same whatever comes in and whatever their conditions say, guards and
 * actions compared as the code they are. `suite`: the same on a suite that takes every transition, and sees every guard both ways.
 * `sequences`: the same on so many sequences, and no more is shown.
 */
export type Level = 'identical' | 'bisimilar' | 'suite' | 'sequences';

export interface Compared extends Difference {
  /** `chart` and `diagram`, or the names of files. */
  readonly between: { readonly a: string; readonly b: string };
}

export interface Counts {
  readonly states: number;
  readonly transitions: number;
  /** Transitions that the suite takes. */
  readonly taken: number;
  /** Guards, and those seen both to hold and not to. */
  readonly guards: number;
  readonly bothWays: number;
  readonly sequences: number;
  readonly steps: number;
}
