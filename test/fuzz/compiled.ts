/** A program's files in; its chart, or what is said instead, out. */
import { type Chart, compile, type Diagnostic, type Host } from '../../src/compile.ts';

/** `m.ts` has the machine, `parts.ts` what it imports. */
export interface Files {
  readonly source: string;
  /** Empty where nothing is imported. */
  readonly beside: string;
}

export function hostOf({ source, beside }: Files): Host {
  return { read: (path) => (path === 'm.ts' ? source : path === 'parts.ts' && beside !== '' ? beside : undefined) };
}

/** Both, as a person reads them. */
export function listing({ source, beside }: Files): string {
  return beside === '' ? source : `// parts.ts\n${beside}\n// m.ts\n${source}`;
}

export function compiled(files: Files): { readonly chart?: Chart; readonly diagnostics: readonly Diagnostic[] } {
  const { machines, diagnostics } = compile(['m.ts'], hostOf(files));
  const [machine] = machines;
  return { ...(machine?.chart && { chart: machine.chart }), diagnostics: [...diagnostics, ...(machine?.diagnostics ?? [])] };
}
