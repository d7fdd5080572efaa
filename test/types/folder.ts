/** Projects on the disk, for what looks at one: texts in, a folder out that has them, and what is installed here. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export type Texts = Readonly<Record<string, string>>;

/** The packages are links to those of this repository; one of the texts may stand in their place. */
export function folderOf(texts: Texts, packages: readonly string[] = ['zod', 'valibot']): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'types-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of packages) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link);
  }
  write(folder, texts);
  return folder;
}

export function write(folder: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export const tsconfig = JSON.stringify({ compilerOptions: { strict: true, target: 'es2023', module: 'preserve', moduleResolution: 'bundler', allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true, types: [] }, include: ['**/*.ts'] });
