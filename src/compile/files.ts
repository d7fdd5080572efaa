/**
 * The files that were asked for in, their machines in order out. How a file is read and a machine charted is given: anew each
 * time, or only where something has changed.
 */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Found } from '../syntax/machines.ts';
import type { Module } from '../syntax/module.ts';
import type { FunctionNode } from '../syntax/tree.ts';
import type { Compilation, Machine } from './machine.ts';

export interface Reader {
  /** The module of a file, or why there is none. */
  module(file: string): { readonly module?: Module; readonly diagnostics: readonly Diagnostic[] };
  /** The machines that the file's module exports. */
  find(file: string, module: Module): readonly Found[];
  /** One of them, compiled; `alone` where the file has no other. */
  machine(file: string, found: Found, alone: boolean): Machine;
  /** Nothing more is asked of the module. */
  release?(module: Module): void;
}

/**
 * A machine that several of the files export is compiled once: in the file it stands in, where that is one of them and exports it, else in
 * the first. Whoever asks for it by `FILE#NAME` gets it.
 */
export function compileFiles(files: readonly string[], host: Host, reader: Reader): Compilation {
  const asked: { file: string; isNamed: boolean; alone: boolean; wanted: readonly Found[] }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const given of files) {
    const [file, name] = splitTarget(given, host);
    const read = reader.module(file);
    diagnostics.push(...read.diagnostics);
    if (!read.module) continue;
    const found = reader.find(file, read.module);
    const wanted = name === undefined ? found : found.flatMap((one) => [one, ...one.also]).filter((one) => one.name === name);
    if (found.length === 0) diagnostics.push(diagnose('no-machine', { file }, { file }));
    else if (wanted.length === 0) diagnostics.push(diagnose('machine-not-found', { file, name: name!, names: found.map((one) => one.name).join(', ') }, { file }));
    asked.push({ file, isNamed: name !== undefined, alone: found.length === 1, wanted });
  }
  const homes = new Map<FunctionNode, string>();
  for (const { file, isNamed, wanted } of asked) for (const { node, module } of isNamed ? [] : wanted) if (!homes.has(node) || module.path === file) homes.set(node, file);
  const waiting = new WeakMap<Module, number>();
  for (const { wanted } of asked) for (const { module } of wanted) waiting.set(module, (waiting.get(module) ?? 0) + 1);
  const seen = new Set<string>();
  const machines: Machine[] = [];
  // What is done is let go: the trees of a thousand files take more room than their charts.
  for (let next = asked.shift(); next; next = asked.shift()) {
    const { file, isNamed, alone, wanted } = next;
    for (const one of wanted) {
      const key = `${file}#${one.name}`;
      if (!seen.has(key) && (isNamed || homes.get(one.node) === file)) {
        seen.add(key);
        machines.push(reader.machine(file, one, alone));
      }
      const left = waiting.get(one.module)! - 1;
      waiting.set(one.module, left);
      if (left === 0) reader.release?.(one.module);
    }
  }
  for (const { file, version, reason } of host.types?.unasked() ?? []) diagnostics.push(diagnose('typescript-not-asked', { version, reason }, { file }));
  return { machines, diagnostics };
}

/** A file may have a # in its own name. */
function splitTarget(given: string, host: Host): [string, string | undefined] {
  const at = given.lastIndexOf('#');
  return at < 0 || host.read(given) !== undefined ? [given, undefined] : [given.slice(0, at), given.slice(at + 1)];
}
