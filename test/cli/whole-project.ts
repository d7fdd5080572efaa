/** The shop of test/project as somebody has it on the disk: copied into a folder, its packages linked, and one TypeScript installed or none. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const shop = resolve('test/project');

/** The packages and apps of the workspace, each with its folder. */
export const members: readonly string[] = ['packages', 'apps'].flatMap((group) => readdirSync(join(shop, group)).map((name) => `${group}/${name}`));

/** `typescript` is what the repository calls the one to be installed. */
export function laidOut(built: string, typescript: string | undefined): string {
  const folder = mkdtempSync(join(emptyPlace(), 'yieldchart-shop-'));
  cpSync(shop, folder, { recursive: true, filter: (path) => path !== join(shop, 'diagrams') });
  mkdirSync(join(folder, 'node_modules', '@shop'), { recursive: true });
  const link = (name: string, to: string): void => symlinkSync(to, join(folder, 'node_modules', name));
  for (const member of members) link(`@shop/${member.split('/')[1]!}`, join(folder, member));
  for (const name of ['zod', 'valibot', 'xstate']) link(name, resolve('node_modules', name));
  link('yieldchart', built);
  if (typescript !== undefined) link('typescript', resolve('node_modules', typescript));
  return folder;
}

/** Where no TypeScript is found in a folder above: the place for temporary files may lie in a project. */
function emptyPlace(): string {
  const place = [tmpdir(), '/var/tmp'].find((folder) => {
    try {
      createRequire(join(folder, 'from.js')).resolve('typescript/package.json');
      return false;
    } catch {
      return true;
    }
  });
  if (place === undefined) throw new Error(`A TypeScript is installed above ${tmpdir()}: there is no place for a project without one.`);
  return place;
}
