/** The shop of test/project as somebody has it on the disk: copied into a folder, its packages linked, and one TypeScript installed or none. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const shop = resolve('test/project');

/** The packages and apps of the workspace, each with its folder. */
export const members: readonly string[] = ['packages', 'apps'].flatMap((group) => readdirSync(join(shop, group)).map((name) => `${group}/${name}`));

/** `tarball` is the package as npm would publish it, `typescript` what the repository calls the one to be installed. */
export function laidOut(tarball: string, typescript: string | undefined): string {
  const folder = mkdtempSync(join(emptyPlace(), 'yieldchart-shop-'));
  cpSync(shop, folder, { recursive: true, filter: (path) => path !== join(shop, 'diagrams') });
  const link = (name: string, to: string): void => {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(to, join(folder, 'node_modules', name));
  };
  for (const member of members) link(`@shop/${member.split('/')[1]!}`, join(folder, member));
  for (const name of ['zod', 'valibot', 'xstate']) link(name, resolve('node_modules', name));
  unpack(tarball, join(folder, 'node_modules', 'yieldchart'));
  for (const name of dependencies) link(name, resolve('node_modules', name));
  if (typescript !== undefined) link('typescript', resolve('node_modules', typescript));
  return folder;
}

/** What the package brings with it. */
const dependencies = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }).dependencies);

function unpack(tarball: string, into: string): void {
  mkdirSync(into);
  execFileSync('tar', ['-xzf', tarball, '-C', into, '--strip-components', '1']);
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
