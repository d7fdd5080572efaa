/**
 * The files that were asked for in, their machines in order out. How a file is read and a machine charted is given: anew each
 * time, or only where something has changed.
 */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Found } from '../syntax/machines.ts';
import type { Module } from '../syntax/module.ts';
import type { Compilation, Machine } from './machine.ts';

export interface Reader {
  /** The module of a file, or why there is none. */
  module(file: string): { readonly module?: Module; readonly diagnostics: readonly Diagnostic[] };
  /** The machines that the file's module exports. */
  find(file: string, module: Module): readonly Found[];
  /** One of them, compiled; `alone` where the file has no other. */
  machine(file: string, found: Found, alone: boolean): Machine;
}

export function compileFiles(files: readonly string[], host: Host, reader: Reader): Compilation {
  const machines: Machine[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const given of files) {
    const [file, name] = splitTarget(given, host);
    const read = reader.module(file);
    diagnostics.push(...read.diagnostics);
    if (!read.module) continue;
    const found = reader.find(file, read.module);
    const wanted = name === undefined ? found : found.filter((one) => one.name === name);
    if (found.length === 0) diagnostics.push(diagnose('no-machine', { file }, { file }));
    else if (wanted.length === 0) diagnostics.push(diagnose('machine-not-found', { file, name: name!, names: found.map((one) => one.name).join(', ') }, { file }));
    machines.push(...wanted.map((one) => reader.machine(file, one, found.length === 1)));
  }
  return { machines, diagnostics };
}

/** A file may have a # in its own name. */
function splitTarget(given: string, host: Host): [string, string | undefined] {
  const at = given.lastIndexOf('#');
  return at < 0 || host.read(given) !== undefined ? [given, undefined] : [given.slice(0, at), given.slice(at + 1)];
}
