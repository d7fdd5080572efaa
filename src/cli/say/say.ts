/** Diagnostics on their way out: to a person, with their code; to a program, with line and column. */
import { catalogue } from '../../diagnostic/catalogue.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { positionAt } from '../../diagnostic/position.ts';
import { renderDiagnostic } from '../../diagnostic/render.ts';
import type { Host } from '../../host.ts';
import { type Stream, print } from './terminal.ts';

/** Those of a file in the order of its lines; of several of one code, why it is so and the way out stand with the last. */
export function sayDiagnostics(diagnostics: readonly Diagnostic[], host: Host, stream: Stream): void {
  const files = [...new Set(diagnostics.map(({ file }) => file))];
  const ordered = files.flatMap((file) => diagnostics.filter((one) => one.file === file).toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)));
  const texts = ordered.map((diagnostic, at) => renderDiagnostic(diagnostic, { text: textOf(diagnostic, host), colour: stream.colour, brief: ordered.slice(at + 1).some(({ code }) => code === diagnostic.code) }));
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
