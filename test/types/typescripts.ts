/** The TypeScripts that are asked, as the command line would ask them, each over a folder. */
import { createRequire } from 'node:module';
import { startClassic } from '../../src/cli/typescript/classic.ts';
import type { Started } from '../../src/cli/typescript/engine.ts';
import { startNative } from '../../src/cli/typescript/native.ts';
import { typescriptIn } from '../../src/cli/typescript/typescript.ts';
import type { Types } from '../../src/host.ts';

const load = createRequire(import.meta.url);

export const versions: Readonly<Record<string, (folder: string) => Started>> = {
  '5.9': () => startClassic(load('ts59')),
  '6.0': () => startClassic(load('ts60')),
  '7.0': (folder) => startNative({ sync: load('typescript/unstable/sync'), ast: load('typescript/unstable/ast') }, folder),
};

/** One of them, whatever is installed in the folder. */
export function typesOf(version: string, folder: string): Types {
  return typescriptIn(folder, () => ({ path: version, version, start: () => versions[version]!(folder) }));
}
