/** Written modules put to work, for the tests of the XState format: loaded as modules, and type-checked by TypeScript itself. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { type AnyActorRef, type AnyStateMachine, createActor } from 'xstate';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Runs `use` on a folder of its own, with `files` in it. */
export function inFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(here, '.xstate-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const jiti = createJiti(import.meta.url, { fsCache: false });

/** The machine that a written module exports; `files` are modules beside it. */
export function load(source: string, files: Readonly<Record<string, string>> = {}): AnyStateMachine {
  return inFolder(files, (folder) => {
    const exported = jiti.evalModule(source, { filename: join(folder, 'written.xstate.ts') }) as Record<string, AnyStateMachine>;
    return Object.values(exported)[0]!;
  });
}

/** What `tsc --strict` says of the files; empty where they are right. */
export function typeErrors(files: Readonly<Record<string, string>>): string {
  const options = { target: 'es2022', lib: ['es2023', 'dom'], module: 'nodenext', moduleResolution: 'nodenext', strict: true, skipLibCheck: true, allowImportingTsExtensions: true, noEmit: true, types: [] };
  return inFolder({ ...files, 'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['**/*.ts'] }), 'package.json': '{ "type": "module" }' }, (folder) => {
    try {
      execFileSync(process.execPath, [join(here, '../../node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
      return '';
    } catch (error) {
      return (error as { stdout: string }).stdout.replaceAll(folder, '');
    }
  });
}

/** A running actor, and the error that stopped it, if one did. */
export function run(machine: AnyStateMachine, input?: unknown): { readonly actor: AnyActorRef; readonly errors: unknown[] } {
  const errors: unknown[] = [];
  const actor = createActor(machine, { input });
  actor.subscribe({ error: (error) => void errors.push(error) });
  return { actor: actor.start(), errors };
}

/** Sends each event in turn; the state's key after each. */
export function walk(actor: AnyActorRef, ...events: readonly { readonly type: string; readonly [field: string]: unknown }[]): readonly unknown[] {
  return events.map((event) => {
    actor.send(event);
    return actor.getSnapshot().value;
  });
}

export const sent = (value: unknown) => ({ type: 'coroutine.send', value });
export const thrown = (error: unknown) => ({ type: 'coroutine.throw', error });
export const returned = (value: unknown) => ({ type: 'coroutine.return', value });
