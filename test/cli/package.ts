/**
 * For tests of the package as it is published: builds it into a folder of its own, so that no test depends on what lies in
 * dist/, and runs its command line as a process.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { packageBundles } from '../../rolldown.config.ts';
import { folderOf } from './terminal.ts';

export interface Process {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program; words are passed as they are. */
export function runProcess(program: string, words: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Process {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', ...env } });
  if (error) throw error;
  return { exit: status, out: stdout, err: stderr };
}

/** The package, built: a folder with what npm would pack, and the repository's packages to run it with. `types` takes longer. */
export async function builtPackage(types: boolean): Promise<string> {
  const folder = folderOf();
  for (const bundle of packageBundles(join(folder, 'dist'))) await build(bundle);
  if (types) succeed(runProcess(process.execPath, [bin('tsc'), '-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist', 'types')], '.'));
  for (const file of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The tarball that npm makes of a built package. */
export function packed(built: string): string {
  succeed(runProcess('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', built], built));
  const name = readdirSync(built).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack left no tarball in ${built}`);
  return join(built, name);
}

/** A project of somebody else's, in which the package is installed by links: quick, and without a network. */
export function projectWith(built: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = folderOf({ 'package.json': '{ "type": "module", "private": true }\n', ...files });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(built, join(folder, 'node_modules', 'yieldchart'));
  symlinkSync(resolve('node_modules', 'xstate'), join(folder, 'node_modules', 'xstate'));
  return folder;
}

/** Type-checks modules as a strict project would, the declarations of packages included. */
export function typeCheck(folder: string, files: readonly string[]): Process {
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--allowImportingTsExtensions', '--skipLibCheck', 'false', '--types', ''];
  return runProcess(process.execPath, [bin('tsc'), ...options, ...files], folder);
}

/** The script behind one of the repository's commands. */
export function bin(name: 'tsc' | 'jiti'): string {
  const scripts = { tsc: 'typescript/bin/tsc', jiti: 'jiti/lib/jiti-cli.mjs' };
  return resolve('node_modules', scripts[name]);
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The command line of a built package. */
export function cliOf(built: string): string {
  return join(built, 'dist', 'cli', 'yieldchart.cjs');
}

function succeed({ exit, out, err }: Process): void {
  if (exit !== 0) throw new Error(`It ended in ${exit}:\n${out}${err}`);
}
