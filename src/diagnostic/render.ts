/**
 * In: a diagnostic, and the text it is about, where there is one. Out: what a person reads: where and what, the code,
 * then why it is so, then the way out.
 */
import { catalogue, type DiagnosticCode, type Severity } from './catalogue.ts';
import { type Palette, type Paint, palette } from './colour.ts';
import type { Diagnostic } from './diagnostic.ts';
import { codeFrame } from './frame.ts';
import { positionAt } from './position.ts';

export interface Rendering {
  /** The text of the diagnostic's file: with it, the place is a line and the code is shown. */
  readonly text?: string;
  /** Whether to use terminal colours. Off, unless said. */
  readonly colour?: boolean;
  /** Whether to leave out why it is so and the way out: both were just said of another. */
  readonly brief?: boolean;
}

/**
 * A diagnostic as several lines of text, without a newline at the end.
 *
 * @example
 * renderDiagnostic(diagnose('no-machine', { file: 'a.ts' }, { file: 'a.ts' }));
 * // error no-machine  a.ts
 * // a.ts exports no generator function.
 * // …
 */
export function renderDiagnostic(diagnostic: Diagnostic, { text, colour = false, brief = false }: Rendering = {}): string {
  const colours = palette(colour);
  const { why, fix } = catalogue[diagnostic.code];
  const head = [severityPaint(diagnostic.severity, colours)(diagnostic.severity), colours.bold(diagnostic.code), colours.cyan(diagnosticPlace(diagnostic, text))].filter(Boolean).join(' ');
  const frame = text !== undefined && diagnostic.span ? ['', codeFrame(text, diagnostic.span, colours)] : [];
  const rest = brief ? [] : [...(frame.length > 0 ? [''] : []), `${colours.bold('Why:')} ${why}`, `${colours.bold('Fix:')} ${fix}`];
  return [head, diagnostic.message, ...frame, ...rest].join('\n');
}

/** `machines/light.ts:3:5`, or as much of it as is known. */
function diagnosticPlace({ file, span }: Diagnostic, text?: string): string {
  if (file === undefined) return '';
  if (span === undefined || text === undefined) return file;
  const { line, column } = positionAt(text, span.start);
  return `${file}:${line}:${column}`;
}

/**
 * What a code of the catalogue means, for someone who has met it or wants to know what is refused. Names that depend on
 * the code it is said of stand as ‹name›.
 */
export function explainCode(code: DiagnosticCode, { colour = false }: Pick<Rendering, 'colour'> = {}): string {
  const colours = palette(colour);
  const { severity, why, fix } = catalogue[code];
  return [`${severityPaint(severity, colours)(severity)} ${colours.bold(code)}`, sayGenerally(code), '', `${colours.bold('Why:')} ${why}`, `${colours.bold('Fix:')} ${fix}`].join('\n');
}

/** The sentence of a code, its holes shown by their names. */
export function sayGenerally(code: DiagnosticCode): string {
  const holes = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });
  return (catalogue[code].say as (facts: unknown) => string)(holes);
}

function severityPaint(severity: Severity, colours: Palette): Paint {
  switch (severity) {
    case 'error':
    case 'unsupported':
      return colours.red;
    case 'imprecise':
      return colours.yellow;
    case 'hint':
      return colours.cyan;
  }
}
