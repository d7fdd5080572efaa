/** What is named on the command line in, what files about it are called out. */
import { basename } from 'node:path';

/** `light` of `machines/light.machine.ts#light`. */
export function stemOf(word: string): string {
  return basename(word.replace(/#[^/]*$/, '')).replace(/(?:\.machine|\.xstate)?\.(?:mmd|mermaid|json|[cm]?[jt]sx?)$/, '');
}
