/** Diagnostics on their way out: to a person, with their code; to a program, with line and column. */
import { catalogue } from '../diagnostic/catalogue.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { positionAt } from '../diagnostic/position.ts';
import { renderDiagnostic } from '../diagnostic/render.ts';
import type { Host } from '../host.ts';
import { type Stream, print } from './terminal.ts';

export function sayDiagnostics(diagnostics: readonly Diagnostic[], host: Host, stream: Stream): void {
  const texts = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, { text: textOf(diagnostic, host), colour: stream.colour }));
  if (texts.length > 0) print(stream, `${texts.join('\n\n')}\n`);
}

export interface DiagnosticJson extends Pick<Diagnostic, 'code' | 'severity' | 'message' | 'machine' | 'file'> {
  readonly line?: number;
  readonly column?: number;
  readonly why: string;
  readonly fix: string;
}

export function diagnosticJson(diagnostic: Diagnostic, host: Host): DiagnosticJson {
  const { code, severity, message, machine, file, span } = diagnostic;
  const text = textOf(diagnostic, host);
  const { why, fix } = catalogue[code];
  return { code, severity, message, machine, file, ...(span && text !== undefined ? positionAt(text, span.start) : {}), why, fix };
}

function textOf({ file, span }: Diagnostic, host: Host): string | undefined {
  return file !== undefined && span ? host.read(file) : undefined;
}
