/** A program's source in; its chart, or what is said instead, out. */
import { type Chart, compile, type Diagnostic } from '../../src/compile.ts';

const FILE = 'm.ts';

export function compiled(source: string): { readonly chart?: Chart; readonly diagnostics: readonly Diagnostic[] } {
  const { machines, diagnostics } = compile([FILE], { read: (path) => (path === FILE ? source : undefined) });
  const [machine] = machines;
  return { ...(machine?.chart && { chart: machine.chart }), diagnostics: [...diagnostics, ...(machine?.diagnostics ?? [])] };
}
