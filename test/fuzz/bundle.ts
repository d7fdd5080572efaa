/**
 * The compiler and what searches it in, one file of JavaScript out, that a process can start from at once. Between reading
 * and bundling, a source can be changed: this is how a fault is planted.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** What a source file, by its path in the repository, is changed into. */
export type Patch = (file: string, text: string) => string;

export interface Bundle {
  readonly file: string;
  remove(): void;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

export async function bundle(patch: Patch = (_, text) => text): Promise<Bundle> {
  // In node_modules, from where the packages are found.
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'yieldchart-fuzz-'));
  const file = join(folder, 'worker.mjs');
  await build({
    input: join(root, 'test/fuzz/worker.ts'),
    platform: 'node',
    external: /^[^./]/,
    logLevel: 'warn',
    plugins: [{ name: 'patch', transform: (text, id) => (id.startsWith(root) ? patch(id.slice(root.length).replaceAll('\\', '/'), text) : undefined) }],
    output: { file, format: 'esm' },
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
