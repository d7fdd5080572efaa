/** A folder in, the TypeScript that its files use out: its version, and how it is started. It is looked for as Node looks for packages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startClassic } from './classic.ts';
import type { Started } from './engine.ts';
import { startNative } from './native.ts';

export interface Installed {
  /** Where the package stands. */
  readonly path: string;
  readonly version: string;
  /** Throws, with a reason that ends a sentence, where it cannot be asked. */
  start(): Started;
}

export function typescriptFor(folder: string): Installed | undefined {
  const path = packageIn(folder);
  if (path === undefined) return undefined;
  const { version = '' } = JSON.parse(readFileSync(path, 'utf8')) as { version?: string };
  const load = createRequire(path);
  const [major, minor] = version.split('.').map(Number);
  // By its path, or by its own exports: it may be installed under another name.
  if (major === 5 || major === 6) return { path, version, start: () => startClassic(answering(load(dirname(path)), ['createProgram', 'createCompilerHost', 'getParsedCommandLineOfConfigFile'])) };
  if (major === 7 && minor === 0) {
    return { path, version, start: () => startNative({ sync: answering(load('typescript/unstable/sync'), ['API']), ast: load('typescript/unstable/ast') }, folder) };
  }
  const start = (): never => {
    throw new Error('only 5, 6 and 7.0 have an API that is known');
  };
  return { path, version, start };
}

function packageIn(folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'from.js')).resolve('typescript/package.json');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined;
    throw error;
  }
}

function answering(module: unknown, names: readonly string[]): unknown {
  const missing = names.find((name) => typeof (module as Record<string, unknown> | undefined)?.[name] !== 'function');
  if (missing !== undefined) throw new Error(`it has no ${missing}`);
  return module;
}
