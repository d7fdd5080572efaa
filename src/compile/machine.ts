/** What compiling gives, and what it may be told. */
import type { Chart, Place } from '../chart/chart.ts';
import type { Diagnostic, Span } from '../diagnostic/diagnostic.ts';
import type { Explanation } from '../extract/explain.ts';

export interface Options {
  /** How many values a control variable may have before it is remembered as context. Default 256. */
  readonly maxValues?: number;
}

export interface Compilation {
  /** In the order of the files, and of the source in each. */
  readonly machines: readonly Machine[];
  /** What is said of files rather than of machines: one that is not there, does not parse, or has no machine. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Machine {
  /** The export's name, `default`, or a dotted path to a method. */
  readonly name: string;
  readonly file: string;
  /** What the files written for it are called: `traffic-light`. */
  readonly stem: string;
  /** Absent where the machine was refused. */
  readonly chart?: Chart;
  readonly diagnostics: readonly Diagnostic[];
  /** What was made of its events, variables and states, and why; where it was refused, as far as it was read. */
  readonly explanation: Explanation;
  readonly place: Place;
  /** The machine's statement in its file, the comment above it included. */
  readonly span: Span;
}
