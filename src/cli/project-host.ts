/** The disk, and the TypeScript that is installed there: what a compiler of a person's files is given. */
import type { Host } from '../host.ts';
import { diskHost } from './disk.ts';

/** TypeScript itself is looked for, and started, only when a type is asked. */
export async function projectHost(folder: string): Promise<Required<Host>> {
  // It is bundled with the compiler, beside which it is needed: what only shows help does without.
  const { typescriptIn } = await import('./typescript/typescript.ts');
  return { ...diskHost(folder), types: typescriptIn(folder) };
}
