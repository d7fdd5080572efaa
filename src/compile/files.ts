/**
 * The files that were asked for in, their machines in order out. How a file is read and a machine charted is given: anew each
 * time, or only where something has changed.
 */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Host } from '../host.ts';
import type { Found } from '../syntax/machines.ts';
import type { Compilation, Machine } from './machine.ts';

/** A file that was asked for. */
export interface Opened {
  readonly isRead: boolean;
  /** Why it is not read, and what is amiss in it. */
  readonly diagnostics: readonly Diagnostic[];
  /** The machines that it exports. */
  readonly found: readonly Found[];
  /** One of them, compiled; `alone` where the file has no other. */
  machine(found: Found, alone: boolean): Machine;
}

/**
 * A machine that several of the files export is compiled once: in the file it stands in, where that is one of them and exports it, else in
 * the first. Whoever asks for it by `FILE#NAME` gets it.
 *
 * What stands in its file is compiled at once, and the file let go: the trees of a thousand files take more room than their charts.
 */
export function compileFiles(files: readonly string[], host: Host, open: (file: string) => Opened): Compilation {
  const diagnostics: Diagnostic[] = [];
  const machines: (Machine | undefined)[] = [];
  const homes = new Map<string, string>();
  const seen = new Set<string>();
  const later: (() => void)[] = [];
  for (const given of files) {
    const [file, name] = splitTarget(given, host);
    const opened = open(file);
    diagnostics.push(...opened.diagnostics);
    if (!opened.isRead) continue;
    const { found } = opened;
    const wanted = name === undefined ? found : found.flatMap((one) => [one, ...one.also]).filter((one) => one.name === name);
    if (found.length === 0) diagnostics.push(diagnose('no-machine', { file }, { file }));
    else if (wanted.length === 0) diagnostics.push(diagnose('machine-not-found', { file, name: name!, names: found.map((one) => one.name).join(', ') }, { file }));
    for (const one of wanted) {
      const at = machines.push(undefined) - 1;
      const compile = (): void => {
        if (seen.has(`${file}#${one.name}`)) return;
        seen.add(`${file}#${one.name}`);
        machines[at] = opened.machine(one, found.length === 1);
      };
      const place = `${one.module.path}#${one.node.start}`;
      if (name !== undefined) compile();
      else if (one.module.path === file) {
        homes.set(place, file);
        compile();
      } else {
        if (!homes.has(place)) homes.set(place, file);
        later.push(() => {
          if (homes.get(place) === file) compile();
        });
      }
    }
  }
  for (const compile of later) compile();
  for (const { file, version, reason } of host.types?.unasked() ?? []) diagnostics.push(diagnose('typescript-not-asked', { version, reason }, { file }));
  return { machines: machines.filter((machine) => machine !== undefined), diagnostics };
}

/** A file may have a # in its own name. */
function splitTarget(given: string, host: Host): [string, string | undefined] {
  const at = given.lastIndexOf('#');
  return at < 0 || host.read(given) !== undefined ? [given, undefined] : [given.slice(0, at), given.slice(at + 1)];
}
