/** The disk, and the TypeScript that is installed there: what a compiler of a person's files is given. */
import type { Host, Types } from '../../host.ts';
import { diskHost } from './disk.ts';

const known = new Map<string, Types>();

/** TypeScript itself is looked for, and started, only when a type is asked; once in a process. */
export async function projectHost(folder: string, looked?: (path: string) => void): Promise<Required<Host>> {
  // It is bundled with the compiler, beside which it is needed: what only shows help does without.
  const { typescriptIn } = await import('../typescript/typescript.ts');
  const types = known.get(folder) ?? typescriptIn(folder);
  known.set(folder, types);
  return { ...diskHost(folder, looked), types };
}
