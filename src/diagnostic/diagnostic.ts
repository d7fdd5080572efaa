/**
 * What is said to a person about their code: a slug of the catalogue, the words, and the place.
 * A person's mistake is a `Diagnostic` in a returned list; a mistake of ours throws `Bug`.
 */
import { catalogue, type DiagnosticCode, type Facts, type Severity } from './catalogue.ts';

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence: what is the case, with the names of this code in it. */
  readonly message: string;
  /** The machine it is about, where it is about one. */
  readonly machine?: string;
  readonly file?: string;
  /** UTF-16 offsets into the file's text, `end` exclusive. */
  readonly span?: Span;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A diagnostic of the catalogue, its holes filled with `facts`. */
export function diagnose<C extends DiagnosticCode>(code: C, facts: Facts<C>, at: { machine?: string; file?: string; span?: Span } = {}): Diagnostic {
  const entry = catalogue[code] as { severity: Severity; say: (facts: never) => string };
  return { code, severity: entry.severity, message: entry.say(facts as never), ...at };
}

/** Whether a machine with this diagnostic is refused. */
export function refuses(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error' || diagnostic.severity === 'unsupported';
}

/** A mistake of yieldchart's own: something that cannot happen has happened. */
export class Bug extends Error {
  override readonly name = 'Bug';
}
