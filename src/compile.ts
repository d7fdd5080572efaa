/**
 * The table of contents of the pipeline: source text in; charts, and what each notation makes of a chart, out.
 */
import type { Chart, Place } from './chart/chart.ts';
import type { Diagnostic, Span } from './diagnostic/diagnostic.ts';
import type { Host } from './host.ts';

export type { Chart } from './chart/chart.ts';
export type { Diagnostic } from './diagnostic/diagnostic.ts';
export type { Host } from './host.ts';
export { toDot } from './format/dot/dot.ts';
export { toSvg } from './format/dot/svg.ts';
export { toMermaid } from './format/mermaid/write.ts';
export { toXStateJson } from './format/xstate/json.ts';
export { toXState } from './format/xstate/module.ts';

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
  readonly place: Place;
  /** The machine's text in its file, the comment above it included. */
  readonly span: Span;
}

/** Reads every file for its machines; `file` may be `FILE#NAME` for one machine in it. */
export function compile(files: readonly string[], host: Host): Compilation {
  return { machines: [], diagnostics: files.filter((file) => host.read(file) === undefined).map((file) => ({ code: 'file-not-found', severity: 'error', message: `There is no file ${file}.`, file })) };
}
